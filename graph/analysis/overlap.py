"""Where two programmes meet: OVERLAPS_WITH between their fields and missions.

Two fields meet by their areas; two missions by their technologies or, where the vocabulary knows
none, by their wording; a mission and a field where the mission's technologies fall in the field's
areas and no mission of that field meets it better. To share an area alone, or AI alone, makes no two
missions overlap. Pairs are found through an index of what the parts are about, never by trying all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.analysis.candidates import Names, candidates
from graph.analysis.comparison import Comparison
from graph.analysis.concepts import Concepts
from graph.analysis.parts import Part, parts_of
from graph.analysis.relations import Relations
from graph.analysis.similarity import Measure
from graph.model import KnowledgeGraph, Statement
from graph.vocabulary import Vocabulary

LEAST = 0.3
"""Pairs with a lower score are left out."""

STRONGEST = 25
"""A pair is kept if it is among so many strongest of one of its ends: nobody reads on after that."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two parts of two programmes and how they meet."""

    left: Part
    right: Part
    measure: Measure

    @property
    def score(self) -> float:
        """From 0 to 1, rounded to what the measures can tell."""
        return round(self.measure.score, 2)

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the two ends, in order."""
        return self.left.entity.id, self.right.entity.id


def overlaps(graph: KnowledgeGraph, vocabulary: Vocabulary) -> Iterator[Statement]:
    """Yield where any two programmes of ``graph`` meet, sorted by the ids of the two ends."""
    concepts = Concepts(vocabulary)
    for overlap in find_overlaps(parts_of(graph, concepts), concepts):
        yield _statement(overlap)


def find_overlaps(parts: tuple[Part, ...], concepts: Concepts) -> list[Overlap]:
    """Return the overlaps among ``parts``, which are sorted by id, by the ids of their ends."""
    names = Names(parts, concepts)
    comparison = Comparison(parts, names, Relations(concepts))
    alike, mixed = _sorted_out(candidates(parts, concepts, names))
    found: list[Overlap] = []
    for a, b in alike:
        measure = comparison.fields(a, b) if _is_field(a) else comparison.missions(a, b)
        if measure:
            found.append(Overlap(a, b, measure))
    met = _met(found)
    for a, b in mixed:
        mission, field = (b, a) if _is_field(a) else (a, b)
        measure = comparison.mission_and_field(mission, field)
        if measure:
            overlap = Overlap(a, b, measure)
            if overlap.score > met.get((mission.entity.id, field.entity.id), 0.0):
                found.append(overlap)
    return _strongest(o for o in found if o.score >= LEAST)


def _is_field(part: Part) -> bool:
    return part.entity.label == "Field"


def _sorted_out(
    pairs: Iterable[tuple[Part, Part]],
) -> tuple[list[tuple[Part, Part]], list[tuple[Part, Part]]]:
    """Pairs of two fields or two missions, and pairs of a mission and a field."""
    alike: list[tuple[Part, Part]] = []
    mixed: list[tuple[Part, Part]] = []
    for a, b in pairs:
        (alike if _is_field(a) == _is_field(b) else mixed).append((a, b))
    return alike, mixed


def _met(found: Iterable[Overlap]) -> dict[tuple[str, str], float]:
    """How well a mission meets the missions of a field, by the ids of mission and field."""
    best: dict[tuple[str, str], float] = defaultdict(float)
    for overlap in found:
        for mission, other in (
            (overlap.left, overlap.right),
            (overlap.right, overlap.left),
        ):
            for field in other.own_fields:
                key = (mission.entity.id, field)
                best[key] = max(best[key], overlap.score)
    return best


def _strongest(found: Iterable[Overlap]) -> list[Overlap]:
    """The pairs that are among the strongest of one of their ends, sorted by the ids of the ends."""
    seen: Counter[str] = Counter()
    kept: list[Overlap] = []
    for overlap in sorted(found, key=lambda o: (-o.score, o.ends)):
        if any(seen[end] < STRONGEST for end in overlap.ends):
            kept.append(overlap)
        seen.update(overlap.ends)
    return sorted(kept, key=lambda o: o.ends)


def _statement(overlap: Overlap) -> Statement:
    listed = (*overlap.left.listed, *overlap.right.listed)
    backing = {s.id: s for s in (*listed, *overlap.measure.statements)}
    return Statement(
        overlap.left.entity,
        "OVERLAPS_WITH",
        overlap.right.entity,
        {"score": overlap.score},
        tuple(sorted({passage for s in backing.values() for passage in s.evidence})),
        derived=True,
        basis=(*dict.fromkeys(overlap.measure.basis), *sorted(backing)),
        rule="overlap",
    )
