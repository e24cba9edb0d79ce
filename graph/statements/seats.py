"""Tables of people: who sits where, read from the columns of name, post and organization."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Block, Entity, Row, Span
from graph.statements.context import Context
from graph.statements.people import organization_at, person
from graph.statements.tables import Columns, cell_under, columns, passages

_DIRECTOR = (
    r"(?:총괄|연구|사업|과제|임무|미션)?(?:PD|PM|책임자|디렉터|단장|사업단장)(?:명)?|"
    r"프로그램디렉터(?:\(PD\))?|프로젝트리더"
)
_DIRECTORS = re.compile(_DIRECTOR)
_PERSONS = re.compile(rf"성명|이름|위원(?:명)?|참석자|{_DIRECTOR}")
_POSTS = re.compile(r".*(?:직위|직책|직함|직급).*")
_BODIES = re.compile(r".*(?:기관|소속|단체|기업|회사).*")
_SPREAD = re.compile(r"(?<=^[가-힣])\s(?=[가-힣]$)")
"""``과 장`` is spread over its cell."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A person of one row; ``directs`` where the column says that they run what the row is about."""

    row: Row
    person: Entity
    organization: Entity
    title: str
    passages: tuple[Span, ...]
    directs: bool


def seats(context: Context, table: Block) -> Iterator[Seat]:
    """Yield the people of a table that has a column of names and says where they belong."""
    named = columns(context, table)
    if named.where(_PERSONS) is None:
        return
    for row in (r for r in table.rows if not r.header):
        seat = _seat(context, row, named)
        if seat:
            yield seat


def _seat(context: Context, row: Row, named: Columns) -> Seat | None:
    name = cell_under(row, named.where(_PERSONS))
    body = cell_under(row, named.where(_BODIES))
    post = cell_under(row, named.where(_POSTS))
    if name is None or body is None:
        return None
    written = re.sub(r"\s", "", context.slice(name.span))
    place, title = _place_and_title(context, body.span, post.span if post else body.span)
    if not context.vocabulary.is_personal_name(written) or not title:
        return None
    organization = organization_at(context, place)
    return Seat(
        row,
        person(context, written, organization),
        organization,
        title,
        passages(row, name, body, *([post] if post else [])),
        named.where(_DIRECTORS) is not None,
    )


def _place_and_title(context: Context, body: Span, post: Span) -> tuple[Span, str]:
    """Where a person belongs and as what; one cell may hold both: ``충북대학교 교수``."""
    if post != body:
        return body, _SPREAD.sub("", context.slice(post))
    text = context.slice(body)
    last = re.search(r"\s(\S+)$", text)
    if last is None or not context.vocabulary.title_of(last.group(1)):
        return body, ""
    known = [m for m in context.within(body, "Organization") if m.span.start == body.start]
    end = known[0].span.end if known else body.start + last.start()
    return Span(body.start, end), context.text[end : body.end].strip()
