"""Divisions of committees and alliances, in tables and in running text."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, divisions

CASES: RuleCases = {
    divisions.in_tables: [
        (
            "하늘위원회는 3개 분과를 둔다.\n\n분과\t분과장\n바다\t김하늘 KAIST 교수\n구름 분과\t박바다 서울대 교수\n",
            {
                ("바다 분과", "PART_OF", "하늘위원회"),
                ("구름 분과", "PART_OF", "하늘위원회"),
                ("김하늘", "LEADS", "바다 분과"),
                ("박바다", "LEADS", "구름 분과"),
            },
        ),
        (
            "‘하늘 연합’이 움직인다.\n\n구분\t참여\t맡은 일\n지도 그룹\tKAIST, 구름전자\t하늘 지도 센서\n",
            {
                ("지도 그룹", "PART_OF", "하늘 연합"),
                ("한국과학기술원", "PARTICIPATES_IN", "지도 그룹"),
                ("구름전자", "PARTICIPATES_IN", "지도 그룹"),
                ("지도 그룹", "DEVELOPS", "하늘 지도 센서"),
            },
        ),
        ("분과\t분과장\n바다\t김하늘 KAIST 교수\n", NOTHING),
        ("하늘위원회가 모였다.\n\n구분\t금액\n바다\t3억 원\n구름\t5억 원\n", NOTHING),
        ("하늘위원회가 모였다.\n\n구분\t참여\n1차\t미정\n2차\t미정\n", NOTHING),
    ],
    divisions.in_text: [
        (
            "‘하늘 연합’이 나섰다.\n\n구름 지도 그룹은 구름 지도 센서를 만든다. 김하늘 KAIST 교수가 그룹을 이끈다.\n",
            {
                ("구름 지도 그룹", "PART_OF", "하늘 연합"),
                ("구름 지도 그룹", "DEVELOPS", "구름 지도 센서"),
                ("김하늘", "LEADS", "구름 지도 그룹"),
            },
        ),
        ("구름 지도 그룹은 김하늘 KAIST 교수가 이끈다.\n", NOTHING),
        ("‘하늘 연합’이 나섰다.\n\n김하늘 KAIST 교수가 그룹을 이끈다.\n", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
