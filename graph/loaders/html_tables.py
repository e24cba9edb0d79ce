"""Where the cells of an HTML table stand, with the rows and columns that they span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import LoadError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_COLUMNS = 1000
_MOST_ROWS = 65534
"""As far as browsers let a cell span."""
_MOST_STEPS = 5_000_000
_GROUPS = ("thead", "tbody", "tfoot")


@dataclass
class Grid:
    """Counts what placing the cells of one page takes, so that no page takes for ever."""

    steps: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A cell and where it stands."""

    element: HtmlElement
    row: int
    column: int
    rows: int
    columns: int


def cells_of(path: str, table: HtmlElement, grid: Grid) -> Iterator[Place]:
    """Yield the cells of ``table``, not those of tables within it. Raises :class:`LoadError`."""
    taken: list[tuple[int, int, int]] = []  # columns from, to, and the row that they are free in
    for number, row in enumerate(_rows(table)):
        taken = sorted(span for span in taken if span[2] > number)
        column, above = 0, iter([*taken, (_MOST_COLUMNS * 2, 0, 0)])
        start, end, _ = next(above)
        for cell in row.iterchildren("td", "th"):
            grid.steps += 1 + len(taken)
            if grid.steps > _MOST_STEPS:
                raise LoadError(path, "has tables too large to be read; save its text")
            columns, rows = (
                _span(cell, "colspan", _MOST_COLUMNS),
                _span(cell, "rowspan", _MOST_ROWS),
            )
            while column >= start:
                column = max(column, end)
                start, end, _ = next(above)
            if column >= _MOST_COLUMNS:
                break
            yield Place(cell, number, column, rows, columns)
            if rows > 1:
                taken.append((column, column + columns, number + rows))
            column += columns


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in _GROUPS:
            yield from part.iterchildren("tr")


def _span(cell: HtmlElement, name: str, most: int) -> int:
    written = (cell.get(name) or "").strip()
    return min(max(1, int(written)), most) if written.isdecimal() and len(written) < 7 else 1
