"""The divisions of a committee or an alliance: which it has, who heads each, who is in it, what it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Block, Cell, Entity, Row, Span, Statement
from graph.statements.context import Context, Sentence, named_entity
from graph.statements.development import MAKES, made_before, names_technology
from graph.statements.outline import Outline
from graph.statements.people import committee_before, division, person_of
from graph.statements.rosters import members
from graph.statements.tables import Columns, cell_under, columns, passages

_KIND = "분과위원회|분과|그룹|소위원회|워킹그룹|작업반"
_DIVISIONS = re.compile(rf"(?:전문|세부)?(?P<kind>{_KIND})(?:명)?|구분")
"""The header of a column of divisions."""
_HEADS = re.compile(
    rf"(?:(?:{_KIND}|분과위원|소위원|반|팀)장|위원장|좌장|리더|책임자)(?:\([^)]*\))?"
)
_MEMBERS = re.compile(r"참여(?:기관|기업|대학|부처)?|구성|구성기관|소속기관|위원|멤버")
_WORK = re.compile(
    r"(?:주요|담당)?(?:맡은일|역할|임무|업무|개발대상|개발품목|개발기술|개발내용|연구내용)"
)
_ENDS_IN_KIND = re.compile(rf"(?:{_KIND})$")


def in_tables(context: Context, outline: Outline) -> Iterator[Statement]:
    """A table of divisions (분과, 그룹) with columns of who heads them, who is in them and what they do."""
    del outline
    for block in context.document.blocks:
        headers = columns(context, block)
        column = headers.where(_DIVISIONS)
        tells = [headers.where(h) for h in (_HEADS, _MEMBERS, _WORK)]
        whole = committee_before(context, block.span.start)
        if column is None or whole is None or tells == [None] * len(tells):
            continue
        for row in (r for r in block.rows if not r.header):
            cell = cell_under(row, column)
            if cell and (name := _name(context, headers, column, cell)):
                yield from _row(context, headers, row, cell, division(name, whole), whole)


def _name(context: Context, headers: Columns, column: int, cell: Cell) -> str:
    """The division's name with its kind, which the cell or the header gives; nothing where neither does."""
    name = re.sub(r"\s+", " ", context.slice(cell.span)).strip()
    header = _DIVISIONS.fullmatch(dict(headers.headers)[column])
    kind = header["kind"] if header else None
    if not name or _ENDS_IN_KIND.search(name):
        return name
    return f"{name} {kind}" if kind else ""


def _row(
    context: Context, headers: Columns, row: Row, cell: Cell, part: Entity, whole: Entity
) -> Iterator[Statement]:
    where = passages(row, cell)
    yield from context.fact(part, "PART_OF", whole, *where, rule="table-of-divisions")
    head, body, work = (cell_under(row, headers.where(h)) for h in (_HEADS, _MEMBERS, _WORK))
    for appointment in context.appointments(head.span) if head else ():
        if who := person_of(context, appointment):
            yield from context.fact(who, "LEADS", part, *where, rule="table-of-divisions")
    for member in members(context, body) if body else ():
        yield from context.fact(member, "PARTICIPATES_IN", part, *where, rule="table-of-divisions")
    for technology in _technologies(context, work) if work else ():
        yield from context.fact(part, "DEVELOPS", technology, *where, rule="table-of-divisions")


def _technologies(context: Context, cell: Cell) -> Iterator[Entity]:
    """What a cell names that is a technology: known as one, or by its last word."""
    for piece in re.compile(r"[^,/\n]+").finditer(context.text, cell.span.start, cell.span.end):
        wording = re.sub(r"\s(?:개발|제작|연구)$", "", piece.group().strip())
        start = context.text.index(wording, piece.start())
        span = Span(start, start + len(wording))
        known = [m.entity for m in context.within(span, "Technology") if m.span == span]
        if known or names_technology(wording):
            yield known[0] if known else named_entity("Technology", wording)


def in_text(context: Context, outline: Outline) -> Iterator[Statement]:
    """``로봇 그룹은 모델을 만든다. 이름 교수가 그룹을 이끈다``: a division as topic, what it makes and who heads it."""
    del outline
    last: tuple[Block, Entity] | None = None
    for sentence in context.sentences:
        named = _named(context, sentence)
        if named:
            part, whole = named
            last = (sentence.block, part)
            yield from context.fact(part, "PART_OF", whole, sentence.span, rule="division-in-text")
            yield from _made(context, sentence, part)
        meant = named[0] if named else last[1] if last and last[0] is sentence.block else None
        if meant:
            yield from _led(context, sentence, meant)


def _named(context: Context, sentence: Sentence) -> tuple[Entity, Entity] | None:
    """The division that is the topic of a sentence, and the alliance or committee that has it."""
    topic = _TOPIC.match(context.text, sentence.span.start, sentence.span.end)
    whole = committee_before(context, sentence.span.start) if topic else None
    if (
        topic is None
        or whole is None
        or context.within(Span(topic.start(), topic.end()), "Program")
    ):
        return None
    return division(topic["name"], whole), whole


_TOPIC = re.compile(
    rf"(?:(?:특히|또|또한|한편|이어|먼저|우선|이\s가운데),?\s)?(?P<name>(?:[가-힣A-Za-z0-9·]+\s){{1,4}}?(?:{_KIND}))(?:은|는)\s"
)
"""``로봇 제조 그룹은`` at the head of a sentence; the kind alone tells none."""


def _made(context: Context, sentence: Sentence, part: Entity) -> Iterator[Statement]:
    verb = MAKES.search(context.text, sentence.span.start, sentence.span.end)
    clause = Span(sentence.span.start, verb.start()) if verb else None
    for technology in made_before(context, sentence, clause) if clause else ():
        yield from context.fact(
            part, "DEVELOPS", technology, sentence.span, rule="division-in-text"
        )


def _led(context: Context, sentence: Sentence, part: Entity) -> Iterator[Statement]:
    for appointment in context.appointments(sentence.span):
        if _LEADS.match(context.text, appointment.span.end, sentence.span.end) and (
            who := person_of(context, appointment)
        ):
            yield from context.fact(who, "LEADS", part, sentence.span, rule="division-in-text")


_LEADS = re.compile(
    rf"(?:이|가)\s(?:(?:이|해당)\s)?(?:(?:{_KIND})(?:을|를)\s)?(?:이끈다|이끌고|이끌며|이끌었|총괄한다|(?:{_KIND}|위원)장을\s맡)"
)
"""``이름 교수가 (그룹을) 이끈다``."""
