"""KnowledgeGraph → what follows from it, as derived statements with their basis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from graph.analysis.fields import missions_in_fields, technologies_in_fields, with_area_names
from graph.analysis.overlap import overlaps
from graph.model import KnowledgeGraph, Statement
from graph.vocabulary import Vocabulary

Derivation = Callable[[KnowledgeGraph, Vocabulary], Iterator[Statement]]

DERIVATIONS: tuple[Derivation, ...] = (missions_in_fields, technologies_in_fields, overlaps)
"""In order: each sees what those before it derived."""


Sieve = Callable[[Iterable[Statement]], Iterator[Statement]]


def derive(
    graph: KnowledgeGraph, vocabulary: Vocabulary, sieve: Sieve | None = None
) -> KnowledgeGraph:
    """Return ``graph`` with what follows from its stated statements, in place of earlier derivations.

    What ``sieve`` does not let through is not derived, and nothing is derived from it.
    """
    stated = tuple(s for s in graph.statements if not s.derived)
    known = with_area_names(replace(graph, statements=stated), vocabulary)
    for derivation in DERIVATIONS:
        derived = derivation(known, vocabulary)
        known = _with(known, sieve(derived) if sieve else derived)
    return known


def _with(graph: KnowledgeGraph, derived: Iterator[Statement]) -> KnowledgeGraph:
    whole = {s.key: s for s in (*graph.statements, *derived)}
    return replace(graph, statements=tuple(whole[key] for key in sorted(whole)))
