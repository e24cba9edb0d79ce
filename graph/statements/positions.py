"""HOLDS_POSITION, from running text and tables of people; PART_OF of their departments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Block, Entity, Span, Statement
from graph.statements.context import Context
from graph.statements.outline import Outline
from graph.statements.people import committee_before, department, person_of, place_of, unit_of
from graph.statements.seats import seats
from graph.statements.subjects import subjects


def in_text(context: Context, outline: Outline) -> Iterator[Statement]:
    """``이름 기관 직위``: the person holds the post there."""
    del outline
    for appointment in context.people:
        if appointment.organization is None or not appointment.full_name:
            continue
        person = person_of(context, appointment)
        where = unit_of(appointment)
        if person is None or where is None:
            continue
        passage = _sentence(context, appointment.span)
        yield from context.fact(
            person, "HOLDS_POSITION", where, passage, rule="post-in-text", title=appointment.title
        )
        if where.id != appointment.organization.id:
            yield from context.fact(
                where, "PART_OF", appointment.organization, passage, rule="unit-in-title"
            )


def taken_on(context: Context, outline: Outline) -> Iterator[Statement]:
    """``이름이 위원장을, 이름이 부위원장을 맡았다``: posts in the committee that the document named last."""
    del outline
    for sentence in context.sentences:
        took = _TOOK.search(context.text, sentence.span.start, sentence.span.end)
        committee = committee_before(context, sentence.span.start) if took else None
        for person in context.appointments(sentence.span) if committee else ():
            post = _AS_POST.match(context.text, person.span.end, sentence.span.end)
            who = person_of(context, person)
            if who and committee and post and context.vocabulary.title_of(post["title"]):
                yield from context.fact(
                    who,
                    "HOLDS_POSITION",
                    committee,
                    sentence.span,
                    rule="appointed",
                    title=post["title"],
                )


_TOOK = re.compile(r"(?:위원장|의장|단장|간사|위원)(?:을|직을)\s(?:맡(?:았|는|아|고|게)|겸임|겸직)")
_AS_POST = re.compile(
    r"(?:이|가)\s(?:(?:상근|비상근|공동|초대|민간|정부\s측|수석)\s)*(?P<title>(?:부)?(?:위원장|의장|단장)|간사)(?:을|직을)(?:[,\s])"
)


def is_head_of(context: Context, outline: Outline) -> Iterator[Statement]:
    """``이름 교수는 ‘가나연구센터’의 센터장이다``: the post is said of the person with a copula."""
    del outline
    for sentence in context.sentences:
        for body in context.within(sentence.span, "Organization"):
            post = _IS_HEAD.match(context.text, body.span.end, sentence.span.end)
            before = context.text[sentence.span.start : body.span.start]
            people = context.appointments(Span(sentence.span.start, body.span.start))
            topic = people and re.fullmatch(
                r"(?:은|는)\s(?:[^,.]{0,40}\s)?[‘'“「]?",
                context.text[people[-1].span.end : body.span.start],
            )
            who = person_of(context, people[-1]) if post and topic and before else None
            if who and post and context.vocabulary.title_of(post["title"]):
                yield from context.fact(
                    who,
                    "HOLDS_POSITION",
                    body.entity,
                    sentence.span,
                    rule="post-in-text",
                    title=post["title"],
                )


_IS_HEAD = re.compile(
    r"[’'”」]?의\s(?:초대\s|현\s)?(?P<title>[가-힣]{2,8}?)(?:이다|이며|이자|을\s맡고\s있|으로\s있)"
)


def of_committee(context: Context, outline: Outline) -> Iterator[Statement]:
    """``이름 부위원장``: of the one committee that the document has named by then."""
    del outline
    for sentence in context.sentences:
        for person in context.appointments(sentence.span):
            if person.organization or not person.full_name or person.title not in _OF_COMMITTEE:
                continue
            bodies = {
                m.entity.id: m.entity
                for m in context.mentions
                if m.label == "Organization"
                and m.span.end <= person.span.start
                and m.entity.name.endswith("위원회")
            }
            who = person_of(context, person)
            if who and len(bodies) == 1:
                yield from context.fact(
                    who,
                    "HOLDS_POSITION",
                    next(iter(bodies.values())),
                    sentence.span,
                    rule="chair-of-committee",
                    title=person.title,
                )


_OF_COMMITTEE = ("위원장", "부위원장", "상근 부위원장", "상임위원")


def of_ministry(context: Context, outline: Outline) -> Iterator[Statement]:
    """``가나부는 5일 이름 장관 주재로``, ``이름 정책실장 주재로``: who has the post in the one ministry that is the sentence's subject."""
    del outline
    for sentence in context.sentences:
        bodies = [m.entity for m in subjects(context, sentence.span)]
        for person in context.appointments(sentence.span) if len(bodies) == 1 else ():
            fits = "부|처|청" if person.unit else _HEAD_OF.get(person.title, "")
            if person.organization or not person.full_name or place_of(context, person.name):
                continue
            who = person_of(context, person)
            if who and fits and re.search(rf"(?:{fits})$", bodies[0].name):
                where = department(person.unit, bodies[0]) if person.unit else bodies[0]
                yield from context.fact(
                    where, "PART_OF", bodies[0], sentence.span, rule="unit-in-title"
                )
                yield from context.fact(
                    who,
                    "HOLDS_POSITION",
                    where,
                    sentence.span,
                    rule="minister-of-subject",
                    title=person.title,
                )


_HEAD_OF = {
    "장관": "부",
    "차관": "부",
    "제1차관": "부",
    "제2차관": "부",
    "청장": "청",
    "처장": "처",
}
"""Which last syllable a body has whose head bears the title."""


def in_tables(context: Context, outline: Outline) -> Iterator[Statement]:
    """A table of people: name, post and organization of each row; all took part in the event."""
    del outline
    for block in context.document.blocks:
        for seat in seats(context, block):
            yield from context.fact(
                seat.person,
                "HOLDS_POSITION",
                seat.organization,
                *seat.passages,
                rule="attendee-table",
                title=seat.title,
            )
            joined = None if seat.directs else _gathering(context, block)
            if joined is None:
                continue
            # A committee's members are its people; at an event their bodies are present too.
            at_event = joined.label == "Event"
            for one in (seat.person, seat.organization) if at_event else (seat.person,):
                yield from context.fact(
                    one, "PARTICIPATES_IN", joined, *seat.passages, rule="attendee-table"
                )


def _gathering(context: Context, table: Block) -> Entity | None:
    """What the people of a table took part in: the body whose members the title lists, or the event."""
    above = [b for b in context.document.blocks if b.span.end <= table.span.start and not b.rows]
    if above and re.search(r"위원\s?(?:명단|현황|구성)|위촉", context.slice(above[-1].span)):
        bodies = context.within(above[-1].span, "Organization")
        if bodies:
            return bodies[0].entity
    return context.event


def _sentence(context: Context, span: Span) -> Span:
    """The sentence or the row of a table that ``span`` stands in."""
    rows = (r.span for b in context.document.blocks for r in b.rows if r.span.covers(span))
    return next((s.span for s in context.sentences if s.span.covers(span)), next(rows, span))
