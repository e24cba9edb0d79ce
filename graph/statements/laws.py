"""GOVERNS: which law governs what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest

from graph.model import Mention, Span, Statement, name_key
from graph.statements.context import Context, named_entity
from graph.statements.outline import Outline
from graph.statements.technologies import is_legal_class

_CLASSES = re.compile(r"[」｣’']?\s?[\((]([^()()\n]{2,60})[\))]")
"""The bracket right behind a law."""
_CLASS_NAME = re.compile(r"[가-힣·A-Za-z\s]{2,20}(?:기술|기술군|산업|품목)")
"""A class of technologies, industries or goods that a law may define."""
_BRACKET = r"[」｣’'”]?(?:\s?[\((][^()]*[\))])?[」｣’'”]?(?:\s?제\d+조(?:의\d+)?(?:\s?제\d+항)?)?"
"""What may stand between a law's name and its particle: quotation mark, bracket, article."""
_BASIS = r"(?:에\s?(?:따라|따른|근거|의거|의한|의해)|상\s|(?:이|가)\s시행되면서|(?:을|를)\s(?:근거로|바탕으로|토대로)|(?:이|가)\s(?:근거|바탕)이?다)"
"""``에 따라``, ``을 근거로`` and other ways to say that something is done under a law."""
_UNDER = re.compile(rf"{_BRACKET}\s?{_BASIS}")
_BASIS_IS = re.compile(r"근거\s?(?:법률|법령|법)(?:은|는)\s?[「｢‘']?$")
"""``근거법은`` right before a law."""
_JOINED = re.compile(rf"{_BRACKET}\s?(?:과|와|및|,|·)\s?[「｢‘']?")
"""``과``, ``및`` between two laws."""
_LEAD = 3
"""So many blocks at the head of a document say what it is about."""
_DESIGNATED = re.compile(r"[‘'“]([^’'”]{3,30})[’'”](?:으로|로)\s지정")
"""``‘…’으로 지정``: what the law makes of its object."""


_ANOTHER_PLAN = re.compile(r"\s(?P<kind>로드맵|기본계획|종합계획|시행계획|진흥계획)(?:을|를)\s")
"""``법에 따라 로드맵을 마련 중이다``: a plan that has no name yet is governed, not the text's."""


def classes(context: Context, outline: Outline) -> Iterator[Statement]:
    """``「…법」(국가핵심기술)``: the bracket behind a law names the class that it defines."""
    del outline
    for sentence in context.sentences:
        for law in context.within(sentence.span, "Law"):
            match = _CLASSES.match(context.text, law.span.end)
            for name in re.split(r",\s?", match.group(1)) if match else []:
                if _CLASS_NAME.fullmatch(name.strip()):
                    technology = _technology(context, name.strip())
                    yield from context.fact(
                        law.entity,
                        "GOVERNS",
                        technology.entity,
                        sentence.span,
                        rule="law-class",
                        subject=name.strip(),
                    )


def _technology(context: Context, name: str) -> Mention:
    known = [
        m
        for m in context.mentions
        if m.label == "Technology" and name_key(context.slice(m.span)) == name_key(name)
    ]
    return known[0] if known else Mention(Span(0, 0), named_entity("Technology", name), "law-class")


def programmes(context: Context, outline: Outline) -> Iterator[Statement]:
    """``「…법」에 따라``, ``「…법」 상 ‘…’으로 지정``: what is done under a law is governed by it."""
    del outline
    for sentence in context.sentences:
        laws = context.within(sentence.span, "Law")
        bases = _announced_bases(context, laws)
        for at, law in enumerate(laws):
            if law not in bases and not _is_basis(context, laws[at:]):
                continue
            another = _ANOTHER_PLAN.search(context.text, law.span.end, sentence.span.end)
            designated = _DESIGNATED.search(context.text, law.span.end, sentence.span.end)
            programme = context.programme_for(sentence.span)
            own = programme and (another is None or programme.name.endswith(another["kind"]))
            if programme and own:
                yield from context.fact(
                    law.entity,
                    "GOVERNS",
                    programme,
                    sentence.span,
                    rule="under-law",
                    subject=designated.group(1) if designated else "",
                )


def listed(context: Context, outline: Outline) -> Iterator[Statement]:
    """Laws in bullets below ``법적 근거``, ``추진 근거``: the document's programme rests on them."""
    del outline
    blocks = context.document.blocks
    for index, lead in enumerate(blocks):
        if (
            lead.rows
            or context.programme is None
            or not _BASIS_HEADING.search(context.slice(lead.span))
        ):
            continue
        for item in takewhile(lambda b: b.kind == "item", blocks[index + 1 :]):
            for law in context.within(item.span, "Law"):
                yield from context.fact(
                    law.entity, "GOVERNS", context.programme, item.span, rule="listed-basis"
                )


