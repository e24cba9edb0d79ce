"""The cells of a table under their rows and columns, merged ones filled in as a reader reads them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from graph.loaders.columns import is_header

_MOST_PLACES = 500_000
"""Rows times columns; the cells of a table that claims more are read one a row."""

_MOST_COPIED = 5_000_000
"""Letters that filling in merged cells may come to; beyond, each cell is written once."""

_MOST_HEADS = 3

Grid: TypeAlias = list[list[str]]


@dataclass(frozen=True, slots=True)
class Place:
    """A cell's text and where it stands."""

    text: str
    row: int
    column: int
    rows: int
    columns: int
    header: bool = False


def fill(cells: Sequence[Place]) -> tuple[Grid, bool]:
    """Return the rows of a table, and whether the first is declared to be its header.

    A cell merged downwards is said again in every row; in a header it is written once, and so is a
    cell merged sideways: a break over ``subject`` and ``speaker`` is not the speaker. Only below a
    header that is itself divided does such a cell hold for each of the columns.
    """
    rows = sorted({c.row for c in cells})
    columns = sorted({c.column for c in cells})
    if len(rows) * len(columns) > _MOST_PLACES:
        return [[cell.text] for cell in cells if cell.text], False
    placed = [_compact(cell, rows, columns) for cell in cells]
    if sum(len(c.text) * c.rows * c.columns for c in placed) > _MOST_COPIED:
        placed = [replace(c, rows=1, columns=1) for c in placed]
    first = [c for c in placed if c.row == 0]
    heads = _heads(first)
    divided = [range(c.column, c.column + c.columns) for c in first if heads > 1 and c.columns > 1]
    grid = [[""] * len(columns) for _ in rows]
    for cell in placed:
        for row, column in _places(cell, heads, divided):
            grid[row][column] = grid[row][column] or cell.text
    declared = len(first) > 1 and len(rows) > 1 and all(c.header for c in first)
    return [row for row in grid if any(row)], declared


def _compact(cell: Place, rows: Sequence[int], columns: Sequence[int]) -> Place:
    """Count only rows and columns in which a cell begins.

    Files claim spans beyond their table, and word processors keep columns of no width.
    """
    row, column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
    return replace(
        cell,
        row=row,
        column=column,
        rows=max(1, bisect_left(rows, cell.row + cell.rows) - row),
        columns=max(1, bisect_left(columns, cell.column + cell.columns) - column),
    )


def _heads(first: Sequence[Place]) -> int:
    """How many rows name the columns: more than one if the first is a header with divided names."""
    names = [c.text for c in first if c.text]
    if not (any(c.columns > 1 for c in first) and is_header(names, ruled=False)):
        return 1
    return min(max(c.rows for c in first), _MOST_HEADS)


def _places(cell: Place, heads: int, divided: Sequence[range]) -> Iterator[tuple[int, int]]:
    is_head = heads > 1 and cell.row < heads
    across = not is_head and any(
        cell.column in names and cell.column + cell.columns - 1 in names for names in divided
    )
    for row in range(cell.row, cell.row + (1 if is_head else cell.rows)):
        for column in range(cell.column, cell.column + (cell.columns if across else 1)):
            yield row, column
