"""TARGETS_YEAR: what is to be reached by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.korean import noun_phrase_before
from graph.model import Entity, Span, Statement
from graph.statements.aims import BY, MONEY, YEAR, aims, year_of
from graph.statements.context import Context, Sentence, named_entity, year_entity
from graph.statements.outline import Outline
from graph.statements.tables import cell_under, columns

_MAKE = r"(?:개발|발사|구축|확보|실현|달성|완성|상용화|쏘|쏜|쏴|보낸|보내|올린|건설|완공|실증|도입)"
"""Verbs and nouns of making, sending and completing."""

_MISSION_OBJECT = re.compile(rf"(?P<mark>을|를)\s(?:[가-힣]+\s){{0,2}}?{_MAKE}")

_OBJECT_BEFORE = re.compile(r"(?P<mark>을|를|도|은|는)\s$")


def targets(context: Context, outline: Outline) -> Iterator[Statement]:
    """What a programme, or a field in its section, is to reach by a year: ``2030년까지 …``, ``2030년 …, 2040년 …을 목표로``."""
    del outline
    for sentence in context.sentences:
        aimed = _subject(context, sentence)
        if aimed is None:
            continue
        for year, goal in aims(context, sentence.span):
            if is_ahead(context, year):
                yield from context.fact(
                    aimed,
                    "TARGETS_YEAR",
                    year_entity(year),
                    sentence.span,
                    rule="target-year",
                    goal=goal,
                )


def in_tables(context: Context, outline: Outline) -> Iterator[Statement]:
    """A column 목표 whose cells begin with a year: ``’28년 표준설계인가 획득`` of the document's programme."""
    del outline
    for block in context.document.blocks:
        column = columns(context, block).where(_AIM_COLUMN)
        for row in (r for r in block.rows if not r.header and column is not None):
            cell = cell_under(row, column)
            match = _AIM_CELL.match(context.slice(cell.span)) if cell else None
            programme = context.programme
            if match and programme and is_ahead(context, year_of(match)):
                yield from context.fact(
                    programme,
                    "TARGETS_YEAR",
                    year_entity(year_of(match)),
                    row.span,
                    rule="target-column",
                    goal=match["goal"].strip(),
                )


def in_items(context: Context, outline: Outline) -> Iterator[Statement]:
    """Bullets ``2030년: 생산단가 3,500원 달성`` below a line that calls them goals."""
    del outline
    lead = ""
    for block in context.document.blocks:
        text = context.slice(block.span)
        match = _AIM_ITEM.fullmatch(text) if not block.rows else None
        if match is None:
            lead = text
            continue
        programme = context.programme_for(block.span)
        aimed = _GOALS_LEAD.search(lead.rstrip()) and is_ahead(context, year_of(match))
        if programme and aimed and not MONEY.search(match["goal"]):
            yield from context.fact(
                programme,
                "TARGETS_YEAR",
                year_entity(year_of(match)),
                block.span,
                rule="target-item",
                goal=match["goal"].strip(),
            )


_GOALS_LEAD = re.compile(r"목\s?표(?:는|은)?(?:\s다음과\s같다)?\s?[::>\]】.]*$")
"""The end of a line that calls the bullets below it goals."""

_AIM_ITEM = re.compile(rf"[\((]?[~∼]?{YEAR}(?:까지)?[\))]?\s?[::–-]?\s(?P<goal>[가-힣A-Za-z0-9].*)")
"""A year, and behind it what is to be reached by then."""

_AIM_COLUMN = re.compile(r"(?:단계별|추진)?목표(?:\(.*\))?")

_AIM_CELL = re.compile(rf"[~∼]?{YEAR}(?:까지)?\s(?P<goal>\S.*)")


def _subject(context: Context, sentence: Sentence) -> Entity | None:
    """The section's field, or the programme: one that is named only behind the year is part of the goal."""
    field = context.section(sentence)
    year = BY.search(context.text, sentence.span.start, sentence.span.end)
    before = Span(sentence.span.start, year.start()) if year else sentence.span
    named = context.within(sentence.span, "Program")
    if field or not named or named[0].span.start < before.end:
        return field or context.programme_of(sentence)
    if _TOWARDS.search(context.text, before.end, named[0].span.start):
        return context.programme_of(sentence)
    return context.programme_for(before) or context.programme_of(sentence)


_TOWARDS = re.compile(r"목[표적]으?로|위해|위한|위하여|하고자")
"""What leads from a goal to the programme that pursues it."""


def is_ahead(context: Context, year: int) -> bool:
    """A year before the document's own is history, not a target."""
    published = context.document.source.published[:4]
    return not published.isdigit() or year >= int(published)


def missions_with_years(context: Context, outline: Outline) -> Iterator[Statement]:
    """``우주청은 2032년에 달 착륙선을 보낸다``: an agency's own mission, outside any programme."""
    del outline
    if context.programme is not None:
        return
    agency: Entity | None = None
    for sentence in context.sentences:
        if sentence.block.kind == "caption":
            continue
        agency = _agency(context, sentence.span) or agency
        for match in re.compile(rf"{YEAR}(?P<mark>까지|에는|에)?\s").finditer(
            context.text, sentence.span.start, sentence.span.end
        ):
            goal = _object_of(context, sentence.span, match)
            # A lone noun of doing (발사) says that something is done, not what.
            if goal is None or re.fullmatch(_MAKE, context.slice(goal)):
                continue
            if not is_ahead(context, year_of(match)):
                continue
            mission = named_entity("Mission", context.slice(goal))
            yield from context.fact(
                mission,
                "TARGETS_YEAR",
                year_entity(year_of(match)),
                sentence.span,
                rule="mission-year",
                goal=context.slice(goal),
            )
            if agency:
                yield from context.fact(
                    agency, "LEADS", mission, sentence.span, rule="mission-year"
                )
            yield from _instruments(context, sentence.span, mission, goal)


def _agency(context: Context, span: Span) -> Entity | None:
    for mention in context.within(span, "Organization"):
        if re.match(
            r"(?:\([^)]*\))?(?:은|는|이|가)\s",
            context.text[mention.span.end : mention.span.end + 20],
        ):
            return mention.entity
    return None


def _object_of(context: Context, span: Span, year: re.Match[str]) -> Span | None:
    """The noun phrase that is to be made or sent by then: after the year, or right before it."""
    before = _OBJECT_BEFORE.search(context.text[span.start : year.start()])
    if year["mark"] == "까지" and before and re.match(_MAKE, context.text[year.end() : span.end]):
        return noun_phrase_before(context.text, span, span.start + before.start())
    match = _MISSION_OBJECT.search(context.text, year.end(), span.end)
    if match is None or re.search(r"20\d\d년|[.]", context.text[year.end() : match.start()]):
        return None
    return noun_phrase_before(context.text, Span(year.end(), span.end), match.start())


def _instruments(context: Context, span: Span, mission: Entity, goal: Span) -> Iterator[Statement]:
    for mention in context.within(span, "Technology"):
        by_it = re.match(r"(?:으로|로)\s", context.text[mention.span.end : mention.span.end + 4])
        inside = goal.covers(mention.span)
        if (by_it and mention.span.end <= goal.start) or inside:
            yield from context.fact(
                mission, "INVOLVES", mention.entity, span, rule="technology-in-mission"
            )