def under_it(context: Context, outline: Outline) -> Iterator[Statement]:
    """``법에 따라 … ‘가나 계획’을 세운다``: the law named last governs the plan."""
    del outline
    for sentence in context.sentences:
        basis = _UNDER_IT.match(context.text, sentence.span.start, sentence.span.end)
        before = [
            m for m in context.mentions if m.label == "Law" and m.span.end <= sentence.span.start
        ]
        rest = Span(basis.end(), sentence.span.end) if basis and before else None
        for programme in context.within(rest, "Program")[:1] if rest else ():
            if _IS_MADE.match(context.text, programme.span.end, sentence.span.end):
                yield from context.fact(
                    before[-1].entity,
                    "GOVERNS",
                    programme.entity,
                    sentence.span,
                    rule="under-law",
                )


_UNDER_IT = re.compile(
    r"(?:(?:이|이번|해당|동)\s)?(?:법|법률|특별법|기본법)(?:에\s(?:따라|따르면|근거해)|은|상)\s"
)
"""``법에 따라``, ``이 법은`` at the head of a sentence."""
_IS_MADE = re.compile(
    r"[’'”」]?(?:을|를)\s(?:[0-9가-힣]+\s){0,2}?(?:세우|세운|수립|마련|확정|시행|추진)"
)

_BASIS_HEADING = re.compile(r"(?:법적|추진|관련|설립)?\s?근거(?:\s?법령)?\s?[::>\]】]*$")
"""The end of a line that announces what a programme rests on."""


def _is_basis(context: Context, laws: Sequence[Mention]) -> bool:
    """The first law, or the last of those joined to it by ``과``, is what something is based on."""
    for law, following in zip_longest(laws, laws[1:]):
        if _UNDER.match(context.text, law.span.end):
            return True
        joint = _JOINED.match(context.text, law.span.end)
        if not (following and joint and joint.end() == following.span.start):
            return False
    return False


def _announced_bases(context: Context, laws: Sequence[Mention]) -> list[Mention]:
    """``근거 법률은 「가법」, 「나법」``: the law right behind these words, and those joined to it."""
    found: list[Mention] = []
    for law in laws:
        before = context.text[max(0, law.span.start - 20) : law.span.start]
        joint = _JOINED.match(context.text, found[-1].span.end) if found else None
        if _BASIS_IS.search(before) or (joint and joint.end() == law.span.start):
            found.append(law)
    return found


def fields(context: Context, outline: Outline) -> Iterator[Statement]:
    """In a field's section, a law that is named after the field: 「반도체 특별법」."""
    del outline
    for sentence in context.sentences:
        field = context.section(sentence)
        if field is None:
            continue
        for law in context.within(sentence.span, "Law"):
            if _named_after(context.slice(law.span), field.name):
                yield from context.fact(
                    law.entity, "GOVERNS", field, sentence.span, rule="law-named-after-field"
                )


def named_after_technologies(context: Context, outline: Outline) -> Iterator[Statement]:
    """``「합성생물학 육성법」``, ``「국가전략기술 육성에 관한 특별법」``: a law governs what it is named after."""
    del outline
    for sentence in context.sentences:
        for law in context.within(sentence.span, "Law"):
            for technology in context.within(law.span, "Technology")[:1]:
                # Of a single technology only where the document is about the law.
                told = is_legal_class(technology) or sentence.index < _LEAD
                if told and technology.span.start == law.span.start:
                    yield from context.fact(
                        law.entity,
                        "GOVERNS",
                        technology.entity,
                        sentence.span,
                        rule="law-named-after-technology",
                    )


def in_act_names(context: Context, outline: Outline) -> Iterator[Statement]:
    """``Act on the Promotion of National Strategic Technologies``: an act governs the technologies that its name is about."""
    del outline
    for sentence in context.sentences:
        for law in context.within(sentence.span, "Law"):
            for technology in context.within(law.span, "Technology")[:1]:
                before = context.text[law.span.start : technology.span.start]
                told = is_legal_class(technology) or sentence.index < _LEAD
                if told and _ACT_ON.search(before):
                    yield from context.fact(
                        law.entity,
                        "GOVERNS",
                        technology.entity,
                        sentence.span,
                        rule="law-named-after-technology",
                    )


_ACT_ON = re.compile(
    r"\bAct\son\s(?:the\s)?(?:(?:Promotion|Fostering|Development|Support|Protection|Advancement)(?:\sand\s[A-Z][a-z]+)?\s(?:of|for)\s(?:the\s)?)?$"
)


def _named_after(law: str, field: str) -> bool:
    parts = [name_key(p) for p in re.split(r"[·/\s]", field) if len(p) > 1]
    return any(part in name_key(law) for part in parts)
