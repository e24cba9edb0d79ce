"""Tables of projects in a budget."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, budgets

CASES: RuleCases = {
    budgets.projects: [
        (
            "국방부 예산안에 신규사업이 담겼다. 국방부는 예산을 늘렸다.\n\n사업명\t예산\t내용\n하늘 지도 사업\t12\t칩렛, 구름 센서\n",
            {
                ("국방부", "LEADS", "하늘 지도 사업"),
                ("하늘 지도 사업", "INVOLVES", "칩렛"),
                ("하늘 지도 사업", "INVOLVES", "구름 센서"),
            },
        ),
        ("국방부는 예산을 늘렸다.\n\n사업명\t예산\n인건비\t12\n", NOTHING),
        ("국방부는 손님을 맞았다.\n\n사업명\t예산\n하늘 지도 사업\t12\n", NOTHING),
        (
            "국방부는 예산을 늘렸다. 외교부도 예산을 늘렸다.\n\n사업명\t예산\n하늘 지도 사업\t12\n",
            NOTHING,
        ),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
