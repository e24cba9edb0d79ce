"""Lines and cells of a PDF's pages → paragraphs and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from graph.korean import NOMINAL, is_one_word
from graph.loaders.flow import Cell, Letters, Paragraph, Table, paragraph
from graph.loaders.marks import read_mark
from graph.loaders.pdf_letters import Written
from graph.loaders.pdf_pages import Drawn, Page, Part

_FEWEST_PAGES = 3
_SENTENCE = re.compile(rf"(?:다|.{{15}}{NOMINAL})[.”’\"')\]]*$|[.?!:]$")
_LEADING, _LOOSEST = 1.3, 2.6
"""How far below a line the next one of its paragraph may stand: in usual steps, in letters."""
_EDGE = 5.0


def flow_of(pages: Sequence[Page]) -> Iterator[Paragraph | Table]:
    """Yield the paragraphs and tables of ``pages``; what goes on overleaf is one."""
    joiner = Joiner.of(pages)
    lines: list[Written] = []
    cells: list[Drawn] = []
    for part in _parts(pages):
        if part["cells"]:
            yield from joiner.paragraphs(lines)
            lines = []
            if part["overleaf"] and _goes_on(cells, part["cells"]):
                cells = _below(cells, part["cells"])
                continue
            yield from joiner.table(cells)
            cells = part["cells"]
        else:
            yield from joiner.table(cells)
            cells = []
            lines.extend(part["lines"])
    yield from joiner.table(cells)
    yield from joiner.paragraphs(lines)


def _parts(pages: Sequence[Page]) -> Iterator[Part]:
    """Yield what stands on the pages but not on most of them alike; ``overleaf``: first on its page."""
    repeated = _repeated(pages)
    for page in pages:
        overleaf = True
        for part in page:
            kept = [line for line in part["lines"] if _shape(line["text"]) not in repeated]
            if kept or part["cells"]:
                yield Part(lines=kept, cells=part["cells"], overleaf=overleaf)
                overleaf = False


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """What stands first or last on most pages, but for its numbers."""
    if len(pages) < _FEWEST_PAGES:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [line for part in page for line in part["lines"]]
        edges = sorted(lines, key=lambda line: line["base"])
        seen.update({_shape(line["text"]) for line in (*edges[:2], *edges[-2:])})
    return frozenset(shape for shape, count in seen.items() if 2 * count > len(pages))


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", "".join(text.split()))


def _goes_on(above: Sequence[Drawn], cells: Sequence[Drawn]) -> bool:
    """Tables whose columns end at the same places are one."""
    pairs = list(zip_longest(_edges(above), _edges(cells), fillvalue=-_EDGE))
    return bool(above) and all(abs(a - b) < _EDGE for a, b in pairs)


def _edges(cells: Sequence[Drawn]) -> list[float]:
    return sorted({cell["right"] for cell in cells})


def _below(above: Sequence[Drawn], cells: Sequence[Drawn]) -> list[Drawn]:
    """Return the cells of both; a header that is said again overleaf is left out."""
    height = max(cell["row"] + cell["rows"] for cell in above)
    again = _row(above) == _row(cells) != ""
    kept = [cell for cell in cells if not (again and cell["row"] == 0)]
    moved: list[Drawn] = [{**cell, "row": cell["row"] + height} for cell in kept]
    return [*above, *moved]


def _row(cells: Sequence[Drawn]) -> str:
    return "|".join(line["text"] for cell in cells if cell["row"] == 0 for line in cell["lines"])


@dataclass(frozen=True)
class Joiner:
    """Joins the lines of paragraphs.

    ``spaced`` says that the file holds the spaces at the ends of lines, ``leading`` how far apart the
    lines of a paragraph usually are, in letters; ``text`` is all that is written.
    """

    spaced: bool
    leading: float
    text: str

    @staticmethod
    def of(pages: Sequence[Page]) -> Joiner:
        """Return what joins the lines of ``pages``."""
        runs = [part["lines"] for page in pages for part in page]
        runs += [cell["lines"] for page in pages for part in page for cell in part["cells"]]
        lines = [line for run in runs for line in run]
        steps = Counter(
            round((a["base"] - b["base"]) / max(a["size"], 1.0), 1)
            for run in runs
            for a, b in pairwise(run)
            if a["size"] == b["size"] and a["base"] > b["base"]
        )
        leading = max(steps, key=lambda step: (steps[step], -step), default=_LOOSEST)
        spaced = 10 * sum(line["spaced"] for line in lines) >= max(1, len(lines))
        return Joiner(spaced, leading, "\n".join(line["text"] for line in lines))

    def table(self, cells: Sequence[Drawn]) -> Iterator[Table]:
        """Yield the table of ``cells``, if there are any."""
        if cells:
            yield Table(
                tuple(
                    Cell(
                        cell["row"],
                        cell["column"],
                        cell["rows"],
                        cell["columns"],
                        tuple(self.paragraphs(cell["lines"], cell["right"])),
                    )
                    for cell in cells
                )
            )

    def paragraphs(
        self, lines: Sequence[Written], cell: float | None = None
    ) -> Iterator[Paragraph]:
        """Yield the paragraphs of ``lines``; ``cell`` is the right edge of the cell that they stand in."""
        if not lines:
            return
        right = max(line["right"] for line in lines) if cell is None else cell - _EDGE
        text = lines[0]["text"].rstrip()
        group = [lines[0]]
        for before, line in pairwise(lines):
            if self._is_continued(text, before, line, right):
                text += self._between(before, line) + line["text"].strip()
                group.append(line)
            else:
                yield _paragraph(text, group, cell is not None)
                text, group = line["text"].rstrip(), [line]
        yield _paragraph(text, group, cell is not None)

    def _is_continued(self, text: str, before: Written, line: Written, right: float) -> bool:
        """The line before was full, and this one begins nothing of its own."""
        height = max(before["size"], 1.0)
        room = right - before["right"]
        step = (before["base"] - line["base"]) / height
        overleaf = step <= 0
        is_full = room < line["first"] + 0.5 * height
        near = overleaf or step < min(_LOOSEST, max(_LEADING * self.leading, 1.3))
        alike = abs(before["size"] - line["size"]) <= 0.15 * height
        weighs_more = line["bold"] and not before["bold"]
        ended = bool(_SENTENCE.search(text)) and (overleaf or room > height)
        marked = read_mark(line["text"].strip()).kind != "paragraph"
        columns = "\t" in line["text"].strip() or "\t" in before["text"].strip()
        return is_full and near and alike and not (weighs_more or ended or marked or columns)

    def _between(self, before: Written, line: Written) -> str:
        """A space, unless a word was broken where the line ended."""
        if before["spaced"] or before["text"].endswith(" "):
            return " "
        if self.spaced:
            return ""
        last, first = before["text"].split()[-1], line["text"].split()[0]
        if last[-1].isascii() and first[0].isascii():
            return " "
        whole = self.text.count(last[-3:] + first[:2])
        apart = self.text.count(f"{last[-3:]} {first[:2]}")
        if whole != apart:
            return "" if whole > apart else " "
        return "" if is_one_word(last, first) else " "


def _paragraph(text: str, lines: Sequence[Written], in_cell: bool) -> Paragraph:
    size = max(lines, key=lambda line: len(line["text"]))["size"]
    if all(line["bold"] for line in lines):
        return Paragraph(text, size=size, bold=True)
    label = lines[0]["label"]
    letters = (Letters(text[:label], bold=True, size=size), Letters(text[label:], size=size))
    return paragraph(letters, in_cell=in_cell)
