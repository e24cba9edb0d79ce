"""What English sentences say of gatherings: whose they are, what they are about, who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from graph.model import Entity, Span, Statement
from graph.statements.context import Context, Sentence
from graph.statements.outline import Outline
from graph.statements.people import person, person_of

_PUT_BEFORE = re.compile(
    r"\b(?:presented|announced|unveiled|discussed|approved|deliberated|voted|adopted|reviewed|released|confirmed|finalized|finalised|reported|designated|outlined)\b"
)
"""What is done with a plan at a meeting."""
_AT = re.compile(r"\b(?:at|during)\s(?:the\s|an?\s|its\s)?[“\"‘]?$")
_OF_BODY = re.compile(
    r"(?:meeting|session|assembly|hearing|conference)\s(?:of|by)\s(?:the\s)?$", re.IGNORECASE
)
"""``third meeting of the`` right before a body."""
_IS_GATHERING = r"(?:meeting|ceremony|event|session|hearing|forum|conference|summit|briefing)"
_CHAIRED = re.compile(
    r",?\s(?:who\s)?(?:chair(?:s|ed)|presided\sover)\s(?:the\s)?(?:meeting|ceremony|event|council|committee)"
)
_PRESENT = re.compile(
    r"(?:,?\s(?:who\s)?(?:attended|spoke\sat|presented|took\spart\sin|opened|joined)\b)"
)
_ALONG = re.compile(
    r"\b(?:along\swith|together\swith|alongside|attended\sby|joined\sby|chaired\sby|presided\sover\sby|including|among\sthem|attendees\sincluded?)\b"
)
"""What those who are there too stand behind."""
_ATTENDED = re.compile(
    rf"\b(?:attended|took\spart\sin|participated\sin|joined)\s(?:the\s|an?\s)?(?:[\w-]+\s){{0,4}}?{_IS_GATHERING}\b"
)
"""``attended the ceremony``: whoever is named before it was there."""


def meetings_of_bodies(context: Context, outline: Outline) -> Iterator[Statement]:
    """A body's own meeting is held by it: ``the third meeting of the Committee``."""
    del outline
    for event in (m for m in context.mentions if m.label == "Event"):
        for body in context.within(event.span, "Organization"):
            if not _OF_BODY.search(context.text[event.span.start : body.span.start]):
                continue
            passage = next((s.span for s in context.sentences if s.span.covers(event.span)), None)
            if passage:
                yield from context.fact(
                    body.entity, "HOSTS", event.entity, passage, rule="body-of-meeting"
                )
            break


def put_before(context: Context, outline: Outline) -> Iterator[Statement]:
    """A gathering at which a programme is presented or decided on is about it: ``unveiled the Plan at a meeting of …``."""
    del outline
    for sentence in context.sentences:
        verb = _PUT_BEFORE.search(context.text, sentence.span.start, sentence.span.end)
        named = context.within(Span(verb.end(), sentence.span.end), "Program") if verb else []
        for event in context.within(sentence.span, "Event") if named else ():
            outside = [p for p in named if not event.span.covers(p.span)]
            if outside and _AT.search(context.text[sentence.span.start : event.span.start]):
                yield from context.fact(
                    event.entity, "ABOUT", outside[0].entity, sentence.span, rule="event-about"
                )


def followed(context: Context, outline: Outline) -> Iterator[Statement]:
    """What the document reports follows the gathering named behind ``follows``; ``that A held`` says whose that was."""
    del outline
    for sentence in context.sentences:
        for event in context.within(sentence.span, "Event"):
            before = context.text[sentence.span.start : event.span.start]
            if context.event and _FOLLOWS.search(before):
                yield from context.fact(
                    context.event, "FOLLOWS", event.entity, sentence.span, rule="follow-up"
                )
            for body in context.within(Span(event.span.end, sentence.span.end), "Organization"):
                that = context.text[event.span.end : body.span.start]
                held = _HELD.match(context.text, body.span.end, sentence.span.end)
                if held and re.fullmatch(r"[”\"’]?\s(?:that|which)\s(?:the\s)?", that):
                    yield from context.fact(
                        body.entity, "HOSTS", event.entity, sentence.span, rule="event-host"
                    )


_FOLLOWS = re.compile(
    rf"\b(?:{_IS_GATHERING}|announcement)\s(?:follows|followed|comes\safter|came\safter)\s(?:the\s|an?\s)?[“\"‘]?$"
)
"""``The hearing follows the`` right before a gathering."""
_HELD = re.compile(r"(?:\s\([^()]*\))?\s(?:held|hosted|organized|organised|convened)\b")


