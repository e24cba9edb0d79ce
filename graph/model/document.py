"""Documents: the exact text of a file and the layout found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from graph.model.evidence import Evidence, Source

BlockKind = Literal["heading", "paragraph", "item", "note", "table", "caption", "furniture"]
"""heading: a title or section mark · paragraph: running text · item: a bullet · note: a footnote
(``* …``) · table: rows of cells · caption: a picture's · furniture: what is about the page itself
(release times, byline, breadcrumbs, comment counters, contact lines) and carries no facts."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` of Unicode code points in a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Say whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a cell's text in one style, without markup; ``line`` counts paragraphs in it."""

    span: Span
    bold: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    ``span`` is its trimmed text (markup included), ``column`` the column that it stands under after
    shifted rows are put right, ``runs`` its text without markup. ``inherited`` marks a cell that the
    row leaves out because it is merged with the one above: its span is that cell's.
    """

    span: Span
    column: int
    runs: tuple[Run, ...]
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; ``span`` is the line, ``header`` marks the row that names the columns."""

    span: Span
    cells: tuple[Cell, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of layout.

    ``span`` covers the content without list marks and without surrounding space; ``marker`` is the
    mark that stood before it (``□``, ``①``, ``##``, ``-`` …); ``level`` is the depth of a heading or
    item, 1 the outermost.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    marker: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A source document: its exact text, every span counting in it, and its layout in order."""

    source: Source
    text: str
    blocks: tuple[Block, ...] = field(repr=False)

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.source.name

    def slice(self, span: Span) -> str:
        """Return the text of ``span``."""
        return self.text[span.start : span.end]

    def quote(self, span: Span) -> Evidence:
        """Return ``span`` as evidence: the only way to make it from text."""
        return Evidence(self.name, span.start, span.end, self.slice(span))
