"""DOCX (Word): paragraphs, tables, notes and text boxes in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.errors import LoadError
from graph.loaders.docx_styles import Styles, read_notes, read_numbering, read_styles
from graph.loaders.flow import Cell, Extract, Letters, Paragraph, Properties, Table, paragraph
from graph.loaders.markup import MOST_DEPTH, attribute, child, children, local, number, parse
from graph.loaders.numbering import Counters
from graph.loaders.packages import Package

if TYPE_CHECKING:
    from graph.loaders.markup import Element

_BODY = "word/document.xml"
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_PASSED = frozenset(("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "Fallback"))
"""What is deleted, computed or said a second time for old programs."""


def extract(path: str, data: bytes) -> Extract:
    """Return what a DOCX file holds. Raises :class:`LoadError`."""
    package = Package(path, data)
    if _BODY not in package.members:
        raise LoadError(path, f"is no DOCX file: it has no {_BODY}; save it again as DOCX")
    body = child(parse(path, package.read(_BODY)), "body")

    def part(name: str) -> Element | None:
        known = package.members.get(f"word/{name}.xml")
        return parse(path, package.read(f"word/{name}.xml")) if known else None

    styles = read_styles(part("styles"), read_numbering(part("numbering")))
    notes = {**read_notes(part("footnotes"), "footnote"), **read_notes(part("endnotes"), "endnote")}
    reader = _Reader(styles, notes)
    flow = [] if body is None else list(reader.parts(body, 0, in_cell=False))
    return Extract(flow, _properties(path, package))


def _properties(path: str, package: Package) -> Properties:
    """Only the day it was last saved: titles and authors there are those of the template."""
    name = "docProps/core.xml"
    if name not in package.members:
        return Properties()
    for element in parse(path, package.read(name)):
        if local(element) == "modified":
            day = re.match(r"\d{4}-\d\d-\d\d", (element.text or "").strip())
            return Properties(published=day.group() if day else "")
    return Properties()


@dataclass
class _Reader:
    """Reads the body of one file, counting its lists."""

    styles: Styles
    notes: Mapping[str, Element]
    counters: Counters = field(default_factory=Counters)

    def parts(self, element: Element, depth: int, *, in_cell: bool) -> Iterator[Paragraph | Table]:
        """Yield the paragraphs and tables within ``element``, also those in wrappers of any kind."""
        if depth > MOST_DEPTH:
            return
        for part in element:
            name = local(part)
            if name == "p":
                yield from self._paragraph(part, depth + 1, in_cell)
            elif name == "tbl":
                yield self._table(part, depth + 1)
            elif name not in _PASSED:
                yield from self.parts(part, depth + 1, in_cell=in_cell)

    def _paragraph(self, p: Element, depth: int, in_cell: bool) -> Iterator[Paragraph | Table]:
        shape = self.styles.shape(p)
        letters: list[Letters] = []
        after: list[Paragraph | Table] = []
        self._runs(p, depth, letters, after)
        if any(part.text.strip() for part in letters):
            mark = self.counters.mark(shape.key, shape.levels, shape.depth)
            first = next(part for part in letters if part.text.strip())
            if mark:
                letters.insert(0, Letters(f"{mark} ", first.bold, first.size))
        letters = [
            replace(x, bold=x.bold or shape.bold, size=x.size or shape.size) for x in letters
        ]
        yield paragraph(letters, level=shape.level, indent=shape.depth, in_cell=in_cell)
        yield from after

    def _runs(
        self, element: Element, depth: int, letters: list[Letters], after: list[Paragraph | Table]
    ) -> None:
        """Collect the letters within a paragraph, and what is anchored in it."""
        if depth > MOST_DEPTH:
            return
        for part in element:
            name = local(part)
            if name in _PASSED:
                continue
            if name == "t":
                letters.append(Letters(part.text or "", *self.styles.letters(element)))
            elif name in _SPACES:
                letters.append(Letters(_SPACES[name]))
            elif name in ("footnoteReference", "endnoteReference"):
                letters.append(Letters("*"))
                after.extend(self._note(f"{name[:-9]} {attribute(part, 'id')}", depth))
            elif name == "txbxContent":
                after.extend(self.parts(part, depth + 1, in_cell=False))
            else:
                self._runs(part, depth + 1, letters, after)

    def _note(self, key: str, depth: int) -> Iterator[Paragraph | Table]:
        note = self.notes.get(key)
        for part in () if note is None else self.parts(note, depth + 10, in_cell=False):
            said = isinstance(part, Paragraph) and part.text.strip()
            yield Paragraph(f"* {said}") if said else part

    def _table(self, table: Element, depth: int) -> Table:
        """A cell merged downwards is a cell that begins, and others below it that go on."""
        cells: list[Cell] = []
        begun: dict[int, int] = {}
        for r, row in enumerate(children(table, "tr")):
            properties = child(row, "trPr")
            header = child(properties, "tblHeader") is not None
            column = number(child(properties, "gridBefore"), "val")
            for cell in _cells(row):
                shape = child(cell, "tcPr")
                width = max(1, number(child(shape, "gridSpan"), "val", 1))
                merge = child(shape, "vMerge")
                if merge is not None and attribute(merge, "val") != "restart" and column in begun:
                    at = begun[column]
                    cells[at] = replace(cells[at], rows=r - cells[at].row + 1)
                else:
                    begun[column] = len(cells)
                    flow = tuple(self.parts(cell, depth + 1, in_cell=True))
                    cells.append(Cell(r, max(0, column), 1, width, flow, header))
                column += width
        return Table(tuple(cells))


def _cells(row: Element) -> Iterator[Element]:
    for part in row:
        if local(part) == "tc":
            yield part
        elif local(part) == "sdt":
            content = child(part, "sdtContent")
            yield from () if content is None else children(content, "tc")
