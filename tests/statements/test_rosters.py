"""Lines, bullets and tables that list who takes part."""

from __future__ import annotations

import pytest
from reading import NOTHING, SKY, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, rosters

RALLY = "국방부는 3일 「하늘 추진대회」를 개최했다.\n\n"

CASES: RuleCases = {
    rosters.attendance_lines: [
        (
            RALLY + "- 참석: 김하늘 한국기계연구원 원장, 삼성전자, 네이버 등\n",
            {(w, "PARTICIPATES_IN", "하늘 추진대회") for w in ("김하늘", "삼성전자", "네이버")},
        ),
        (RALLY + "- 불참: 삼성전자, 네이버\n", NOTHING),
        (RALLY + "- 후원: 삼성전자, 네이버\n", NOTHING),
        ("- 참석: 삼성전자, 네이버\n", NOTHING),
    ],
    rosters.chair_lines: [
        (
            RALLY + "- 주재: 김하늘 국방부 장관\n",
            {("김하늘", "PARTICIPATES_IN", "하늘 추진대회")},
        ),
        (RALLY + "- 문의: 김하늘 국방부 장관\n", NOTHING),
        ("- 주재: 김하늘 국방부 장관\n", NOTHING),
    ],
    rosters.columns_of_bodies: [
        (
            SKY + "구분\t참여기관\n하나\t삼성전자, 구름전자\n",
            {(w, "PARTICIPATES_IN", "K-하늘") for w in ("삼성전자", "구름전자")},
        ),
        (
            "사업단\t참여기업\n하늘사업단\t삼성전자\n",
            {("삼성전자", "PARTICIPATES_IN", "하늘사업단")},
        ),
        (SKY + "구분\t경쟁기업\n하나\t삼성전자, 구름전자\n", NOTHING),
        (SKY + "구분\t참여기관\n하나\t미정\n둘\t공모 예정\n셋\t10개 기관\n", NOTHING),
        ("구분\t참여기관\n하나\t삼성전자\n", NOTHING),
    ],
    rosters.listed_bodies: [
        (
            SKY + "K-하늘 협약에 참여한 기관은 다음과 같다.\n\n - 삼성전자\n - 네이버\n",
            {(w, "PARTICIPATES_IN", "K-하늘") for w in ("삼성전자", "네이버")},
        ),
        (SKY + "지난해 떠난 곳은 다음과 같다.\n\n - 삼성전자\n - 네이버\n", NOTHING),
        ("협약에 참여한 기관은 다음과 같다.\n\n - 삼성전자\n - 네이버\n", NOTHING),
    ],
    rosters.roles_of_bodies: [
        (
            SKY + "기관\t역할\n삼성전자\t지도 제작\n",
            {("삼성전자", "PARTICIPATES_IN", "K-하늘")},
        ),
        (SKY + "기관\t주소\n삼성전자\t하늘시\n", NOTHING),
        ("기관\t역할\n삼성전자\t지도 제작\n", NOTHING),
    ],
    rosters.joined_before: [
        (
            "삼성전자, 네이버 등이 참여하는 「하늘 얼라이언스」가 출범했다.",
            {(w, "PARTICIPATES_IN", "하늘 얼라이언스") for w in ("삼성전자", "네이버")},
        ),
        ("삼성전자, 네이버 등이 반대하는 「하늘 얼라이언스」가 출범했다.", NOTHING),
        ("삼성전자, 네이버 등이 참여하는 한국기계연구원 행사가 열렸다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
