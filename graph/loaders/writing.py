"""What a file holds → the text of its document: a line a paragraph, tables between pipes.

The text is what every span counts in, so it depends on nothing but the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from graph.loaders.flow import Cell, Flow, Paragraph, Table
from graph.loaders.marks import is_title, read_mark
from graph.loaders.spans import Place, fill

_MOST_NESTING = 40
_TITLE_LENGTH = 80
_LARGE, _LARGER = 1.35, 1.12
"""How much larger than the text the letters of a main heading and of a lesser one are."""

_SPACE = re.compile(r"[^\S\n]+")
_DROPPED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\x85\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ud800-\udfff]+"
)
"""What nobody sees and nothing should hold: control letters, soft hyphens, marks of direction."""


def write(flow: Flow) -> str:
    """Return the text of ``flow``, the same for the same flow."""
    body = _body_size(flow)
    pieces: list[str] = []
    parts = list(_parts(flow, body, 0))
    for kind, group in groupby(parts, key=lambda part: part[0]):
        if kind == "text":
            pieces.append("\n".join(line for _, line in group))
        else:
            pieces.extend(line for _, line in group)
    return "\n\n".join(pieces) + "\n" if pieces else ""


def clean(text: str) -> str:
    """Return ``text`` without what nobody sees, its runs of space as one; line ends stay.

    >>> clean("가\\u200b나 \\t 다 \\n 라")
    '가나 다\\n라'
    """
    plain = _SPACE.sub(" ", _DROPPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return "\n".join(line.strip() for line in plain.split("\n"))


def _parts(flow: Flow, body: float, depth: int) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) of each paragraph and table; a frame of one column is its paragraphs."""
    for part in flow:
        if isinstance(part, Paragraph):
            for text in filter(None, clean(part.text).split("\n")):
                yield _line(part, text, body)
        elif depth < _MOST_NESTING:
            if len({cell.column for cell in part.cells if _says_something(cell)}) < 2:
                for cell in part.cells:
                    yield from _parts(cell.flow, body, depth + 1)
            else:
                yield from _table(part)


def _says_something(cell: Cell) -> bool:
    return any(not isinstance(p, Paragraph) or clean(p.text).strip() for p in cell.flow)


def _line(paragraph: Paragraph, text: str, body: float) -> tuple[str, str]:
    if paragraph.level:
        return "heading", f"{'#' * min(paragraph.level, 6)} {_unhashed(text)}"
    mark = read_mark(text)
    ratio = paragraph.size / body if body and paragraph.size else 1.0
    if mark.kind in ("paragraph", "heading"):
        if ratio >= _LARGE and len(text) <= _TITLE_LENGTH and not text.endswith((".", ",")):
            return "heading", f"## {_unhashed(text)}"
        stands_out = paragraph.bold or ratio >= _LARGER
        if (
            stands_out
            and is_title(text, _TITLE_LENGTH)
            and mark.family not in ("square", "annex", "bracket", "hash", "bold")
        ):
            return "heading", f"**{text.replace('*', '')}**"
    return "text", "  " * min(paragraph.indent, 8) + text


def _unhashed(text: str) -> str:
    return text.lstrip("# ") or text


def _body_size(flow: Flow) -> float:
    """The height of most letters."""
    letters: Counter[float] = Counter()
    for part in flow:
        for paragraph in (part,) if isinstance(part, Paragraph) else _in_cells(part):
            letters[paragraph.size] += len(paragraph.text) if paragraph.size else 0
    return max(letters, key=lambda size: (letters[size], -size), default=0.0)


def _in_cells(table: Table) -> Iterator[Paragraph]:
    for cell in table.cells:
        yield from (p for p in cell.flow if isinstance(p, Paragraph))


def _table(table: Table) -> Iterator[tuple[str, str]]:
    """The table between pipes; what a table within a cell says stands in that cell."""
    placed = [
        Place(
            "<br>".join(_cell_lines(cell)),
            cell.row,
            cell.column,
            cell.rows,
            cell.columns,
            cell.header,
        )
        for cell in table.cells
    ]
    rows, ruled = fill(placed)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if ruled and lines:
        lines.insert(1, f"|{'---|' * len(rows[0])}")
    if lines:
        yield "table", "\n".join(lines)


def _cell_lines(cell: Cell) -> Iterator[str]:
    """The paragraphs of a cell, and of tables within it, one after the other."""
    for part in _flattened(cell.flow, 0):
        for line in filter(None, clean(part.text).split("\n")):
            escaped = line.replace("|", "\\|")
            yield f"**{escaped}**" if part.bold and "*" not in escaped else escaped


def _flattened(flow: Flow, depth: int) -> Iterator[Paragraph]:
    for part in flow:
        if isinstance(part, Paragraph):
            yield part
        elif depth < _MOST_NESTING:
            for cell in part.cells:
                yield from _flattened(cell.flow, depth + 1)
