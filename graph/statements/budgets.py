"""LEADS and INVOLVES from tables of projects in a ministry's budget."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Block, Cell, Entity, Span, Statement
from graph.statements.context import Context, named_entity
from graph.statements.development import names_technology
from graph.statements.offices import is_government
from graph.statements.outline import Outline
from graph.statements.subjects import subjects
from graph.statements.tables import cell_under, columns, passages

_PROJECT = re.compile(r"(?:신규|주요|세부)?(?:사업|프로그램|프로젝트)(?:명)?")
_ABOUT = re.compile(r"(?:주요|사업|지원|세부)?(?:내용|기술|대상|지원분야)")
_IS_PROJECT = re.compile(r"(?:사업|프로그램|프로젝트|이니셔티브)$")
"""What the name of a project ends in; another may be a line of the budget for anything."""
_BUDGET = re.compile(r"예산|신규\s?사업")


def projects(context: Context, outline: Outline) -> Iterator[Statement]:
    """``가나부 예산안에 신규사업 …`` and a table with a column 사업명: the ministry leads each; it involves what 내용 names."""
    del outline
    for block in context.document.blocks:
        headers = columns(context, block)
        column = headers.where(_PROJECT)
        owner = _owner(context, block) if column is not None else None
        for row in (r for r in block.rows if not r.header and owner):
            cell = cell_under(row, column)
            project = _project(context, cell) if cell else None
            if owner is None or cell is None or project is None:
                continue
            ministry, said = owner
            where = passages(row, cell)
            yield from context.fact(
                ministry, "LEADS", project, said, *where, rule="project-in-budget"
            )
            about = cell_under(row, headers.where(_ABOUT))
            for technology in _technologies(context, about) if about else ():
                yield from context.fact(
                    project, "INVOLVES", technology, *where, rule="project-in-budget"
                )


def _owner(context: Context, table: Block) -> tuple[Entity, Span] | None:
    """The one ministry whose budget the sentences before the table tell of, and the first that does."""
    told = [
        (body.entity, s.span)
        for s in context.sentences
        if s.span.end <= table.span.start and _BUDGET.search(context.slice(s.span))
        for body in subjects(context, s.span)
        if is_government(body.entity)
    ]
    return told[0] if told and len({body.id for body, _ in told}) == 1 else None


def _project(context: Context, cell: Cell) -> Entity | None:
    named = [m.entity for m in context.within(cell.span, "Program") if m.span == cell.span]
    wording = re.sub(r"\s+", " ", context.slice(cell.span)).strip()
    if named:
        return named[0]
    return named_entity("Program", wording) if _IS_PROJECT.search(wording) else None


def _technologies(context: Context, cell: Cell) -> Iterator[Entity]:
    """The technologies of a cell: one that begins each piece between commas, or one that ends the piece."""
    for piece in re.compile(r"[^,\n]+").finditer(context.text, cell.span.start, cell.span.end):
        wording = piece.group().strip()
        start = context.text.index(wording, piece.start())
        span = Span(start, start + len(wording))
        known = [m for m in context.within(span, "Technology") if m.span.start == span.start]
        if known and known[0].span == span:
            yield known[0].entity
        elif names_technology(wording):
            yield named_entity("Technology", wording)
        elif known:
            yield known[0].entity
