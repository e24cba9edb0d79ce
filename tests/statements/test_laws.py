"""Which law governs what."""

from __future__ import annotations

import pytest
from reading import NOTHING, SKY, Fact, RuleCases, facts, read_by, rule_rows

from graph.statements import Rule, laws

CASES: RuleCases = {
    laws.classes: [
        ("「하늘법」(하늘핵심기술)을 고쳤다.", {("하늘법", "GOVERNS", "하늘핵심기술")}),
        (
            "「하늘법」(하늘핵심기술, 구름전략산업)을 고쳤다.",
            {("하늘법", "GOVERNS", "하늘핵심기술"), ("하늘법", "GOVERNS", "구름전략산업")},
        ),
        ("「하늘법」(2026년 시행)을 고쳤다.", NOTHING),
        ("「하늘법」(이하 ‘법’)을 고쳤다.", NOTHING),
        ("「하늘법」을 고쳐 하늘핵심기술을 지킨다.", NOTHING),
    ],
    laws.programmes: [
        (
            "‘K-하늘 프로젝트’가 있다. 국방부는 「하늘법」에 따라 새 지도 로드맵을 마련 중이다.",
            NOTHING,
        ),
        (SKY + "K-하늘은 「하늘법」에 따라 세운 계획이다.", {("하늘법", "GOVERNS", "K-하늘")}),
        (
            SKY + "K-하늘은 「하늘법」 및 「바다법」에 근거하여 추진한다.",
            {("하늘법", "GOVERNS", "K-하늘"), ("바다법", "GOVERNS", "K-하늘")},
        ),
        (SKY + "K-하늘의 근거법은 「하늘법」이다.", {("하늘법", "GOVERNS", "K-하늘")}),
        (SKY + "K-하늘은 「하늘법」을 고치자고 한다.", NOTHING),
        (SKY + "K-하늘은 「하늘법」과 무관하다.", NOTHING),
        ("「하늘법」에 따라 과태료를 매긴다.", NOTHING),
    ],
    laws.listed: [
        (
            SKY + "## 추진 근거\n\n - 「하늘법」 제3조\n - 「바다법」 제4조\n",
            {("하늘법", "GOVERNS", "K-하늘"), ("바다법", "GOVERNS", "K-하늘")},
        ),
        (SKY + "## 지난 소송\n\n - 「하늘법」 제3조\n - 「바다법」 제4조\n", NOTHING),
        (SKY + "## 추진 근거\n\n - 국정과제 12번\n", NOTHING),
        (SKY + "## 추진 근거\n\n「하늘법」은 낡았다.\n", NOTHING),
        ("## 추진 근거\n\n - 「하늘법」 제3조\n", NOTHING),
    ],
    laws.fields: [
        (
            "## 반도체 분야\n\n국회는 「반도체 특별법」을 통과시켰다.\n",
            {("반도체 특별법", "GOVERNS", "반도체")},
        ),
        ("## 반도체 분야\n\n국회는 「하늘법」을 통과시켰다.\n", NOTHING),
        ("국회는 「반도체 특별법」을 통과시켰다.\n", NOTHING),
    ],
    laws.named_after_technologies: [
        (
            "「합성생물학 육성법」이 국회를 통과했다.",
            {("합성생물학 육성법", "GOVERNS", "합성생물학")},
        ),
        ("「하늘 합성생물학 육성법」이 국회를 통과했다.", NOTHING),
        ("「하늘 육성법」은 합성생물학을 다룬다.", NOTHING),
        ("하나.\n\n둘.\n\n셋.\n\n넷.\n\n이는 「합성생물학 육성법」과 같은 날 통과했다.", NOTHING),
    ],
    laws.under_it: [
        (
            "「하늘 기본법」이 국회를 통과했다. 법에 따라 국방부는 ‘하늘 기본계획’을 세운다.",
            {("하늘 기본법", "GOVERNS", "하늘 기본계획")},
        ),
        (
            "「하늘 기본법」이 국회를 통과했다. 관례에 따라 국방부는 ‘하늘 기본계획’을 세운다.",
            NOTHING,
        ),
        ("법에 따라 국방부는 ‘하늘 기본계획’을 세운다.", NOTHING),
    ],
    laws.in_act_names: [
        (
            "The Special Act on the Promotion of National Strategic Technologies passed in March.",
            {
                (
                    "Special Act on the Promotion of National Strategic Technologies",
                    "GOVERNS",
                    "국가전략기술",
                )
            },
        ),
        (
            "The Special Act on the Sale of National Strategic Technologies passed in March.",
            NOTHING,
        ),
        ("The Special Act on the Promotion of Blue Skies passed in March.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected


def test_laws_with_the_classes_they_define() -> None:
    text = "「산업기술보호법」(국가핵심기술)과 「하늘법」(하늘핵심기술), 「바다법」(2026년 시행)을 고쳤다."
    assert facts(text, "GOVERNS") == {
        ("산업기술보호법", "GOVERNS", "국가핵심기술"),
        ("하늘법", "GOVERNS", "하늘핵심기술"),
    }


def test_law_that_a_programme_stands_on() -> None:
    assert ("하늘법", "GOVERNS", "K-하늘") in facts(
        SKY + "K-하늘은 「하늘법」에 따라 세운 계획이다."
    )
    assert not facts(SKY + "K-하늘은 「하늘법」을 고치자고 한다.", "GOVERNS")
