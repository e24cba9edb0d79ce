"""Entities that could be taken for another, and why they are not it."""

from __future__ import annotations

from collections.abc import Iterable

from graph.entities import APART, likeness
from graph.explanation.explained import Near, notes
from graph.model import Entity, KnowledgeGraph, name_key
from graph.vocabulary import FILES, Vocabulary

_ALIKE = 0.75
_MOST = 8
_PLACED_BY = ("HOLDS_POSITION", "PART_OF")
_NEVER = ("Year",)


def near(graph: KnowledgeGraph, entity: Entity, vocabulary: Vocabulary) -> tuple[Near, ...]:
    """Return what is kept from ``entity`` by decision, then what has a like name, the likest first.

    Names are alike that are equal, that share another name, that begin or end with one another, or whose
    letters agree to three quarters.
    """
    if entity.label in _NEVER:
        return ()
    decided = {note.id: note for note in notes(entity, APART)}
    found = [Near(n.id, n.name, likeness(n.name, entity.name), n.reason) for n in decided.values()]
    alike = []
    for other in graph.entities:
        if other.label == entity.label and other.id != entity.id and other.id not in decided:
            score = likeness(other.name, entity.name)
            if score >= _ALIKE or _touch(entity, other):
                why = _why(graph, entity, other, vocabulary)
                alike.append(Near(other.id, other.name, score, why))
    return (*found, *sorted(alike, key=lambda n: (-n.score, n.id))[:_MOST])


def _touch(one: Entity, other: Entity) -> bool:
    short, long = sorted((name_key(one.name), name_key(other.name)), key=len)
    if len(short) > 1 and (long.startswith(short) or long.endswith(short)):
        return True
    return bool(_keys(one) & _keys(other))


def _keys(entity: Entity) -> set[str]:
    return {name_key(n) for n in (entity.name, entity.name_en, *entity.aliases)} - {""}


def _why(graph: KnowledgeGraph, entity: Entity, other: Entity, vocabulary: Vocabulary) -> str:
    if all(vocabulary.term(e.label, e.name) for e in (entity, other)):
        return f"each has a row of its own in {FILES[entity.label]}"
    if name_key(entity.name) != name_key(other.name):
        shared = sorted(_keys(entity) & _keys(other))
        told = f" though both go by {shared[0]!r}" if shared else ""
        return f"another name, and no rule or decision joins them{told}"
    here, there = _places(graph, entity), _places(graph, other)
    if here and there:
        return f"of the same name, but of {_listed(there)}, not of {_listed(here)}"
    return f"of the same name, but it is not said where {'both belong' if not there else 'this belongs'}"


def _places(graph: KnowledgeGraph, entity: Entity) -> list[str]:
    """Where a person holds a post, what a department is part of."""
    return sorted(
        {
            s.object.name
            for s in graph.statements
            if s.subject.id == entity.id and s.predicate in _PLACED_BY
        }
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
