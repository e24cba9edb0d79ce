"""HWP 5, the word processor of the Korean government: records of text, tables and drawings."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.loaders.flow import Cell, Extract, Letters, Paragraph, Table, paragraph
from graph.loaders.hwp_records import (
    CTRL_HEADER,
    LIST_HEADER,
    PARA_CHAR_SHAPE,
    PARA_HEADER,
    PARA_TEXT,
    TABLE,
    Record,
    read_streams,
    records,
)
from graph.loaders.hwp_styles import Styles, read_styles
from graph.loaders.markup import MOST_DEPTH
from graph.loaders.numbering import Counters

_WIDE = frozenset((*range(1, 10), 11, 12, *range(14, 24)))
"""Control letters that take up eight places; the others take up one."""
_ANCHORS = frozenset((1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23))
"""Those of them that stand for a CTRL_HEADER record, in order."""
_SPACES = {9: "\t", 10: "\n", 24: "-", 30: " ", 31: " "}
_NOTES = ("fn  ", "en  ")
_HIDDEN = ("head", "foot", "tcmt", "secd", "cold")


def extract(path: str, data: bytes) -> Extract:
    """Return what an HWP 5 file holds. Raises :class:`LoadError`."""
    streams = read_streams(path, data)
    reader = _Reader(read_styles(records(path, streams.styles)))
    flow: list[Paragraph | Table] = []
    for section in streams.sections:
        flow.extend(reader.paragraphs(records(path, section), 0, in_cell=False))
    return Extract(flow)


@dataclass
class _Reader:
    """Reads the paragraphs of one file, counting its lists."""

    styles: Styles
    counters: Counters = field(default_factory=Counters)

    def paragraphs(
        self, found: Sequence[Record], depth: int, *, in_cell: bool
    ) -> Iterator[Paragraph | Table]:
        """Yield what the paragraphs among ``found`` hold, tables in their place."""
        if depth > MOST_DEPTH:
            return
        for record in found:
            if record.tag == PARA_HEADER:
                yield from self._paragraph(record, depth, in_cell)

    def _paragraph(self, record: Record, depth: int, in_cell: bool) -> Iterator[Paragraph | Table]:
        controls = [r for r in record.within if r.tag == CTRL_HEADER]
        notes = [number for number, r in enumerate(controls) if _kind(r) in _NOTES]
        text = next((r.data for r in record.within if r.tag == PARA_TEXT), b"")
        shapes = next((r.data for r in record.within if r.tag == PARA_CHAR_SHAPE), b"")
        letters = list(self._letters(text, shapes, notes))
        number = record.number(8)
        shape = self.styles.shapes[number] if number < len(self.styles.shapes) else None
        if shape and any(part.text.strip() for part in letters):
            levels = self.styles.lists.get(shape.key, {})
            if mark := self.counters.mark(shape.key, levels, shape.level):
                letters.insert(0, Letters(f"{mark} ", letters[0].bold, letters[0].size))
        yield paragraph(letters, indent=shape.level if shape else 0, in_cell=in_cell)
        for control in controls:
            yield from self._control(control, depth + 1, in_cell)

    def _letters(self, text: bytes, shapes: bytes, notes: Sequence[int]) -> Iterator[Letters]:
        """The letters between the places where the style changes; notes leave an asterisk."""
        pairs = [struct.unpack_from("<II", shapes, at) for at in range(0, len(shapes) - 7, 8)]
        units = memoryview(text[: len(text) // 2 * 2]).cast("H")
        ends = [start for start, _ in pairs[1:]] + [len(units)]
        at = anchors = 0
        for (_, style), end in zip(pairs or [(0, -1)], ends, strict=True):
            written: list[str] = []
            while at < min(end, len(units)):
                unit = units[at]
                if unit in _ANCHORS:
                    written.append("*" if anchors in notes else "")
                    anchors += 1
                elif unit < 32:
                    written.append(_SPACES.get(unit, ""))
                else:
                    written.append(chr(unit))
                at += 8 if unit in _WIDE else 1
            joined = "".join(written).encode("utf-16-le", "surrogatepass")
            known = style < len(self.styles.letters) and style >= 0
            size, bold = self.styles.letters[style] if known else (0.0, False)
            yield Letters(joined.decode("utf-16-le", "ignore"), bold, size)

    def _control(self, control: Record, depth: int, in_cell: bool) -> Iterator[Paragraph | Table]:
        """What is anchored in a paragraph: tables, notes, drawings with text in them."""
        kind = _kind(control)
        if depth > MOST_DEPTH or kind in _HIDDEN:
            return
        if any(r.tag == TABLE for r in control.within):
            yield from self._table(control, depth)
        elif kind in _NOTES:
            for part in self.paragraphs(control.within, depth, in_cell=False):
                noted = isinstance(part, Paragraph) and part.text.strip()
                yield Paragraph(f"* {noted}") if noted else part
        else:
            yield from self._drawn(control.within, depth, in_cell)

    def _drawn(
        self, found: Sequence[Record], depth: int, in_cell: bool
    ) -> Iterator[Paragraph | Table]:
        if depth > MOST_DEPTH:
            return
        yield from self.paragraphs(found, depth, in_cell=in_cell)
        for record in found:
            if record.tag != PARA_HEADER:
                yield from self._drawn(record.within, depth + 1, in_cell)

    def _table(self, control: Record, depth: int) -> Iterator[Paragraph | Table]:
        """The paragraphs of a cell follow its LIST_HEADER; those before TABLE are the caption."""
        cells: list[Cell] = []
        caption: list[Record] = []
        cell: Record | None = None
        own: list[Record] = []
        reached = False
        for record in [*control.within, Record(LIST_HEADER, 0, b"")]:
            if record.tag == TABLE:
                reached = True
            elif record.tag == LIST_HEADER:
                if cell is not None:
                    flow = tuple(self.paragraphs([*cell.within, *own], depth + 1, in_cell=True))
                    cells.append(_cell(cell, flow))
                cell, own = (record, []) if reached else (None, [])
                caption.extend([] if reached else record.within)
            elif record.tag == PARA_HEADER:
                (own if reached else caption).append(record)
        yield from self.paragraphs(caption, depth + 1, in_cell=False)
        yield Table(tuple(cells))


def _cell(record: Record, flow: tuple[Paragraph | Table, ...]) -> Cell:
    return Cell(
        record.number(10),
        record.number(8),
        max(1, record.number(14, default=1)),
        max(1, record.number(12, default=1)),
        flow,
        bool(record.number(4, "<I") & 0x40000),
    )


def _kind(control: Record) -> str:
    """The four letters of a control; they are stored backwards."""
    return control.data[:4][::-1].decode("latin-1")
