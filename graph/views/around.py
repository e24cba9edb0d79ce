"""One entity in the middle, its neighbours beside it by what joins them; a second step on demand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import InputError
from graph.model import Entity
from graph.views.bands import NARROW
from graph.views.find import find_entity
from graph.views.material import Material
from graph.views.measure import LINE, lines_needed
from graph.views.scene import Counts, Heading, Layout, Place, Scene
from graph.views.style import PREDICATES, predicate_style

_CELL = 226.0
_HEAD = 26.0
_GAP = 12.0
_ROW = 8.0
_MOST = (22, 30, 40, 52, 70, 100, 150, 250, 1000)
"""Names in a column, the first number that brings the layout near the shape of a screen."""

_SHAPE = 1.7


@dataclass(frozen=True, slots=True)
class Group:
    """The neighbours that one predicate joins in one direction."""

    predicate: str
    outward: bool
    entities: tuple[Entity, ...]

    @property
    def captions(self) -> tuple[str, str]:
        """What the group is called, in Korean and English."""
        style = predicate_style(self.predicate)
        return (style.ko, style.en) if self.outward else (style.back, style.en_back)


def around(material: Material, arguments: Sequence[str], title: str) -> Scene:
    """Compose the neighbourhood of the entity that ``arguments`` name, one step and two."""
    if not arguments:
        raise InputError("around needs a name: moonshot render --view around NAME")
    centre = find_entity(material, " ".join(arguments))
    groups = _groups(material, centre)
    first = {entity.id for group in groups for entity in group.entities}
    second = _second(material, centre, first)
    shown = material.select({centre.id, *first, *(e.id for _, found in second for e in found)})
    return Scene(
        view="around",
        title=title or f"{centre.name} 둘레",
        title_en=title or f"Around {centre.name_en or centre.name}",
        material=shown,
        layouts=(
            _wide(centre, groups),
            _narrow(centre, groups),
            *((_wide(centre, groups, second), _narrow(centre, groups, second)) if second else ()),
        ),
        focus=(centre.id,),
        counts=(
            Counts("이웃", "neighbours", len(first)),
            Counts("두 걸음", "two steps away", sum(len(found) for _, found in second)),
        ),
    )


def _groups(material: Material, centre: Entity) -> list[Group]:
    """Each neighbour once, under the first predicate that joins it."""
    found: dict[tuple[str, bool], dict[str, Entity]] = defaultdict(dict)
    for fact in material.facts:
        if fact.source == centre.id:
            found[(fact.predicate, True)][fact.target] = material.entities[fact.target]
        elif fact.target == centre.id:
            found[(fact.predicate, False)][fact.source] = material.entities[fact.source]
    order = {name: number for number, name in enumerate(PREDICATES)}
    seen: set[str] = set()
    groups: list[Group] = []
    for key in sorted(found, key=lambda k: (order.get(k[0], 99), k[0], not k[1])):
        fresh = [e for i, e in found[key].items() if i not in seen]
        seen.update(e.id for e in fresh)
        if fresh:
            groups.append(Group(*key, tuple(sorted(fresh, key=lambda e: (e.name, e.id)))))
    return groups


def _second(
    material: Material, centre: Entity, first: set[str]
) -> list[tuple[Entity, tuple[Entity, ...]]]:
    """What is two steps away, under the neighbour that leads there first."""
    seen = {centre.id, *first}
    found: dict[str, list[Entity]] = defaultdict(list)
    for fact in material.facts:
        for near, far in ((fact.source, fact.target), (fact.target, fact.source)):
            if near in first and far not in seen:
                seen.add(far)
                found[near].append(material.entities[far])
    entities = material.entities
    return [
        (entities[k], tuple(sorted(found[k], key=lambda e: (e.label, e.name, e.id))))
        for k in sorted(found, key=lambda k: (entities[k].name, k))
    ]


def _row(entity: Entity, cell: float) -> float:
    return min(lines_needed(entity.name, cell - 30), 2) * LINE + _ROW


def _wide(
    centre: Entity,
    groups: Sequence[Group],
    second: Sequence[tuple[Entity, tuple[Entity, ...]]] = (),
) -> Layout:
    """Groups in columns on both sides of the centre; the second step in columns beyond."""
    for most in _MOST:
        layout = _spread(centre, groups, second, most)
        across, down = layout.extent
        if across <= down * _SHAPE:
            break
    return layout


def _spread(
    centre: Entity,
    groups: Sequence[Group],
    second: Sequence[tuple[Entity, tuple[Entity, ...]]],
    most: int,
) -> Layout:
    columns = [column for group in groups for column in _columns(group, most)]
    left, right = _sides(columns)
    beyond = _stacks(_beyond(second, most), most)
    places: list[Place] = []
    headings: list[Heading] = []
    stacks_left, stacks_right = _stacks(left, most), _stacks(right, most)
    far_left, far_right = beyond[: len(beyond) // 2], beyond[len(beyond) // 2 :]
    x = 0.0
    middles: list[float] = []
    for stack in [*far_left, *reversed(stacks_left), None, *stacks_right, *far_right]:
        if stack is None:
            middles.append(x)
            x += _CELL + 60
            continue
        _stack(stack, x, places, headings, mirrored=not middles)
        x += _CELL + 14
    deepest = max([p.y + p.height for p in places], default=0.0)
    places.append(Place(centre.id, middles[0] + 30, max(0.0, deepest / 2 - 20), _CELL, 40))
    return Layout("wide", tuple(places), tuple(headings), steps=2 if second else 1)


_Column = tuple[str, str, str, int, tuple[Entity, ...]]
"""Korean and English heading, label, total count, entities."""


def _columns(group: Group, most: int) -> list[_Column]:
    ko, en = group.captions
    count = len(group.entities)
    pieces = [group.entities[at : at + most] for at in range(0, count, most)]
    return [(ko, en, "", count, piece) for piece in pieces]


def _beyond(second: Sequence[tuple[Entity, tuple[Entity, ...]]], most: int) -> list[_Column]:
    return [
        (near.name, near.name_en or near.name, near.label, len(found), found[at : at + most])
        for near, found in second
        for at in range(0, len(found), most)
    ]


def _height(column: _Column) -> float:
    return _HEAD + sum(_row(entity, _CELL) for entity in column[4]) + _GAP


def _sides(columns: list[_Column]) -> tuple[list[_Column], list[_Column]]:
    """Fill the lower side first, in order."""
    left: list[_Column] = []
    right: list[_Column] = []
    for column in columns:
        side = right if sum(map(_height, right)) <= sum(map(_height, left)) else left
        side.append(column)
    return left, right


def _stacks(columns: Sequence[_Column], most: int) -> list[list[_Column]]:
    """Put columns on top of each other up to the height of one full column."""
    full = _HEAD + most * (LINE + _ROW) + 3 * _GAP
    stacks: list[list[_Column]] = []
    for column in columns:
        if stacks and sum(map(_height, stacks[-1])) + _height(column) <= full:
            stacks[-1].append(column)
        else:
            stacks.append([column])
    return stacks


def _stack(
    stack: Sequence[_Column],
    x: float,
    places: list[Place],
    headings: list[Heading],
    width: float = _CELL,
    top: float = 0.0,
    mirrored: bool = False,
) -> float:
    y = top
    for ko, en, label, count, entities in stack:
        headings.append(Heading(ko, en, x, y, width, 2, count, label))
        y += _HEAD
        for entity in entities:
            places.append(Place(entity.id, x, y, width, _row(entity, width), mirrored))
            y += _row(entity, width)
        y += _GAP
    return y


def _narrow(
    centre: Entity,
    groups: Sequence[Group],
    second: Sequence[tuple[Entity, tuple[Entity, ...]]] = (),
) -> Layout:
    places = [Place(centre.id, 0, 0, NARROW, 40)]
    headings: list[Heading] = []
    columns = [column for group in groups for column in _columns(group, len(group.entities))]
    y = _stack(columns, 12, places, headings, NARROW - 12, 52)
    if second:
        far = _beyond(second, _MOST[-1])
        _stack(far, 12, places, headings, NARROW - 12, y)
    return Layout("narrow", tuple(places), tuple(headings), steps=2 if second else 1)
