"""What an agency is to make or send by a year, in English."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, english_missions

DATE = "May 3, 2026\n\n"

CASES: RuleCases = {
    english_missions.missions_with_years: [
        (
            DATE
            + "The Korea AeroSpace Administration plans to launch a sky orbiter around the moon in 2029 "
            "and develop a reusable sky vehicle by 2035.",
            {
                ("sky orbiter", "TARGETS_YEAR", "2029"),
                ("reusable sky vehicle", "TARGETS_YEAR", "2035"),
                ("우주항공청", "LEADS", "sky orbiter"),
                ("우주항공청", "LEADS", "reusable sky vehicle"),
            },
        ),
        (DATE + "The Korea AeroSpace Administration launched a sky orbiter in 2025.", NOTHING),
        (DATE + "The Korea AeroSpace Administration will attend a sky fair in 2029.", NOTHING),
        (
            DATE
            + 'The agency runs the "Blue Sky Initiative". It will launch a sky orbiter in 2029.',
            NOTHING,
        ),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
