"""PDF: lines joined to paragraphs, ruled tables, without what stands on every page."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.errors import LoadError
from graph.korean import is_one_word
from graph.loaders.flow import Cell, Extract, Letters, Paragraph, Table, paragraph
from graph.loaders.marks import read_mark

if TYPE_CHECKING:
    from graph.loaders.pdf_letters import Written
    from graph.loaders.pdf_pages import Page, Part

_CHILD = "from graph.loaders.pdf_pages import main; main()"
_SECONDS = 180
_BROKEN = "is a broken PDF, or one made to break readers; save or print it anew"
_FEWEST_PAGES = 3
_SENTENCE = re.compile(r"[다음함됨임][.”’\"')\]]*$|[.?!:]$")


def extract(path: str, data: bytes) -> Extract:
    """Return what a PDF holds. Raises :class:`LoadError`."""
    pages = _pages(path, data)
    return Extract(list(flow_of(pages)))


def _pages(path: str, data: bytes) -> list[Page]:
    """Read the pages in another process: its memory and time are limited, and it may crash."""
    import pypdfium2  # noqa: F401 - that it is missing is to be known here

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)) or "."}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own module
            [sys.executable, "-c", _CHILD],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            env=environment,
            check=True,
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError, OSError) as error:
        raise LoadError(path, _BROKEN) from error
    if reason := answer.get("refused"):
        raise LoadError(path, str(reason))
    pages: list[Page] = answer["pages"]
    return pages


def flow_of(pages: Sequence[Page]) -> Iterator[Paragraph | Table]:
    """Yield the paragraphs and tables of ``pages``; a table that goes on overleaf is one."""
    lines = list(_all_lines(pages))
    spaced = 10 * sum(line["spaced"] for line in lines) >= max(1, len(lines))
    repeated = _repeated(pages)
    parts = [_without(part, repeated) for page in pages for part in page]
    waiting: list[Written] = []
    for part in parts:
        if part["cells"]:
            yield from _paragraphs(waiting, spaced)
            waiting = []
            yield _table(part, spaced)
        else:
            waiting.extend(part["lines"])
    yield from _paragraphs(waiting, spaced)


def _all_lines(pages: Sequence[Page]) -> Iterator[Written]:
    for page in pages:
        for part in page:
            yield from part["lines"]
            for cell in part["cells"]:
                yield from cell[4]


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


def _without(part: Part, repeated: frozenset[str]) -> Part:
    kept = [line for line in part["lines"] if _shape(line["text"]) not in repeated]
    return {"lines": kept, "cells": part["cells"]}


def _table(part: Part, spaced: bool) -> Table:
    return Table(
        tuple(
            Cell(row, column, rows, columns, tuple(_paragraphs(lines, spaced, in_cell=True)))
            for row, column, rows, columns, lines in part["cells"]
        )
    )


def _paragraphs(
    lines: Sequence[Written], spaced: bool, *, in_cell: bool = False
) -> Iterator[Paragraph]:
    """Join the lines of each paragraph."""
    if not lines:
        return
    right = max(line["right"] for line in lines)
    text = lines[0]["text"].rstrip()
    group = [lines[0]]
    for before, line in pairwise(lines):
        if _goes_on(text, before, line, right):
            text += _between(before, line, spaced) + line["text"].strip()
            group.append(line)
        else:
            yield _paragraph(text, group, in_cell)
            text, group = line["text"].rstrip(), [line]
    yield _paragraph(text, group, in_cell)


def _paragraph(text: str, lines: Sequence[Written], in_cell: bool) -> Paragraph:
    size = max(lines, key=lambda line: len(line["text"]))["size"]
    if all(line["bold"] for line in lines):
        return Paragraph(text, size=size, bold=True)
    label = lines[0]["label"]
    letters = (Letters(text[:label], bold=True, size=size), Letters(text[label:], size=size))
    return paragraph(letters, in_cell=in_cell)


def _goes_on(text: str, before: Written, line: Written, right: float) -> bool:
    """The line before was full, and this one begins nothing of its own."""
    height = max(before["size"], 1.0)
    room = right - before["right"]
    is_full = room < line["first"] + 0.5 * height
    alike = abs(before["size"] - line["size"]) <= 0.15 * height
    weighs_more = line["bold"] and not before["bold"]
    step = before["base"] - line["base"]
    overleaf = step < 0
    near = overleaf or step < 2.6 * height
    ended = bool(_SENTENCE.search(text)) and (overleaf or room > height)
    unmarked = read_mark(line["text"].strip()).kind == "paragraph"
    columns = "\t" in line["text"].strip() or "\t" in before["text"].strip()
    return is_full and alike and not weighs_more and near and not ended and unmarked and not columns


def _between(before: Written, line: Written, spaced: bool) -> str:
    """A space, unless a word was broken where the line ended."""
    if before["spaced"] or before["text"].endswith(" "):
        return " "
    last, first = before["text"].rstrip()[-1:], line["text"].lstrip()[:1]
    hangul = "가" <= last <= "힣" and "가" <= first <= "힣"
    if spaced:
        return ""
    if not hangul:
        return " "
    return "" if is_one_word(before["text"].split()[-1], line["text"].split()[0]) else " "
