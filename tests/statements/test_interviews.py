"""What the head of an institute says that is made there."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, interviews

CASES: RuleCases = {
    interviews.answers: [
        (
            "[인터뷰] 김하늘 한국기계연구원장\n\n누리호와 원자시계를 나란히 개발하고 있다.\n",
            {
                ("한국기계연구원", "DEVELOPS", "누리호"),
                ("한국기계연구원", "DEVELOPS", "원자시계"),
            },
        ),
        ("[인터뷰] 김하늘 한국기계연구원장\n\n일본은 원자시계를 개발하고 있다.\n", NOTHING),
        ("[인터뷰] 김하늘 과학기술정보통신부 장관\n\n원자시계를 개발하고 있다.\n", NOTHING),
        ("김하늘 한국기계연구원장\n\n원자시계를 개발하고 있다.\n", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
