"""The parties of agreements."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, agreements

CASES: RuleCases = {
    agreements.formed: [
        (
            "KT가 네이버, 카카오와 함께 ‘팀 하늘’ 컨소시엄을 결성했다.",
            {
                ("KT", "PARTICIPATES_IN", "팀 하늘"),
                ("네이버", "PARTICIPATES_IN", "팀 하늘"),
                ("카카오", "PARTICIPATES_IN", "팀 하늘"),
            },
        ),
        ("KT가 네이버와 함께 ‘팀 하늘’ 컨소시엄을 떠났다.", NOTHING),
        ("국방부가 ‘팀 하늘’ 컨소시엄을 결성했다.", NOTHING),
    ],
    agreements.signed: [
        (
            "KT와 네이버는 ‘하늘지도 공동연구 협약’을 맺었다.",
            {
                ("KT", "PARTICIPATES_IN", "하늘지도 공동연구 협약"),
                ("네이버", "PARTICIPATES_IN", "하늘지도 공동연구 협약"),
            },
        ),
        (
            "국방부는 KT, 네이버와 ‘K-하늘 프로젝트’ 참여를 위한 업무협약을 체결했다.",
            {
                ("국방부", "PARTICIPATES_IN", "K-하늘 프로젝트"),
                ("KT", "PARTICIPATES_IN", "K-하늘 프로젝트"),
                ("네이버", "PARTICIPATES_IN", "K-하늘 프로젝트"),
            },
        ),
        (
            "KT가 네이버와 손잡는다. 양사는 5일 ‘하늘지도 업무협약(MOU)’을 체결했다.",
            {
                ("KT", "PARTICIPATES_IN", "하늘지도 업무협약"),
                ("네이버", "PARTICIPATES_IN", "하늘지도 업무협약"),
            },
        ),
        ("KT와 네이버는 ‘하늘지도 공동연구 협약’을 맺을 예정이다.", NOTHING),
        ("KT와 네이버는 업무협약을 체결했다.", NOTHING),
        ("KT가 말했다. 양사는 5일 ‘하늘지도 업무협약’을 체결했다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
