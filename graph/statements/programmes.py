"""HAS_FIELD, HAS_MISSION and IN_FIELD: what the outline says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.korean import noun_phrase_before
from graph.model import Statement
from graph.statements.context import Context, named_entity, year_entity
from graph.statements.outline import Outline


def fields(context: Context, outline: Outline) -> Iterator[Statement]:
    """A list, a table's labels or numbered sections name the fields of a programme."""
    for listed in outline.fields:
        if listed.programme:
            yield from context.fact(
                listed.programme, "HAS_FIELD", listed.field, *listed.passages, rule="listed-field"
            )


def missions(context: Context, outline: Outline) -> Iterator[Statement]:
    """A list or a table names the missions of a programme; beside each its field, year, agency."""
    for goal in outline.goals:
        if goal.programme:
            yield from context.fact(
                goal.programme,
                "HAS_MISSION",
                goal.mission,
                *goal.passages,
                rule="listed-mission",
                **({"year_start": goal.year_start} if goal.year_start else {}),
            )
        if goal.year_target:
            yield from context.fact(
                goal.mission,
                "TARGETS_YEAR",
                year_entity(goal.year_target),
                *goal.passages,
                rule="goal-with-year",
                goal=goal.aim or goal.mission.name,
            )
        for leader in goal.leaders:
            yield from context.fact(
                leader, "LEADS", goal.mission, *goal.passages, rule="mission-holder"
            )
        if goal.field:
            yield from context.fact(
                goal.mission, "IN_FIELD", goal.field, *goal.passages, rule="mission-label"
            )


def called_missions(context: Context, outline: Outline) -> Iterator[Statement]:
    """``휴머노이드는 ‘가나 프로젝트’의 핵심 미션이며``: what the sentence is about is a mission of the programme."""
    del outline
    for sentence in context.sentences:
        for programme in context.within(sentence.span, "Program"):
            called = _IS_MISSION.match(context.text, programme.span.end, sentence.span.end)
            topic = _MISSION_TOPIC.match(context.text, sentence.span.start, programme.span.start)
            end = topic.end("name") if topic else sentence.span.start
            name = noun_phrase_before(context.text, sentence.span, end) if topic else None
            if called and name and name.start == sentence.span.start:
                yield from context.fact(
                    programme.entity,
                    "HAS_MISSION",
                    named_entity("Mission", context.slice(name)),
                    sentence.span,
                    rule="called-mission",
                )


_IS_MISSION = re.compile(
    r"[’'”」]?(?:의|가\s(?:꼽|정|선정)한|의\s\d+대)\s(?:(?:핵심|대표|주요|첫|첫\s번째|\d+번째|\d+대)\s)*(?:미션|임무|과제)(?:이며|이다|이자|로\s(?:꼽힌|선정됐)|\s(?:가운데|중)\s하나)"
)
_MISSION_TOPIC = re.compile(r"(?P<name>[^,.]{2,30}?)(?:은|는)\s(?:[가-힣]+\s){0,3}[‘'“「]?$")


def yearly_plans(context: Context, outline: Outline) -> Iterator[Statement]:
    """``「가나 기본계획」의 2026년 시행계획``: the yearly plan is a part of the plan that it carries out."""
    del outline
    for sentence in context.sentences:
        for whole, part in pairwise(context.within(sentence.span, "Program")):
            if part.entity.name.startswith(f"{whole.entity.name} ") and _YEARLY.search(
                part.entity.name
            ):
                yield from context.fact(
                    part.entity, "PART_OF", whole.entity, sentence.span, rule="yearly-plan"
                )


_YEARLY = re.compile(r"20\d\d년(?:도)?\s?시행계획$")
