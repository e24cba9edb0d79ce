"""Two programmes side by side: what is the left one's own, what meets, what is the right one's own.

Overlapping parts face each other on one row. A part that overlaps with several is one tall card beside
them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.model import Entity
from graph.views.bands import NARROW, flow
from graph.views.facing import face, rows_of
from graph.views.material import Material
from graph.views.measure import lines_needed, text_width
from graph.views.meeting import Meeting, choose_programmes, meet
from graph.views.scene import Counts, Heading, Layout, Place, Scene

_ROW, _CARD = 39.0, 35.0
_SMALL_ROW = 26.0
_CHIP = 40.0
_LONG = 110.0
_CLUSTER_GAP = 7.0
_HEAD = 30.0
_TITLE = 44.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges and widths of the columns; ``own`` is None where the own ones stand below."""

    left: float
    right: float
    card: float
    own_left: float | None
    own_right: float | None
    own: float
    across: float


_WIDE = _Columns(left=234, right=596, card=214, own_left=0, own_right=830, own=214, across=1044)
_NARROW = _Columns(
    left=0, right=204, card=162, own_left=None, own_right=None, own=162, across=NARROW
)


def overlap(material: Material, arguments: Sequence[str], title: str) -> Scene:
    """Compose the view of two programmes; ``arguments`` are their names, or empty."""
    left, right = choose_programmes(material, arguments)
    meeting = meet(material, left, right)
    shown = material.select(_shown(meeting))
    return Scene(
        view="overlap",
        title=title or f"{short_name(left)} × {short_name(right)}",
        title_en=title or f"{left.name_en or left.name} × {right.name_en or right.name}",
        material=shown,
        layouts=(
            _layout(material, meeting, _WIDE),
            _layout(material, meeting, _NARROW),
        ),
        lines="overlaps",
        counts=(
            Counts(
                f"{short_name(left)}에만",
                f"only in {left.name_en or short_name(left)}",
                len(meeting.left_only),
            ),
            Counts("겹치는 쌍", "overlapping pairs", len(meeting.pairs)),
            Counts("같은 분야·임무", "fields and missions in both", len(meeting.both)),
            Counts("둘을 잇는 것", "ties", len(meeting.ties)),
            Counts(
                f"{short_name(right)}에만",
                f"only in {right.name_en or short_name(right)}",
                len(meeting.right_only),
            ),
        ),
        ranked=tuple(pair.fact.id for pair in meeting.pairs),
    )


def short_name(programme: Entity) -> str:
    """Return the name, or where that is long the shortest other name that is part of it."""
    if text_width(programme.name) <= _LONG:
        return programme.name
    parts = [a for a in programme.aliases if len(a) > 2 and a in programme.name]
    return min(parts, key=lambda a: (len(a), a), default=programme.name)


def _shown(meeting: Meeting) -> set[str]:
    ends = {end for pair in meeting.pairs for end in (pair.left, pair.right)}
    own = {*meeting.left_only, *meeting.right_only}
    return {
        meeting.left.id,
        meeting.right.id,
        *ends,
        *meeting.both,
        *meeting.ties,
        *meeting.through,
        *own,
    }


def _layout(material: Material, meeting: Meeting, columns: _Columns) -> Layout:
    places: list[Place] = []
    headings: list[Heading] = []
    middle = columns.right + columns.card - columns.left
    half = columns.own_left is None
    places.append(Place(meeting.left.id, 0, 0, columns.left + columns.card, _CARD))
    places.append(Place(meeting.right.id, columns.right, 0, columns.across - columns.right, _CARD))
    top = _TITLE
    headings.append(
        Heading(
            "겹치는 분야·임무",
            "overlapping fields and missions",
            columns.left,
            top,
            middle,
            1,
            len(meeting.pairs),
        )
    )
    y = _pairs(meeting, columns, top + _HEAD, places)
    y = _ties(material, meeting, columns, y + _CLUSTER_GAP, middle, places, headings)
    own_top = y + _CLUSTER_GAP if half else top
    sides = (
        (meeting.left_only, columns.own_left, columns.left, short_name(meeting.left)),
        (meeting.right_only, columns.own_right, columns.right, short_name(meeting.right)),
    )
    for ids, x, fallback, name in sides:
        _own(
            material,
            ids,
            fallback if x is None else x,
            own_top,
            columns.own,
            name,
            places,
            headings,
        )
    return Layout("narrow" if half else "wide", tuple(places), tuple(headings), cards=True)


def _pairs(meeting: Meeting, columns: _Columns, top: float, places: list[Place]) -> float:
    y = top
    for cluster in face(meeting.pairs, frozenset(meeting.both)):
        for slot in cluster:
            x = columns.left if slot.side == "left" else columns.right
            height = slot.span * _ROW - (_ROW - _CARD)
            places.append(Place(slot.id, x, y + slot.row * _ROW, columns.card, height))
        y += rows_of(cluster) * _ROW + (_CLUSTER_GAP if rows_of(cluster) > 1 else 0)
    return y


def _ties(
    material: Material,
    meeting: Meeting,
    columns: _Columns,
    top: float,
    middle: float,
    places: list[Place],
    headings: list[Heading],
) -> float:
    y = top
    for ids, ko, en in (
        (meeting.both, "두 사업이 같은 이름으로 둔 분야·임무", "in both by the same name"),
        (meeting.ties, "두 사업을 잇는 기술·기관·인물·연도", "what ties both"),
        (
            meeting.through,
            "기관과 인물이 거치는 행사·조직",
            "where those organizations and people act",
        ),
    ):
        if not ids:
            continue
        headings.append(Heading(ko, en, columns.left, y, middle, 1, len(ids)))
        y = _small(material, ids, columns.left, y + _HEAD, middle + 5, places) + _CLUSTER_GAP
    return y


def _small(
    material: Material,
    ids: Sequence[str],
    left: float,
    top: float,
    width: float,
    places: list[Place],
) -> float:
    """Small cards set like words in lines; returns where the next thing may stand."""
    widths = [text_width(material.entities[key].name) * 1.13 + _CHIP for key in ids]
    last = -1
    for key, (row, x, taken) in zip(ids, flow(widths, width), strict=True):
        places.append(Place(key, left + x, top + row * _SMALL_ROW, taken - 5, _SMALL_ROW - 5))
        last = row
    return top + (last + 1) * _SMALL_ROW


def _own(
    material: Material,
    ids: Sequence[str],
    left: float,
    top: float,
    width: float,
    name: str,
    places: list[Place],
    headings: list[Heading],
) -> None:
    """Fields, technologies and laws as small cards, missions as cards of one or two lines."""
    headings.append(Heading(f"{name}에만", f"only in {name}", left, top, width, 1, len(ids)))
    y = top + _HEAD
    for label, group in groupby(ids, key=lambda key: material.entities[key].label):
        members = list(group)
        if label != "Mission":
            y = _small(material, members, left, y, width + 5, places) + 4
            continue
        for key in members:
            one = lines_needed(material.entities[key].name, width - 38) == 1
            height = _SMALL_ROW - 5 if one else _CARD
            places.append(Place(key, left, y, width, height))
            y += height + 4
        y += 4
