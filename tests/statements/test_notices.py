"""Personnel notices."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, notices

CASES: RuleCases = {
    notices.notices: [
        (
            "◇ 우주항공청\n △청장 윤영빈 △우주항공임무본부장 존 리 △차장 노경원\n",
            {(n, "HOLDS_POSITION", "우주항공청") for n in ("윤영빈", "존 리", "노경원")},
        ),
        ("△청장 윤영빈 △차장 노경원\n", NOTHING),
        ("◇ 우주항공청\n △본관 건물 △별관 건물\n", NOTHING),
        ("우주항공청이 25일 사진을 냈다.\n\n △청장 윤영빈\n", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
