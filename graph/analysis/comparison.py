"""Compares two parts of programmes with every measure that applies to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.analysis.candidates import Names
from graph.analysis.parts import Part, Use
from graph.analysis.relations import Relations
from graph.analysis.similarity import Measure, by_areas, by_technologies, by_wording, in_area

_UNLIKE_TECHNOLOGIES = 0.6
"""What like wording is worth where both sides' technologies are known and differ."""

_COMMON_AREA, _COMMON_TECHNOLOGY = 0.2, 0.5
"""How much a common area supports two missions, a common technology two fields."""

_NEAR = 0.7
"""How near a technology of a mission must be to one that a field speaks of, to support the two."""

_SHOWN = 3
"""How many common technologies are told of two fields."""


class Comparison:
    """Compares ``parts`` of programmes in pairs."""

    def __init__(self, parts: Iterable[Part], names: Names, relations: Relations) -> None:
        self._names = names
        self._relations = relations
        self._inside: dict[str, list[Part]] = defaultdict(list)
        for part in parts:
            for field in sorted(part.own_fields):
                self._inside[field].append(part)

    def fields(self, a: Part, b: Part) -> Measure | None:
        """Compare two fields by their areas; by their names where an area is not known."""
        areas = by_areas(a, b, self._relations.concepts)
        if areas is None:
            return None if a.areas and b.areas else self._wording(a, b)
        left, right = self._spoken_of(a), self._spoken_of(b)
        for key in sorted(left.keys() & right.keys())[:_SHOWN]:
            statements = (*left[key].statements, *right[key].statements)
            said = f"shared technology: {left[key].concept.name}"
            areas = areas.supported(_COMMON_TECHNOLOGY, said, statements)
        return areas

    def missions(self, a: Part, b: Part) -> Measure | None:
        """Compare two missions by their technologies; by their names where none is shared."""
        wording = self._wording(a, b)
        shared = by_technologies(a, b, self._relations)
        if shared is None:
            known = all(any(u.concept.telling for u in part.uses) for part in (a, b))
            if wording and known:
                return Measure(wording.score * _UNLIKE_TECHNOLOGIES, wording.basis)
            return wording
        if common := sorted(a.areas & b.areas):
            shared = shared.supported(_COMMON_AREA, f"area: {', '.join(common)}")
        return shared.supported(wording.score, wording.basis[0]) if wording else shared

    def mission_and_field(self, mission: Part, field: Part) -> Measure | None:
        """Compare a mission with a field by the areas of the mission's technologies."""
        measure = in_area(mission, field, self._relations.concepts)
        if measure is None:
            return None
        near = [
            (found.strength, found.basis, (*use.statements, *other.statements))
            for use in mission.uses
            for other in field.uses
            if (found := self._relations.between(use.concept, other.concept))
            and found.strength >= _NEAR
            and not found.tool
        ]
        if not near:
            return measure
        strength, said, statements = max(near, key=lambda n: (n[0], n[1]))
        return measure.supported(strength, said, statements)

    def _spoken_of(self, field: Part) -> dict[str, Use]:
        """The technologies that a field and its own programme's missions in it speak of."""
        own = self._inside[field.entity.id]
        return {u.concept.key: u for p in (field, *own) for u in p.uses if u.concept.telling}

    def _wording(self, a: Part, b: Part) -> Measure | None:
        left, right = self._names.pieces(a), self._names.pieces(b)
        if left.isdisjoint(right):
            return None
        return by_wording(left, right, self._names.rare, self._names.shared(a, b))
