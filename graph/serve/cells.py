"""What a cell of a table shows: words, and the entity that they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Edge, Node, Path, Result, ResultValue
from graph.views.table import cell_text, visible

MOST_ROWS = 300
"""So many rows a table shows; it says how many it leaves out."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Pieces of text, each with the id of the entity that it names, or nothing."""

    pieces: tuple[tuple[str, str], ...]
    quoted: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows of cells; ``left_out`` rows more there would be."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    left_out: int


def table(result: Result) -> Table:
    """Return what a page shows of ``result``."""
    rows = [
        tuple(_cell(column, value) for column, value in zip(result.columns, row, strict=True))
        for row in result.rows[:MOST_ROWS]
    ]
    return Table(result.columns, tuple(rows), max(0, len(result.rows) - MOST_ROWS))


def _cell(column: str, value: ResultValue) -> Cell:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return Cell(tuple(_pieces(value)), column.startswith("quote"), number)


def _pieces(value: ResultValue) -> Iterator[tuple[str, str]]:
    if value is None or value == "":
        return
    if isinstance(value, list):
        for inner in value:
            yield from _pieces(inner)
    elif isinstance(value, Node):
        yield visible(cell_text(value)), value.id
    elif isinstance(value, Edge | Path):
        yield visible(cell_text(value)), ""
    else:
        yield visible(cell_text(value)), ""
