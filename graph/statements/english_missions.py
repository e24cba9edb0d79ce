"""Missions of an agency, outside any programme, in English: ``will send a lunar lander to the moon by 2032``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.korean import is_mostly_english
from graph.model import Entity, Span, Statement
from graph.statements.context import Context, Sentence, named_entity, year_entity
from graph.statements.english import subjects
from graph.statements.outline import Outline
from graph.statements.targets import is_ahead

_PLANS = re.compile(r"\b(?:will|(?:plans?|aims?|intends?|expects?|wants?)\sto|is\sto|are\sto)\s")
"""A verb of planning, behind which what is to be made or sent stands."""
_MADE = re.compile(
    r"\b(?:send|launch|develop|build|deploy|land|complete|construct|put|test|demonstrate|operate)\s(?:its\s|the\s|an?\s)?(?:first\s|own\s)?"
    r"(?P<goal>(?:[a-z0-9][\w-]*\s){0,4}?[a-z0-9][\w-]*)"
    r"(?:\s(?:to|into|onto|on|around|using|with|for|from|at|over)\s[^.;,]{2,60}?)?\s(?:by|in)\s(?P<full>20\d\d)\b"
)
"""``launch a communications orbiter around the moon in 2029``."""


def missions_with_years(context: Context, outline: Outline) -> Iterator[Statement]:
    """``KASA plans to launch an orbiter in 2029``: what the agency in a sentence is to make or send by a year."""
    del outline
    if context.programme is not None or not is_mostly_english(context.text):
        return
    agency: Entity | None = None
    for sentence in context.sentences:
        agency = _agency(context, sentence) or agency
        plan = _PLANS.search(context.text, sentence.span.start, sentence.span.end)
        for match in (
            _MADE.finditer(context.text, plan.end() - 1, sentence.span.end) if plan else ()
        ):
            yield from _mission(context, sentence.span, match, agency)


def _agency(context: Context, sentence: Sentence) -> Entity | None:
    first = next(subjects(context, sentence), None)
    return first[0].entity if first else None


def _mission(
    context: Context, span: Span, match: re.Match[str], agency: Entity | None
) -> Iterator[Statement]:
    year = int(match["full"])
    if not is_ahead(context, year):
        return
    mission = named_entity("Mission", match["goal"])
    yield from context.fact(
        mission, "TARGETS_YEAR", year_entity(year), span, rule="mission-year", goal=match["goal"]
    )
    if agency:
        yield from context.fact(agency, "LEADS", mission, span, rule="mission-year")
