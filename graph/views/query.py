"""The rows of an answer, drawn: the entities in them or named by them, in columns by label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass

from graph.model import Entity, Node, Result, ResultValue, name_key
from graph.views.bands import NARROW, make_bands, place_bands
from graph.views.find import names
from graph.views.material import Material, from_result, strings
from graph.views.measure import LINE, lines_needed
from graph.views.nearness import Near, neighbours
from graph.views.scene import Counts, Heading, Layout, Place, Scene, Table, plain
from graph.views.style import label_style

_FLOW = (
    "Person",
    "Organization",
    "Event",
    "Law",
    "Program",
    "Mission",
    "Field",
    "Technology",
    "Year",
    "Document",
    "Passage",
)
"""Columns from left to right: who, where, what, when."""

_CELL, _GAP, _HEAD, _ROW = 214.0, 60.0, 26.0, 9.0
_MOST = 26
_SWEEPS = 4


def query(material: Material | None, result: Result, title: str) -> Scene:
    """Compose the view of ``result``; ``material`` is the graph that it was asked of, if at hand."""
    known = from_result(result)
    index: _Index = _index(material) if material else {}
    if material:
        near = neighbours(material)
        named = {
            key
            for row in result.rows
            for column, value in zip(result.columns, row, strict=True)
            for key in _named(value, index, column, near)
        }
        known = _joined(known, material, named)
    drawn = known.select(
        e.id for e in known.entities.values() if e.label not in ("Passage", "Document")
    )
    if not drawn.entities:
        drawn = known
    return Scene(
        view="query",
        title=title or result.title or "질의 결과",
        material=drawn,
        layouts=(_wide(drawn), _narrow(drawn)),
        counts=(
            Counts("행", "rows", len(result.rows)),
            Counts("항목", "entities", len(drawn.entities)),
            Counts("진술", "statements", len(drawn.facts)),
        ),
        table=_table(result, drawn, index),
    )


_Index = dict[str, tuple[str, ...]]
"""By folded name and by id: the ids of those who bear it, the best connected first."""


def _index(material: Material) -> _Index:
    degree: dict[str, int] = defaultdict(int)
    for fact in material.facts:
        degree[fact.source] += 1
        degree[fact.target] += 1
    owners: dict[str, set[str]] = defaultdict(set)
    for entity in material.entities.values():
        for name in (*map(name_key, names(entity)), entity.id):
            if name:
                owners[name].add(entity.id)

    def best_first(key: str, ids: set[str]) -> tuple[str, ...]:
        own = {i for i in ids if key in (i, name_key(material.entities[i].name))}
        return tuple(sorted(ids, key=lambda i: (i not in own, -degree[i], i)))

    return {key: best_first(key, ids) for key, ids in owners.items()}


def _bearer(text: str, index: _Index, column: str = "", beside: Set[str] = frozenset()) -> str:
    """Return the id of who is meant by ``text``, or nothing.

    Of several who bear the name, the one of the label that ``column`` says (``field``), or one that a
    statement joins to what it stands ``beside``.
    """
    found = index.get(text) or index.get(name_key(text)) or ()
    if len(found) > 1:
        kind = name_key(column).removesuffix("me")
        for fits in (
            (i for i in found if i.startswith(f"{kind}/")),
            (i for i in found if i in beside),
        ):
            chosen = next(fits, "")
            if chosen:
                return chosen
    return found[0] if found else ""


def _named(value: ResultValue, index: _Index, column: str, near: Near) -> Iterator[str]:
    """Yield the ids of entities whose names stand in ``value``, alone or as steps ``A → B``."""
    for text in strings(value):
        steps = text.split(" → ")
        last = ""
        for step in steps:
            key = _bearer(step, index, column if len(steps) == 1 else "", near.get(last, set()))
            if key:
                yield key
            last = key


def _joined(known: Material, material: Material, named: set[str]) -> Material:
    """What the answer holds, completed by what the graph says of and between the same entities."""
    inside = material.select({*named, *known.entities})
    facts = {fact.id or fact.order: fact for fact in (*known.facts, *inside.facts)}
    entities = {**known.entities, **inside.entities}
    return Material(
        dict(sorted(entities.items())),
        tuple(sorted(facts.values(), key=lambda f: f.order)),
        material.sources,
    )


def _table(result: Result, drawn: Material, index: _Index) -> Table:
    def cell(column: str, value: ResultValue) -> tuple[str, str]:
        key = value.id if isinstance(value, Node) else ""
        if isinstance(value, str):
            key = _bearer(value, index, column)
        return (plain(value), key if key in drawn.entities else "")

    rows = (zip(result.columns, row, strict=True) for row in result.rows)
    return Table(result.columns, tuple(tuple(cell(c, v) for c, v in row) for row in rows))


@dataclass(slots=True)
class _Column:
    label: str
    entities: list[Entity]


def _wide(material: Material) -> Layout:
    columns = _ordered(material)
    places: list[Place] = []
    headings: list[Heading] = []
    x = 0.0
    tallest = max((_height(column.entities[:_MOST]) for column in columns), default=0.0)
    for number, column in enumerate(columns):
        style = label_style(column.label)
        mirrored = number == 0 < len(columns) - 1
        pieces = [column.entities[at : at + _MOST] for at in range(0, len(column.entities), _MOST)]
        across = len(pieces) * _CELL
        count = len(column.entities)
        top = (tallest - _height(pieces[0])) / 2
        headings.append(Heading(style.ko, style.en, x, top, across, 2, count, column.label))
        for piece in pieces:
            y = top + _HEAD
            for entity in piece:
                places.append(Place(entity.id, x, y, _CELL - 10, _row(entity), mirrored))
                y += _row(entity)
            x += _CELL
        x += _GAP
    return Layout("wide", tuple(places), tuple(headings))


def _row(entity: Entity) -> float:
    return min(lines_needed(entity.name, _CELL - 40), 2) * LINE + _ROW


def _height(entities: list[Entity]) -> float:
    return _HEAD + sum(_row(entity) for entity in entities)


def _ordered(material: Material) -> list[_Column]:
    """Columns by label, names in the order that crosses the fewest lines (by barycentre)."""
    order = {label: number for number, label in enumerate(_FLOW)}
    by_label: dict[str, list[Entity]] = defaultdict(list)
    for entity in sorted(material.entities.values(), key=lambda e: (e.name, e.id)):
        by_label[entity.label].append(entity)
    labels = sorted(by_label, key=lambda label: (order.get(label, 99), label))
    columns = [_Column(label, by_label[label]) for label in labels]
    near: dict[str, set[str]] = defaultdict(set)
    for fact in material.facts:
        near[fact.source].add(fact.target)
        near[fact.target].add(fact.source)
    at = {e.id: n / max(1, len(c.entities)) for c in columns for n, e in enumerate(c.entities)}
    for _ in range(_SWEEPS):
        for column in columns:
            column.entities.sort(key=lambda e: (round(_middle(e, near, at), 6), e.name, e.id))
            at.update({e.id: n / len(column.entities) for n, e in enumerate(column.entities)})
    return columns


def _middle(entity: Entity, near: dict[str, set[str]], at: dict[str, float]) -> float:
    beside = [at[key] for key in sorted(near[entity.id])]
    return sum(beside) / len(beside) if beside else at[entity.id]


def _narrow(material: Material) -> Layout:
    bands = make_bands(list(material.entities.values()))
    places, headings = place_bands(bands, 0, 0, NARROW)
    return Layout("narrow", tuple(places), tuple(headings))
