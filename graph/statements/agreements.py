"""PARTICIPATES_IN: the parties of an agreement, in what it is for or in the agreement itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Mention, Span, Statement
from graph.statements.context import Context, Sentence
from graph.statements.offices import is_government
from graph.statements.outline import Outline
from graph.statements.subjects import BOTH, listed_before, partners, subjects_before, two_before

_SIGNED = re.compile(
    r"(?:협약|양해각서|협력각서|협정|MOU|LOI|MOA)(?:\s?[\((][A-Z]+[\))])?[’'”」]?(?:\s?[\((][A-Z]+[\))])?(?:을|를)?\s?"
    r"(?:체결(?:했|하였|하고|한\s바|해)|맺(?:었|고|어))"
)
"""``업무협약(MOU)을 체결했다``, ``협약을 맺었다``: it is signed, not only to be signed."""
_FORMED = re.compile(
    r"[’'”」]?\s?(?:컨소시엄|얼라이언스|협의체|협력체|연합)?(?:을|를)\s(?:결성|구성|발족|출범)(?:했|하였|하고|시켰)"
)
"""``‘가나’ 컨소시엄을 결성했다`` behind the body's name."""
_CEREMONY = re.compile(r"(?:협약|체결|서명|조인)\s?식$")
_WITH = re.compile(r"[’'”」]?(?:\s?[\((][^()]*[\))])?(?:와|과)(?:는|도)?\s")
"""``와`` behind the last of those with whom one signs."""


def signed(context: Context, outline: Outline) -> Iterator[Statement]:
    """``A와 B는 … 협약을 맺었다``, ``A는 B와 … 협약을 체결했다``: all of them join the programme or agreement named."""
    del outline
    for sentence in context.sentences:
        verb = _SIGNED.search(context.text, sentence.span.start, sentence.span.end)
        what = _agreed(context, sentence, verb) if verb else None
        if verb is None or what is None:
            continue
        for party in _parties(context, sentence.span, verb.start()):
            yield from context.fact(
                party.entity, "PARTICIPATES_IN", what, sentence.span, rule="signs-agreement"
            )


def formed(context: Context, outline: Outline) -> Iterator[Statement]:
    """``A가 B와 함께 ‘가나’ 컨소시엄을 결성했다``: those who form a body are in it, but for offices of state."""
    del outline
    for sentence in context.sentences:
        for body in context.within(sentence.span, "Organization"):
            if not _FORMED.match(context.text, body.span.end, sentence.span.end):
                continue
            before = Span(sentence.span.start, body.span.start)
            first = subjects_before(context, before, before.end)
            beside = partners(context, before, first[-1].span.end) if first else []
            for party in (*first, *beside):
                if not is_government(party.entity):
                    yield from context.fact(
                        party.entity,
                        "PARTICIPATES_IN",
                        body.entity,
                        sentence.span,
                        rule="forms-body",
                    )


def _agreed(context: Context, sentence: Sentence, verb: re.Match[str]) -> Entity | None:
    """The programme that the sentence names, else the agreement by its name, else the ceremony reported."""
    programmes = context.within(Span(sentence.span.start, verb.end()), "Program")
    events = context.within(sentence.span, "Event")
    named = [m for m in events if m.span.start < verb.end() and verb.start() < m.span.end]
    if programmes or named:
        return (programmes or named)[-1].entity
    day = context.event
    return day if day and _CEREMONY.search(day.name) else None


def _parties(context: Context, span: Span, end: int) -> list[Mention]:
    if BOTH.match(context.text, span.start, span.end):
        return two_before(context, span.start)
    first = subjects_before(context, span, end)
    if not first:
        return []
    rest = Span(first[-1].span.end, end)
    joined = [
        m for m in context.within(rest, "Organization") if _WITH.match(context.text, m.span.end)
    ]
    return [*first, *(listed_before(context, rest, joined[-1].span.end) if joined else ())]
