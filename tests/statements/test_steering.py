"""Clauses that share a programme out."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, steering

CASES: RuleCases = {
    steering.shared_out: [
        (
            "‘K-하늘 프로젝트’를 시작한다. 국방부가 총괄하고, KT가 전담한다.",
            {("국방부", "LEADS", "K-하늘 프로젝트"), ("KT", "PARTICIPATES_IN", "K-하늘 프로젝트")},
        ),
        (
            "‘K-하늘 프로젝트’는 한국기계연구원이 기획을 맡고 네이버가 사업을 관리한다.",
            {
                ("한국기계연구원", "PARTICIPATES_IN", "K-하늘 프로젝트"),
                ("네이버", "PARTICIPATES_IN", "K-하늘 프로젝트"),
            },
        ),
        ("‘K-하늘 프로젝트’를 시작한다. 국방부가 행사를 총괄한다.", NOTHING),
        ("국방부가 총괄하고, KT가 전담한다.", NOTHING),
        ("‘K-하늘 프로젝트’와 ‘K-바다 프로젝트’가 있다. 국방부가 총괄한다.", NOTHING),
    ],
    steering.carried_out: [
        (
            "KT와 네이버는 ‘K-하늘 프로젝트’를 공동으로 수행한다.",
            {
                ("KT", "PARTICIPATES_IN", "K-하늘 프로젝트"),
                ("네이버", "PARTICIPATES_IN", "K-하늘 프로젝트"),
            },
        ),
        ("KT는 ‘K-하늘 프로젝트’를 지켜본다.", NOTHING),
        ("KT는 ‘K-하늘 프로젝트’를 수행할 곳을 찾는다.", NOTHING),
    ],
    steering.deliberated: [
        (
            "국방부는 ‘하늘 기본계획’을 세우며, 하늘위원회가 이 계획을 심의·의결한다.",
            {("하늘위원회", "PARTICIPATES_IN", "하늘 기본계획")},
        ),
        ("국방부는 ‘하늘 기본계획’을 세우며, 하늘위원회가 이 계획을 반긴다.", NOTHING),
        ("하늘위원회가 이 계획을 심의·의결한다.", NOTHING),
    ],
    steering.funded: [
        (
            "‘K-하늘 프로젝트’를 추진한다. 산업은행, 기술보증기금이 46조원을 공급한다.",
            {
                ("한국산업은행", "PARTICIPATES_IN", "K-하늘 프로젝트"),
                ("기술보증기금", "PARTICIPATES_IN", "K-하늘 프로젝트"),
            },
        ),
        ("‘K-하늘 프로젝트’를 추진한다. 산업은행이 46조원을 벌었다.", NOTHING),
        ("산업은행이 46조원을 공급한다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
