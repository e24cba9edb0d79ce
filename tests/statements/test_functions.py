"""What a body is to a programme, and whose it is."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, functions

CASES: RuleCases = {
    functions.by_function: [
        ("KT는 ‘K-하늘 프로젝트’의 주관기관이다.", {("KT", "LEADS", "K-하늘 프로젝트")}),
        (
            "네이버는 ‘K-하늘 프로젝트’의 참여기업으로 선정됐다.",
            {("네이버", "PARTICIPATES_IN", "K-하늘 프로젝트")},
        ),
        ("네이버는 ‘K-하늘 프로젝트’의 경쟁기업이다.", NOTHING),
        ("네이버는 ‘K-하늘 프로젝트’의 참여기업을 찾는다.", NOTHING),
    ],
    functions.agencies: [
        ("‘K-하늘 프로젝트’를 추진한다. 주관기관은 KT다.", {("KT", "LEADS", "K-하늘 프로젝트")}),
        (
            "‘K-하늘 프로젝트’를 추진한다. 참여기업은 네이버, 카카오다.",
            {
                ("네이버", "PARTICIPATES_IN", "K-하늘 프로젝트"),
                ("카카오", "PARTICIPATES_IN", "K-하늘 프로젝트"),
            },
        ),
        ("‘K-하늘 프로젝트’를 추진한다. 주관기관은 KT를 만났다.", NOTHING),
        ("주관기관은 KT다.", NOTHING),
    ],
    functions.possessed: [
        ("국방부의 ‘K-하늘 프로젝트’가 시작됐다.", {("국방부", "LEADS", "K-하늘 프로젝트")}),
        (
            "하늘연구소(SRI)의 ‘K-하늘 프로젝트’가 시작됐다.",
            {("하늘연구소", "LEADS", "K-하늘 프로젝트")},
        ),
        ("네이버의 ‘K-하늘 프로젝트’가 시작됐다.", NOTHING),
        ("국방부의 ‘K-하늘 프로젝트’ 참여를 알렸다.", NOTHING),
        ("국방부와 ‘K-하늘 프로젝트’를 이야기했다.", NOTHING),
    ],
    functions.as_function: [
        (
            "‘K-하늘 프로젝트’를 추진한다. 네이버와 KT는 수요 기업으로 나서 쓰임을 살핀다.",
            {(b, "PARTICIPATES_IN", "K-하늘 프로젝트") for b in ("네이버", "KT")},
        ),
        ("‘K-하늘 프로젝트’를 추진한다. 네이버와 KT는 수요 기업으로 알려졌다.", NOTHING),
        ("네이버와 KT는 수요 기업으로 나서 쓰임을 살핀다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
