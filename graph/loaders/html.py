"""HTML: pages as saved from the press portal and from news sites, without what surrounds the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import LoadError
from graph.loaders.encoding import decode
from graph.loaders.flow import Cell, Extract, Letters, Paragraph, Table, paragraph
from graph.loaders.html_article import DROPPED, article
from graph.loaders.html_properties import headline, read_properties
from graph.loaders.html_tables import Grid, cells_of
from graph.loaders.marks import read_mark

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_KOREAN = frozenset(
    ("euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "cp949", "x-windows-949", "uhc")
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
    ]
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d{1,3})?)\s*(pt|px)", re.IGNORECASE)
_POINTS = {"pt": 1.0, "px": 0.75}
_MOST_DEPTH = 150
_UNKNOWN = Letters("")


def extract(path: str, data: bytes) -> Extract:
    """Return the article of an HTML page. Raises :class:`LoadError`."""
    from lxml import etree
    from lxml import html as lxml_html

    text = _decode(path, data)
    try:
        parser = lxml_html.HTMLParser(
            encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
        )
        page = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise LoadError(path, "is a broken HTML page; save it again") from error
    properties = read_properties(page)
    title = headline(page, properties)
    flow = list(_Reader(path).blocks(article(page)))
    if title and not any(
        _squeezed(title) in _squeezed(p.text) for p in flow[:5] if isinstance(p, Paragraph)
    ):
        flow.insert(0, Paragraph(title, level=1))
    return Extract(flow, properties)


def _decode(path: str, data: bytes) -> str:
    """The page's text: in the encoding that it declares, as browsers do; else as any text."""
    if not data.strip():
        raise LoadError(path, "is empty")
    declared = _CHARSET.search(data[:4096])
    name = declared[1].lower().decode("ascii", "replace") if declared else ""
    if name == "utf-8" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-8-sig", "replace").replace("\0", "")
    if name in _KOREAN and not _is_utf8(data):
        return data.decode("cp949", "replace").replace("\0", "")
    return decode(Path(path), data)


def _is_utf8(data: bytes) -> bool:
    """Pages saved from a browser are UTF-8, whatever they declare."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _squeezed(text: str) -> str:
    return re.sub(r"\W", "", text)


@dataclass
class _Reader:
    """Reads the blocks of an article in order, collecting letters until a block ends."""

    path: str
    letters: list[Letters] = field(default_factory=list)
    grid: Grid = field(default_factory=Grid)
    items: dict[HtmlElement | None, int] = field(default_factory=dict)

    def blocks(
        self, element: HtmlElement, depth: int = 0, *, in_cell: bool = False
    ) -> Iterator[Paragraph | Table]:
        """Yield the paragraphs and tables of ``element``."""
        yield from self._element(element, _UNKNOWN, depth, 0, in_cell)
        yield from self._ended(0, 0, in_cell)

    def _element(
        self, element: HtmlElement, style: Letters, depth: int, indent: int, in_cell: bool
    ) -> Iterator[Paragraph | Table]:
        tag = element.tag
        if not isinstance(tag, str) or tag in DROPPED:
            return
        if depth > _MOST_DEPTH:
            self._say(" ".join(str(t) for t in element.itertext()), style)
            return
        if tag == "table":
            yield from self._ended(0, indent, in_cell)
            yield from self._table(element, depth)
            return
        own = _style(element, style)
        is_block = tag in _BLOCKS
        if is_block:
            yield from self._ended(0, indent, in_cell)
        inside = indent + (tag in ("ul", "ol") and indent >= 0)
        self._marked(element)
        self._say(element.text, own)
        for part in element:
            yield from self._element(part, own, depth + 1, inside, in_cell)
            self._say(part.tail, own)
        if tag == "br":
            self.letters.append(Letters("\n", own.bold, own.size))
        if is_block:
            level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) and not in_cell else 0
            yield from self._ended(level, indent, in_cell)

    def _say(self, text: str | None, style: Letters) -> None:
        if text:
            plain = re.sub(r"\s+", " ", text)
            self.letters.append(Letters(plain, style.bold, style.size))

    def _marked(self, element: HtmlElement) -> None:
        """Set the mark that a browser sets before an item, unless the item writes one of its own."""
        if element.tag != "li":
            return
        parent = element.getparent()
        start = " ".join(islice((s for t in element.itertext() if (s := str(t).strip())), 3))
        if not start:
            return
        is_numbered = parent is not None and parent.tag == "ol"
        if is_numbered:
            self.items[parent] = self.items.get(parent, 0) + 1
        if not read_mark(start).size:
            mark = f"{self.items[parent]}. " if is_numbered else "- "
            self.letters.append(Letters(mark))

    def _ended(self, level: int, indent: int, in_cell: bool) -> Iterator[Paragraph]:
        """The lines that have been collected; each ``<br>`` ends one."""
        collected, self.letters = self.letters, []
        line: list[Letters] = []
        for part in [*collected, Letters("\n")]:
            if part.text != "\n":
                line.append(part)
                continue
            if any(x.text.strip() for x in line):
                yield paragraph(line, level=level, indent=max(0, indent - 1), in_cell=in_cell)
            line = []

    def _table(self, table: HtmlElement, depth: int) -> Iterator[Paragraph | Table]:
        for caption in table.iterchildren("caption"):
            yield from _Reader(self.path, grid=self.grid).blocks(caption, depth + 1)
        cells = [
            Cell(
                place.row,
                place.column,
                place.rows,
                place.columns,
                tuple(
                    _Reader(self.path, grid=self.grid).blocks(
                        place.element, depth + 1, in_cell=True
                    )
                ),
                place.element.tag == "th",
            )
            for place in cells_of(self.path, table, self.grid)
        ]
        yield Table(tuple(cells))


def _style(element: HtmlElement, style: Letters) -> Letters:
    written = element.get("style") or ""
    bold = style.bold or element.tag in ("b", "strong") or bool(_BOLD.search(written))
    size = _SIZE.search(written)
    return Letters("", bold, float(size[1]) * _POINTS[size[2].lower()] if size else style.size)
