"""Plain text and Markdown: headings, bullets, notes, tables, captions, page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.loaders.encoding import decode
from graph.loaders.furniture import set_apart, without_byline
from graph.loaders.marks import read_mark
from graph.loaders.metadata import read_source
from graph.loaders.nesting import Line, settle
from graph.loaders.rows import Grid, gather, trim
from graph.loaders.tables import table
from graph.model import Block, Document, Span

_LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_BREAK = re.compile(r"<br\s*/?>|</?p>", re.IGNORECASE)
_TAB = 4


def load(path: Path, data: bytes) -> Document:
    """Read ``data``, the bytes of the file at ``path``. Raises :class:`LoadError`."""
    text = decode(path, data)
    blocks = tuple(read_blocks(text))
    return Document(read_source(path.name, data, text, blocks), text, blocks)


def read_blocks(text: str) -> Iterator[Block]:
    """Yield the layout of ``text`` in order."""
    return settle(text, list(_parts(text)))


def _parts(text: str) -> Iterator[Block | Line]:
    for part in gather(text, list(_lines(text))):
        if isinstance(part, Grid):
            if part.is_box:
                for cell in part.cells:
                    yield from _in_box(text, cell)
            else:
                yield table(text, part)
        else:
            yield from _line(text, part)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for match in _LINE_END.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    if start < len(text):
        yield Span(start, len(text))


def _in_box(text: str, cell: Span) -> Iterator[Block | Line]:
    """A table of one column is a frame around lines of text."""
    start = cell.start
    for match in _BREAK.finditer(text, cell.start, cell.end):
        yield from _line(text, Span(start, match.start()))
        start = match.end()
    yield from _line(text, Span(start, cell.end))


def _line(text: str, line: Span) -> Iterator[Block | Line]:
    whole = trim(text, line)
    if not len(whole):
        return
    # A few words after which a tab stands are indented by it: what counts is how far.
    indent = len(text[line.start : whole.start].expandtabs(_TAB))
    for span in without_byline(text, whole):
        apart = set_apart(text, span)
        yield apart or Line(span, indent, read_mark(text[span.start : span.end]))


def show(document: Document) -> str:
    """Return the layout of a document, one block or row a line, to look at.

    Each line has the kind, level and mark, and the beginning of the text; a table's rows have their
    cells by column, ``^`` before those that go on from the row above.
    """
    return "\n".join(line for block in document.blocks for line in _shown(document, block))


def _shown(document: Document, block: Block) -> Sequence[str]:
    if not block.rows:
        written = " ".join(document.slice(block.span).split())
        return [f"{block.kind:9} {block.level} {block.marker:4} {written[:80]}"]
    rows = []
    for row in block.rows:
        cells = (
            f"{c.column}:{'^' if c.inherited else ''}{document.slice(c.span)[:24]}"
            for c in row.cells
        )
        rows.append(f"{'header' if row.header else 'row':9} {' | '.join(cells)}")
    return rows
