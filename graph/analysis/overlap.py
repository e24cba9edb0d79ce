"""Where two programmes meet: OVERLAPS_WITH between their fields and missions.

Two fields meet by their areas; two missions by their technologies or, where the vocabulary knows
none, by their wording; a mission and a field where the mission's technologies fall in the field's
areas and no mission of that field meets it better. To share an area alone, or AI alone, makes no two
missions overlap. Pairs are found through an index of what the parts are about, never by trying all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.analysis.candidates import Names, candidates
from graph.analysis.concepts import Concepts
from graph.analysis.parts import Part, parts_of
from graph.analysis.similarity import (
    Measure,
    by_areas,
    by_technologies,
    by_wording,
    in_area,
    relation,
)
from graph.model import KnowledgeGraph, Statement
from graph.vocabulary import Vocabulary

LEAST = 0.3
"""Pairs with a lower score are left out."""

_UNLIKE_TECHNOLOGIES = 0.6
"""What like wording is worth where both sides' technologies are known and differ."""

_SHOWN = 3
"""How many shared technologies are told of two fields."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two parts of two programmes and how they meet."""

    left: Part
    right: Part
    measure: Measure

    @property
    def score(self) -> float:
        """From 0 to 1."""
        return self.measure.score


def overlaps(graph: KnowledgeGraph, vocabulary: Vocabulary) -> Iterator[Statement]:
    """Yield where any two programmes of ``graph`` meet, sorted by the ids of the two ends."""
    concepts = Concepts(vocabulary)
    parts = parts_of(graph, concepts)
    for overlap in find_overlaps(parts, concepts):
        yield _statement(overlap)


def find_overlaps(parts: tuple[Part, ...], concepts: Concepts) -> list[Overlap]:
    """Return the overlaps among ``parts``, sorted by the ids of their two ends."""
    names = Names(parts, concepts)
    same: list[tuple[Part, Part]] = []
    across: list[tuple[Part, Part]] = []
    for left, right in candidates(parts, concepts, names):
        (same if left.entity.label == right.entity.label else across).append((left, right))
    inside = _missions_by_field(parts)
    found = [Overlap(a, b, m) for a, b in same if (m := _compare(a, b, concepts, names, inside))]
    best = _best_by_mission(found)
    for a, b in across:
        mission, field = (a, b) if a.entity.label == "Mission" else (b, a)
        measure = _in_field(mission, field, concepts)
        if measure and measure.score > _met(best[mission.entity.id], field):
            found.append(Overlap(a, b, measure))
    kept = [o for o in found if round(o.score, 2) >= LEAST]
    return sorted(kept, key=lambda o: (o.left.entity.id, o.right.entity.id))


def _compare(
    a: Part, b: Part, concepts: Concepts, names: Names, inside: dict[str, list[Part]]
) -> Measure | None:
    worded = by_wording(names.pieces(a), names.pieces(b), names.rare, names.shared(a, b))
    if a.entity.label == "Field":
        areas = by_areas(a, b, concepts)
        if areas is None:
            return worded if not (a.areas and b.areas) else None
        return _with_technologies(areas, a, b, inside)
    shared = by_technologies(a, b, concepts)
    if shared is None:
        known = all(any(u.concept.telling for u in part.uses) for part in (a, b))
        if worded and known:
            return Measure(worded.score * _UNLIKE_TECHNOLOGIES, worded.basis)
        return worded
    if common := sorted(a.areas & b.areas):
        shared = shared.supported(0.2, f"area: {', '.join(common)}")
    return shared.supported(worded.score, worded.basis[0]) if worded else shared


def _with_technologies(
    measure: Measure, a: Part, b: Part, inside: dict[str, list[Part]]
) -> Measure:
    """Two fields of one area whose missions or texts name the same technologies."""
    left, right = (
        {
            u.concept.key: u
            for p in (part, *inside[part.entity.id])
            for u in p.uses
            if u.concept.telling
        }
        for part in (a, b)
    )
    for key in sorted(set(left) & set(right))[:_SHOWN]:
        statements = (*left[key].statements, *right[key].statements)
        said = f"shared technology: {left[key].concept.name}"
        measure = measure.supported(0.5, said, statements)
    return measure


def _in_field(mission: Part, field: Part, concepts: Concepts) -> Measure | None:
    measure = in_area(mission, field, concepts)
    if measure is None:
        return None
    for use in mission.uses:
        for other in field.uses:
            if use.concept.telling and (found := relation(use.concept, other.concept, concepts)):
                _, strength, said = found
                if strength > 0.7 and other.concept.telling:
                    statements = (*use.statements, *other.statements)
                    return measure.supported(strength, said, statements)
    return measure


def _missions_by_field(parts: Iterable[Part]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        for field in sorted(part.fields):
            found[field].append(part)
    return found


def _met(best: Iterable[tuple[Part, float]], field: Part) -> float:
    """How well a mission meets those of a field that stand in the field's own programme."""
    inside = (
        score
        for other, score in best
        if field.entity.id in other.fields and other.programmes & field.programmes
    )
    return max(inside, default=0.0)


def _best_by_mission(found: Iterable[Overlap]) -> dict[str, list[tuple[Part, float]]]:
    best: dict[str, list[tuple[Part, float]]] = defaultdict(list)
    for overlap in found:
        best[overlap.left.entity.id].append((overlap.right, overlap.score))
        best[overlap.right.entity.id].append((overlap.left, overlap.score))
    return best


def _statement(overlap: Overlap) -> Statement:
    listed = (*overlap.left.listed, *overlap.right.listed)
    backing = {s.id: s for s in (*listed, *overlap.measure.statements)}
    return Statement(
        overlap.left.entity,
        "OVERLAPS_WITH",
        overlap.right.entity,
        {"score": round(overlap.score, 2)},
        tuple(sorted({passage for s in backing.values() for passage in s.evidence})),
        derived=True,
        basis=(*dict.fromkeys(overlap.measure.basis), *sorted(backing)),
        rule="overlap",
    )
