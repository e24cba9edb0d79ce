"""Tables by what their headers call the columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import Block, Cell, Row, Span
from graph.statements.context import Context


@dataclass(frozen=True, slots=True)
class Columns:
    """A table's columns by header; headers are compared without spaces."""

    headers: tuple[tuple[int, str], ...]

    def where(self, pattern: re.Pattern[str]) -> int | None:
        """Return the last column whose whole header ``pattern`` matches."""
        found = [column for column, header in self.headers if pattern.fullmatch(header)]
        return found[-1] if found else None


def columns(context: Context, table: Block) -> Columns:
    """Return the headers of ``table``; none where it has no header row."""
    return Columns(
        tuple(
            sorted(
                (c.column, re.sub(r"\s", "", "".join(context.slice(r.span) for r in c.runs)))
                for row in table.rows
                if row.header
                for c in row.cells
            )
        )
    )


def cell_under(row: Row, column: int | None) -> Cell | None:
    """Return the row's cell in ``column``, its own or the one that it is merged with above."""
    return next((c for c in row.cells if c.column == column), None)


def passages(row: Row, *cells: Cell) -> tuple[Span, ...]:
    """Return the row, and the cells above that it is merged with."""
    return (row.span, *(c.span for c in cells if not row.span.covers(c.span)))
