"""What two programmes share and what each has alone; the same questions as the canned queries.

``program-overlap``, ``only-in`` and ``bridging-organizations`` ask the database for these sets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import InputError
from graph.model import Entity
from graph.views.find import find_entity
from graph.views.material import Fact, Material
from graph.views.nearness import distances, neighbours
from graph.views.style import LABELS

_ACTS = frozenset({"LEADS", "PARTICIPATES_IN"})
_PARTS = frozenset({"HAS_FIELD", "HAS_MISSION"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A part of the left programme that overlaps with one of the right."""

    left: str
    right: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two programmes: their overlapping pairs, what stands in both, what ties them, what is alone.

    All but ``pairs`` are ids sorted by label and name; ``left_only`` and ``right_only`` hold fields,
    missions, technologies and laws, ``through`` what organizations and people among the ties act in.
    """

    left: Entity
    right: Entity
    pairs: tuple[Pair, ...]
    both: tuple[str, ...]
    ties: tuple[str, ...]
    through: tuple[str, ...]
    left_only: tuple[str, ...]
    right_only: tuple[str, ...]


def choose_programmes(material: Material, arguments: Iterable[str]) -> tuple[Entity, Entity]:
    """Return the two programmes named, or those two with the most overlaps between them.

    Raises :class:`InputError` when a name is unknown, or there are no two programmes.
    """
    named = [find_entity(material, name, "Program") for name in arguments]
    if len(named) == 2 and named[0].id != named[1].id:
        return named[0], named[1]
    if named:
        raise InputError("overlap needs the names of two different programmes, or none")
    programmes = material.labelled("Program")
    if len(programmes) < 2:
        known = ", ".join(p.name for p in programmes) or "none"
        raise InputError(f"overlap needs two programmes; the graph holds {known}")
    parts = {p.id: _parts(material, p.id) for p in programmes}
    overlaps = [f for f in material.facts if f.predicate == "OVERLAPS_WITH"]

    def between(a: str, b: str) -> tuple[int, int]:
        met = sum(
            1
            for f in overlaps
            if (f.source in parts[a] and f.target in parts[b])
            or (f.source in parts[b] and f.target in parts[a])
        )
        return met, len(parts[a] & parts[b])

    candidates = [(a, b) for n, a in enumerate(programmes) for b in programmes[n + 1 :]]
    return max(candidates, key=lambda ab: between(ab[0].id, ab[1].id))


def meet(material: Material, left: Entity, right: Entity) -> Meeting:
    """Compare two programmes of ``material``."""
    parts = (_parts(material, left.id), _parts(material, right.id))
    pairs = _pairs(material, *parts)
    paired = {p.left for p in pairs} | {p.right for p in pairs}
    technologies = (
        _technologies(material, left.id, parts[0]),
        _technologies(material, right.id, parts[1]),
    )
    direct = (_direct(material, left.id), _direct(material, right.id))
    actors = (_actors(material, left.id), _actors(material, right.id))
    ties = (technologies[0] & technologies[1]) | (direct[0] & direct[1]) | (actors[0] & actors[1])

    def alone(one: int) -> tuple[str, ...]:
        laws = {k for k in direct[one] - direct[1 - one] if material.entities[k].label == "Law"}
        own = (parts[one] - parts[1 - one] - paired) | (technologies[one] - technologies[1 - one])
        return _sorted(material, own | laws)

    both = parts[0] & parts[1]
    placed = {*both, *ties, *paired, *alone(0), *alone(1), left.id, right.id}
    through = {
        k for p in (left.id, right.id) for k in _ways(material, p, ties & (actors[0] & actors[1]))
    }
    return Meeting(
        left,
        right,
        pairs,
        _sorted(material, both),
        _sorted(material, ties - both),
        _sorted(material, through - placed),
        alone(0),
        alone(1),
    )


def _sorted(material: Material, ids: Iterable[str]) -> tuple[str, ...]:
    order = {label: number for number, label in enumerate(LABELS)}
    entities = material.entities
    return tuple(sorted(ids, key=lambda k: (order.get(entities[k].label, 99), entities[k].name, k)))


def _parts(material: Material, programme: str) -> set[str]:
    return {f.target for f in material.facts if f.source == programme and f.predicate in _PARTS}


def _pairs(material: Material, left: set[str], right: set[str]) -> tuple[Pair, ...]:
    pairs: list[Pair] = []
    for fact in material.facts:
        if fact.predicate == "OVERLAPS_WITH":
            if fact.source in left and fact.target in right:
                pairs.append(Pair(fact.source, fact.target, fact))
            elif fact.target in left and fact.source in right:
                pairs.append(Pair(fact.target, fact.source, fact))
    return tuple(sorted(pairs, key=lambda p: (-p.fact.score, p.left, p.right)))


def _technologies(material: Material, programme: str, parts: set[str]) -> set[str]:
    return {
        f.target
        for f in material.facts
        if f.predicate == "INVOLVES" and (f.source == programme or f.source in parts)
    }


def _direct(material: Material, programme: str) -> set[str]:
    """Years aimed at, laws and events of the programme itself."""
    found: set[str] = set()
    for fact in material.facts:
        if fact.predicate == "TARGETS_YEAR" and fact.source == programme:
            found.add(fact.target)
        elif fact.predicate in ("GOVERNS", "ABOUT") and fact.target == programme:
            found.add(fact.source)
    return found


def _actors(material: Material, programme: str) -> set[str]:
    """Organizations and people who lead or take part, by themselves or by a part of theirs.

    They act on the programme, a mission of it, an organization that acts on it, or an event about it,
    or develop a technology that it involves.
    """
    into: dict[tuple[str, str], set[str]] = defaultdict(set)
    out: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in material.facts:
        into[(fact.predicate, fact.target)].add(fact.source)
        out[(fact.predicate, fact.source)].add(fact.target)

    def acting_on(key: str) -> set[str]:
        return {who for predicate in _ACTS for who in into[(predicate, key)]}

    missions = out[("HAS_MISSION", programme)]
    direct = acting_on(programme)
    through = [programme, *missions, *(w for w in direct if _is(material, w, "Organization"))]
    found = {who for key in through for who in acting_on(key)}
    for event in into[("ABOUT", programme)]:
        found |= acting_on(event) | into[("HOSTS", event)]
    for key in (programme, *missions):
        for technology in out[("INVOLVES", key)]:
            found |= into[("DEVELOPS", technology)]
    parents = {p for who in found for p in out[("PART_OF", who)]}
    return found | parents | {p for who in parents for p in out[("PART_OF", who)]}


def _ways(material: Material, programme: str, actors: Iterable[str]) -> set[str]:
    """What lies on a shortest way from each of ``actors`` to the programme."""
    near = neighbours(material)
    steps = distances(material, near, programme)
    found: set[str] = set()
    for actor in actors:
        at = actor
        while steps.get(at, 0) > 1:
            at = min(k for k in near[at] if steps.get(k, -1) == steps[at] - 1)
            found.add(at)
    return found


def _is(material: Material, key: str, label: str) -> bool:
    return material.entities[key].label == label
