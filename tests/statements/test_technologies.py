"""Which technologies a mission, field or programme is about."""

from __future__ import annotations

import pytest
from reading import NOTHING, SKY, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, technologies

CASES: RuleCases = {
    technologies.of_missions: [
        (
            SKY + "K-하늘의 미션은 ▲양자센서 실증 ▲하늘 지도 개발 등이다.",
            {("양자센서 실증", "INVOLVES", "양자센서")},
        ),
        (SKY + "K-하늘의 미션은 ▲AI 확산 ▲하늘 지도 개발 등이다.", NOTHING),
        (SKY + "K-하늘은 양자센서를 미션으로 삼지 않는다.", NOTHING),
    ],
    technologies.of_sections: [
        (
            "## 바다 분야\n\n양자센서로 바다를 본다.\n",
            {("바다", "INVOLVES", "양자센서")},
        ),
        (
            "## 바다 분야\n\n심해 탐사 원천기술을 확보한다.\n",
            {("바다", "INVOLVES", "심해 탐사")},
        ),
        ("## 바다\n\n양자센서로 바다를 본다.\n", NOTHING),
        ("## 바다 분야\n\n## 예산\n\n양자센서를 산다.\n", NOTHING),
    ],
    technologies.of_programmes: [
        (
            SKY + "K-하늘은 양자센서를 활용해 지도를 그리는 프로젝트다.",
            {("K-하늘", "INVOLVES", "양자센서")},
        ),
        (
            SKY + "K-하늘은 양자센서, 휴머노이드 등 12개 기술을 다룬다.",
            {("K-하늘", "INVOLVES", "양자센서"), ("K-하늘", "INVOLVES", "휴머노이드")},
        ),
        (SKY + "K-하늘은 양자센서와 무관하다.", NOTHING),
        ("양자센서를 활용해 지도를 그린다.", NOTHING),
        ("양자센서, 휴머노이드 등 12개 기술을 다룬다.", NOTHING),
    ],
    technologies.in_programme_names: [
        (
            "‘자율운항선박 실증 프로젝트’를 시작한다.",
            {("자율운항선박 실증 프로젝트", "INVOLVES", "자율운항선박")},
        ),
        ("‘하늘 자율운항선박 프로젝트’를 시작한다.", NOTHING),
        ("‘AI 활용 프로젝트’를 시작한다.", NOTHING),
        ("‘국가전략기술 육성 프로젝트’를 시작한다.", NOTHING),
    ],
    technologies.listed_below: [
        (
            SKY + "K-하늘에서는 다음 기술을 함께 개발한다.\n\n - 원자시계\n - 구름 지도 센서\n",
            {("K-하늘", "INVOLVES", t) for t in ("원자시계", "구름 지도 센서")},
        ),
        (SKY + "K-하늘은 다음 날 열린다.\n\n - 원자시계\n", NOTHING),
        ("다음 기술을 함께 개발한다.\n\n - 원자시계\n", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
