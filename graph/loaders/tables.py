"""Tables: rows of cells, put under their columns again where merged cells were left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graph.loaders.columns import Columns, is_header, is_second_header
from graph.loaders.rows import Cells, Grid, trim
from graph.model import Block, Cell, Row, Run, Span

_TAG = re.compile(r"<(/?)(p|b|strong|br)\s*/?>|\*\*", re.IGNORECASE)


def table(text: str, grid: Grid) -> Block:
    """Return the table of ``grid``: its header rows marked, its cells under their columns."""
    written = [[text[s.start : s.end] for _, s in row.places] for row in grid.rows]
    heads = 0
    if len(grid.rows) > 1 or not grid.piped:
        heads = int(is_header(written[0], grid.ruled))
    if heads and len(grid.rows) > 2 and is_second_header(grid.rows[0], grid.rows[1], written[1]):
        heads = 2
    columns = Columns.of(grid.rows, written, heads)
    rows: list[Row] = []
    above: dict[int, Cell] = {}
    for index, cells in enumerate(grid.rows):
        # A table that goes on over the page says its header again.
        head = index < heads or (heads == 1 and written[index] == written[0])
        placed = columns.header(cells) if head else columns.place(cells, written[index])
        row = _row(text, cells, placed, {} if head else above, head)
        above = {} if head else {c.column: c for c in row.cells}
        rows.append(row)
    return Block("table", Span(rows[0].span.start, rows[-1].span.end), rows=tuple(rows))


def _row(
    text: str, cells: Cells, placed: Sequence[int], above: Mapping[int, Cell], header: bool
) -> Row:
    own = [
        Cell(span, column, runs(text, span))
        for column, (_, span) in zip(placed, cells.places, strict=True)
    ]
    first = min(placed)
    # What stands left of a row's first cell is merged with the row above and goes on.
    left = [
        Cell(cell.span, column, cell.runs, inherited=True)
        for column, cell in sorted(above.items())
        if column < first
    ]
    return Row(cells.line, (*left, *own), header)


def runs(text: str, span: Span) -> tuple[Run, ...]:
    """Return the text of a cell without its ``<p>``, ``<b>``, ``<br>`` and ``**`` markup."""
    found: list[Run] = []
    line, bold, start = 0, False, span.start
    for tag in _TAG.finditer(text, span.start, span.end):
        _add(text, found, start, tag.start(), bold, line)
        name, closing = (tag.group(2) or "").lower(), bool(tag.group(1))
        if tag.group() == "**":
            bold = not bold
        elif name in ("b", "strong"):
            bold = not closing
        elif (name == "p" and closing) or name == "br":
            line += 1
        start = tag.end()
    _add(text, found, start, span.end, bold, line)
    return tuple(found)


def _add(text: str, found: list[Run], start: int, end: int, bold: bool, line: int) -> None:
    span = trim(text, Span(start, end))
    if len(span):
        found.append(Run(span, bold, line))
