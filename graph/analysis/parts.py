"""The parts of programmes, their fields and missions, with what each is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.analysis.areas import areas_of
from graph.analysis.concepts import Concept, Concepts
from graph.analysis.wording import words_of
from graph.model import Entity, KnowledgeGraph, Statement, name_key

_MEANS_AFTER = re.compile(
    r"\s?(?:\([^)]*\))?\s?(?:기반(?!\s?(?:구축|조성|마련))|활용|접목|[을를]\s?(?:활용|이용|통)|-?(?:based|driven|enabled)\b)"
)
_MEANS_BEFORE = re.compile(r"\b(?:using|with|through|by)\s$", re.IGNORECASE)
_FOR = re.compile(r"\sfor\s", re.IGNORECASE)
AIM, _TOLD, MEANS = 1.0, 0.8, 0.6
"""What a technology counts that a name aims at, that is only told of a mission, that is its means."""


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Use:
    """A technology that a part is about, how much it counts, and the statements that say so."""

    concept: Concept
    weight: float
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A field or mission, with what it is about.

    ``programmes`` list it; ``line`` adds those that they are part of. ``areas`` are those that its
    name or its stated fields stand for, ``named`` those that a mission's name speaks of, ``fields`` the ids of the fields that it is in, ``own_fields``
    of those the ones that a programme lists which lists it too.
    """

    entity: Entity
    programmes: frozenset[str]
    line: frozenset[str]
    listed: tuple[Statement, ...]
    uses: tuple[Use, ...] = ()
    areas: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    own_fields: frozenset[str] = frozenset()

    def may_meet(self, other: Part) -> bool:
        """Say whether the two stand in different programmes, neither part of the other's."""
        return not (self.programmes & other.line or other.programmes & self.line)


def parts_of(graph: KnowledgeGraph, concepts: Concepts) -> tuple[Part, ...]:
    """Return all fields and missions that a programme lists, sorted by id."""
    by_predicate: dict[str, list[Statement]] = defaultdict(list)
    for statement in graph.statements:
        by_predicate[statement.predicate].append(statement)
    listed = _by_end(by_predicate["HAS_FIELD"] + by_predicate["HAS_MISSION"], subject=False)
    involved = _by_end(by_predicate["INVOLVES"], subject=True)
    placed = _by_end(by_predicate["IN_FIELD"], subject=True)
    above = _lines(by_predicate["PART_OF"])
    parts = (
        _part(listed[key], involved.get(key, ()), placed.get(key, ()), above, concepts)
        for key in sorted(listed)
    )
    lists = {key: frozenset(s.subject.id for s in some) for key, some in listed.items()}
    return tuple(
        replace(p, own_fields=frozenset(f for f in p.fields if lists.get(f, _NONE) & p.programmes))
        for p in parts
    )


def _by_end(statements: Iterable[Statement], subject: bool) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: s.key):
        found[(statement.subject if subject else statement.object).id].append(statement)
    return {key: tuple(some) for key, some in found.items()}


def _lines(part_of: Iterable[Statement]) -> dict[str, frozenset[str]]:
    """For each programme, all that it is part of."""
    direct: dict[str, set[str]] = defaultdict(set)
    for statement in part_of:
        if statement.subject.label == "Program":
            direct[statement.subject.id].add(statement.object.id)
    lines: dict[str, frozenset[str]] = {}
    for programme in sorted(direct):
        above: set[str] = set()
        waiting = [programme]
        while waiting:
            for up in direct.get(waiting.pop(), ()):
                if up not in above:
                    above.add(up)
                    waiting.append(up)
        lines[programme] = frozenset(above)
    return lines


def _part(
    listed: tuple[Statement, ...],
    involved: tuple[Statement, ...],
    placed: tuple[Statement, ...],
    above: Mapping[str, frozenset[str]],
    concepts: Concepts,
) -> Part:
    entity = listed[0].object
    programmes = frozenset(s.subject.id for s in listed)
    line = programmes.union(*(above.get(p, frozenset()) for p in programmes))
    if entity.label == "Field":
        names = [entity.name]
    else:
        names = [s.object.name for s in placed if not s.derived]
    areas = frozenset(a.name for name in names for a in concepts.field_areas(name))
    uses = uses_of(entity, listed, involved, concepts)
    fields = frozenset(s.object.id for s in placed)
    named = _named_areas(entity.name, concepts) if entity.label == "Mission" else frozenset()
    return Part(entity, programmes, line, listed, uses, areas, named, fields)


def _named_areas(name: str, concepts: Concepts) -> frozenset[str]:
    """The areas that single words of a name speak of, without those that serve all others."""
    found = (area for word in words_of(name) for area in areas_of(word, concepts.vocabulary))
    return frozenset(area.name for area in found if not concepts.enabling(area.name))


def uses_of(
    entity: Entity,
    listed: tuple[Statement, ...],
    involved: tuple[Statement, ...],
    concepts: Concepts,
) -> tuple[Use, ...]:
    """Return the technologies that ``entity`` is said to involve and those that its name contains."""
    weights: dict[str, float] = {}
    found: dict[str, Use] = {}
    if entity.label == "Mission" or not areas_of(entity.name, concepts.vocabulary):
        for concept, where in concepts.named_in(entity.name):
            weight = MEANS if _is_means(entity.name, where, concepts.is_tool(concept)) else AIM
            weights[concept.key] = max(weight, weights.get(concept.key, 0.0))
            found[concept.key] = Use(concept, weights[concept.key], listed)
    for statement in involved:
        concept = concepts.of(statement.object)
        named = name_key(statement.object.name) in name_key(entity.name)
        weight = weights.get(concept.key, AIM if named else _TOLD)
        said = found[concept.key].statements if concept.key in found else ()
        said = tuple(s for s in said if s not in listed)
        found[concept.key] = Use(concept, weight, (*said, statement))
    return tuple(found[key] for key in sorted(found))


def _is_means(name: str, where: range, tool: bool) -> bool:
    """Say whether a technology is what a name works with, not at: ``AI 기반 …``, ``AI for …``."""
    return bool(
        _MEANS_AFTER.match(name, where.stop)
        or _MEANS_BEFORE.search(name[: where.start])
        or (tool and _FOR.match(name, where.stop))
    )
