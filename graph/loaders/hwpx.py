"""HWPX (OWPML, the Korean standard KS X 6101): a ZIP of XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.errors import LoadError
from graph.loaders.flow import Cell, Extract, Letters, Paragraph, Properties, Table, paragraph
from graph.loaders.hwpx_header import Header, read_header
from graph.loaders.markup import MOST_DEPTH, attribute, child, children, local, number, parse
from graph.loaders.numbering import Counters
from graph.loaders.packages import Package

if TYPE_CHECKING:
    from graph.loaders.markup import Element

_SECTION = re.compile(r"Contents/section(\d{1,5})\.xml")
_SPACES = {"tab": "\t", "lineBreak": "\n", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_ENCRYPTED = "encryption-data"
_NOTES = ("footNote", "endNote")
_HIDDEN = ("header", "footer", "hiddenComment", "memo", "masterPage")
"""What stands on every page, or on none that is printed."""


def extract(path: str, data: bytes) -> Extract:
    """Return what an HWPX file holds. Raises :class:`LoadError`."""
    package = Package(path, data)
    manifest = package.members.get("META-INF/manifest.xml")
    if manifest and _ENCRYPTED in package.read("META-INF/manifest.xml").decode("utf-8", "replace"):
        raise LoadError(path, "needs a password; save it without one")
    numbers = sorted(int(m[1]) for name in package.members if (m := _SECTION.fullmatch(name)))
    if not numbers:
        raise LoadError(path, "is no HWPX file: it has no Contents/section0.xml; save it again")
    head = "Contents/header.xml"
    header = read_header(parse(path, package.read(head))) if head in package.members else Header()
    reader = _Reader(header)
    flow: list[Paragraph | Table] = []
    for n in numbers:
        root = parse(path, package.read(f"Contents/section{n}.xml"))
        flow.extend(reader.paragraphs(root, 0, in_cell=False))
    return Extract(flow, _properties(path, package))


def _properties(path: str, package: Package) -> Properties:
    """Only the day it was last saved: titles and authors there are those of the template."""
    name = "Contents/content.hpf"
    if name not in package.members:
        return Properties()
    for element in parse(path, package.read(name)).iter():
        if local(element) == "meta" and attribute(element, "name") == "ModifiedDate":
            day = re.match(r"\d{4}-\d\d-\d\d", (element.text or "").strip())
            return Properties(published=day.group() if day else "")
    return Properties()


@dataclass
class _Reader:
    """Reads the paragraphs of one file, counting its lists."""

    header: Header
    counters: Counters = field(default_factory=Counters)

    def paragraphs(
        self, element: Element, depth: int, *, in_cell: bool
    ) -> Iterator[Paragraph | Table]:
        """Yield what the paragraphs directly within ``element`` hold, tables in their place."""
        if depth > MOST_DEPTH:
            return
        for p in children(element, "p"):
            yield from self._paragraph(p, depth + 1, in_cell)

    def _paragraph(self, p: Element, depth: int, in_cell: bool) -> Iterator[Paragraph | Table]:
        shape = self.header.shapes.get(attribute(p, "paraPrIDRef"))
        letters: list[Letters] = []
        after: list[Paragraph | Table] = []
        for run in children(p, "run"):
            style = self.header.letters.get(attribute(run, "charPrIDRef"), (0.0, False))
            for part in run:
                if local(part) == "t":
                    letters.append(Letters("".join(_text(part)), style[1], style[0]))
                else:
                    after.extend(self._object(part, depth, letters, in_cell))
        if shape and any(part.text.strip() for part in letters):
            mark = self.counters.mark(shape.key, shape.levels, shape.level)
            if mark:
                letters.insert(0, Letters(f"{mark} ", letters[0].bold, letters[0].size))
        yield paragraph(letters, indent=shape.level if shape else 0, in_cell=in_cell)
        yield from after

    def _object(
        self, part: Element, depth: int, letters: list[Letters], in_cell: bool
    ) -> Iterator[Paragraph | Table]:
        """What is anchored in a paragraph: tables, notes, drawings with text in them."""
        name = local(part)
        if depth > MOST_DEPTH or name in _HIDDEN:
            return
        if name == "tbl":
            yield from self._caption(part, depth)
            yield self._table(part, depth)
        elif name in _NOTES:
            letters.append(Letters("*"))
            for note in self._lists(part, depth):
                yield _noted(note)
        else:
            for inner in part:
                if local(inner) in ("subList", "caption"):
                    lists = inner if local(inner) == "subList" else child(inner, "subList")
                    if lists is not None:
                        yield from self.paragraphs(lists, depth + 1, in_cell=in_cell)
                else:
                    yield from self._object(inner, depth + 1, letters, in_cell)

    def _lists(self, element: Element, depth: int) -> Iterator[Paragraph | Table]:
        for lists in children(element, "subList"):
            yield from self.paragraphs(lists, depth + 1, in_cell=False)

    def _caption(self, table: Element, depth: int) -> Iterator[Paragraph | Table]:
        caption = child(table, "caption")
        if caption is not None:
            yield from self._lists(caption, depth)

    def _table(self, table: Element, depth: int) -> Table:
        cells = []
        for r, row in enumerate(children(table, "tr")):
            for c, cell in enumerate(children(row, "tc")):
                place, span = child(cell, "cellAddr"), child(cell, "cellSpan")
                lists = child(cell, "subList")
                flow = () if lists is None else self.paragraphs(lists, depth + 1, in_cell=True)
                cells.append(
                    Cell(
                        max(0, number(place, "rowAddr", r)),
                        max(0, number(place, "colAddr", c)),
                        max(1, number(span, "rowSpan", 1)),
                        max(1, number(span, "colSpan", 1)),
                        tuple(flow),
                        attribute(cell, "header") == "1",
                    )
                )
        return Table(tuple(cells))


def _noted(part: Paragraph | Table) -> Paragraph | Table:
    return (
        Paragraph(f"* {part.text.strip()}") if isinstance(part, Paragraph) and part.text else part
    )


def _text(element: Element) -> Iterator[str]:
    """The letters of a run: text between marks for tabs, line ends and the like."""
    yield element.text or ""
    for mark in element:
        yield _SPACES.get(local(mark), "")
        if local(mark) in ("insertBegin", "markpenBegin"):
            yield mark.text or ""
        yield mark.tail or ""
