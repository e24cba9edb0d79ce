"""What is to be made under a programme."""

from __future__ import annotations

import pytest
from reading import NOTHING, SKY, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, undertakings

CASES: RuleCases = {
    undertakings.undertaken: [
        (
            SKY + "K-하늘은 국방부가 이끈다. 구름 센서를 개발하고, 하늘 위성을 발사한다.",
            {("K-하늘", "INVOLVES", t) for t in ("구름 센서", "하늘 위성")},
        ),
        (SKY + "K-하늘은 국방부가 이끈다. 네이버는 구름 센서를 개발한다.", NOTHING),
        (SKY + "K-하늘은 국방부가 이끈다. 지난해 구름 센서를 개발했다.", NOTHING),
        ("구름 센서를 개발하고, 하늘 위성을 발사한다.", NOTHING),
    ],
    undertakings.through: [
        (
            "전고체 배터리는 2028년까지 ‘하늘 전지 기술 개발 사업’을 통해 개발 중이다.",
            {("하늘 전지 기술 개발 사업", "INVOLVES", "전고체전지")},
        ),
        ("전고체 배터리는 ‘하늘 전지 기술 개발 사업’을 통해 알려졌다.", NOTHING),
        ("정부는 ‘하늘 전지 기술 개발 사업’을 통해 개발 중이다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
