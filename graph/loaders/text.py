"""Plain text and Markdown: headings, bullets, notes, tables, captions, page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.loaders.encoding import decode
from graph.loaders.marks import read_mark
from graph.loaders.metadata import read_source
from graph.loaders.tables import is_row, table
from graph.model import Block, Document, Span

_FURNITURE = re.compile(
    r"보도(?:시점|일시)|배포일시|^\s*date\s+\d{4}|^(?:입력|등록|수정|승인)\s*[:]?\s*\d{4}|홈\s*>|댓글\s*\d*\s*$|"
    r"^\d{4}[.-]\d{1,2}[.-]\d{1,2}(?:\s|$)|기자\s*\(?\s*[\w.+-]+@|저작권자|무단\s?전재|ⓒ|^=+$|^-{3,}$|^사진\s?[=:]"
)
_CAPTION = re.compile(
    r"(?:하고|되고|듣고|찍고|보고|나누고)\s있다\.?(?:\s*/?\s*\(?사진.*)?$|\[사진|/\s?사진\s?[=|]"
)
_CAPTION_LENGTH = 140


def load(path: Path, data: bytes) -> Document:
    """Read ``data``, the bytes of the file at ``path``. Raises :class:`LoadError`."""
    text = decode(path, data)
    blocks = tuple(read_blocks(text))
    return Document(read_source(path.name, data, text, blocks), text, blocks)


def read_blocks(text: str) -> Iterator[Block]:
    """Yield the layout of ``text`` in order."""
    rows: list[Span] = []
    for line in _lines(text):
        written = text[line.start : line.end]
        if is_row(written) and not _is_wrapped(written):
            rows.append(line)
            continue
        if rows:
            yield table(text, rows)
            rows = []
        if written.strip():
            yield _block(text, line)
    if rows:
        yield table(text, rows)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for match in re.finditer(r"\r\n|\n|\r|\f|\v|\x85|\u2028|\u2029", text):
        yield Span(start, match.start())
        start = match.end()
    if start < len(text):
        yield Span(start, len(text))


def _is_wrapped(line: str) -> bool:
    """A line that only begins with a tab is indented, not a row."""
    return "\t" not in line.strip() and not line.strip().startswith("|") and len(line.strip()) > 25


def _block(text: str, line: Span) -> Block:
    written = text[line.start : line.end]
    left = len(written) - len(written.lstrip())
    stripped = written.strip()
    if _FURNITURE.search(stripped):
        return Block("furniture", Span(line.start + left, line.start + left + len(stripped)))
    if len(stripped) <= _CAPTION_LENGTH and _CAPTION.search(stripped):
        size = len(stripped) - len(stripped.lstrip("▲△◀▶▼ "))
        return Block("caption", Span(line.start + left + size, line.start + left + len(stripped)))
    mark = read_mark(stripped)
    start = line.start + left + mark.size
    end = line.start + left + len(stripped) - mark.tail
    if end <= start:
        return Block("furniture", Span(line.start + left, line.start + left + len(stripped)))
    level = mark.level + (left // 2 if mark.kind == "item" else 0)
    return Block(mark.kind, Span(start, end), level, mark.marker)
