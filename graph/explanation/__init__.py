"""KnowledgeGraph → why a node is what it is: its wordings, what joined them, what was kept from it.

Everything is read from the store: the readings of its documents, and the notes that nodes carry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graph.entities import MERGED
from graph.explanation.explained import Explained, Statements, Told, notes
from graph.explanation.near import near
from graph.explanation.worded import Owners, worded
from graph.model import Entity, KnowledgeGraph, name_key
from graph.vocabulary import Vocabulary

__all__ = ["Explained", "explain"]


def explain(
    graph: KnowledgeGraph, name: str, vocabulary: Vocabulary, ids: tuple[str, ...] = ()
) -> tuple[Explained, ...]:
    """Return an explanation of each entity that ``name`` may mean; none where it means nothing.

    ``name`` is an id or any name, in Korean or English, also one that only a document or the vocabulary
    uses; ``ids`` are entities that it is known to mean besides. Those whose own name it is come first.
    """
    owners = Owners(graph)
    meant = {*ids, *_meant(graph, name, vocabulary, owners)}
    found = sorted((e for e in graph.entities if e.id in meant), key=lambda e: _order(e, name))
    return tuple(_explained(graph, entity, vocabulary, owners) for entity in found)


def _meant(
    graph: KnowledgeGraph, name: str, vocabulary: Vocabulary, owners: Owners
) -> Iterator[str]:
    key = name_key(name)
    keys = {key, *(name_key(term.name) for term in vocabulary.lookup(name))} - {""}
    for entity in graph.entities:
        names = {name_key(n) for n in (entity.name, entity.name_en, *entity.aliases)}
        absorbed = {note.id for note in notes(entity, MERGED)}
        if name in (entity.id, *absorbed) or key in names - {""} or name_key(entity.name) in keys:
            yield entity.id
    for reading in graph.readings:
        for wording in reading.wordings:
            if key and name_key(wording.text) == key:
                yield from (owner for owner, _ in owners.of(wording, reading.document))


def _order(entity: Entity, name: str) -> tuple[bool, bool, str]:
    return entity.id != name, name_key(entity.name) != name_key(name), entity.id


def _explained(
    graph: KnowledgeGraph, entity: Entity, vocabulary: Vocabulary, owners: Owners
) -> Explained:
    wordings = worded(graph, entity, owners)
    used = {name_key(w.text) for w in wordings}
    unused = (n for n in (entity.name, entity.name_en, *entity.aliases) if n)
    return Explained(
        entity.id,
        entity.label,
        entity.name,
        entity.name_en,
        wordings,
        tuple(sorted({n for n in unused if name_key(n) not in used})),
        tuple(_statements(graph, entity)),
        near(graph, entity, vocabulary),
    )


def _statements(graph: KnowledgeGraph, entity: Entity) -> Iterator[Statements]:
    counts: dict[tuple[str, str], Counter[str]] = {}
    numbers: Counter[tuple[str, str]] = Counter()
    for statement in graph.statements:
        for end, one in (("subject", statement.subject), ("object", statement.object)):
            if one.id == entity.id:
                numbers[statement.predicate, end] += 1
                rules = counts.setdefault((statement.predicate, end), Counter())
                rules.update(statement.rule.split("; ") if statement.rule else ())
    for (predicate, end), rules in sorted(counts.items()):
        told = tuple(Told(rule, number) for rule, number in sorted(rules.items()))
        yield Statements(predicate, end, numbers[predicate, end], told)
