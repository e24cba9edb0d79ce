"""PARTICIPATES_IN a committee: bodies whose heads sit on it by their office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Mention, Span, Statement
from graph.statements.context import Context
from graph.statements.outline import Outline
from graph.statements.people import committee_before

_OFFICE = r"(?:\s?[\((][^()]*[\))])?\s?(?:장관|차관|청장|처장|원장|실장|위원장|장)?"
"""The post of a body's head behind its name."""
_JOINT = re.compile(rf"{_OFFICE}(?:\s?(?:·|ㆍ|,|및|와|과)\s?)+")
_AS_MEMBERS = re.compile(
    rf"{_OFFICE}(?:\s?등\s?(?:\d+개\s)?(?:부처|기관)?(?:\s?(?:장관|기관장|장))?)?(?:이|가|은|는)?\s"
    r"(?:(?:당연직|정부|정부측)\s?)?위원으로\s(?:들어가|들어간|들어갔|들어왔|참여|합류|포함|활동|이름을\s올|위촉)"
)
"""``장관이 정부위원으로 들어간다`` behind the last body of the list."""
_MEMBERS_ARE = re.compile(r"(?:당연직|정부|정부측)\s?위원(?:은|으로는|에는)\s")
"""``정부위원은`` before the first body of the list."""


def ex_officio(context: Context, outline: Outline) -> Iterator[Statement]:
    """``가나부·다라부 장관이 정부위원으로 들어간다``, ``정부위원은 가나부 장관, 다라청장이다``: the bodies are in the committee named last."""
    del outline
    for sentence in context.sentences:
        committee = committee_before(context, sentence.span.end)
        for body in _listed(context, sentence.span) if committee else ():
            if committee:
                yield from context.fact(
                    body.entity, "PARTICIPATES_IN", committee, sentence.span, rule="ex-officio"
                )


_AS_BRACKET = re.compile(
    r"[\((](?P<names>[^()]{3,90})[\))]\s?(?:등\s?)?(?:을|를|이|가|은)?\s?(?:(?:당연직|정부)\s)?(?:정부|당연직)?위원"
)
"""``관계부처 장관 7명(가나부·다라부 장관)을 당연직 정부위원으로``."""


def _listed(context: Context, span: Span) -> list[Mention]:
    """The bodies of the list before ``위원으로 들어간다`` or behind ``정부위원은``, but those of named people."""
    posts = [a.span for a in context.appointments(span)]
    bodies = [
        m for m in context.within(span, "Organization") if not any(p.covers(m.span) for p in posts)
    ]
    if bracket := _AS_BRACKET.search(context.text, span.start, span.end):
        inside = Span(bracket.start("names"), bracket.end("names"))
        return [m for m in bodies if inside.covers(m.span)]
    told = _MEMBERS_ARE.search(context.text, span.start, span.end)
    chain: list[Mention] = []
    for body in bodies:
        if chain and not _JOINT.fullmatch(context.text, chain[-1].span.end, body.span.start):
            if told and chain[0].span.start == told.end():
                return chain
            chain = []
        chain.append(body)
        if _AS_MEMBERS.match(context.text, body.span.end, span.end):
            return chain
    return chain if told and chain and chain[0].span.start == told.end() else []
