"""Ruled lines on a page → the tables that they draw: cells with the rows and columns that they span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NEAR = 2.5
"""Points within which two lines are one."""
_GAP = 5.0
"""Points that lines may lack where they meet, and dashes between them."""
_SHORTEST = 6.0
_MOST_PAIRS = 4_000_000
_MOST_PLACES = 20_000


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on the page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True)
class Ruled:
    """A cell: its place in the table, and on the page."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """A ruled line: where it lies, and from where to where it goes."""

    at: float
    start: float
    end: float


class _Groups:
    """Numbers joined to groups."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def of(self, one: int) -> int:
        """Return the number that stands for the group of ``one``."""
        above = self._above
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Make one group of those of two numbers."""
        self._above[self.of(one)] = self.of(other)


def tables(boxes: Sequence[Box]) -> list[tuple[Ruled, ...]]:
    """Return the tables of two cells and more that thin ``boxes`` rule."""
    level = [b for b in boxes if b.right - b.left >= b.top - b.bottom]
    upright = [b for b in boxes if b.right - b.left < b.top - b.bottom]
    across = _joined(Line((b.bottom + b.top) / 2, b.left, b.right) for b in level)
    down = _joined(Line((b.left + b.right) / 2, b.bottom, b.top) for b in upright)
    if len(across) * len(down) > _MOST_PAIRS:
        return []
    found = [_cells(a, d) for a, d in _connected(across, down)]
    return [cells for cells in found if len(cells) > 1]


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Lines that lie on one another or follow one another closely, as one; short ones are left out."""
    found: list[Line] = []
    for group in _grouped(sorted(lines, key=lambda line: (line.at, line.start))):
        at = sum(line.at for line in group) / len(group)
        run = sorted(group, key=lambda line: line.start)
        start, end = run[0].start, run[0].end
        for line in run[1:]:
            if line.start > end + _GAP:
                found.append(Line(at, start, end))
                start, end = line.start, line.end
            end = max(end, line.end)
        found.append(Line(at, start, end))
    return [line for line in found if line.end - line.start >= _SHORTEST]


def _grouped(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and line.at - group[0].at > _NEAR:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _connected(
    across: Sequence[Line], down: Sequence[Line]
) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield the lines of each table: those that meet, directly or by way of others."""
    meeting = _Groups(len(across) + len(down))
    for i, a in enumerate(across):
        for j, d in enumerate(down, len(across)):
            if _reaches(a, d.at) and _reaches(d, a.at):
                meeting.join(j, i)
    found: dict[int, tuple[list[Line], list[Line]]] = {}
    for i, line in enumerate((*across, *down)):
        found.setdefault(meeting.of(i), ([], []))[i >= len(across)].append(line)
    for level, upright in found.values():
        if level and upright and len(level) + len(upright) > 2:
            yield level, upright


def _reaches(line: Line, at: float) -> bool:
    return line.start - _GAP <= at <= line.end + _GAP


def _cells(across: Sequence[Line], down: Sequence[Line]) -> tuple[Ruled, ...]:
    """Return the cells between the lines; the sides of a table need not be ruled."""
    xs = _places([d.at for d in down], min(a.start for a in across), max(a.end for a in across))
    ys = _places([a.at for a in across], min(d.start for d in down), max(d.end for d in down))[::-1]
    width, height = len(xs) - 1, len(ys) - 1
    if width < 1 or height < 1 or width * height > _MOST_PLACES:
        return ()
    groups = _Groups(width * height)
    for row in range(height):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(1, width):
            if not _is_wall(down, xs[column], middle):
                groups.join(row * width + column, row * width + column - 1)
    for column in range(width):
        middle = (xs[column] + xs[column + 1]) / 2
        for row in range(1, height):
            if not _is_wall(across, ys[row], middle):
                groups.join(row * width + column, (row - 1) * width + column)
    parts: dict[int, list[tuple[int, int]]] = {}
    for place in range(width * height):
        parts.setdefault(groups.of(place), []).append(divmod(place, width))
    cells = (_cell(part, xs, ys) for part in parts.values())
    return tuple(sorted(cells, key=lambda c: (c.row, c.column)))


def _cell(places: Sequence[tuple[int, int]], xs: Sequence[float], ys: Sequence[float]) -> Ruled:
    rows, columns = [r for r, _ in places], [c for _, c in places]
    top, left = min(rows), min(columns)
    bottom, right = max(rows) + 1, max(columns) + 1
    box = Box(xs[left], ys[bottom], xs[right], ys[top])
    return Ruled(top, left, bottom - top, right - left, box)


def _places(found: Sequence[float], low: float, high: float) -> list[float]:
    """The places of lines, each once, and the ends of the table."""
    places = sorted((*found, low, high))
    return [places[0], *(b for a, b in pairwise(places) if b - a > 2 * _NEAR)]


def _is_wall(lines: Sequence[Line], at: float, middle: float) -> bool:
    return any(abs(x.at - at) <= 3 * _NEAR and x.start <= middle <= x.end for x in lines)
