"""The measures of how two parts of programmes meet, each with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.analysis.concepts import Concepts
from graph.analysis.parts import MEANS, Part, Use
from graph.analysis.relations import Relation, Relations
from graph.analysis.wording import likeness
from graph.model import Statement

SAME_AREA, BROADER_AREA = 0.9, 0.6
"""Fields of one area; a field whose area is part of the other's."""

IN_AREA = 0.7
"""A mission whose technology belongs to the other programme's field."""

WORDING = 0.6
"""Two names that say the same in words which the vocabulary does not know."""

_LOOSELY = 0.7
"""What is left where only an area is named, or the area is one that serves all others."""

_SUPPORT = 0.3
"""What a further agreement adds of what is missing to 1."""

_TOOL_ONLY, _TOOL_BESIDE_AIM = 0.3, 0.6
"""What is left where only a general tool is shared: aims known to differ; one aim unknown."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A score from 0 to 1, readable lines saying why, and the statements relied on."""

    score: float
    basis: tuple[str, ...]
    statements: tuple[Statement, ...] = ()

    def supported(
        self, score: float, basis: str, statements: tuple[Statement, ...] = ()
    ) -> Measure:
        """Return this measure with a further agreement."""
        more = self.score + (1 - self.score) * _SUPPORT * score
        return Measure(more, (*self.basis, basis), (*self.statements, *statements))


@dataclass(frozen=True, slots=True)
class _Link:
    left: Use
    right: Use
    score: float
    relation: Relation


def by_technologies(a: Part, b: Part, relations: Relations) -> Measure | None:
    """Compare what two missions are about: the same technologies, or one broader than the other."""
    measure: Measure | None = None
    for link in _best_links(a.uses, b.uses, relations):
        share = _tool_share(a, b, link, relations.concepts) if link.relation.tool else 1.0
        said = (*link.left.statements, *link.right.statements)
        if measure is None:
            measure = Measure(link.score * share, (link.relation.basis,), said)
        else:
            measure = measure.supported(link.score * share, link.relation.basis, said)
    return measure


def _best_links(left: tuple[Use, ...], right: tuple[Use, ...], relations: Relations) -> list[_Link]:
    """The strongest links, no use in two of them."""
    links = [
        _Link(u, v, found.strength * min(u.weight, v.weight), found)
        for u in left
        for v in right
        if (found := relations.between(u.concept, v.concept))
    ]
    links.sort(key=lambda link: (-link.score, link.relation.basis))
    chosen: list[_Link] = []
    for link in links:
        if not any(link.left is c.left or link.right is c.right for c in chosen):
            chosen.append(link)
    return chosen


def _tool_share(a: Part, b: Part, link: _Link, concepts: Concepts) -> float:
    """What a shared tool is worth: little where the aims are known to differ."""
    left, right = (_aims(part, link, concepts) for part in (a, b))
    if left & right or not (left or right):
        return 1.0
    return _TOOL_ONLY if left and right else _TOOL_BESIDE_AIM


def _aims(part: Part, link: _Link, concepts: Concepts) -> set[str]:
    """The areas that a part aims at besides the tool: those of its technologies and its fields."""
    others = [u.concept for u in part.uses if u.concept.key != link.relation.shared.key]
    firsts = {c.areas[0] for c in others if c.areas} | part.areas | part.named
    return {area for area in firsts if not concepts.enabling(area)}


def by_areas(a: Part, b: Part, concepts: Concepts) -> Measure | None:
    """Compare two fields by the areas that their names stand for."""
    same = sorted(a.areas & b.areas)
    if same:
        score = SAME_AREA * (0.5 + 0.5 * len(same) / len(a.areas | b.areas))
        return Measure(score, tuple(f"area: {name}" for name in same))
    best: tuple[float, str] | None = None
    for low, high in ((a, b), (b, a)):
        for name in sorted(low.areas):
            for up, steps in concepts.areas_above(name).items():
                if up in high.areas and (best is None or BROADER_AREA**steps > best[0]):
                    best = (BROADER_AREA**steps, f"area: {name} → {up}")
    return Measure(best[0], (best[1],)) if best else None


def in_area(mission: Part, field: Part, concepts: Concepts) -> Measure | None:
    """Measure how well a mission's technologies fall in a field's areas.

    Where none is known that tells more than an area, the areas count that its name speaks of.
    """
    telling = [u for u in mission.uses if u.concept.telling]
    measures = [_use_in_area(u, field, concepts) for u in telling or mission.uses]
    best = max((m for m in measures if m), key=lambda m: (m.score, m.basis), default=None)
    if best or telling:
        return best
    named = sorted(mission.named & field.areas)
    return Measure(IN_AREA * _LOOSELY, (f"area named: {named[0]}",)) if named else None


def _use_in_area(use: Use, field: Part, concepts: Concepts) -> Measure | None:
    concept = use.concept
    fit, area = concepts.fit(concept, field.areas)
    if not fit or (use.weight == MEANS and not concept.telling):
        return None
    beside = concepts.enabling(area) and concept.areas[0] != area
    loosely = beside or not concept.telling
    score = IN_AREA * fit * use.weight * (_LOOSELY if loosely else 1.0)
    return Measure(score, (f"area: {concept.name} → {area}",), use.statements)


def by_wording(
    a: frozenset[str], b: frozenset[str], rare: Mapping[str, float], words: tuple[str, ...]
) -> Measure | None:
    """Compare the telling pieces of two names; ``words`` are those to show."""
    share = likeness(a, b, rare)
    return Measure(WORDING * share, (f"wording: {', '.join(words)}",)) if share and words else None
