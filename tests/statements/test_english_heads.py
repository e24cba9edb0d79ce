"""Posts in a body's own English release."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, english_heads

RELEASE = (
    "Korea AeroSpace Administration (KASA)\n\nThe agency held a public hearing on Sky Maps.\n\n"
)

CASES: RuleCases = {
    english_heads.own_heads: [
        (
            RELEASE + "Administrator Haneul Kim opened the hearing.",
            {
                ("Haneul Kim", "HOLDS_POSITION", "우주항공청"),
                ("Haneul Kim", "PARTICIPATES_IN", "public hearing on Sky Maps"),
            },
        ),
        (
            RELEASE + "Minsu Park, Director General for Sky Maps, explained them.",
            {("Minsu Park", "HOLDS_POSITION", "우주항공청")},
        ),
        (RELEASE + "Administrator Haneul Kim of NASA opened the hearing.", NOTHING),
        (
            RELEASE
            + "Haneul Kim, President of NASA, came. Administrator Haneul Kim opened the hearing.",
            NOTHING,
        ),
        (RELEASE + "Painter Haneul Kim opened the hearing.", NOTHING),
        ("Administrator Haneul Kim opened the hearing.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
