"""LEADS and PARTICIPATES_IN from clauses that share a programme out: ``A가 총괄하고, B가 전담하며``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Span, Statement
from graph.statements.context import Context, Sentence
from graph.statements.outline import Outline
from graph.statements.subjects import subjects_before

_CLAUSE = re.compile(
    r"(?:이|가|은|는)\s(?P<task>(?:사업|과제|기획|평가|운영|실무|예산|관리)(?:을|를)\s)?"
    r"(?:총괄\s)?(?P<verb>총괄|주관|추진|전담|관리|수행|맡|담당|지원)(?:하고|하며|한다|했|해|고|며|는다|았)"
)
"""A subject particle and a verb of running, for which the programme itself is the object."""
_NEXT_TO = re.compile(r"(?:\s?[\((][^()]*[\))])?|(?:\s?[\((][^()]*[\))])?(?:\s?(?:와|과|,|·|및)).*")
"""What stands between a body and the particle of the clause: nothing, or others joined to it."""
_IN_CHARGE = re.compile(r"총괄|주관|추진")


def shared_out(context: Context, outline: Outline) -> Iterator[Statement]:
    """``A가 총괄하고, B가 전담한다``, ``A가 기획을 맡고``: who runs the programme that the text is about, and who helps."""
    del outline
    for sentence in context.sentences:
        clauses = list(_CLAUSE.finditer(context.text, sentence.span.start, sentence.span.end))
        programme = _of_text(context, sentence) if clauses else None
        for clause in clauses:
            # 맡다 says nothing without what is taken on.
            if programme is None or (clause["verb"] in ("맡", "담당") and not clause["task"]):
                continue
            in_charge = not clause["task"] and _IN_CHARGE.match(clause["verb"])
            for body in subjects_before(context, sentence.span, clause.start() + 2):
                if _NEXT_TO.fullmatch(context.text, body.span.end, clause.start()):
                    yield from context.fact(
                        body.entity,
                        "LEADS" if in_charge else "PARTICIPATES_IN",
                        programme,
                        sentence.span,
                        rule="shared-out",
                        role="" if in_charge else (clause["task"] or clause["verb"]).strip(" 을를"),
                    )


def _of_text(context: Context, sentence: Sentence) -> Entity | None:
    """The programme that is the sentence's topic, or the only one that its paragraph named before; a bullet's own."""
    for programme in context.within(sentence.span, "Program"):
        if _TOPIC.match(context.text, programme.span.end):
            return programme.entity
    if context.within(sentence.span, "Program", "Event"):
        return None
    if sentence.block.kind == "item":
        return context.programme_for(sentence.span)
    before = Span(sentence.block.span.start, sentence.span.start)
    named = {m.entity.id: m.entity for m in context.within(before, "Program")}
    for earlier in (s for s in context.sentences if before.covers(s.span)):
        if called := context.called_by_kind(earlier.span):
            named[called.id] = called
    return next(iter(named.values())) if len(named) == 1 else None


_TOPIC = re.compile(r"[’'”」]?(?:은|는)\s")


def carried_out(context: Context, outline: Outline) -> Iterator[Statement]:
    """``A와 B는 프로젝트를 (공동으로) 수행한다``: those who carry it out take part in it."""
    del outline
    for sentence in context.sentences:
        for programme in context.within(sentence.span, "Program"):
            if _CARRIED_OUT.match(context.text, programme.span.end, sentence.span.end) is None:
                continue
            for body in subjects_before(context, sentence.span, programme.span.start):
                yield from context.fact(
                    body.entity,
                    "PARTICIPATES_IN",
                    programme.entity,
                    sentence.span,
                    rule="carries-out",
                )


_CARRIED_OUT = re.compile(
    r"[’'”」]?(?:을|를)\s(?:(?:공동으로|함께|직접|공동)\s)?수행(?:한다|하고|하며|했|해\s왔|하는\s중)"
)


def deliberated(context: Context, outline: Outline) -> Iterator[Statement]:
    """``가나위원회가 이 계획을 심의·의결한다``: by its office the body takes part in the programme; of a session that was held it is not said."""
    del outline
    for sentence in context.sentences:
        verb = _DELIBERATES.search(context.text, sentence.span.start, sentence.span.end)
        programme = context.programme_for(Span(sentence.span.start, verb.end())) if verb else None
        for body in subjects_before(context, sentence.span, verb.start()) if verb else ():
            if programme:
                yield from context.fact(
                    body.entity,
                    "PARTICIPATES_IN",
                    programme,
                    sentence.span,
                    rule="deliberates-on-programme",
                    role=verb["what"] if verb else "",
                )


_DELIBERATES = re.compile(
    r"(?:이를|(?:이|해당)\s(?:계획|전략|사업|로드맵)을)\s(?P<what>심의[·,\s]*의결|심의|의결|조정|평가|점검)(?:한다|하며|하고(?!\s있))"
)


def funded(context: Context, outline: Outline) -> Iterator[Statement]:
    """``가나은행, 다라기금이 46조 원을 공급한다``: who puts money into the programme takes part in it."""
    del outline
    for sentence in context.sentences:
        money = _FUNDS.search(context.text, sentence.span.start, sentence.span.end)
        programme = context.programme_for(sentence.span) if money else None
        for body in subjects_before(context, sentence.span, money.start() + 2) if money else ():
            if programme and dict(body.entity.properties).get("kind") in _FUNDERS:
                yield from context.fact(
                    body.entity,
                    "PARTICIPATES_IN",
                    programme,
                    sentence.span,
                    rule="funds-programme",
                    role=money["how"] if money else "",
                )


_FUNDS = re.compile(
    r"[이가은는]\s(?:[^.,]{0,12}\s)?\d[\d,.조억만\s]*원(?:을|를|가량을|규모를)?\s(?:규모(?:로|를)\s)?(?P<how>공급|출자|출연|보증|융자|대출)(?:한다|했|하고|하며|$|\s*$)"
)
_FUNDERS = frozenset({"bank", "finance", "fund", "public-corporation"})
