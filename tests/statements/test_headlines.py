"""Whose programme a headline tells."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, headlines

CASES: RuleCases = {
    headlines.headlines: [
        (
            "국방부·환경부, ‘K-하늘 프로젝트’ 공동 추진\n\n2026. 5. 1.\n",
            {("국방부", "LEADS", "K-하늘 프로젝트"), ("환경부", "LEADS", "K-하늘 프로젝트")},
        ),
        (
            "우주항공청, ‘K-하늘 프로젝트’ 착수… 위성 10기\n",
            {("우주항공청", "LEADS", "K-하늘 프로젝트")},
        ),
        ("국방부, ‘K-하늘 프로젝트’ 비판\n", NOTHING),
        ("네이버, ‘K-하늘 프로젝트’ 추진\n", NOTHING),
        ("시민단체, 국방부 ‘K-하늘 프로젝트’ 추진\n", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
