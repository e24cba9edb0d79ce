"""Fields and goals listed in sentences and in bullets below a line that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.korean import sentences
from graph.model import Block, Entity, Span
from graph.statements.context import Context, Sentence
from graph.statements.goals import FieldOf, Goal, Lead, bracketed, labelled, year_and_aim
from graph.statements.lists import (
    announced_list,
    bracketed_lists,
    colon_lists,
    counted_fields,
    english_lists,
    included_missions,
    kind_of,
    marked_list,
    topic_lists,
)
from graph.statements.offices import is_government

_GOALS = re.compile(r"목표(?:는|로)?\s(?:다음과|아래와)\s같다[.]?$")
"""Goals are missions where each has its year."""
_LEAD = re.compile(
    r"(?:(?P<head>미션|과제|임무|분야)(?:\s?\(안\))?(?:은|는|으로는)?(?:\s다음과\s같다)?\s?[.::]?$)|"
    r"(?:\d대\s(?P<counted>미션|과제|임무|분야)(?:으로|로|을|를)\s"
    r"(?:구성|추진|선정|제시|확정|이뤄|이루어|담고)[가-힣]*(?:\s있다)?[.]?$)|"
    r"(?P<missions>\b(?:(?:by|missions|tasks|goals|objectives)(?:\s(?:are|include))?|projects\s(?:selected|picked|chosen)(?:\s[a-z]+){0,4})\s?:?$)|"
    r"(?P<fields>\b(?:(?:areas|fields|sectors|pillars)(?:\s(?:are|include))?|divided\sinto\s(?:[\w-]+\s){1,3}(?:programs|programmes|parts))\s?:$)"
)
"""The end of a line that says what the bullets below it are: ``미션은 다음과 같다.``, ``3대 과제를 추진``."""


def in_sentences(context: Context, sentence: Sentence) -> Iterator[FieldOf | Goal]:
    """Yield what a sentence lists: ``▲a ▲b``, ``3대 핵심미션(a, b, c)``, ``a·b 등 8대 분야``."""
    text, span = context.text, sentence.span
    marked = marked_list(text, span) or announced_list(text, span, sentence.block.span.start)
    lists = (
        *([marked] if marked else []),
        *bracketed_lists(text, span),
        *counted_fields(text, span),
        *colon_lists(text, span),
        *topic_lists(text, span),
        *english_lists(text, span),
        *included_missions(text, span),
    )
    for listed in lists:
        lead = Lead(listed.head, span, context.programme_of(sentence))
        by = _BY_YEAR.search(text[span.start : listed.items[0].start]) if listed.items else None
        for item in listed.items:
            if listed.kind == "field":
                yield replace(lead.field(context.slice(item), span), example=listed.examples)
            elif listed.kind == "mission":
                for found in _marked_goal(context, lead, item, span):
                    yield _dated(found, int(by["year"])) if by else found


def _dated(found: FieldOf | Goal, year: int) -> FieldOf | Goal:
    """The goal with the year of its list, unless it has one of its own."""
    if isinstance(found, FieldOf) or found.year_target:
        return found
    return replace(found, year_target=year)


_BY_YEAR = re.compile(r"(?P<year>20\d\d)년까지\s?[▲△▶▷●◆◇■◦❍①]\s?$")
"""``오는 2035년까지 ▲``: the year by which all of the list is to be reached."""


def _marked_goal(
    context: Context, lead: Lead, item: Span, passage: Span
) -> Iterator[FieldOf | Goal]:
    """A goal of a list within a sentence, which may have its field in brackets before it: ``△(로봇)…``."""
    bare, leaders = _without_owners(context, item)
    match = bracketed(context.slice(bare))
    if match is None:
        yield replace(lead.goal(context, bare, passage), leaders=leaders)
        return
    field = lead.field(match["field"], passage)
    yield field
    name = Span(bare.start + match.start("goal"), bare.end)
    yield replace(lead.goal(context, name, passage, field=field.field), leaders=leaders)


def _without_owners(context: Context, item: Span) -> tuple[Span, tuple[Entity, ...]]:
    """``가나 개발(산업부)``: the goal without the bracket that holds only offices of state, and these."""
    bracket = _OWNERS.search(context.slice(item))
    if bracket is None:
        return item, ()
    inside = Span(item.start + bracket.start("names"), item.start + bracket.end("names"))
    owners = context.within(inside, "Organization")
    names = re.split(r"\s?[·,ㆍ]\s?", context.slice(inside))
    if len(owners) != len(names) or not all(is_government(o.entity) for o in owners):
        return item, ()
    return Span(item.start, item.start + bracket.start()), tuple(o.entity for o in owners)


_OWNERS = re.compile(r"\s?[\((](?P<names>[^()]{2,40})[\))]$")


def in_items(context: Context) -> Iterator[FieldOf | Goal]:
    """Yield what bullets list under a line that calls them missions or fields."""
    blocks = context.document.blocks
    for index, block in enumerate(blocks):
        if block.kind not in ("heading", "paragraph", "item"):
            continue
        span = _last_sentence(context, block)
        lead = Lead(context.slice(span), span, context.programme_for(span))
        kind = _kind(lead.text)
        counted = _DIRECTIONS.search(lead.text)
        items = (
            list(_items_below(blocks, index)) if kind or counted or _GOALS.search(lead.text) else []
        )
        if counted and not kind and len(items) == _count(counted["count"]):
            kind = "mission"
        if not kind:
            items = [b for b in items if _DATED.fullmatch(context.slice(b.span))]
        if len(items) < 2:
            continue
        for item in items:
            if kind == "field":
                match = labelled(context.slice(item.span))
                name = match["field"] if match else context.slice(item.span)
                yield lead.field(name, item.span, lead.span)
            elif counted and not _kind(lead.text):
                yield _direction(context, lead, item)
            else:
                yield from _goal(context, lead, item)


_DIRECTIONS = re.compile(
    r"(?P<count>\d+|두|세|네|다섯)\s?(?:대|개|갈래|축|가지)(?:\s(?:중점|핵심|주요))?\s?"
    r"(?:(?:추진|정책|중점|핵심|투자)?\s?(?:방향|전략|목표|축|갈래)?(?:은|는|으로는)?(?:\s다음과\s같다)?|(?:방향|전략|축|갈래)?(?:으로|로)\s(?:나뉜다|나눈다|이뤄진다|이뤄졌다|짜였다|구성된다|구성됐다|추진한다|추진된다))\s?[.::\]】>]*$"
)
"""``3대 추진 방향``, ``세 갈래로 나뉜다``: what the bullets below are if there are just so many."""
_COUNTS = {"두": 2, "세": 3, "네": 4, "다섯": 5}


def _direction(context: Context, lead: Lead, item: Block) -> Goal:
    """One of ``세 갈래``: ``산업 대전환 : …``, whose name stands before the colon."""
    colon = re.compile(r"\s?[::]\s").search(context.text, item.span.start, item.span.end)
    name = Span(item.span.start, colon.start() if colon else item.span.end)
    return lead.goal(context, name, item.span, lead.span)


def _count(word: str) -> int:
    return _COUNTS.get(word) or int(word)


def _last_sentence(context: Context, block: Block) -> Span:
    """What leads up to the bullets below a block."""
    return list(sentences(context.text, block.span))[-1]


def _goal(context: Context, lead: Lead, item: Block) -> Iterator[FieldOf | Goal]:
    line = context.slice(item.span)
    if numbered := _NUMBERED.match(line):
        name = Span(
            item.span.start + numbered.start("goal"), item.span.start + numbered.end("goal")
        )
        year, aim = year_and_aim(line[numbered.end() :])
        goal = lead.goal(context, name, item.span, lead.span)
        yield replace(goal, year_target=year, aim=aim)
        return
    if dated := _DATED.fullmatch(line):
        name = Span(item.span.start, item.span.start + dated.end("goal"))
        goal = lead.goal(context, name, item.span, lead.span)
        yield replace(goal, year_target=year_and_aim(dated["beside"])[0])
        return
    match = labelled(line)
    if match is None:
        yield lead.goal(context, item.span, item.span, lead.span)
        return
    name = Span(item.span.start + match.start("goal"), item.span.end)
    field = lead.field(match["field"], item.span, lead.span)
    yield field
    yield lead.goal(context, name, item.span, lead.span, field=field.field)


_DATED = re.compile(
    r"(?P<goal>.{3,}?)\s?(?P<beside>[\((][~∼]?(?:20\d\d|[’'‘]\d\d)\s?년?(?:까지)?[\))])"
)
"""``바이오 클러스터 구축 (2030년)``: a goal with its year behind it."""
_NUMBERED = re.compile(
    r"[\((\[]?(?:과제|미션|임무)\s?\d+[\))\]]?\s?[.::]?\s?(?P<goal>.+?)(?=\s[::]\s|$)"
)
"""``(과제 1) 이름 : 목표``: a number is no field."""


def _kind(lead: str) -> str | None:
    match = _LEAD.search(lead.strip().rstrip("]】>"))
    if match is None:
        return None
    if match["missions"] or match["fields"]:
        return "mission" if match["missions"] else "field"
    return kind_of(match["head"] or match["counted"])


def _items_below(blocks: tuple[Block, ...], index: int) -> Iterator[Block]:
    """The bullets right below a line, those of the outermost level among them."""
    level: int | None = None
    lead = blocks[index]
    for block in blocks[index + 1 :]:
        if block.kind != "item" or (lead.kind == "item" and block.level <= lead.level):
            return
        level = block.level if level is None else level
        if block.level < level:
            return
        if block.level == level:
            yield block
