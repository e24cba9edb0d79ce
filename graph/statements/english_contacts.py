"""HOLDS_POSITION and PART_OF from English contact lines: ``Robot Division, MOTIR: Name, Director (+82-44-…)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Span, Statement
from graph.statements.context import Context
from graph.statements.outline import Outline
from graph.statements.people import department, person

_PHONE = (
    r"(?:Phone:\s?|Tel\.?:?\s?|T:\s?)?(?P<phone>\+?\d{1,3}[-\s)]\s?\d{1,4}[-\s]\d{3,4}[-\s]\d{4})"
)
_CAPITAL = r"[A-Z][A-Za-z&’'-]*"
_PERSON = rf"(?P<name>{_CAPITAL}(?:\s[A-Z][a-z-]+){{1,2}}),\s(?P<title>(?:[A-Z][a-z]+\s){{0,2}}(?:Director(?:\sGeneral)?|Manager|Head|Officer|Researcher|Chief|Spokesperson|spokesperson|Coordinator|Secretary))"
_UNIT = rf"(?:{_CAPITAL}(?:\s(?:and\s|of\s|for\s|&\s)?{_CAPITAL}){{0,6}}\s)?(?:Division|Team|Office|Bureau|Department|Unit|Section|Group)"
_ENTRY = re.compile(
    rf"(?<![\w-]){_PERSON}(?:,\s(?P<unit>{_UNIT}))?(?:,\s(?:the\s)?(?P<body>[^,()\n+]+?))?,?\s?\(?{_PHONE}"
)
"""A person with title, perhaps department and body, and telephone number."""
_DESK = re.compile(
    rf"(?P<unit>{_UNIT})(?:,|\sof|\sat)?\s(?:the\s)?(?P<body>[^,:()\n]+?)(?=\s?:|\s?$)"
)
"""A department and its body before the colon of a contact line, or on the line above."""


def contacts(context: Context, outline: Outline) -> Iterator[Statement]:
    """A name and title before a telephone number tell the post; the department stands beside them, or before the colon or on the line above."""
    del outline
    above: Span | None = None
    # The last line that is no entry: those of one department follow each other.
    for block in context.document.blocks:
        entries = (
            []
            if block.rows
            else list(_ENTRY.finditer(context.text, block.span.start, block.span.end))
        )
        if not entries:
            above = block.span
            continue
        yield from _people(context, block.span, entries, above)


def _people(
    context: Context, span: Span, entries: list[re.Match[str]], above: Span | None
) -> Iterator[Statement]:
    own = _DESK.match(context.text, span.start, entries[0].start())
    told = None if own or above is None else _DESK.fullmatch(context.text, above.start, above.end)
    desk = own or told
    for entry in entries:
        unit, body = entry["unit"] or "", _body(context, entry, "body")
        passages = [span]
        if not unit and desk:
            unit, body = desk["unit"], _body(context, desk, "body") or body
            passages += [above] if told and above else []
        body = body or publisher(context)
        place = department(unit, body) if unit and body else body
        if place is None:
            continue
        yield from context.fact(
            person(context, entry["name"], body),
            "HOLDS_POSITION",
            place,
            *passages,
            rule="contact",
            title=entry["title"],
            phone=entry["phone"],
        )
        if unit and body:
            yield from context.fact(place, "PART_OF", body, *passages, rule="contact")


def _body(context: Context, match: re.Match[str], group: str) -> Entity | None:
    if match[group] is None:
        return None
    found = context.within(Span(match.start(group), match.end(group)), "Organization")
    return found[0].entity if found else None


def publisher(context: Context) -> Entity | None:
    """The body whose name stands alone in one of the first lines."""
    for block in context.document.blocks[:_FIRST_LINES]:
        for mention in context.within(block.span, "Organization"):
            line = context.slice(block.span)
            rest = line.replace(context.slice(mention.span), "", 1)
            if re.fullmatch(r"[\s|]*(?:\([^)]*\))?[\s|]*(?:Press\s[Rr]eleases?)?\s*", rest):
                return mention.entity
    return None


_FIRST_LINES = 4
