"""Missions that a sentence names with who has them: ``신약개발 10배 미션은 이름 교수가 맡는다``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.model import Entity, Span
from graph.statements.context import Context, Sentence
from graph.statements.goals import Goal, Lead, field_entity
from graph.statements.people import person_of

_HELD = re.compile(
    r"(?:(?<![^\n])|(?<=[.,]\s))(?:(?P<field>[가-힣A-Za-z0-9·]{2,12})\s분야(?:의|에서는)?\s)?[‘“']?(?P<goal>[^.,‘’“”'()]{4,40}?)[’”']?\s(?:미션|임무)(?:은|는)\s"
    r"(?P<holder>[^.,]{3,80}?)(?:이|가)(?:,\s|\s(?:맡|이끈|이끄|이끌|총괄|주관|책임))"
)
"""``(가나 분야) 다라 개발 미션은 이름 교수가 맡는다``, the verb perhaps only behind the next one."""
_OF_PROGRAMME = re.compile(
    r"[’'”」]?의\s(?:[가-힣A-Za-z]+\s){0,3}?(?:미션|임무)(?:인|의\s하나인)\s[‘“']?(?P<goal>[^.,‘’“”']{3,40}?)[’”']?(?:에|을|를|은|는|이|가|의|와|과)\s"
)
"""``프로젝트의 뇌 미션인 뇌 임플란트 상용화에`` behind a programme."""
_NO_NAME = re.compile(
    r"(?:이|그|각|첫|모든|나머지|핵심|주요|국가|해당|다른|이번|두|세|네|\d+[대개번])(?:\s|$)"
)
"""Words before 미션 that count or point, and name none."""


def in_sentence(context: Context, sentence: Sentence) -> Iterator[Goal]:
    """Yield the missions that the sentence names one by one, with their fields and holders."""
    text, span = context.text, sentence.span
    for match in _HELD.finditer(text, span.start, span.end):
        programme = context.programme_of(sentence)
        if programme is None or _NO_NAME.match(match["goal"]):
            continue
        lead = Lead("미션", span, programme)
        field = field_entity(match["field"]) if match["field"] else None
        name = Span(match.start("goal"), match.end("goal"))
        holders = _holders(context, Span(match.start("holder"), match.end("holder")))
        yield replace(lead.goal(context, name, span, field=field), leaders=tuple(holders))
    for named in context.within(span, "Program"):
        if said := _OF_PROGRAMME.match(text, named.span.end, span.end):
            name = Span(said.start("goal"), said.end("goal"))
            yield Lead("미션", span, named.entity).goal(context, name, span)


def _holders(context: Context, span: Span) -> Iterator[Entity]:
    """The people in ``span``; where there are none, the organizations."""
    people = [person_of(context, p) for p in context.appointments(span)]
    if people:
        yield from (p for p in people if p)
    else:
        yield from (m.entity for m in context.within(span, "Organization"))
