"""What a programme consists of."""

from __future__ import annotations

import pytest
from reading import NOTHING, SKY, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, programmes

CASES: RuleCases = {
    programmes.fields: [
        (
            SKY + "K-하늘은 바이오·소재·로봇 등 8대 분야 과제를 푼다.",
            {("K-하늘", "HAS_FIELD", f) for f in ("바이오", "소재", "로봇")},
        ),
        (
            SKY + "K-하늘의 분야는 다음과 같다.\n\n - 하늘\n - 바다\n",
            {("K-하늘", "HAS_FIELD", f) for f in ("하늘", "바다")},
        ),
        ("바이오·소재·로봇 등 8대 분야 과제를 푼다.", NOTHING),
        (SKY + "K-하늘은 바이오·소재·로봇 등 여러 나라 손님을 맞는다.", NOTHING),
        (SKY + "K-하늘은 바이오·소재·로봇 등 2대 분야 과제를 푼다.", NOTHING),
    ],
    programmes.missions: [
        (
            SKY + "K-하늘의 미션은 다음과 같다.\n\n - 하늘 지도 개발\n - 구름 저장 실증\n",
            {("K-하늘", "HAS_MISSION", m) for m in ("하늘 지도 개발", "구름 저장 실증")},
        ),
        (
            SKY + "K-하늘 과제\n\n과제\t목표연도\t주관기관\n지도 개발\t2029년\t한국기계연구원\n",
            {
                ("K-하늘", "HAS_MISSION", "지도 개발"),
                ("지도 개발", "TARGETS_YEAR", "2029"),
                ("한국기계연구원", "LEADS", "지도 개발"),
            },
        ),
        (
            SKY + "K-하늘은 2035년까지 ▲하늘 지도 개발 ▲구름 저장 실증을 목표로 제시했다.",
            {
                ("K-하늘", "HAS_MISSION", "하늘 지도 개발"),
                ("K-하늘", "HAS_MISSION", "구름 저장 실증"),
                ("하늘 지도 개발", "TARGETS_YEAR", "2035"),
                ("구름 저장 실증", "TARGETS_YEAR", "2035"),
            },
        ),
        (
            SKY + "K-하늘의 3대 추진 방향\n\n - 하늘 지도 개발\n - 구름 저장 실증\n - 바람 예보\n",
            {
                ("K-하늘", "HAS_MISSION", m)
                for m in ("하늘 지도 개발", "구름 저장 실증", "바람 예보")
            },
        ),
        (SKY + "K-하늘의 2대 추진 방향\n\n - 하늘\n - 구름\n - 바람\n", NOTHING),
        (SKY + "K-하늘의 준비물은 다음과 같다.\n\n - 하늘 지도\n - 구름 사진\n", NOTHING),
        (SKY + "K-하늘의 미션은 다음과 같다.\n\n하늘 지도를 만든다.\n", NOTHING),
        ("미션은 다음과 같다.\n\n - 하늘 지도 개발\n - 구름 저장 실증\n", NOTHING),
    ],
    programmes.called_missions: [
        (
            "하늘 지도는 ‘K-하늘 프로젝트’의 핵심 미션이며 올해 시작한다.",
            {("K-하늘 프로젝트", "HAS_MISSION", "하늘 지도")},
        ),
        ("하늘 지도는 ‘K-하늘 프로젝트’의 핵심 자료이며 올해 나온다.", NOTHING),
        ("올해 시작하는 ‘K-하늘 프로젝트’의 핵심 미션이다.", NOTHING),
    ],
    programmes.yearly_plans: [
        (
            "「제1차 하늘 기본계획」의 2026년 시행계획을 냈다.",
            {("제1차 하늘 기본계획 2026년 시행계획", "PART_OF", "제1차 하늘 기본계획")},
        ),
        ("「제1차 하늘 기본계획」을 냈다. 2026년 시행계획을 냈다.", NOTHING),
        ("「제1차 하늘 기본계획」과 「제2차 하늘 기본계획」을 냈다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
