"""Entities in bands: one band a label, names set like words in lines, so that no two collide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from graph.model import Entity
from graph.views.measure import LINE, lines_needed, text_width
from graph.views.scene import Heading, Place
from graph.views.style import LABELS, label_style

NARROW = 366.0
"""The width of layouts for a telephone."""

_MARK = 25.0
_AFTER = 10.0
_WIDEST = 216.0
_GAP = 12.0
_LEADING = 6.5


@dataclass(frozen=True, slots=True)
class Band:
    """Entities of one label in order, the width and height that each name needs, and its caption's."""

    label: str
    entities: tuple[Entity, ...]
    sizes: tuple[tuple[float, float], ...]
    caption: float

    def rows(self, across: float) -> Iterator[tuple[float, float, float, float]]:
        """Yield left, top, width and row height of each entity, the caption first in its line."""
        pieces = [(self.caption, 0.0), *self.sizes]
        lines = list(flow([width for width, _ in pieces], across))
        heights: dict[int, float] = {}
        for (row, _, _), (_, height) in zip(lines, pieces, strict=True):
            heights[row] = max(heights.get(row, LINE + _LEADING), height)
        tops = dict(zip(heights, accumulate(heights.values(), initial=0.0), strict=False))
        for row, x, width in lines[1:]:
            yield x, tops[row], width, heights[row]

    def height(self, across: float) -> float:
        """Return the height of the band in a region ``across`` points wide."""
        total, row_height, x = 0.0, LINE + _LEADING, 0.0
        for width, height in ((self.caption, 0.0), *self.sizes):
            taken = min(width, across)
            if x and x + taken > across:
                total, row_height, x = total + row_height, LINE + _LEADING, 0.0
            row_height = max(row_height, height)
            x += taken
        return total + row_height + _GAP

    @property
    def area(self) -> float:
        """Return the room that all names need, at the least."""
        return sum(width * height for width, height in self.sizes)


def flow(widths: Sequence[float], across: float) -> Iterator[tuple[int, float, float]]:
    """Yield row, left edge and width for pieces of ``widths`` set in lines of ``across`` points."""
    row, x = 0, 0.0
    for width in widths:
        taken = min(width, across)
        if x and x + taken > across:
            row, x = row + 1, 0.0
        yield row, x, taken
        x += taken


def make_bands(entities: Sequence[Entity]) -> tuple[Band, ...]:
    """Sort ``entities`` into bands, in the order of the legend; names in order within a band."""
    order = {label: number for number, label in enumerate(LABELS)}
    by_label: dict[str, list[Entity]] = {}
    for entity in sorted(entities, key=lambda e: (e.name, e.id)):
        by_label.setdefault(entity.label, []).append(entity)
    return tuple(
        _band(label, by_label[label])
        for label in sorted(by_label, key=lambda name: (order.get(name, len(order)), name))
    )


def _band(label: str, entities: list[Entity]) -> Band:
    style = label_style(label)
    caption = max(text_width(f"{name} {len(entities)}") for name in (style.ko, style.en)) + 16
    return Band(label, tuple(entities), tuple(map(_size, entities)), caption)


def _size(entity: Entity) -> tuple[float, float]:
    """A long name takes two lines and as little width as they need."""
    whole = text_width(entity.name) * 1.03
    if whole + _MARK + _AFTER <= _WIDEST:
        return whole + _MARK + _AFTER, LINE + _LEADING
    half = max(min(whole * 0.62, _WIDEST - _MARK - _AFTER), 130.0)
    lines = min(2, lines_needed(entity.name, half))
    return half + _MARK + _AFTER, lines * LINE + _LEADING


def region_height(bands: Sequence[Band], width: float) -> float:
    """Return the height of all ``bands`` one below the other."""
    return sum(band.height(width) for band in bands)


def place_bands(
    bands: Sequence[Band], left: float, top: float, width: float
) -> tuple[list[Place], list[Heading]]:
    """Place ``bands`` one below the other from (``left``, ``top``) in ``width`` points."""
    places: list[Place] = []
    headings: list[Heading] = []
    y = top
    for band in bands:
        style = label_style(band.label)
        count = len(band.entities)
        headings.append(Heading(style.ko, style.en, left, y, width, 3, count, band.label))
        for entity, (x, row, taken, height) in zip(band.entities, band.rows(width), strict=True):
            places.append(Place(entity.id, left + x, y + row, taken, height))
        y += band.height(width)
    return places, headings
