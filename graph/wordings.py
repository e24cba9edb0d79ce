"""Which wordings of a document came to mean which entity, and by what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.mentions.aliases import short_forms
from graph.model import Document, Entity, Names, Statement, Wording, entity_id, name_key
from graph.vocabulary import FILES, Vocabulary

_LONG = 120
"""A sentence that introduces a short form is quoted up to so many characters."""


def find_wordings(
    document: Document, names: Names, statements: Sequence[Statement], vocabulary: Vocabulary
) -> tuple[Wording, ...]:
    """Return how ``document`` words the entities of its statements, by entity and wording."""
    entities = {e.id: e for s in statements for e in (s.subject, s.object)}
    places: dict[tuple[str, str], set[int]] = defaultdict(set)
    for mention in names.mentions:
        if mention.entity.id in entities:
            word = _one_line(document.slice(mention.span))
            places[mention.entity.id, word].add(mention.span.start)
    for key, word, start in _in_quotes(statements, {key for key, _ in places}):
        places[key, word].add(start)
    introduced = _introduced(document, names)
    on = document.source.published
    return tuple(
        Wording(
            key,
            word,
            *_origin(word, entities[key], introduced, vocabulary, on),
            tuple(sorted(starts)),
        )
        for (key, word), starts in sorted(places.items())
    )


def _in_quotes(statements: Sequence[Statement], found: set[str]) -> Iterator[tuple[str, str, int]]:
    """Where entities that no name finder found (people, missions, departments) stand in the quotes."""
    for statement in statements:
        for entity in (statement.subject, statement.object):
            for passage in statement.evidence if entity.id not in found else ():
                at = passage.quote.find(entity.name)
                if at >= 0:
                    yield entity.id, entity.name, passage.start + at


def _introduced(document: Document, names: Names) -> dict[tuple[str, str], str]:
    """The short forms that the document defines: entity and form → the words that define it."""
    found: dict[tuple[str, str], str] = {}
    for mention in names.mentions:
        for short in short_forms(document.text, mention.span):
            end = document.text.find(short, mention.span.start) + len(short)
            words = _one_line(document.text[mention.span.start : end + 1])
            found.setdefault((mention.entity.id, name_key(short)), words[:_LONG])
    return found


def _origin(
    word: str,
    entity: Entity,
    introduced: dict[tuple[str, str], str],
    vocabulary: Vocabulary,
    on: str,
) -> tuple[str, str]:
    """How ``word`` came to mean ``entity``, and the row or sentence that says so."""
    key = name_key(word)
    definition = introduced.get((entity.id, key))
    if definition and key != name_key(entity.name):
        return "introduced", f"the document defines it: {definition}"
    for term in vocabulary.lookup(word, entity.label, on):
        if entity_id(term.label, term.name) == entity.id:
            return "vocabulary", f"row {term.name} of {FILES[term.label]}"
    if key == name_key(entity.name):
        return "name", "its own name"
    return "form", f"another form of {entity.name} in the document"


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
