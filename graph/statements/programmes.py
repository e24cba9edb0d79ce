"""HAS_FIELD, HAS_MISSION and IN_FIELD: what the outline says."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Statement
from graph.statements.context import Context, year_entity
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
