"""Who took part in an event or a programme, in sentences."""

from __future__ import annotations

import pytest
from reading import NOTHING, SKY, Fact, RuleCases, facts, qualifier, read_by, rule_rows

from graph.statements import Rule, participation

RALLY = "국방부는 3일 「하늘 추진대회」를 개최했다.\n\n"

CASES: RuleCases = {
    participation.attendance: [
        (
            RALLY + "이날 행사에는 삼성전자와 네이버가 참석했다.",
            {(w, "PARTICIPATES_IN", "하늘 추진대회") for w in ("삼성전자", "네이버")},
        ),
        (
            RALLY + "김하늘 국방부 장관 주재로 회의가 열렸다.",
            {("김하늘", "PARTICIPATES_IN", "하늘 추진대회")},
        ),
        (
            SKY + "K-하늘에는 삼성전자와 네이버가 참여한다.",
            {(w, "PARTICIPATES_IN", "K-하늘") for w in ("삼성전자", "네이버")},
        ),
        (
            "‘하늘위원회’가 모였다. 2기에는 삼성전자와 네이버가 참여한다.",
            {
                ("삼성전자", "PARTICIPATES_IN", "하늘위원회"),
                ("네이버", "PARTICIPATES_IN", "하늘위원회"),
            },
        ),
        ("12대 국가전략기술을 정했다. 삼성전자와 네이버가 참여한다.", NOTHING),
        (
            "하늘협의체에는 삼성전자와 네이버가 참여한다.",
            {(w, "PARTICIPATES_IN", "하늘협의체") for w in ("삼성전자", "네이버")},
        ),
        (RALLY + "삼성전자와 네이버는 행사에 참석하지 않았다.", NOTHING),
        (RALLY + "삼성전자와 네이버는 행사에 불참했다.", NOTHING),
        (SKY + "삼성전자와 네이버가 K-하늘을 축하했다.", NOTHING),
        ("삼성전자와 네이버가 참석했다.", NOTHING),
    ],
    participation.listed_people: [
        (
            RALLY + "## 주요 참석자\n\n - 김하늘 국방부 장관\n - 이바다 한국기계연구원 원장\n",
            {(w, "PARTICIPATES_IN", "하늘 추진대회") for w in ("김하늘", "이바다")},
        ),
        (RALLY + "## 주요 연혁\n\n - 김하늘 국방부 장관\n - 이바다 한국기계연구원 원장\n", NOTHING),
        ("## 주요 참석자\n\n - 김하늘 국방부 장관\n - 이바다 한국기계연구원 원장\n", NOTHING),
    ],
    participation.agenda: [
        (
            RALLY + "시간\t내용\t비고\n10:00\t지도 발표\t네이버\n10:30\t개회사\t국방부 장관\n",
            {("네이버", "PARTICIPATES_IN", "하늘 추진대회")},
        ),
        (RALLY + "품목\t내용\t비고\n지도\t하늘\t네이버\n", NOTHING),
        ("시간\t내용\t비고\n10:00\t지도 발표\t네이버\n", NOTHING),
    ],
    participation.roles: [
        (
            SKY + "K-하늘을 위해 지도 제작(국방부), 구름 조달(조달청)을 지원한다.",
            {(w, "PARTICIPATES_IN", "K-하늘") for w in ("국방부", "조달청")},
        ),
        (SKY + "K-하늘을 위해 지도 제작(3월), 구름 조달(4월)을 지원한다.", NOTHING),
        (SKY + "국방부는 K-하늘을 한국과학기술연구원(KIST)에 알렸다.", NOTHING),
        ("지도 제작(국방부), 구름 조달(조달청)을 지원한다.", NOTHING),
    ],
    participation.bodies: [
        (
            SKY + "'K-하늘 기업 파트너십'을 만든다.",
            {("K-하늘 기업 파트너십", "PARTICIPATES_IN", "K-하늘")},
        ),
        (
            SKY + "K-하늘 사업은 구름기술 특별위원회를 통해 이행을 점검한다.",
            {("구름기술 특별위원회", "PARTICIPATES_IN", "K-하늘")},
        ),
        (SKY + "K-하늘 사업은 구름기술 특별위원회를 알지 못한다.", NOTHING),
        ("예산 사업은 구름기술 특별위원회를 통해 이행을 점검한다.", NOTHING),
    ],
    participation.doers: [
        (
            SKY + "1단계 실증으로 삼성전자와 네이버는 지도를 적용한다.",
            {(w, "PARTICIPATES_IN", "K-하늘") for w in ("삼성전자", "네이버")},
        ),
        (SKY + "올해 실적으로 삼성전자와 네이버는 지도를 적용한다.", NOTHING),
        (SKY + "1단계 실증으로 삼성전자와 네이버는 돈을 벌었다.", NOTHING),
        ("1단계 실증으로 삼성전자와 네이버는 지도를 적용한다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected


def test_attendance() -> None:
    text = "국방부는 3일 ‘제2차 하늘 전략대화’를 열었다. 김하늘 국방부 장관과 함께 삼성전자, 구름전자, 네이버 등이 참석했다."
    got = facts(text, "PARTICIPATES_IN")
    assert got == {
        (w, "PARTICIPATES_IN", "제2차 하늘 전략대화")
        for w in ("김하늘", "삼성전자", "구름전자", "네이버")
    }


def test_absence_is_no_attendance() -> None:
    text = "국방부는 3일 ‘제2차 하늘 전략대화’를 열었다. 삼성전자와 네이버는 참석하지 않았다."
    assert not facts(text, "PARTICIPATES_IN")


def test_roles_in_brackets() -> None:
    text = SKY + "K-하늘을 위해 핵심 지도 제작(국방부, 교육부), 구름 조달(조달청)을 맡는다."
    assert qualifier(text, "PARTICIPATES_IN", "role") == {
        ("국방부", "K-하늘"): "핵심 지도 제작",
        ("교육부", "K-하늘"): "핵심 지도 제작",
        ("조달청", "K-하늘"): "구름 조달",
    }


def test_joining_without_an_event_is_in_the_programme() -> None:
    text = (
        SKY
        + "국방부는 3일 「하늘 추진대회」를 개최했다.\n\nK-하늘에는 삼성전자와 네이버가 참여한다."
    )
    assert facts(text, "PARTICIPATES_IN") == {
        ("삼성전자", "PARTICIPATES_IN", "K-하늘"),
        ("네이버", "PARTICIPATES_IN", "K-하늘"),
    }


def test_people_in_bullets_below_their_heading() -> None:
    text = (
        "국방부는 3일 「하늘 추진대회」를 개최했다.\n\n< 추진대회 주요 참석자 >\n"
        " · (정부) 김하늘 국방부 장관\n · (연구기관) 이바다 한국기계연구원 원장\n"
    )
    assert {
        ("김하늘", "PARTICIPATES_IN", "하늘 추진대회"),
        ("이바다", "PARTICIPATES_IN", "하늘 추진대회"),
    } <= facts(text)
