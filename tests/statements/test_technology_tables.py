"""Technologies set out by field, in tables and bullets."""

from __future__ import annotations

import pytest
from reading import NOTHING, SKY, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, technology_tables

CASES: RuleCases = {
    technology_tables.in_groups: [
        (
            SKY
            + "K-하늘 2대 분야 3개 기술은 다음과 같다.\n\n1) 하늘\n - 구름 지도\n - 번개 저장\n2) 바다\n - 파도 지도\n",
            {
                ("K-하늘", "HAS_FIELD", "하늘"),
                ("K-하늘", "HAS_FIELD", "바다"),
                *((t, "IN_FIELD", "하늘") for t in ("구름 지도", "번개 저장")),
                ("파도 지도", "IN_FIELD", "바다"),
                *(("K-하늘", "INVOLVES", t) for t in ("구름 지도", "번개 저장", "파도 지도")),
            },
        ),
        (SKY + "K-하늘 준비물은 다음과 같다.\n\n1) 하늘\n - 지도\n2) 바다\n - 배\n", NOTHING),
        (SKY + "K-하늘 2대 분야 3개 기술은 다음과 같다.\n\n하늘을 본다.\n", NOTHING),
    ],
    technology_tables.in_tables: [
        (
            "분야\t핵심 기술\n하늘\t구름 저장, 바람 예측\n",
            {("구름 저장", "IN_FIELD", "하늘"), ("바람 예측", "IN_FIELD", "하늘")},
        ),
        (
            SKY + "핵심 기술\t기간\n구름 저장\t3년\n",
            {("K-하늘", "INVOLVES", "구름 저장")},
        ),
        ("핵심 기술\t기간\n구름 저장\t3년\n", NOTHING),
        ("분야\t예산\n하늘\t구름 저장\n", NOTHING),
        ("분야\t과제\t핵심 기술\n하늘\t지도 개발\t구름 저장\n", NOTHING),
    ],
    technology_tables.in_items: [
        (
            "분야별 유망기술은 다음과 같다.\n\n - 하늘 : 구름 저장, 바람 예측\n - 바다 : 섬 탐사, 파도 발전\n",
            {
                ("구름 저장", "IN_FIELD", "하늘"),
                ("바람 예측", "IN_FIELD", "하늘"),
                ("섬 탐사", "IN_FIELD", "바다"),
                ("파도 발전", "IN_FIELD", "바다"),
            },
        ),
        ("분야별 예산은 다음과 같다.\n\n - 하늘 : 구름, 바람\n - 바다 : 섬, 파도\n", NOTHING),
        ("분야별 유망기술은 다음과 같다.\n\n - 하늘 : 구름 저장\n - 바다 : 섬 탐사\n", NOTHING),
        ("유망기술은 다음과 같다. - 하늘 : 구름 저장, 바람 예측\n", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
