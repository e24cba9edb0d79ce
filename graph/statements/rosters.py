"""PARTICIPATES_IN from what lists who takes part: lines with a label, tables with a column of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from graph.model import Cell, Entity, Row, Span, Statement
from graph.statements.context import Context, named_entity
from graph.statements.development import names_technology
from graph.statements.outline import Outline
from graph.statements.people import organization_at, person_of
from graph.statements.tables import Columns, cell_under, columns, passages

_LABEL = re.compile(
    r"[\((\[<【]?\s?(?:주요\s?)?(?:참\s*석|참\s*가|참\s*여)\s?(?:자|기관|부처|기업|대상)?\s?[\))\]>】]?\s?[::]\s?"
)
"""The label of a line of attendees: ``(참석)``, ``주요 참석자:``."""
_CHAIR = re.compile(
    r"[\((\[<【]?\s?(?:주\s*재|좌\s*장|의\s*장|위\s*원\s*장)\s?[\))\]>】]?\s?[::]\s?"
)
"""The label of the line that says who was in the chair: ``주재:``, ``위원장:``."""
_MEMBERS = re.compile(
    r"(?:참여|수행|협력|공동연구|선정|대표선정|주관|전담|구성)(?:기관|기업|대학|부처|업체|사)(?:명)?|컨소시엄구성"
)
"""The header of a column of bodies that take part."""
_TEAMS = re.compile(
    r"컨소시엄(?:명)?|사업단(?:명)?|연구단(?:명)?|팀(?:명)?|얼라이언스(?:명)?|협의체(?:명)?"
)
"""The header of a column of consortia or teams, which those bodies make up."""
_FIELDS = re.compile(r"(?:참여|기술|연구|중점)?분야(?:명)?")
_MISSIONS = re.compile(r".*(?:과제|미션|임무).*")
_SEPARATOR = re.compile(r"\s?(?:,|/|·|ㆍ|\n|、)\s?")


def attendance_lines(context: Context, outline: Outline) -> Iterator[Statement]:
    """``참석: A, B, C 등`` in the outline of an event."""
    del outline
    for block in context.document.blocks:
        label = _LABEL.match(context.text, block.span.start, block.span.end)
        if block.rows or label is None or context.event is None:
            continue
        rest = Span(label.end(), block.span.end)
        posts = context.appointments(rest)
        people = [p for p in (person_of(context, a) for a in posts) if p]
        bodies = [
            m.entity
            for m in context.within(rest, "Organization")
            if not any(a.span.covers(m.span) for a in posts)
            and not re.match(r"\s?(?:장관|차관|청장|처장|국장)", context.text[m.span.end :][:4])
        ]
        for who in (*people, *bodies):
            yield from context.fact(
                who, "PARTICIPATES_IN", context.event, block.span, rule="attendance-line"
            )


def chair_lines(context: Context, outline: Outline) -> Iterator[Statement]:
    """``주재: 이름 …`` in the outline of an event: who was in the chair."""
    del outline
    for block in context.document.blocks:
        label = _CHAIR.match(context.text, block.span.start, block.span.end)
        if block.rows or label is None or context.event is None:
            continue
        for appointment in context.appointments(Span(label.end(), block.span.end)):
            if who := person_of(context, appointment):
                yield from context.fact(
                    who,
                    "PARTICIPATES_IN",
                    context.event,
                    block.span,
                    rule="attendance-line",
                    role="주재",
                )


def listed_bodies(context: Context, outline: Outline) -> Iterator[Statement]:
    """Bullets below ``협약에 참여한 기관``: bodies that take part in the programme, or in the event."""
    del outline
    blocks = context.document.blocks
    for index, lead in enumerate(blocks):
        # 참석 is at the event, 참여 in the programme.
        present = _PRESENT.search(context.slice(lead.span))
        joined = context.event if present else context.programme or context.event
        if lead.rows or joined is None or not _BODIES_LEAD.search(context.slice(lead.span)):
            continue
        for item in takewhile(lambda b: b.kind == "item", blocks[index + 1 :]):
            posts = context.appointments(item.span)
            for mention in context.within(item.span, "Organization"):
                if not any(a.span.covers(mention.span) for a in posts):
                    yield from context.fact(
                        mention.entity, "PARTICIPATES_IN", joined, item.span, rule="listed-bodies"
                    )


_PRESENT = re.compile(r"참석")
_BODIES_LEAD = re.compile(
    r"(?:참여(?:한|하는)?|참석(?:한)?|협약|협력|참가)\s?(?:기관|기업|대학|부처)(?:은|는)?(?:\s다음과\s같다)?\s?[::>\]】.]*$"
)
"""The end of a line that announces bodies: ``협약에 참여한 기관은 다음과 같다.``"""


def joined_before(context: Context, outline: Outline) -> Iterator[Statement]:
    """``가나전자, 다라전자 등이 참여하는 「마바 얼라이언스」``: those listed are in the body behind the verb."""
    del outline
    for sentence in context.sentences:
        for body in context.within(sentence.span, "Organization"):
            before = Span(sentence.span.start, body.span.start)
            verb = _JOINING.search(context.slice(before))
            if verb is None or not _IS_JOINED.search(body.entity.name):
                continue
            listed = Span(before.start, before.start + verb.start() + 1)
            for member in context.within(listed, "Organization"):
                if _IN_ENUMERATION.match(context.text, member.span.end):
                    yield from context.fact(
                        member.entity,
                        "PARTICIPATES_IN",
                        body.entity,
                        sentence.span,
                        rule="listed-bodies",
                    )


_JOINING = re.compile(r"(?:이|가)\s(?:함께\s|공동\s|대거\s)?(?:참여|참가|함께)하는\s[「‘'“]?$")
_IS_JOINED = re.compile(
    r"(?:위원회|연합|얼라이언스|협의체|협의회|컨소시엄|협력체|추진단|자문단|사업단)$"
)
_IN_ENUMERATION = re.compile(
    r"(?:\s?[\((][^()]*[\))])?\s?(?:,|·|와\s|과\s|및|등(?:이|의)?\s|이\s|가\s)"
)


def roles_of_bodies(context: Context, outline: Outline) -> Iterator[Statement]:
    """A table of bodies and their roles: 기관 beside 역할 or 맡은 일."""
    del outline
    for index, block in enumerate(context.document.blocks):
        headers = columns(context, block)
        body_column, role_column = headers.where(_BODY), headers.where(_ROLE)
        if body_column is None or role_column is None:
            continue
        programme = _programme_above(context, index)
        for row in (r for r in block.rows if not r.header and programme):
            cell, role = cell_under(row, body_column), cell_under(row, role_column)
            for body in members(context, cell) if cell and role and programme else ():
                if cell and role and programme:
                    yield from context.fact(
                        body,
                        "PARTICIPATES_IN",
                        programme,
                        *passages(row, cell),
                        rule="roles-of-bodies",
                        role=context.slice(role.span),
                    )
                    yield from _made(context, body, row, cell, role)


def _made(context: Context, body: Entity, row: Row, cell: Cell, role: Cell) -> Iterator[Statement]:
    """A role ``반도체 기판 개발``: the body makes what is named before the noun of making."""
    for piece in re.compile(r"[^,]+").finditer(context.text, role.span.start, role.span.end):
        match = _MAKING.fullmatch(piece.group().strip())
        if match is None or not names_technology(match["what"]):
            continue
        start = context.text.index(match["what"], piece.start())
        span = Span(start, start + len(match["what"]))
        known = [m.entity for m in context.within(span, "Technology") if m.span == span]
        technology = known[0] if known else named_entity("Technology", match["what"])
        yield from context.fact(
            body, "DEVELOPS", technology, *passages(row, cell), rule="roles-of-bodies"
        )


_MAKING = re.compile(r"(?P<what>.{2,30}?)\s(?:개발|연구|제작|생산|국산화|양산)")


_BODY = re.compile(r"(?:참여|수행|협력)?(?:기관|기업|부처|기관명)")
_ROLE = re.compile(r"(?:주요|담당|수행)?(?:임무|역할|맡은일|업무|담당업무|수행내용|역할분담)")


def columns_of_bodies(context: Context, outline: Outline) -> Iterator[Statement]:
    """A column 참여기관, 수행기업 …: each body takes part in the programme, its team and its field."""
    del outline
    for index, block in enumerate(context.document.blocks):
        headers = columns(context, block)
        if headers.where(_MEMBERS) is None:
            continue
        programme = _programme_above(context, index)
        for row in (r for r in block.rows if not r.header):
            yield from _joined(context, row, headers, programme)


def _programme_above(context: Context, index: int) -> Entity | None:
    """What the line right above a table says is joined, its programme, else the document's."""
    above = [b for b in context.document.blocks[:index] if b.kind != "furniture"]
    for body in context.within(above[-1].span, "Organization") if above else ():
        if _JOINED_BODY.match(context.text, body.span.end):
            return body.entity
    return context.programme_for(above[-1].span) if above else context.programme


