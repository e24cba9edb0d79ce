"""Entities in bands: one band a label, names set like words in lines, so that no two collide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Entity
from graph.views.measure import LINE, lines_needed, text_width
from graph.views.scene import Heading, Place
from graph.views.style import LABELS, label_style

NARROW = 366.0
"""The width of layouts for a telephone."""

_MARK = 25.0
_AFTER = 11.0
_WIDEST = 214.0
_BAND_HEAD = 26.0
_GAP = 8.0
_LEADING = 7.5


@dataclass(frozen=True, slots=True)
class Band:
    """Entities of one label in order, the width that each name needs, and the height of a line."""

    label: str
    entities: tuple[Entity, ...]
    widths: tuple[float, ...]
    line: float

    def height(self, width: float) -> float:
        """Return the height of the band in a region ``width`` wide, heading included."""
        last = 0
        for row, _, _ in flow(self.widths, width):
            last = row
        return _BAND_HEAD + (last + 1) * self.line + _GAP


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
    widths = [min(text_width(e.name) * 1.04 + _MARK + _AFTER, _WIDEST) for e in entities]
    lines = max(
        lines_needed(entity.name, width - _MARK) if width == _WIDEST else 1
        for entity, width in zip(entities, widths, strict=True)
    )
    return Band(label, tuple(entities), tuple(widths), min(lines, 2) * LINE + _LEADING)


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
        headings.append(
            Heading(style.ko, style.en, left, y, width, 2, len(band.entities), band.label)
        )
        rows = flow(band.widths, width)
        for entity, (row, x, taken) in zip(band.entities, rows, strict=True):
            line = y + _BAND_HEAD + row * band.line
            places.append(Place(entity.id, left + x, line, taken, band.line))
        y += band.height(width)
    return places, headings
