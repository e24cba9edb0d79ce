"""Fields under the names of their areas, and missions placed in fields by their technologies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from graph.analysis.areas import areas_of
from graph.model import Entity, KnowledgeGraph, Statement
from graph.vocabulary import Vocabulary


def with_area_names(graph: KnowledgeGraph, vocabulary: Vocabulary) -> KnowledgeGraph:
    """Give each field the names of its areas, so that it is found as ``quantum`` or ``AI``."""
    named = {e.id: _named(e, vocabulary) for e in graph.entities if e.label == "Field"}
    statements = tuple(
        replace(
            s, subject=named.get(s.subject.id, s.subject), object=named.get(s.object.id, s.object)
        )
        for s in graph.statements
    )
    return replace(graph, statements=statements)


def _named(field: Entity, vocabulary: Vocabulary) -> Entity:
    areas = areas_of(field.name, vocabulary)
    names = {n for a in areas for n in (a.name, a.name_en, *a.aliases) if n}
    english = " and ".join(a.name_en for a in areas if a.name_en)
    aliases = tuple(sorted({*field.aliases, *names} - {field.name, english}))
    return replace(field, name_en=field.name_en or english, aliases=aliases)


def missions_in_fields(graph: KnowledgeGraph, vocabulary: Vocabulary) -> Iterator[Statement]:
    """A mission without a stated field is in the field that all its technologies belong to.

    Only where one field of the graph answers to the area, so that nothing is guessed.
    """
    placed = {s.subject.id for s in graph.statements if s.predicate == "IN_FIELD"}
    by_area = _fields_by_area(graph, vocabulary)
    for mission, involved in _technologies(graph).items():
        if mission in placed:
            continue
        areas = [_areas(s, vocabulary) for s in involved]
        shared = frozenset.intersection(*areas) if areas else frozenset()
        fields = {f.id: f for area in sorted(shared) for f in by_area.get(area, ())}
        if len(fields) == 1:
            field = next(iter(fields.values()))
            names = ", ".join(sorted(s.object.name for s in involved))
            yield Statement(
                involved[0].subject,
                "IN_FIELD",
                field,
                evidence=tuple(sorted({e for s in involved for e in s.evidence})),
                derived=True,
                basis=(
                    f"technologies of the field {field.name}: {names}",
                    *sorted(s.id for s in involved),
                ),
                rule="field-of-technologies",
            )


def _technologies(graph: KnowledgeGraph) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in graph.statements:
        if statement.predicate == "INVOLVES" and statement.subject.label == "Mission":
            found[statement.subject.id].append(statement)
    return dict(sorted(found.items()))


def _areas(statement: Statement, vocabulary: Vocabulary) -> frozenset[str]:
    term = vocabulary.term("Technology", statement.object.name)
    return frozenset(term.fields) if term else frozenset()


def _fields_by_area(graph: KnowledgeGraph, vocabulary: Vocabulary) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in graph.entities:
        if entity.label == "Field":
            for area in areas_of(entity.name, vocabulary):
                found[area.name].append(entity)
    return found