_JOINED_BODY = re.compile(r"[’'”」]?에\s(?:참여|함께)")


def _joined(
    context: Context, row: Row, headers: Columns, programme: Entity | None
) -> Iterator[Statement]:
    whole = [programme] if programme else []
    team = cell_under(row, headers.where(_TEAMS))
    area = cell_under(row, headers.where(_FIELDS))
    if team and team.runs:
        body = organization_at(context, team.span)
        whole = [body]
        if programme:
            yield from context.fact(
                body, "PARTICIPATES_IN", programme, *passages(row, team), rule="column-of-bodies"
            )
    elif area and area.runs and headers.where(_MISSIONS) is None:
        whole = [*whole, named_entity("Field", context.slice(area.span))]
    for column, header in headers.headers:
        cell = cell_under(row, column)
        if cell is None or not _MEMBERS.fullmatch(header):
            continue
        for member in members(context, cell):
            for one in whole:
                yield from context.fact(
                    member, "PARTICIPATES_IN", one, *passages(row, cell), rule="column-of-bodies"
                )


def members(context: Context, cell: Cell) -> Iterator[Entity]:
    """Yield the organizations of a cell: the known ones, and in a plain list the unknown beside them."""
    start = cell.span.start
    for piece in _SEPARATOR.split(context.slice(cell.span)):
        at = context.text.index(piece, start)
        start = at + len(piece)
        known = context.within(Span(at, start), "Organization")
        if known:
            yield from (m.entity for m in known)
        elif re.fullmatch(r"[㈜가-힣A-Za-z0-9&.()\s-]{2,20}", piece) and not re.search(
            r"\d+\s?개|등$|예정|미정|공모", piece
        ):
            yield organization_at(context, Span(at, start))
