"""INVOLVES: which technologies a mission, field or programme is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from graph.korean import noun_phrase_before
from graph.model import Entity, Mention, Span, Statement
from graph.statements.context import Context, Sentence, named_entity
from graph.statements.goals import Goal
from graph.statements.outline import Outline

_USED_BY = re.compile(r"(?:을|를)\s(?:활용|융합)|(?:와|과)\s[가-힣]+(?:을|를)\s융합")
"""``를 활용``, ``와 로봇을 융합`` right behind a technology."""
_ENUMERATED = re.compile(
    r"(?:,\s?[가-힣A-Za-z0-9]{2,12}(?:\s[가-힣A-Za-z0-9]{2,12}){0,2}){0,8}(?:[과와]\s[가-힣A-Za-z0-9\s]{2,14}?)?\s(?:등|같은)\s?(?:\d+개\s)?(?:[가-힣]{2,6}\s?)?기술(?![가-힣]*(?:패권|경쟁|력|이전))"
)
"""The rest of a list behind one of its items, up to ``등 12개 기술``."""
_COINED = re.compile(
    r"(?P<end>원천기술개발|원천기술|(?:\\?\*\s?)?서비스|지능모델)(?:을|를|의|과|와|로|은|는|이|가|\s)"
)
"""A noun for a technology, with the particle or space that ends it."""


def of_missions(context: Context, outline: Outline) -> Iterator[Statement]:
    """A mission involves the technologies that its own wording names, but for whole areas (AI)."""
    for goal in outline.goals:
        known = [m for m in context.within(goal.name, "Technology") if not is_area(m)]
        if not known:
            yield from _coined_in_goal(context, goal)
        for mention in known:
            yield from context.fact(
                goal.mission,
                "INVOLVES",
                mention.entity,
                *goal.passages,
                rule="technology-in-mission",
            )


def _coined_in_goal(context: Context, goal: Goal) -> Iterator[Statement]:
    """``달 통신 궤도선 발사``: what is to be made or sent is a technology by its last word."""
    match = _DOING.fullmatch(context.slice(goal.name))
    if match and _MADE.search(match["what"]):
        yield from context.fact(
            goal.mission,
            "INVOLVES",
            named_entity("Technology", match["what"]),
            *goal.passages,
            rule="coined-in-mission",
        )


_DOING = re.compile(
    r"(?P<what>.{3,30}?)\s(?:(?:독자|시범|핵심)\s)?(?:개발|구축|실증|국산화|소형화|상용화|양산|확보|건조|발사|자립)"
)
_MADE = re.compile(
    r"(?:위성|발사체|궤도선|착륙선|로봇|반도체|전지|배터리|원자로|컴퓨터|통신망|센서|장치|엔진|소재|모델|플랫폼|시스템|선박|운반선|"
    r"치료제|백신|드론|항공기|레이더|자석|전해질|불화수소|합금|송전망)$"
)


def is_area(mention: Mention) -> bool:
    """Say whether a technology is a whole area (AI), which tells little of a mission."""
    return dict(mention.entity.properties).get("kind") == "area"


def of_sections(context: Context, outline: Outline) -> Iterator[Statement]:
    """A technology, known or coined (``… 원천기술``), named below a heading ``… 분야`` is of that field."""
    del outline
    for sentence in context.sentences:
        field = context.section(sentence)
        if field is None or sentence.block.kind == "heading":
            continue
        for mention in context.within(sentence.span, "Technology"):
            yield from context.fact(
                field, "INVOLVES", mention.entity, sentence.span, rule="technology-in-section"
            )
        for span in _coined(context, sentence):
            technology = named_entity("Technology", context.slice(span))
            yield from context.fact(
                field, "INVOLVES", technology, sentence.span, rule="coined-technology"
            )


def _coined(context: Context, sentence: Sentence) -> Iterator[Span]:
    """Names that end in a word for a technology: ``… 원천기술``, ``… 서비스``, ``…지능모델``."""
    known = context.within(sentence.span, "Technology")
    for match in _COINED.finditer(context.text, sentence.span.start, sentence.span.end):
        tail = match["end"] not in ("지능모델",)
        end = match.start("end") if tail else match.end("end")
        while context.text[end - 1].isspace():
            end -= 1
        name = noun_phrase_before(context.text, sentence.span, end)
        if name is None:
            continue
        if len(context.slice(name).strip()) > 3 and not any(m.span.covers(name) for m in known):
            yield name


def of_programmes(context: Context, outline: Outline) -> Iterator[Statement]:
    """A programme's sentence says that a technology is used, or lists it: ``AI를 활용해 …``; ``a, b 등 N개 기술``."""
    del outline
    for sentence in context.sentences:
        programme = context.programme_for(sentence.span)
        if programme is None or context.section(sentence):
            continue
        named = [m for m in context.within(sentence.span, "Program") if m.entity.id == programme.id]
        for mention in context.within(sentence.span, "Technology"):
            after = context.text[mention.span.end : mention.span.end + 14]
            used = bool(named) and _USED_BY.match(re.sub(r"^\([^)]*\)", "", after))
            if used or _is_enumerated(context, sentence, mention):
                yield from context.fact(
                    programme, "INVOLVES", mention.entity, sentence.span, rule="technology-used"
                )


