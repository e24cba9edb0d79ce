"""Which organization makes which technology."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, facts, read_by, rule_rows

from graph.statements import Rule, development

CASES: RuleCases = {
    development.made_by: [
        (
            "한국기계연구원이 개발한 휴머노이드가 나왔다.",
            {("한국기계연구원", "DEVELOPS", "휴머노이드")},
        ),
        ("삼성전자가 총괄 제작한 누리호를 쏜다.", {("삼성전자", "DEVELOPS", "누리호")}),
        ("국방부가 개발한 휴머노이드가 나왔다.", NOTHING),
        ("한국기계연구원이 구경한 휴머노이드가 나왔다.", NOTHING),
        ("삼성전자가 만난 회사가 개발한 휴머노이드가 나왔다.", NOTHING),
    ],
    development.developed: [
        (
            "한국기계연구원은 양자센서를 개발한다.",
            {("한국기계연구원", "DEVELOPS", "양자센서")},
        ),
        (
            "한국기계연구원과 네이버는 하늘 지도 시스템을 개발했다.",
            {
                ("한국기계연구원", "DEVELOPS", "하늘 지도 시스템"),
                ("네이버", "DEVELOPS", "하늘 지도 시스템"),
            },
        ),
        (
            "한국기계연구원은 양자센서의 개발을 맡는다.",
            {("한국기계연구원", "DEVELOPS", "양자센서")},
        ),
        ("한국기계연구원은 양자센서를 개발 중이다.", {("한국기계연구원", "DEVELOPS", "양자센서")}),
        ("한국기계연구원은 양자센서를 개발하지 않았다.", NOTHING),
        ("한국기계연구원은 양자센서를 개발할 계획이 없다.", NOTHING),
        ("한국기계연구원은 양자센서를 수입한다.", NOTHING),
        ("한국기계연구원은 이름을 개발한다.", NOTHING),
        ("국방부는 양자센서를 개발한다.", NOTHING),
        ("한국기계연구원은 연구진이 양자센서를 개발했다고 들었다.", NOTHING),
    ],
    development.made_as_topic: [
        (
            "누리호는 한국기계연구원이 독자 개발했고 올해 난다.",
            {("한국기계연구원", "DEVELOPS", "누리호")},
        ),
        ("누리호는 과학기술정보통신부가 개발했다고 알려졌다.", NOTHING),
        ("누리호는 한국기계연구원이 값싸게 샀다.", NOTHING),
    ],
    development.in_items: [
        (" - 한국기계연구원 : 원자시계 개발\n", {("한국기계연구원", "DEVELOPS", "원자시계")}),
        (" - 한국기계연구원 : 원자시계 구매\n", NOTHING),
        (" - 국방부 : 원자시계 개발\n", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected


def test_each_clause_has_its_own_subject() -> None:
    text = "국방부는 시험장을 열고, 한국기계연구원은 양자센서와 휴머노이드를 개발한다."
    assert facts(text, "DEVELOPS") == {
        ("한국기계연구원", "DEVELOPS", "양자센서"),
        ("한국기계연구원", "DEVELOPS", "휴머노이드"),
    }
