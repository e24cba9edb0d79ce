"""Who leads a programme."""

from __future__ import annotations

import pytest
from reading import NOTHING, SKY, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, leadership

MEETING = SKY + "국방부는 제5회 구름장관회의를 열었다.\n\n"

CASES: RuleCases = {
    leadership.announced: [
        (
            SKY + "국방부와 교육부는 K-하늘을 발표했다.",
            {(w, "LEADS", "K-하늘") for w in ("국방부", "교육부")},
        ),
        (SKY + "국방부는 K-하늘을 몰랐다.", NOTHING),
        (SKY + "삼성전자는 K-하늘을 알렸다.", NOTHING),
        (SKY + "국방부는 새 식당을 공개했다.", NOTHING),
    ],
    leadership.runs: [
        (
            "국방부가 비상경제장관회의에 ‘K-하늘 2030 전략’을 올렸다.",
            {("국방부", "LEADS", "K-하늘 2030 전략")},
        ),
        (
            "국가우주위원회가 모였다. 위원회는 ‘하늘 길 전략’을 내놨다.",
            {("국가우주위원회", "LEADS", "하늘 길 전략")},
        ),
        ("국가우주위원회가 모였다. 위원회는 ‘하늘 길 전략’을 반겼다.", NOTHING),
        (
            "국방부 장관은 3년마다 ‘하늘 길 계획’을 세우며 이를 알린다.",
            {("국방부", "LEADS", "하늘 길 계획")},
        ),
        ("국가우주위원회가 모였다. 네이버도 투자 계획을 발표했다. ‘하늘 길 전략’이 있다.", NOTHING),
        (
            SKY + "국방부와 교육부가 K-하늘을 공동으로 추진한다.",
            {(w, "LEADS", "K-하늘") for w in ("국방부", "교육부")},
        ),
        (
            SKY + "국방부가 교육부와 함께 K-하늘을 추진한다.",
            {("국방부", "LEADS", "K-하늘"), ("교육부", "PARTICIPATES_IN", "K-하늘")},
        ),
        (
            SKY + "K-하늘은 크다. 국방부가 이 사업의 이행을 총괄한다.",
            {("국방부", "LEADS", "K-하늘")},
        ),
        (SKY + "국방부는 K-하늘을 추진하지 않는다.", NOTHING),
        (SKY + "국방부는 K-하늘을 추진할지 검토한다.", NOTHING),
        (SKY + "국방부는 새 식당을 추진한다.", NOTHING),
        ("국방부는 변화를 주도한다.", NOTHING),
    ],
    leadership.run_by: [
        (SKY + "국방부가 추진하는 ‘K-하늘’이 열린다.", {("국방부", "LEADS", "K-하늘")}),
        (SKY + "교육부가 총괄하는 K-하늘이 열린다.", {("교육부", "LEADS", "K-하늘")}),
        (SKY + "국방부가 비판하는 ‘K-하늘’이 열린다.", NOTHING),
        (SKY + "국방부가 예산을 댄 회사가 추진하는 ‘K-하늘’이 열린다.", NOTHING),
    ],
    leadership.undertaken: [
        (
            SKY + "K-하늘은 국방부와 교육부가 공동으로 지도를 개발하는 사업이다.",
            {(w, "LEADS", "K-하늘") for w in ("국방부", "교육부")},
        ),
        (SKY + "K-하늘은 삼성전자와 네이버가 공동으로 지도를 개발하는 사업이다.", NOTHING),
        (SKY + "K-하늘은 국방부와 교육부가 공동으로 비판한 바 있다.", NOTHING),
    ],
    leadership.on_agenda: [
        (
            "안건 1. 「구름산업 육성 종합계획(안)」 (국방부·교육부)\n",
            {(w, "LEADS", "구름산업 육성 종합계획") for w in ("국방부", "교육부")},
        ),
        ("안건 1. 「구름산업 육성 종합계획(안)」 (삼성전자·네이버)\n", NOTHING),
        ("안건 1. 「구름산업 육성 종합계획(안)」 (비공개)\n", NOTHING),
        (SKY + "K-하늘(국방부 회의실)에서 만났다.\n", NOTHING),
    ],
    leadership.agenda_tables: [
        (
            MEETING + "번호\t안건명\t소관부처\n1\tK-하늘\t국방부, 교육부\n",
            {
                ("제5회 구름장관회의", "ABOUT", "K-하늘"),
                ("국방부", "LEADS", "K-하늘"),
                ("교육부", "LEADS", "K-하늘"),
            },
        ),
        (
            SKY + "번호\t안건명\t소관부처\n1\tK-하늘\t국방부, 교육부\n",
            {("국방부", "LEADS", "K-하늘"), ("교육부", "LEADS", "K-하늘")},
        ),
        (MEETING + "번호\t기념품\t소관부처\n1\tK-하늘\t국방부, 교육부\n", NOTHING),
        (MEETING + "번호\t안건명\t소관부처\n1\t예산\t국방부, 교육부\n", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
