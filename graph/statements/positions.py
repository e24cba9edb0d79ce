"""HOLDS_POSITION, from running text and tables of people; PART_OF of their departments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Appointment, Block, Entity, Row, Span, Statement, entity_id
from graph.statements.context import Context, named_entity
from graph.statements.outline import Outline

_PERSON_COLUMN = re.compile(r"성명|이름|위원|참석자")
_POST_COLUMN = re.compile(r"직위|직책|직함|직급")
_BODY_COLUMN = re.compile(r"기관|소속|단체|기업|회사")


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


def unit_of(appointment: Appointment) -> Entity | None:
    """Return the department that the title names, else the organization."""
    organization = appointment.organization
    if organization is None or not appointment.unit:
        return organization
    return department(appointment.unit, organization)


def department(name: str, organization: Entity) -> Entity:
    """Return the department of that name within ``organization``."""
    identifier = entity_id("Organization", name, within=organization.name)
    long = f"{organization.name} {name}"
    return Entity(
        "Organization", identifier, name, aliases=(long,), properties=(("kind", "department"),)
    )


def person_of(context: Context, appointment: Appointment) -> Entity | None:
    """Return the person of an appointment.

    A surname with a title (``배 부총리``) is the one person of the document with that surname and title.
    A person is told from others of the same name by the organization.
    """
    if not appointment.full_name:
        meant = {
            p.name: p
            for p in context.people
            if p.full_name and p.name.startswith(appointment.name) and appointment.title in p.title
        }
        if len(meant) != 1:
            return None
        appointment = next(iter(meant.values()))
    return person(context, appointment.name, appointment.organization)


def person(context: Context, name: str, organization: Entity | None) -> Entity:
    """Return the person of that name at ``organization``, or where the document places the name."""
    placed = organization
    if placed is None:
        places = {
            a.organization.id: a.organization
            for a in context.people
            if a.name == name and a.organization is not None
        }
        placed = next(iter(places.values())) if len(places) == 1 else None
    return Entity("Person", entity_id("Person", name, within=placed.name if placed else ""), name)


def in_tables(context: Context, outline: Outline) -> Iterator[Statement]:
    """A table of people: name, post and organization of each row; all took part in the event."""
    del outline
    for block in context.document.blocks:
        headers = {
            c.column: re.sub(r"\s", "", context.slice(c.span))
            for r in block.rows
            if r.header
            for c in r.cells
        }
        if any(_PERSON_COLUMN.fullmatch(h) for h in headers.values()):
            joined = _gathering(context, block)
            for row in (r for r in block.rows if not r.header):
                yield from _attendee(context, row, headers, joined)


def _gathering(context: Context, table: Block) -> Entity | None:
    """What the people of a table took part in: the body whose members the title lists, or the event."""
    above = [b for b in context.document.blocks if b.span.end <= table.span.start and not b.rows]
    if above and re.search(r"위원\s?(?:명단|현황|구성)|위촉", context.slice(above[-1].span)):
        bodies = context.within(above[-1].span, "Organization")
        if bodies:
            return bodies[0].entity
    return context.event


def _attendee(
    context: Context, row: Row, headers: dict[int, str], joined: Entity | None
) -> Iterator[Statement]:
    cells = {c.column: c for c in row.cells}

    def under(pattern: re.Pattern[str]) -> Span | None:
        spans = [
            cells[c].span for c, h in sorted(headers.items()) if c in cells and pattern.search(h)
        ]
        return spans[-1] if spans else None

    name, post, body = under(_PERSON_COLUMN), under(_POST_COLUMN), under(_BODY_COLUMN)
    if name is None or post is None or body is None:
        return
    written = re.sub(r"\s", "", context.slice(name))
    if not context.vocabulary.is_personal_name(written):
        return
    organization = organization_at(context, body)
    who = person(context, written, organization)
    title = re.sub(r"(?<=^[가-힣])\s(?=[가-힣]$)", "", context.slice(post))
    # What the row leaves out because it is merged with the one above is quoted from there.
    passages = (row.span, *(s for s in (body, post, name) if not row.span.covers(s)))
    yield from context.fact(
        who, "HOLDS_POSITION", organization, *passages, rule="attendee-table", title=title
    )
    if joined:
        present = (who, organization) if joined.label == "Event" else (who,)
        for one in present:
            yield from context.fact(
                one, "PARTICIPATES_IN", joined, *passages, rule="attendee-table"
            )


def organization_at(context: Context, span: Span) -> Entity:
    """Return the organization that a cell names: the one known there, or one of that wording."""
    known = context.within(span, "Organization")
    if known and known[0].span.start == span.start:
        return known[0].entity
    wording = re.sub(r"\s+", " ", context.slice(span)).strip()
    return named_entity("Organization", wording)


def _sentence(context: Context, span: Span) -> Span:
    return next((s.span for s in context.sentences if s.span.covers(span)), span)
