"""DEVELOPS, as the head of an institute tells it in an interview."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Span, Statement
from graph.statements.context import Context
from graph.statements.development import has_subject, made_before
from graph.statements.offices import is_government
from graph.statements.outline import Outline

_INTERVIEW = re.compile(r"인터뷰|대담|에게\s듣는다|문답")
_LEAD = 3
"""So many blocks at the head of an interview say who is asked."""
_DOES = re.compile(
    r"(?:을|를)\s(?:(?:나란히|함께|직접|독자|자체|동시에|집중)\s)*(?:개발|연구|제작)(?:하고\s있|한다|해\s[왔온]|했)(?!\s?(?:지\s?않|않))"
)
"""``를 (나란히) 개발하고 있다``."""


def answers(context: Context, outline: Outline) -> Iterator[Statement]:
    """``[인터뷰] 이름 가나연구원장 … 두 기술을 개발하고 있다``: what an answer without a subject says that is made, the guest's institute makes."""
    del outline
    body = _asked(context)
    for sentence in context.sentences if body else ():
        for verb in _DOES.finditer(context.text, sentence.span.start, sentence.span.end):
            clause = Span(sentence.span.start, verb.start())
            if has_subject(context.slice(clause)) or context.within(clause, "Organization"):
                continue
            for technology in made_before(context, sentence, clause):
                if body:
                    yield from context.fact(
                        body, "DEVELOPS", technology, sentence.span, rule="answer-in-interview"
                    )


def _asked(context: Context) -> Entity | None:
    """The one body, no office of state, whose head the head of an interview names."""
    lead = context.document.blocks[:_LEAD]
    if not lead or not _INTERVIEW.search(
        context.slice(Span(lead[0].span.start, lead[-1].span.end))
    ):
        return None
    bodies = {
        a.organization.id: a.organization
        for a in context.people
        if a.organization and a.title.endswith(_HEAD) and any(b.span.covers(a.span) for b in lead)
    }
    found = list(bodies.values())
    return found[0] if len(found) == 1 and not is_government(found[0]) else None


_HEAD = ("원장", "소장", "총장", "이사장", "사장", "대표", "대표이사", "회장", "단장", "센터장")
