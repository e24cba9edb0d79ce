"""Who holds which post where."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, positions

CASES: RuleCases = {
    positions.in_text: [
        (
            "김하늘 한국기계연구원 원장은 말했다.",
            {("김하늘", "HOLDS_POSITION", "한국기계연구원")},
        ),
        (
            "박민수 과기정통부 과학기술정책국장은 말했다.",
            {
                ("박민수", "HOLDS_POSITION", "과학기술정책국"),
                ("과학기술정책국", "PART_OF", "과학기술정보통신부"),
            },
        ),
        ("김하늘 원장은 말했다.", NOTHING),
        ("한국기계연구원 원장은 말했다.", NOTHING),
        ("김하늘 원장은 한국기계연구원을 찾았다.", NOTHING),
    ],
    positions.of_ministry: [
        (
            "국방부는 5일 김하늘 장관 주재로 회의를 열었다.",
            {("김하늘", "HOLDS_POSITION", "국방부")},
        ),
        ("우주항공청은 5일 김하늘 장관 주재로 회의를 열었다.", NOTHING),
        ("국방부와 환경부는 5일 김하늘 장관 주재로 회의를 열었다.", NOTHING),
        ("국방부는 5일 환경부 김하늘 장관을 만났다.", NOTHING),
    ],
    positions.of_committee: [
        (
            "국가우주위원회가 열렸다. 김하늘 부위원장이 참석했다.",
            {("김하늘", "HOLDS_POSITION", "국가우주위원회")},
        ),
        ("김하늘 부위원장이 참석했다.", NOTHING),
        ("국가우주위원회가 열렸다. 김하늘 교수가 참석했다.", NOTHING),
        ("국가우주위원회와 국가바이오위원회가 열렸다. 김하늘 부위원장이 참석했다.", NOTHING),
    ],
    positions.taken_on: [
        (
            "‘하늘위원회’가 출범했다. 김하늘 장관이 위원장을, 박민수 대표가 상근 부위원장을 맡았다.",
            {
                ("김하늘", "HOLDS_POSITION", "하늘위원회"),
                ("박민수", "HOLDS_POSITION", "하늘위원회"),
            },
        ),
        ("‘하늘위원회’가 출범했다. 김하늘 장관이 위원장을 만났다.", NOTHING),
        ("‘하늘위원회’가 출범했다. 김하늘 장관이 사회를, 박민수 대표가 축사를 맡았다.", NOTHING),
        ("김하늘 장관이 위원장을 맡았다.", NOTHING),
    ],
    positions.in_tables: [
        (
            "성명\t직위\t기관\n김하늘\t원장\t한국기계연구원\n",
            {("김하늘", "HOLDS_POSITION", "한국기계연구원")},
        ),
        (
            "국방부는 「하늘 추진대회」를 개최했다.\n\n성명\t직위\t기관\n김하늘\t원장\t한국기계연구원\n",
            {
                ("김하늘", "HOLDS_POSITION", "한국기계연구원"),
                ("김하늘", "PARTICIPATES_IN", "하늘 추진대회"),
                ("한국기계연구원", "PARTICIPATES_IN", "하늘 추진대회"),
            },
        ),
        ("성명\t나이\n김하늘\t40\n", NOTHING),
        ("품목\t직위\t기관\n기계\t원장\t한국기계연구원\n", NOTHING),
        ("성명\t직위\t기관\n미정\t원장\t한국기계연구원\n", NOTHING),
    ],
    positions.is_head_of: [
        (
            "김하늘 KAIST 교수는 ‘구름연구센터’의 센터장이다.",
            {("김하늘", "HOLDS_POSITION", "구름연구센터")},
        ),
        ("김하늘 KAIST 교수는 ‘구름연구센터’의 손님이다.", NOTHING),
        ("‘구름연구센터’의 센터장이다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
