"""Who was named to which post."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, appointments

CASES: RuleCases = {
    appointments.appointed: [
        (
            "대통령은 우주항공청장에 김하늘 전 국방부 차관을 임명했다.",
            {("김하늘", "HOLDS_POSITION", "우주항공청")},
        ),
        (
            "국가우주위원회 부위원장에는 박민수 교수가 위촉됐다.",
            {("박민수", "HOLDS_POSITION", "국가우주위원회")},
        ),
        (
            "국방부는 신임 하늘정책실장에 김하늘 국장을 임명했다고 밝혔다.",
            {("김하늘", "HOLDS_POSITION", "하늘정책실")},
        ),
        (
            "대통령은 박민수 교수를 과학기술혁신본부장으로 발탁했다.",
            {("박민수", "HOLDS_POSITION", "과학기술혁신본부")},
        ),
        ("국방부는 박민수 교수를 위원장으로 선임했다.", {("박민수", "HOLDS_POSITION", "국방부")}),
        (
            "국방부는 ‘하늘 얼라이언스’의 지도 분과장에 김하늘 네이버 이사를, 바다 분과장에 박민수 카카오 상무를 위촉했다.",
            {
                ("지도 분과", "PART_OF", "하늘 얼라이언스"),
                ("바다 분과", "PART_OF", "하늘 얼라이언스"),
                ("김하늘", "LEADS", "지도 분과"),
                ("박민수", "LEADS", "바다 분과"),
            },
        ),
        ("대통령은 우주항공청장에 김하늘 교수를 임명할 예정이다.", NOTHING),
        ("우주항공청장에 김하늘 교수가 거론된다.", NOTHING),
        ("국방부는 박민수 교수를 위원장으로 추천했다.", NOTHING),
        ("국방부는 박민수 교수를 손님으로 초대했다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
