"""Where two programmes meet: OVERLAPS_WITH between their fields and missions.

Two fields meet by their areas; two missions by their technologies or, where the vocabulary knows
none, by their wording; a mission and a field where the mission's technologies fall in the field's
areas and no mission of that field meets it better. To share an area alone, or AI alone, makes no two
missions overlap. Pairs are found through an index of what the parts are about, never by trying all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappush, heappushpop

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
    later = candidates(parts, concepts, names)
    strongest = _Strongest()
    met: dict[tuple[str, str], float] = defaultdict(float)
    for a, b in _pairs(parts, later, mixed=False):
        measure = comparison.fields(a, b) if _is_field(a) else comparison.missions(a, b)
        if measure and (overlap := Overlap(a, b, measure)).score >= LEAST:
            strongest.add(overlap)
            _note(met, overlap)
    for a, b in _pairs(parts, later, mixed=True):
        mission, field = (b, a) if _is_field(a) else (a, b)
        measure = comparison.mission_and_field(mission, field)
        least = met.get((mission.entity.id, field.entity.id), 0.0)
        if measure and (overlap := Overlap(a, b, measure)).score >= LEAST and overlap.score > least:
            strongest.add(overlap)
    return strongest.found()


def _is_field(part: Part) -> bool:
    return part.entity.label == "Field"


def _pairs(
    parts: tuple[Part, ...], later: list[set[int]], mixed: bool
) -> Iterator[tuple[Part, Part]]:
    """Pairs of a mission and a field, or else of two fields or two missions."""
    for part, others in zip(parts, later, strict=True):
        for other in sorted(others):
            if mixed == (_is_field(part) != _is_field(parts[other])):
                yield part, parts[other]


def _note(met: dict[tuple[str, str], float], overlap: Overlap) -> None:
    """Note how well each end meets the missions of the fields that the other end is in."""
    for end, other in ((overlap.left, overlap.right), (overlap.right, overlap.left)):
        for field in other.own_fields:
            key = (end.entity.id, field)
            met[key] = max(met[key], overlap.score)


class _Strongest:
    """Keeps the pairs that are among the strongest of one of their ends, and forgets the others."""

    def __init__(self) -> None:
        self._by_end: dict[str, list[tuple[float, int, Overlap]]] = defaultdict(list)
        self._count = 0

    def add(self, overlap: Overlap) -> None:
        """Take a pair; of equally strong ones the first that came is the stronger."""
        self._count += 1
        for end in overlap.ends:
            row = (overlap.score, -self._count, overlap)
            if len(self._by_end[end]) < STRONGEST:
                heappush(self._by_end[end], row)
            else:
                heappushpop(self._by_end[end], row)

    def found(self) -> list[Overlap]:
        """Return the pairs kept, sorted by the ids of the ends."""
        kept = {o.ends: o for rows in self._by_end.values() for _, _, o in rows}
        return [kept[ends] for ends in sorted(kept)]


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
