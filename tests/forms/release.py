"""A press release as its author sees it: lines, and tables with merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from graph.loaders.text import load
from graph.model import Block, Cell, Document

Styled: TypeAlias = tuple[tuple[str, bool], ...]
"""The text of a line in stretches, each bold or not."""


@dataclass(frozen=True)
class Line:
    """A line; ``level`` 1 to 3 is a heading, 0 is none; ``indent`` counts steps."""

    text: Styled
    level: int = 0
    indent: int = 0

    @property
    def plain(self) -> str:
        return "".join(text for text, _ in self.text)


@dataclass(frozen=True)
class Merged:
    """A cell over ``rows`` and ``columns``."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[Styled, ...]


@dataclass(frozen=True)
class Grid:
    """A table; places without a cell do not occur."""

    cells: tuple[Merged, ...]

    @property
    def height(self) -> int:
        return max(c.row + c.rows for c in self.cells)

    @property
    def width(self) -> int:
        return max(c.column + c.columns for c in self.cells)

    def row(self, number: int) -> list[Merged]:
        return sorted((c for c in self.cells if c.row == number), key=lambda c: c.column)


Release: TypeAlias = tuple[Line | Grid, ...]


def release(text: str) -> Release:
    """Return what ``text`` shows; its tables with the cells merged that it leaves out."""
    document = load(Path("a.txt"), text.encode())
    return tuple(_parts(document))


def line(text: str, level: int = 0, *, bold: bool = False) -> Line:
    return Line(((text, bold),), level)


def grid(*cells: tuple[int, int, int, int, str]) -> Grid:
    return Grid(tuple(Merged(r, c, rs, cs, (((t, False),),)) for r, c, rs, cs, t in cells))


def _parts(document: Document) -> Iterator[Line | Grid]:
    text = document.text
    done = -1
    for block in document.blocks:
        if block.kind == "table":
            yield _grid(document, block)
            continue
        start = text.rfind("\n", 0, block.span.start) + 1
        if start == done:
            continue
        done = start
        written = text[start : text.find("\n", block.span.start)].replace("\\*", "*")
        indent = (len(written) - len(written.lstrip())) // 2
        stripped = written.strip()
        if heading := re.match(r"(#+)\s+(.*)", stripped):
            yield Line(((heading[2], True),), len(heading[1]))
        elif bold := re.fullmatch(r"\*\*(.*)\*\*", stripped):
            yield Line(((bold[1], True),))
        else:
            yield Line(((stripped, False),), 0, indent)


def _grid(document: Document, block: Block) -> Grid:
    width = max(c.column for row in block.rows for c in row.cells) + 1
    found: dict[tuple[int, int], Merged] = {}
    begun: dict[int, tuple[int, int]] = {}
    for r, row in enumerate(block.rows):
        for cell, after in _followed(row.cells, width):
            if cell.inherited:
                key = begun[cell.column]
                old = found[key]
                found[key] = Merged(old.row, old.column, r - old.row + 1, old.columns, old.lines)
                continue
            columns = after - cell.column if cell.column == 0 else 1
            begun[cell.column] = (r, cell.column)
            found[r, cell.column] = Merged(
                r, cell.column, 1, columns, tuple(_lines(document, cell))
            )
    covered = {
        (r, c)
        for m in found.values()
        for r in range(m.row, m.row + m.rows)
        for c in range(m.column, m.column + m.columns)
    }
    for r in range(len(block.rows)):
        for c in range(width):
            if (r, c) not in covered:
                found[r, c] = Merged(r, c, 1, 1, ())
    return Grid(tuple(found[key] for key in sorted(found)))


def _followed(cells: Sequence[Cell], width: int) -> Iterator[tuple[Cell, int]]:
    """Each cell with the column of the next one."""
    yield from ((a, b.column) for a, b in pairwise(cells))
    yield cells[-1], width if len(cells) == 1 else cells[-1].column + 1


def _lines(document: Document, cell: Cell) -> Iterator[Styled]:
    numbers = sorted({run.line for run in cell.runs})
    for number in numbers:
        runs = [run for run in cell.runs if run.line == number]
        yield tuple(
            (document.slice(run.span) + (" " if run.bold else ""), run.bold) for run in runs
        )
