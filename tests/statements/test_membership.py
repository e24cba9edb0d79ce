"""Bodies whose heads sit on a committee by their office."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, membership

CASES: RuleCases = {
    membership.ex_officio: [
        (
            "하늘위원회가 생겼다. 교육부·외교부 장관과 국가정보원장이 정부위원으로 들어간다.",
            {(b, "PARTICIPATES_IN", "하늘위원회") for b in ("교육부", "외교부", "국가정보원")},
        ),
        (
            "하늘위원회가 생겼다. 정부위원은 교육부 장관, 외교부 장관이다.",
            {(b, "PARTICIPATES_IN", "하늘위원회") for b in ("교육부", "외교부")},
        ),
        (
            "하늘위원회가 생겼다. 관계부처 장관 2명(교육부·외교부 장관)을 당연직 정부위원으로 구성한다.",
            {(b, "PARTICIPATES_IN", "하늘위원회") for b in ("교육부", "외교부")},
        ),
        ("하늘위원회가 생겼다. 교육부·외교부 장관이 축하했다.", NOTHING),
        ("교육부·외교부 장관이 정부위원으로 들어간다.", NOTHING),
        ("하늘위원회가 생겼다. 교육부가 정한 위원은 외교부 장관이다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
