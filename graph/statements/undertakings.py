"""INVOLVES: what is to be made under a programme, as sentences without a subject tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Span, Statement
from graph.statements.context import Context, Sentence
from graph.statements.development import made_before
from graph.statements.offices import is_government
from graph.statements.outline import Outline
from graph.statements.technologies import in_full


def undertaken(context: Context, outline: Outline) -> Iterator[Statement]:
    """``오픈랜 기술을 개발하고, … 위성을 발사한다``: what is to be made under the one programme that a document tells of.

    Read where the sentence has no subject, or the ministry for one: what a company makes is its own.
    """
    del outline
    for sentence in context.sentences:
        programme = None if context.section(sentence) else _told_of(context, sentence)
        if programme is None:
            continue
        for verb in _UNDERTAKES.finditer(context.text, sentence.span.start, sentence.span.end):
            clause = Span(sentence.span.start, verb.start())
            bodies = [
                m for m in context.within(clause, "Organization") if not is_government(m.entity)
            ]
            for technology in () if bodies else made_before(context, sentence, clause):
                yield from context.fact(
                    programme, "INVOLVES", technology, sentence.span, rule="undertaken-technology"
                )


def through(context: Context, outline: Outline) -> Iterator[Statement]:
    """``가나 전지는 … ‘다라 사업’을 통해 개발 중이다``: the topic is made under the programme."""
    del outline
    for sentence in context.sentences:
        for programme in context.within(sentence.span, "Program"):
            if not _THROUGH.match(context.text, programme.span.end, sentence.span.end):
                continue
            for technology in context.within(sentence.span, "Technology"):
                first = context.text[sentence.span.start : technology.span.start]
                topic = _IS_TOPIC.match(context.text, technology.span.end)
                if topic and technology.span.end < programme.span.start and len(first) < _LEADS_UP:
                    yield from context.fact(
                        programme.entity,
                        "INVOLVES",
                        in_full(context, sentence.span, technology),
                        sentence.span,
                        rule="undertaken-technology",
                    )


_THROUGH = re.compile(
    r"[’'”」]?(?:을|를)\s통해\s(?:[가-힣]+\s)?(?:개발|실증|확보|국산화|상용화)(?:\s중|한다|하고|된다|할\s)"
)
_IS_TOPIC = re.compile(r"(?:\s?\([^()]*\))?(?:은|는|도)\s")
_LEADS_UP = 12
"""So few letters stand before the topic of a sentence."""


def _told_of(context: Context, sentence: Sentence) -> Entity | None:
    """The only programme that the document names, or the only one that the sentence right before names."""
    before = [s for s in context.sentences if s.span.end <= sentence.span.start][-1:]
    near = [
        m for s in before if s.block is sentence.block for m in context.within(s.span, "Program")
    ]
    for named in (near, [m for m in context.mentions if m.label == "Program"]):
        programmes = {m.entity.id: m.entity for m in named}
        if len(programmes) == 1:
            programme = next(iter(programmes.values()))
            return programme if context.programme_for(sentence.span) == programme else None
    return None


_UNDERTAKES = re.compile(
    r"(?:\s기술)?(?:\s등)?(?:을|를)\s(?:[가-힣]{2,5}\s){0,3}?(?:개발|실증|확보|국산화|상용화|발사|제작|구축)(?:하고[,\s]|하며[,\s]|한다|하기로|할\s(?:계획|예정|방침)|해\s)"
)
"""A verb of making in the present or of planning."""
