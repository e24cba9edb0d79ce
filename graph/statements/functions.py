"""LEADS and PARTICIPATES_IN: what a body is to a programme (주관기관, 참여기업), and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Span, Statement
from graph.statements.context import Context
from graph.statements.offices import is_government
from graph.statements.outline import Outline
from graph.statements.subjects import subjects_before


def agencies(context: Context, outline: Outline) -> Iterator[Statement]:
    """``주관기관은 A다``: who is in charge of the programme that the text is about, and who takes part."""
    del outline
    for sentence in context.sentences:
        said = _AGENCY_IS.match(context.text, sentence.span.start, sentence.span.end)
        rest = Span(said.end(), sentence.span.end) if said else sentence.span
        bodies = context.within(rest, "Organization") if said else []
        closed = bodies and _COPULA.fullmatch(context.text, bodies[-1].span.end, rest.end)
        programme = context.programme_for(sentence.span) if closed else None
        for body in bodies:
            if said and programme:
                in_charge = _IN_CHARGE.match(said["function"])
                yield from context.fact(
                    body.entity,
                    "LEADS" if in_charge else "PARTICIPATES_IN",
                    programme,
                    sentence.span,
                    rule="function-in-programme",
                    role="" if in_charge else said["function"],
                )


_AGENCY_IS = re.compile(
    r"(?P<function>(?:총괄\s?주관|주관|총괄|참여|수행|전담|협력|공동연구|수요)\s?(?:기업|기관|부처|대학)|선정된\s(?:주요\s)?[가-힣]{0,6}(?:기관|기업|대학|컨소시엄))(?:은|는|으로는|에는)\s"
)
_COPULA = re.compile(
    r"(?:\s?[\((][^()]*[\))])?(?:\s등)?(?:이?다|입니다|이\s있다|(?:이|가)\s(?:맡는다|맡았다|선정됐다))[.]?"
)
"""What stands behind the last body of ``주관기관은 A다``, up to the end of the sentence."""


def as_function(context: Context, outline: Outline) -> Iterator[Statement]:
    """``가나전자와 다라차는 수요 기업으로 나서``: what bodies are to the programme that the text is about."""
    del outline
    for sentence in context.sentences:
        said = _AS_FUNCTION.search(context.text, sentence.span.start, sentence.span.end)
        programme = context.programme_for(sentence.span) if said else None
        for body in subjects_before(context, sentence.span, said.start()) if said else ():
            if said and programme:
                in_charge = _IN_CHARGE.match(said["function"])
                yield from context.fact(
                    body.entity,
                    "LEADS" if in_charge else "PARTICIPATES_IN",
                    programme,
                    sentence.span,
                    rule="function-in-programme",
                    role="" if in_charge else said["function"],
                )


_AS_FUNCTION = re.compile(
    r"\s(?P<function>(?:수요|공급|협력|참여|주관|실증|공동연구|수행)\s?(?:기업|기관|대학))(?:으)?로\s(?:나서|나섰|참여하|참여한|참여했|합류|함께)"
)


def possessed(context: Context, outline: Outline) -> Iterator[Statement]:
    """``과기정통부의 ‘가나 프로젝트’``: a programme in quotation marks is the body's that it is said to be of."""
    del outline
    for sentence in context.sentences:
        for programme in context.within(sentence.span, "Program"):
            for owner in context.within(sentence.span, "Organization"):
                between = context.text[owner.span.end : programme.span.start]
                its_own = re.fullmatch(r"(?:\([^()]*\))?의\s[「‘'“]", between)
                shared = _IN_IT.match(context.text, programme.span.end)
                if its_own and not shared and _runs_programmes(owner.entity):
                    yield from context.fact(
                        owner.entity,
                        "LEADS",
                        programme.entity,
                        sentence.span,
                        rule="programme-of-body",
                    )


def _runs_programmes(body: Entity) -> bool:
    return is_government(body) or _RUNS.search(body.name) is not None


_RUNS = re.compile(r"(?:연구원|연구소|위원회|재단|진흥원|평가원|기술원)$")
"""Bodies that have programmes of their own; a company takes part in another's."""
_IN_IT = re.compile(
    r"(?:\s?(?:프로젝트|사업|전략|이니셔티브))?[」’'”]?\s(?:참여|합류|협력|대응|지원|신청|선정)"
)


def by_function(context: Context, outline: Outline) -> Iterator[Statement]:
    """``A는 프로젝트의 주관기관이다``: what a body is to a programme; the one in charge leads it, others take part."""
    del outline
    for sentence in context.sentences:
        for programme in context.within(sentence.span, "Program"):
            function = _FUNCTION.match(context.text, programme.span.end, sentence.span.end)
            bodies = subjects_before(context, sentence.span, programme.span.start)
            for body in bodies if function else ():
                in_charge = function and _IN_CHARGE.match(function["function"])
                yield from context.fact(
                    body.entity,
                    "LEADS" if in_charge else "PARTICIPATES_IN",
                    programme.entity,
                    sentence.span,
                    rule="function-in-programme",
                    role="" if in_charge or not function else function["function"],
                )


_FUNCTION = re.compile(
    r"[’'”」]?의?\s(?P<function>(?:체계종합|주관|참여|수행|전담|총괄|협력|공동연구|수요|운영)\s?(?:기업|기관|부처|대학))(?:이다|이며|으로\s(?:선정됐|선정되|참여|지정))"
)

_IN_CHARGE = re.compile(r"주관|총괄")
