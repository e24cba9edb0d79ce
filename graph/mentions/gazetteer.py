"""Names and aliases that the vocabulary knows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph.mentions.scanner import Scanner
from graph.model import Entity, Value, entity_id
from graph.vocabulary import Term, Vocabulary

LABELS = ("Organization", "Law", "Program", "Technology")
"""What is found by its name alone. A field is one only where a document divides itself by it."""

_UNNAMED_KINDS = frozenset({"general"})
"""Words too common to name a technology by themselves."""


def entity_of(term: Term) -> Entity:
    """Return the entity that a vocabulary row stands for."""
    properties: tuple[tuple[str, Value], ...] = (("kind", term.kind),) if term.kind else ()
    return Entity(
        label=term.label,
        id=entity_id(term.label, term.name),
        name=term.name,
        name_en=term.name_en,
        aliases=tuple(sorted({*term.aliases} - {term.name})),
        properties=properties,
    )


def known_names(vocabulary: Vocabulary, on: str) -> Iterator[tuple[str, Entity]]:
    """Yield each name with the entity that it meant on the date ``on`` (EDTF, or empty: now)."""
    for label in LABELS:
        for term in vocabulary.terms(label):
            if term.kind in _UNNAMED_KINDS:
                continue
            for name in (term.name, term.name_en, *term.aliases):
                if name:
                    meant = vocabulary.lookup(name, label, on)
                    yield name, entity_of(meant[0] if meant else term)


@lru_cache(maxsize=16)
def scanner_of(vocabulary: Vocabulary, on: str) -> Scanner:
    """Return what finds the names that the vocabulary knows, as they were meant on the date ``on``."""
    return Scanner(known_names(vocabulary, on))
