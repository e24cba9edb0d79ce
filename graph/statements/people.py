"""The nodes that appointments stand for: the person, the department, the organization of a cell."""

from __future__ import annotations

import re

from graph.model import Appointment, Entity, Span, entity_id
from graph.statements.context import Context, named_entity

_KINDS = "위원회|협의회|협의체|협력체|자문단|추진단|기획단|사업단|얼라이언스|연합|컨소시엄|포럼"
_COMMITTEE = re.compile(rf"(?:{_KINDS})$")
_CALLED = re.compile(rf"(?:^|\s)(?P<kind>{_KINDS})(?:은|는|의|에는|\s산하에는?)\s")
"""A body of people called by its kind, as the topic of a line."""


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


def division(name: str, whole: Entity) -> Entity:
    """Return the division of that name within ``whole``; other bodies may have one of the same name."""
    identifier = entity_id("Organization", name, within=whole.name)
    return Entity("Organization", identifier, name, properties=(("kind", "division"),))


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
    placed = organization or place_of(context, name)
    return Entity("Person", entity_id("Person", name, within=placed.name if placed else ""), name)


def place_of(context: Context, name: str) -> Entity | None:
    """Return the one organization at which the document places the name, or None."""
    places = {
        a.organization.id: a.organization
        for a in context.people
        if a.name == name and a.organization is not None
    }
    return next(iter(places.values())) if len(places) == 1 else None


def organization_at(context: Context, span: Span) -> Entity:
    """Return the organization that a cell names: the one known there, or one of that wording."""
    known = context.within(span, "Organization")
    if known and known[0].span.start == span.start:
        return known[0].entity
    wording = re.sub(r"\s+", " ", context.slice(span)).strip()
    return named_entity("Organization", wording)


_HEADING = re.compile(
    r"(?:이|가)\s(?:공동\s)?(?:위원장|의장|단장|회장)(?:인|을\s맡은|으로\s있는)\s[‘'“「]?"
)
"""``이름 총리가 위원장인`` right before a body."""


def body_headed(context: Context, appointment: Appointment) -> int | None:
    """Return where the body's name begins that the person is said to be at the head of: ``이름 총리가 위원장인 가나위원회``."""
    heading = _HEADING.match(context.text, appointment.span.end)
    return heading.end() if heading else None


def committee_before(context: Context, end: int, lead: str = "") -> Entity | None:
    """Return the committee or other body of people that the document named last before ``end``.

    Where ``lead`` calls it by its kind (``협의체는 다음과 같이``), the last one of that kind.
    """
    kind = _CALLED.search(lead)
    found = [
        m.entity
        for m in context.mentions
        if m.label == "Organization"
        and m.span.end <= end
        and _COMMITTEE.search(m.entity.name)
        and (kind is None or m.entity.name.endswith(kind["kind"]))
    ]
    return found[-1] if found else None


def body_called(context: Context, end: int, lead: str) -> Entity | None:
    """Return the body of people last named before ``end`` that ``lead`` calls by its kind, or None."""
    return committee_before(context, end, lead) if _CALLED.search(lead) else None
