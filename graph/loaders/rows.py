"""Which lines make up a table: lines of cells between tabs or pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.loaders.marks import is_mark, read_mark
from graph.model import Span

_PIPED = re.compile(r"\s*\|.*\|\s*$")
_PIPE = re.compile(r"(?<!\\)\|")
_BARS = re.compile(r"[^|\t]+(?:\s\|\s[^|\t]+){2,}")
"""``a | b | c``: cells without a frame; three such lines alike are a table."""
_FEWEST_BARS = 3
_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$")
_SENTENCE = re.compile(r"다[.”’\"']*$|[.?!]$")
_ANNEX = re.compile(r"\s*[<\[(【]?(?:붙\s?임|별\s?첨|별\s?지|참고|첨부)\s*\d*\s*[>\])】]?\s*\t")
_CELL_LENGTH = 60
_LABEL_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Cells:
    """A line of cells: ``places`` are the written column and span of each that is not empty."""

    line: Span
    places: tuple[tuple[int, Span], ...]
    width: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table; ``ruled`` says that a line of dashes follows the first."""

    rows: tuple[Cells, ...]
    piped: bool = False
    ruled: bool = False

    @property
    def is_box(self) -> bool:
        """A Markdown table of one column."""
        return self.piped and all(row.width == 1 for row in self.rows)

    @property
    def cells(self) -> tuple[Span, ...]:
        """The spans of all cells, in order."""
        return tuple(span for row in self.rows for _, span in row.places)


def gather(text: str, lines: Sequence[Span]) -> Iterator[Grid | Span]:
    """Yield the tables among ``lines``, and the other lines as they are."""
    spread = _is_spread(text, lines)
    run: list[Span] = []
    blank = False
    for line in lines:
        if not text[line.start : line.end].strip():
            blank = True
            continue
        if run and not (_goes_on(text, run, line) and (spread or not blank)):
            yield from _close(text, run)
            run = []
        blank = False
        if run or _shape(text, line):
            run.append(line)
        else:
            yield line
    yield from _close(text, run)


def trim(text: str, span: Span) -> Span:
    """Return ``span`` without space at its ends."""
    piece = text[span.start : span.end]
    left = len(piece) - len(piece.lstrip())
    if left == len(piece):
        return Span(span.start, span.start)
    return Span(span.start + left, span.start + len(piece.rstrip()))


def _is_spread(text: str, lines: Sequence[Span]) -> bool:
    """Some converters set an empty line after every line: then none ends a table."""
    written = [bool(text[line.start : line.end].strip()) for line in lines]
    pairs = sum(a and b for a, b in pairwise(written))
    return len(written) > 2 and not pairs


def _goes_on(text: str, run: Sequence[Span], line: Span) -> bool:
    """The line is a row like those before; a short line without tabs may be one between rows."""
    shape, before = _shape(text, line), _shape(text, run[-1])
    if shape == "bar" == before:
        return text[line.start : line.end].count("|") == text[run[0].start : run[0].end].count("|")
    if shape:
        return shape == before or (shape == "tab" and before == "")
    if before != "tab" or len(_places(text, run[-1], "\t")) < 3:
        return False
    label = text[line.start : line.end].strip()
    return (
        len(label) <= _LABEL_LENGTH
        and read_mark(label).kind == "paragraph"
        and (not _SENTENCE.search(label))
    )


def _shape(text: str, line: Span) -> str:
    """``tab``, ``pipe`` or ``bar`` for a row of cells, nothing for a line of text."""
    written = text[line.start : line.end]
    if "|" in written and _PIPED.match(written):
        return "pipe"
    if "|" in written and _BARS.fullmatch(written.strip()):
        return "bar"
    if "\t" not in written.strip(" ") or _ANNEX.match(written):
        return ""
    cells = [c for c in written.split("\t") if c.strip()]
    if len(cells) > 2:
        return "tab"
    if len(cells) == 2:
        marked = is_mark(cells[0].strip()) and not is_mark(cells[1].strip())
        return "" if marked else "tab"
    if (
        not cells
        or read_mark(cells[0].strip()).kind != "paragraph"
        or (len(cells[0].strip()) > _CELL_LENGTH)
    ):
        return ""
    return "tab"


_SEPARATORS = {"pipe": "|", "bar": " | "}
"""What stands between the cells of a row of that shape; else a tab."""


def _close(text: str, run: Sequence[Span]) -> Iterator[Grid | Span]:
    """Yield the table that ``run`` is, or its lines if it is none; labels at its end are lines."""
    if not run:
        return
    end = len(run)
    while end and not _shape(text, run[end - 1]):
        end -= 1
    shape = _shape(text, run[0]) if end else ""
    piped = shape == "pipe"
    rows = [_row(text, line, _SEPARATORS.get(shape, "\t")) for line in run[:end]]
    filled = [row for row in rows if row.places]
    few = shape == "bar" and len(filled) < _FEWEST_BARS
    if filled and not few and (piped or _is_table(text, filled)):
        ruled = piped and len(run) > 1 and bool(rows[0].places) and not rows[1].places
        yield Grid(tuple(filled), piped, ruled)
    else:
        yield from () if piped else run[:end]
    yield from run[end:]


def _is_table(text: str, rows: Sequence[Cells]) -> bool:
    """Two rows of several cells, or one of three; a lone pair is one if it is short (a label and its value)."""
    several = [row for row in rows if len(row.places) > 1]
    if len(several) > 1 or any(len(row.places) > 2 for row in several):
        return True
    pair = [text[s.start : s.end] for row in several for _, s in row.places]
    return bool(pair) and all(len(c) <= _CELL_LENGTH and not _SENTENCE.search(c) for c in pair)


def _row(text: str, line: Span, separator: str) -> Cells:
    written = text[line.start : line.end]
    if separator == "|" and _RULE.match(written):
        return Cells(line, (), 0)
    width = len(_pieces(written, separator))
    return Cells(trim(text, line), tuple(_places(text, line, separator)), width)


def _places(text: str, line: Span, separator: str) -> list[tuple[int, Span]]:
    found = []
    for column, (start, end) in enumerate(_pieces(text[line.start : line.end], separator)):
        span = trim(text, Span(line.start + start, line.start + end))
        if len(span):
            found.append((column, span))
    return found


def _pieces(written: str, separator: str) -> list[tuple[int, int]]:
    """Where the cells of a line begin and end, the empty ones too."""
    between = re.compile("\t") if separator == "\t" else _PIPE
    ends = [m.start() for m in between.finditer(written)]
    starts = [0, *(e + 1 for e in ends)]
    pieces = list(zip(starts, [*ends, len(written)], strict=True))
    return pieces[1:-1] if separator == "|" else pieces
