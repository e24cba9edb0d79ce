"""What is to be reached by when."""

from __future__ import annotations

import pytest
from reading import NOTHING, SKY, Fact, RuleCases, facts, qualifier, read_by, rule_rows

from graph.statements import Rule, targets

DATED = "입력 2026.01.02\n"

CASES: RuleCases = {
    targets.targets: [
        (
            'The "Blue Sky Initiative" is a project that uses maps to light the sky by 2035.',
            {("Blue Sky Initiative", "TARGETS_YEAR", "2035")},
        ),
        (
            'The ministry runs the "Blue Sky Initiative". By 2030, the ministry aims to double its maps.',
            {("Blue Sky Initiative", "TARGETS_YEAR", "2030")},
        ),
        ('The ministry runs the "Blue Sky Initiative". By 2030, the sky was blue.', NOTHING),
        (
            "2026. 5. 1.\n\n‘하늘 길 전략’을 추진한다. 2029년에는 첫 위성을 쏘아 올린다.",
            {("하늘 길 전략", "TARGETS_YEAR", "2029")},
        ),
        (
            "‘하늘 길 전략’을 추진한다. 국방부는 관측소 다섯 곳을 2030년까지 조성한다.",
            {("하늘 길 전략", "TARGETS_YEAR", "2030")},
        ),
        (
            "‘하늘 길 전략’은 2028년 인가를 받아 2034년 첫 기지를 짓는 것이 목표다.",
            {
                ("하늘 길 전략", "TARGETS_YEAR", "2028"),
                ("하늘 길 전략", "TARGETS_YEAR", "2034"),
            },
        ),
        (
            "‘바다 길 계획’을 본다. ‘하늘 길 로드맵’도 본다. 로드맵은 2030년까지 위성을 쏜다.",
            {("하늘 길 로드맵", "TARGETS_YEAR", "2030")},
        ),
        (
            "2026. 5. 1.\n\n‘하늘 길 전략’을 추진한다. 2029년에는 시장이 두 배로 커진다.",
            NOTHING,
        ),
        (
            "2026. 5. 1.\n\n‘하늘 길 전략’을 추진한다. 2025년에는 첫 위성을 쏘아 올린다.",
            NOTHING,
        ),
        ("‘하늘 길 전략’은 2026년부터 2030년까지 추진된다.", NOTHING),
        (
            "‘하늘 길 전략’은 2030년까지 3조 원을 투자해 지도를 완성한다.",
            {("하늘 길 전략", "TARGETS_YEAR", "2030")},
        ),
        ("‘하늘 길 전략’은 2030년까지 3조 원을 투자한다.", NOTHING),
        (
            SKY + "K-하늘은 2035년까지 지도를 완성한다는 계획이다.",
            {("K-하늘", "TARGETS_YEAR", "2035")},
        ),
        (
            SKY + "K-하늘은 1단계(2026~2030년)에는 개념설계를 마치고, 시험을 연다.",
            {("K-하늘", "TARGETS_YEAR", "2030")},
        ),
        (
            SKY + "The K-하늘 aims to complete the map by 2035.",
            {("K-하늘", "TARGETS_YEAR", "2035")},
        ),
        (SKY + "K-하늘은 2035년까지 100억원을 투입할 계획이다.", NOTHING),
        (SKY + "K-하늘은 2030년까지 달성할 임무를 정했다.", NOTHING),
        (DATED + SKY + "K-하늘은 2021년까지 지도를 완성한다는 계획이었다.", NOTHING),
        ("2035년까지 지도를 완성한다는 계획이다.", NOTHING),
    ],
    targets.missions_with_years: [
        (
            DATED + "우주항공청은 2032년에 구름 사진기를 보낸다.",
            {("구름 사진기", "TARGETS_YEAR", "2032"), ("우주항공청", "LEADS", "구름 사진기")},
        ),
        (SKY + "우주항공청은 2032년에 달 착륙선을 보낸다.", NOTHING),
        (DATED + "우주항공청은 2019년에 달 착륙선을 보낸다.", NOTHING),
        (DATED + "우주항공청은 2032년에 이사한다.", NOTHING),
    ],
    targets.in_tables: [
        (
            SKY + "구분\t추진 목표\n1단계\t’28년 표준설계 획득\n2단계\t2030년까지 실증 완료\n",
            {("K-하늘", "TARGETS_YEAR", "2028"), ("K-하늘", "TARGETS_YEAR", "2030")},
        ),
        (SKY + "구분\t추진 목표\n1단계\t표준설계 획득\n", NOTHING),
        (SKY + "구분\t지난 실적\n1단계\t’28년 표준설계 획득\n", NOTHING),
        ("구분\t추진 목표\n1단계\t’28년 표준설계 획득\n", NOTHING),
    ],
    targets.in_items: [
        (
            SKY + "연도별 목표\n\n - 2030년: 지도 절반 완성\n - 2035년까지 지도 완성\n",
            {("K-하늘", "TARGETS_YEAR", "2030"), ("K-하늘", "TARGETS_YEAR", "2035")},
        ),
        (SKY + "연도별 실적\n\n - 2030년: 지도 절반 완성\n - 2035년까지 지도 완성\n", NOTHING),
        (SKY + "연도별 목표\n\n - 2030년: 100억원 투입\n", NOTHING),
        (DATED + SKY + "연도별 목표\n\n - 2021년: 지도 절반 완성\n", NOTHING),
        ("연도별 목표\n\n - 2030년: 지도 절반 완성\n", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("K-하늘은 2035년까지 지도를 완성한다는 계획이다.", {2035}),
        (
            "2030년 세계 최고 지도 확보, 2040년 세계 최초 지도 선점을 목표로 하는 K-하늘을 연다.",
            {2030, 2040},
        ),
        ("K-하늘은 2023년부터 2030년까지 8262억원을 투입한다.", set()),
        ("K-하늘은 2021년까지 지도를 완성한다는 계획이었다.", set()),
        ("K-하늘은 2030년대에 끝난다.", set()),
    ],
)
def test_target_years(sentence: str, expected: set[int]) -> None:
    text = "입력 2026.01.02\n" + SKY + sentence
    assert {int(year) for _, _, year in facts(text, "TARGETS_YEAR")} == expected


def test_goal_is_the_documents_wording() -> None:
    text = SKY + "K-하늘은 2030년까지 생산성을 2배로 높이고, 2035년까지 지도를 완성한다는 계획이다."
    assert qualifier(text, "TARGETS_YEAR", "goal") == {
        ("K-하늘", "2030"): "생산성을 2배로 높이고",
        ("K-하늘", "2035"): "지도를 완성",
    }


def test_agencys_own_mission_with_a_year() -> None:
    text = "입력 2026.01.02\n우주항공청은 2032년에 차세대발사체로 달 착륙선을 보낸다."
    assert ("달 착륙선", "TARGETS_YEAR", "2032") in facts(text)
    assert ("달 착륙선", "INVOLVES", "차세대발사체") in facts(text)
    assert ("우주항공청", "LEADS", "달 착륙선") in facts(text)


def test_a_noun_of_doing_alone_is_no_mission() -> None:
    text = "입력 2026.01.02\n우주항공청은 누리호를 2031년 발사를 목표로 만든다."
    assert not facts(text, "TARGETS_YEAR")