def attended(context: Context, outline: Outline) -> Iterator[Statement]:
    """People beside a verb or word of presence were there: ``Name, title of A, who chaired the meeting``; ``along with Name``."""
    del outline
    for sentence in context.sentences:
        event = _event_of(context, sentence)
        if event is None:
            continue
        along = _ALONG.search(context.text, sentence.span.start, sentence.span.end)
        went = _ATTENDED.search(context.text, sentence.span.start, sentence.span.end)
        for appointment in context.appointments(sentence.span):
            who = person_of(context, appointment)
            if who is None or not context.slice(appointment.person).isascii():
                continue
            if _CHAIRED.match(context.text, appointment.span.end, sentence.span.end):
                yield from _present(context, who, event, sentence, "chair")
                yield from context.fact(who, "LEADS", event, sentence.span, rule="chairs-event")
            elif (
                _PRESENT.match(context.text, appointment.span.end, sentence.span.end)
                or (along and along.end() <= appointment.span.start)
                or (went and appointment.span.end <= went.start())
            ):
                yield from _present(context, who, event, sentence)
        for who in _known_people(context, Span(sentence.span.start, went.start())) if went else ():
            yield from _present(context, who, event, sentence)
        if along and (went or _BARE.search(context.text, sentence.span.start, along.start())):
            yield from _bodies_along(context, Span(along.end(), sentence.span.end), event, sentence)


def _known_people(context: Context, span: Span) -> Iterator[Entity]:
    """Those named in ``span`` whose posts the document tells elsewhere: ``Minister Name``."""
    told = {a.person for a in context.appointments(span)}
    for name in sorted({a.name for a in context.people if a.full_name and a.name.isascii()}):
        for match in re.finditer(rf"\b{re.escape(name)}\b", context.slice(span)):
            at = Span(span.start + match.start(), span.start + match.end())
            if at not in told:
                yield person(context, name, None)


def joined_by(context: Context, outline: Outline) -> Iterator[Statement]:
    """``Minister A was joined by B and C``, ``From industry came`` with a list below: they were at the gathering reported."""
    del outline
    event = context.event
    for sentence in context.sentences if event else ():
        joined = _JOINED_BY.search(context.text, sentence.span.start, sentence.span.end)
        came = _CAME.search(context.slice(sentence.span))
        found = context.appointments(sentence.span) if joined else []
        if came:
            below = takewhile(
                lambda b: b.kind == "item", context.document.blocks[sentence.index + 1 :]
            )
            found = [a for block in below for a in context.appointments(block.span)]
        for appointment in found:
            who = person_of(context, appointment)
            if who and event and context.slice(appointment.person).isascii():
                passage = next(
                    (s for s in context.sentences if s.span.covers(appointment.span)), sentence
                )
                yield from _present(context, who, event, passage)
        for who in _known_people(context, sentence.span) if joined and event else ():
            if event:
                yield from _present(context, who, event, sentence)


_JOINED_BY = re.compile(r"\b(?:was|were)\sjoined\sby\b")
_CAME = re.compile(
    r"\b(?:came|attended|took\spart|(?:attendees|participants|guests)\s(?:were|are|included|include))\s?:?$"
)
"""The end of a line that announces who was there."""


_BARE = re.compile(r"\battended\b")
_SAYS_GATHERING = re.compile(rf"\b(?:{_IS_GATHERING}|attended|participants|opened)\b")


def _event_of(context: Context, sentence: Sentence) -> Entity | None:
    """The gathering that the sentence names; where its paragraph says ``the meeting``, the last one named before."""
    named = context.within(sentence.span, "Event")
    if named:
        return named[0].entity
    if not _SAYS_GATHERING.search(context.text, sentence.block.span.start, sentence.span.end):
        return None
    before = context.within(Span(0, sentence.span.start), "Event")
    return before[-1].entity if before else None


def _present(
    context: Context, who: Entity, event: Entity, sentence: Sentence, role: str = ""
) -> Iterator[Statement]:
    yield from context.fact(
        who, "PARTICIPATES_IN", event, sentence.span, rule="present-at-event", role=role
    )


def _bodies_along(
    context: Context, rest: Span, event: Entity, sentence: Sentence
) -> Iterator[Statement]:
    """The bodies themselves behind ``along with``, not those that only say whose post it is."""
    posts = [a.span for a in context.appointments(sentence.span)]
    for body in context.within(rest, "Organization"):
        if not any(post.covers(body.span) for post in posts):
            yield from _present(context, body.entity, event, sentence)