def _is_enumerated(context: Context, sentence: Sentence, mention: Mention) -> bool:
    """The technology stands in the list that ``… 등 기술`` closes."""
    rest = context.text[mention.span.end : sentence.span.end]
    match = _ENUMERATED.match(rest)
    return match is not None


def listed_below(context: Context, outline: Outline) -> Iterator[Statement]:
    """``‘가나 프로젝트’에서는 다음 기술을 개발한다`` and bullets: each is a technology of the programme."""
    del outline
    blocks = context.document.blocks
    for index, lead in enumerate(blocks):
        announced = not lead.rows and _ANNOUNCES.search(context.slice(lead.span))
        sentence = [s for s in context.sentences if s.index == index][-1:] if announced else []
        programme = context.programme_for(sentence[0].span) if sentence else None
        for item in takewhile(lambda b: b.kind == "item", blocks[index + 1 :]):
            known = [m for m in context.within(item.span, "Technology") if m.span == item.span]
            wording = context.slice(item.span)
            if programme and (known or len(wording) <= _LONGEST_NAME):
                yield from context.fact(
                    programme,
                    "INVOLVES",
                    known[0].entity if known else named_entity("Technology", wording),
                    sentence[0].span,
                    item.span,
                    rule="listed-technology",
                )


_ANNOUNCES = re.compile(
    r"(?:다음|아래)(?:의)?\s(?:[가-힣0-9]+\s){0,2}?[가-힣]*기술(?:을|이|로)\s[^.]{0,40}(?:개발|연구|확보|육성|지원)[가-힣]*(?:\s있)?다[.]?$|"
    r"(?:개발|핵심|중점|대상|세부|전략)\s?기술(?:은|로는)\s(?:다음과|아래와)\s같다[.]?$"
)
"""``다음 기술을 개발한다.``, ``중점기술은 다음과 같다.`` at the end of the line above the bullets."""
_LONGEST_NAME = 30


def in_programme_names(context: Context, outline: Outline) -> Iterator[Statement]:
    """A programme whose name begins with a technology: ``자율운항선박 실증 프로젝트``."""
    del outline
    for sentence in context.sentences:
        for programme in context.within(sentence.span, "Program"):
            for mention in context.within(programme.span, "Technology"):
                first = mention.span.start == programme.span.start
                if first and not is_area(mention) and not is_legal_class(mention):
                    yield from context.fact(
                        programme.entity,
                        "INVOLVES",
                        mention.entity,
                        sentence.span,
                        rule="technology-in-name",
                    )


def in_full(context: Context, span: Span, mention: Mention) -> Entity:
    """Return what a short name with nouns before it names: 전자광학 위성 is a kind of its own."""
    name = noun_phrase_before(context.text, span, mention.span.end)
    if name is None or len(mention.span) > _SHORT_NAME or name.start >= mention.span.start:
        return mention.entity
    # The analyser may take a particle before the name for a noun.
    wording = re.sub(r"^(?:은|는|이|가)\s", "", context.slice(name))
    if wording == context.slice(mention.span):
        return mention.entity
    return named_entity("Technology", wording)


_SHORT_NAME = 4
"""A name of so few letters may be only the end of a longer one."""


def is_legal_class(mention: Mention) -> bool:
    """Say whether the name is a class that a law defines (국가전략기술), not one technology."""
    return dict(mention.entity.properties).get("kind") == "legal-class"
