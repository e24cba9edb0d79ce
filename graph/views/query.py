"""The rows of an answer, drawn: the entities in them or named by them, in columns by label."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.model import Entity, Node, Result, ResultValue, name_key
from graph.views.bands import NARROW, make_bands, place_bands
from graph.views.find import names
from graph.views.material import Material, from_result, strings
from graph.views.measure import LINE, lines_needed
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
    index = _index(material) if material else {}
    if material:
        named = {k for row in result.rows for value in row for k in _named(value, index)}
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


def _index(material: Material) -> dict[str, str]:
    """Every name of an entity that only one bears; an entity's own name goes before an alias."""
    owners: dict[str, set[str]] = defaultdict(set)
    own: dict[str, set[str]] = defaultdict(set)
    for entity in material.entities.values():
        own[name_key(entity.name)].add(entity.id)
        for name in names(entity):
            owners[name_key(name)].add(entity.id)
    chosen = {key: found for key, found in owners.items() if len(found) == 1}
    chosen.update({key: found for key, found in own.items() if len(found) == 1})
    index = {key: next(iter(found)) for key, found in chosen.items() if key}
    index.update({key: key for key in material.entities})
    return index


def _named(value: ResultValue, index: dict[str, str]) -> list[str]:
    """Return the ids of entities whose names stand in ``value``, alone or as steps ``A → B``."""
    found: list[str] = []
    for text in strings(value):
        for piece in (text, *text.split(" → ")):
            key = index.get(piece) or index.get(name_key(piece))
            if key:
                found.append(key)
    return found


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


def _table(result: Result, drawn: Material, index: dict[str, str]) -> Table:
    def cell(value: ResultValue) -> tuple[str, str]:
        key = value.id if isinstance(value, Node) else ""
        if isinstance(value, str):
            key = index.get(value) or index.get(name_key(value)) or ""
        return (plain(value), key if key in drawn.entities else "")

    return Table(result.columns, tuple(tuple(cell(v) for v in row) for row in result.rows))


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
    for column in columns:
        style = label_style(column.label)
        pieces = [column.entities[at : at + _MOST] for at in range(0, len(column.entities), _MOST)]
        across = len(pieces) * _CELL
        count = len(column.entities)
        top = (tallest - _height(pieces[0])) / 2
        headings.append(Heading(style.ko, style.en, x, top, across, 2, count, column.label))
        for piece in pieces:
            y = top + _HEAD
            for entity in piece:
                places.append(Place(entity.id, x, y, _CELL - 10, _row(entity)))
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
