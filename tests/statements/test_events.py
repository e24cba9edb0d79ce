"""Gatherings, who holds them, and what for."""

from __future__ import annotations

import pytest
from reading import NOTHING, SKY, Fact, RuleCases, facts, read_by, rule_rows

from graph.statements import Rule, events

CASES: RuleCases = {
    events.decided_by_host: [
        (
            "국가우주위원회는 5일 제2차 회의를 열었다. 위원회는 ‘하늘 길 전략’과 ‘바다 길 계획’을 심의했다.",
            {
                ("국가우주위원회 제2차 회의", "ABOUT", "하늘 길 전략"),
                ("국가우주위원회 제2차 회의", "ABOUT", "바다 길 계획"),
            },
        ),
        ("위원회는 ‘하늘 길 전략’을 심의했다.", NOTHING),
        (
            "국가우주위원회는 5일 제2차 회의를 열었다. 국방부는 ‘하늘 길 전략’을 심의했다.",
            NOTHING,
        ),
        (
            "국가우주위원회는 5일 제2차 회의를 열었다. 위원회는 ‘하늘 길 전략’을 반겼다.",
            NOTHING,
        ),
    ],
    events.numbered_agenda: [
        (
            "제5회 하늘장관회의가 열렸다. (1호)「가나 발전전략」과 (2호) 「다라 종합계획」을 논의했다.",
            {
                ("제5회 하늘장관회의", "ABOUT", "가나 발전전략"),
                ("제5회 하늘장관회의", "ABOUT", "다라 종합계획"),
            },
        ),
        ("제5회 하늘장관회의가 열렸다. (3층)「가나 발전전략」을 논의했다.", NOTHING),
        ("(1호)「가나 발전전략」을 논의했다.", NOTHING),
    ],
    events.of_the_day: [
        (
            SKY + "‘하늘 추진대회’가 열렸다. 이날 행사에서 K-하늘을 확정했다.",
            {("하늘 추진대회", "ABOUT", "K-하늘")},
        ),
        (SKY + "‘하늘 추진대회’가 열렸다. 이날 행사에서 K-하늘을 노래했다.", NOTHING),
        (SKY + "‘하늘 추진대회’가 열렸다. 이날 시장에서 K-하늘을 확정했다.", NOTHING),
        (SKY + "이날 행사에서 K-하늘을 확정했다.", NOTHING),
    ],
    events.hosts: [
        (
            "국방부와 교육부는 3일 「하늘 추진대회」를 개최했다고 밝혔다.",
            {("국방부", "HOSTS", "하늘 추진대회"), ("교육부", "HOSTS", "하늘 추진대회")},
        ),
        (
            "국방부, 교육부 등 관계부처 합동으로 「하늘 추진대회」를 개최했다.",
            {("국방부", "HOSTS", "하늘 추진대회"), ("교육부", "HOSTS", "하늘 추진대회")},
        ),
        (
            "국방부는 교육부와 함께 「하늘 추진대회」를 열었다.",
            {("국방부", "HOSTS", "하늘 추진대회"), ("교육부", "HOSTS", "하늘 추진대회")},
        ),
        ("국방부는 「하늘 추진대회」를 개최하지 않았다.", NOTHING),
        ("국방부는 「하늘 추진대회」 개최를 취소했다.", NOTHING),
        ("국방부는 「하늘 추진대회」에 참석했다.", NOTHING),
        ("「하늘 추진대회」를 개최했다.", NOTHING),
    ],
    events.hosts_of_the_day: [
        (
            "‘하늘 추진대회’가 열렸다. 한국기계연구원이 행사를 주관한다.",
            {("한국기계연구원", "HOSTS", "하늘 추진대회")},
        ),
        (
            "‘하늘 추진대회’가 열렸다. 삼성전자와 네이버가 행사를 공동으로 주최했다.",
            {(w, "HOSTS", "하늘 추진대회") for w in ("삼성전자", "네이버")},
        ),
        ("‘하늘 추진대회’가 열렸다. 한국기계연구원은 행사를 주관하지 않는다.", NOTHING),
        ("‘하늘 추진대회’가 열렸다. 한국기계연구원이 행사를 구경했다.", NOTHING),
        ("‘하늘 추진대회’가 열렸다. 한국기계연구원이 예산을 주관한다.", NOTHING),
        ("한국기계연구원이 행사를 주관한다.", NOTHING),
    ],
    events.hosted_by_body: [
        (
            "‘구름기술 특별위원회 전체회의’에서 말했다.",
            {("구름기술 특별위원회", "HOSTS", "구름기술 특별위원회 전체회의")},
        ),
        ("‘구름기술 특별위원회 출범 기념식’에서 말했다.", NOTHING),
        ("‘제5회 하늘장관회의’에서 말했다.", NOTHING),
    ],
    events.about: [
        (
            SKY + "'K-하늘 업무협약식'이 열렸다.",
            {("K-하늘 업무협약식", "ABOUT", "K-하늘")},
        ),
        (
            SKY + "정부는 제5회 구름장관회의에서 K-하늘 추진현황을 안건으로 논의했다.",
            {("제5회 구름장관회의", "ABOUT", "K-하늘")},
        ),
        (SKY + "K-하늘을 소개한 뒤 제5회 구름장관회의를 마쳤다.", NOTHING),
        (SKY + "제5회 구름장관회의에서 만난 사람은 K-하늘을 몰랐다.", NOTHING),
    ],
    events.agenda_items: [
        (
            SKY + "국방부는 제5회 구름장관회의를 열었다.\n\n【안건 1】 K-하늘 추진현황\n",
            {("제5회 구름장관회의", "ABOUT", "K-하늘")},
        ),
        (SKY + "국방부는 제5회 구름장관회의를 열었다.\n\n【참고 1】 K-하늘 추진현황\n", NOTHING),
        (SKY + "【안건 1】 K-하늘 추진현황\n", NOTHING),
    ],
    events.follows: [
        (
            "국방부는 「하늘 추진대회」를 개최했다. 「하늘 추진대회」는 제8차 구름장관회의 후속조치로 마련됐다.",
            {("하늘 추진대회", "FOLLOWS", "제8차 구름장관회의")},
        ),
        (
            "국방부는 「하늘 추진대회」를 개최했다. 「하늘 추진대회」는 제8차 구름장관회의에 이어 열렸다.",
            {("하늘 추진대회", "FOLLOWS", "제8차 구름장관회의")},
        ),
        (
            "국방부는 「하늘 추진대회」를 개최했다. 「하늘 추진대회」는 제8차 구름장관회의와 함께 열렸다.",
            NOTHING,
        ),
        ("「하늘 추진대회」의 후속조치를 마련했다.", NOTHING),
    ],
    events.purpose: [
        (
            "국방부는 3일 「하늘 추진대회」를 개최했다. 이번 행사는 ‘K-하늘 프로젝트’를 알리기 위한 자리다.",
            {("하늘 추진대회", "ABOUT", "K-하늘 프로젝트")},
        ),
        (
            "국방부는 3일 「하늘 추진대회」를 개최했다. 이번 행사는 ‘K-하늘 프로젝트’보다 늦었다.",
            NOTHING,
        ),
        ("이번 행사는 ‘K-하늘 프로젝트’를 알리기 위한 자리다.", NOTHING),
    ],
    events.first_item: [
        (
            "국방부는 3일 「하늘 추진대회」를 개최했다. 첫 안건으로 ‘K-하늘 프로젝트’가 보고됐다.",
            {("하늘 추진대회", "ABOUT", "K-하늘 프로젝트")},
        ),
        (
            "국방부는 3일 「하늘 추진대회」를 개최했다. 첫 안건으로 ‘K-하늘 프로젝트’는 빠졌다.",
            NOTHING,
        ),
        ("첫 안건으로 ‘K-하늘 프로젝트’가 보고됐다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected


def test_hosts_of_an_event() -> None:
    text = "국방부와 교육부는 3일 「하늘 추진대회」를 개최했다고 밝혔다."
    assert facts(text, "HOSTS") == {(o, "HOSTS", "하늘 추진대회") for o in ("국방부", "교육부")}


def test_event_that_was_called_off_has_no_host() -> None:
    assert not facts("국방부는 「하늘 추진대회」를 개최하지 않았다.", "HOSTS")


def test_event_is_about_the_programme_in_its_name_or_on_its_agenda() -> None:
    text = (
        SKY
        + "정부는 제5회 구름장관회의에서 K-하늘 추진현황을 안건으로 논의했다. 'K-하늘 업무협약식'이 열렸다."
    )
    assert facts(text, "ABOUT") == {
        ("제5회 구름장관회의", "ABOUT", "K-하늘"),
        ("K-하늘 업무협약식", "ABOUT", "K-하늘"),
    }
