"""Tables: lines of cells, put under their columns again where merged cells were left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Block, Cell, Row, Run, Span

_COLUMN_NAMES = re.compile(
    r"구분|기관|기관명|소속|단체|직위|직책|직함|직급|성명|이름|시간|일정|주요일정|내용|비고|분야|임무|과제|과제명|"
    r"미션|목표|목표연도|기간|단계|핵심기술|기술|세부기술|담당|부서|연도|번호|순번|연번|장소|추진내용|주요내용|"
    r"발표자|역할|위원|주관|부처|주관부처|사업|사업명|예산|전략기술|중점기술|국가전략기술|전화|연락처"
)
_TAG = re.compile(r"<(/?)(p|b|strong|br)\s*/?>|\*\*", re.IGNORECASE)
_RULE = re.compile(r"\|?[\s:|-]+\|?$")


def is_row(line: str) -> bool:
    """Say whether a line is a row of cells: tab-separated, or between pipes."""
    return "\t" in line.strip(" ") or bool(re.match(r"\s*\|.*\|\s*$", line))


def table(text: str, lines: Sequence[Span]) -> Block:
    """Return the table that ``lines`` make up."""
    split = [(line, list(_cells(text, line))) for line in lines]
    split = [(line, cells) for line, cells in split if cells]
    header = bool(split) and _is_header(text, [span for _, span in split[0][1]])
    width = _width(text, lines[0]) if header else 0
    rows = []
    for index, (line, cells) in enumerate(split):
        placed = _place(cells, width) if header and index else cells
        rows.append(
            Row(
                _trim(text, line),
                tuple(Cell(span, column, runs(text, span)) for column, span in placed),
                header=header and index == 0,
            )
        )
    whole = Span(rows[0].span.start, rows[-1].span.end) if rows else _trim(text, lines[0])
    return Block("table", whole, rows=tuple(rows))


def _cells(text: str, line: Span) -> Iterator[tuple[int, Span]]:
    """Yield the column and span of each cell that is not empty."""
    written = text[line.start : line.end]
    separator = "|" if re.match(r"\s*\|.*\|\s*$", written) else "\t"
    if separator == "|" and _RULE.fullmatch(written.strip()):
        return
    start = line.start
    pieces = written.split(separator)
    first = 1 if separator == "|" else 0
    for column, piece in enumerate(pieces):
        span = _trim(text, Span(start, start + len(piece)))
        if len(span):
            yield column - first, span
        start += len(piece) + 1


def _trim(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    left = len(piece) - len(piece.lstrip())
    if left == len(piece):
        return Span(span.start, span.start)
    return Span(span.start + left, span.start + len(piece.rstrip()))


def _is_header(text: str, cells: Sequence[Span]) -> bool:
    """The first row names the columns when most of its cells are words for columns."""
    names = [re.sub(r"\s", "", text[c.start : c.end]) for c in cells]
    known = sum(
        bool(_COLUMN_NAMES.fullmatch(n) or re.search(r"(?:기술|과제|임무|분야)$", n)) for n in names
    )
    return len(names) > 1 and known * 2 >= len(names) and all(len(n) <= 12 for n in names)


def _width(text: str, header: Span) -> int:
    return len(text[header.start : header.end].rstrip("\t ").strip(" ").split("\t"))


def _place(cells: list[tuple[int, Span]], width: int) -> list[tuple[int, Span]]:
    """Put a row's cells under their columns.

    The cells that a merged cell takes in are left out on the left (a group goes on), and sometimes the
    tab before them too; so a row that is short is set against the right edge.
    """
    if len(cells) >= width or not cells:
        return cells
    last = cells[-1][0]
    if last == width - 1 and cells[0][0] + len(cells) - 1 == last:
        return cells
    offset = width - len(cells)
    return [(offset + index, span) for index, (_, span) in enumerate(cells)]


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
    span = _trim(text, Span(start, end))
    if len(span):
        found.append(Run(span, bold, line))
