"""Bodies with their parts, chairs and members."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, facts, read_by, rule_rows

from graph.statements import Rule, organizations

COMMITTEE = "구름기술 특별위원회가 열렸다.\n\n"

CASES: RuleCases = {
    organizations.units: [
        (
            "KIST 하늘융합연구단은 지도를 그린다.",
            {("하늘융합연구단", "PART_OF", "한국과학기술연구원")},
        ),
        ("KIST와 하늘융합연구단은 지도를 그린다.", NOTHING),
        (
            "‘하늘위원회’가 모였다. ‘하늘위원회 지원단’이 돕는다.",
            {("하늘위원회 지원단", "PART_OF", "하늘위원회")},
        ),
        ("‘바다위원회’가 모였다. ‘하늘위원회 지원단’이 돕는다.", NOTHING),
        ("국방부 하늘융합연구단은 지도를 그린다.", NOTHING),
        ("KIST 네이버는 지도를 그린다.", NOTHING),
    ],
    organizations.under: [
        ("우주항공청은 국방부 소속 외청이다.", {("우주항공청", "PART_OF", "국방부")}),
        ("우주항공청은 국방부 손님이다.", NOTHING),
        ("우주항공청은 국방부와 다른 외청이다.", NOTHING),
        (
            "국가과학기술자문회의 산하 ‘구름특별위원회’가 열렸다.",
            {("구름특별위원회", "PART_OF", "국가과학기술자문회의")},
        ),
        ("교육부 소속 구름연구원이 나섰다.", {("구름연구원", "PART_OF", "교육부")}),
        (
            "The Cloud Committee (CC) under the Rain Council (RC) met.",
            {("Cloud Committee", "PART_OF", "Rain Council")},
        ),
        (
            "The Cloud Center, a unit of the Rain Institute, met.",
            {("Cloud Center", "PART_OF", "Rain Institute")},
        ),
        ("The Cloud Committee met under the roof of the Rain Council.", NOTHING),
        ("교육부와 구름연구원이 나섰다.", NOTHING),
        ("교육부 산하 기관과 구름연구원이 나섰다.", NOTHING),
    ],
    organizations.built: [
        ("국방부는 ‘하늘 얼라이언스’를 구축한다.", {("국방부", "LEADS", "하늘 얼라이언스")}),
        ("국방부는 ‘하늘 얼라이언스’를 환영한다.", NOTHING),
        ("삼성전자는 ‘하늘 얼라이언스’를 구축한다.", NOTHING),
        ("국방부는 교육부를 설치한다.", NOTHING),
    ],
    organizations.made_of: [
        (
            "구름별 협의체와 하늘 지원팀으로 이루어진 ‘하늘 얼라이언스’가 있다.",
            {(p, "PART_OF", "하늘 얼라이언스") for p in ("구름별 협의체", "하늘 지원팀")},
        ),
        (
            "‘하늘 얼라이언스’는 ▲지도 ▲구름 등 2개 분과로 운영된다.",
            {(p, "PART_OF", "하늘 얼라이언스") for p in ("지도 분과", "구름 분과")},
        ),
        (
            "‘하늘 얼라이언스’가 떴다. 얼라이언스는 지도, 구름 제조 등 2개 그룹으로 나뉜다.",
            {(p, "PART_OF", "하늘 얼라이언스") for p in ("지도 그룹", "구름 제조 그룹")},
        ),
        (
            "‘하늘 추진단’이 떴다. 추진단은 단장 아래 기획팀, 지원팀을 둔다.",
            {(p, "PART_OF", "하늘 추진단") for p in ("기획팀", "지원팀")},
        ),
        (
            "‘하늘 얼라이언스’가 떴다. 얼라이언스는 지도, 구름 등 5개 그룹으로 나뉜다.",
            {
                ("지도 그룹", "PART_OF", "하늘 얼라이언스"),
                ("구름 그룹", "PART_OF", "하늘 얼라이언스"),
            },
        ),
        (
            "‘하늘 얼라이언스’가 떴다. 얼라이언스는 지도, 구름, 바다 등 2개 그룹으로 나뉜다.",
            NOTHING,
        ),
        ("지도, 구름 등 2개 그룹으로 나뉜다.", NOTHING),
        ("‘하늘 추진단’이 떴다. 추진단은 기획팀, 지원팀을 칭찬했다.", NOTHING),
        ("구름별 협의체와 하늘 지원팀은 ‘하늘 얼라이언스’를 도왔다.", NOTHING),
        ("‘하늘 얼라이언스’는 ▲지도 ▲구름 등 2개 분야를 다룬다.", NOTHING),
    ],
    organizations.chaired: [
        (
            COMMITTEE + "공동 위원장은 김하늘 고려대학교 교수다.",
            {("김하늘", "LEADS", "구름기술 특별위원회")},
        ),
        (
            "구름기술 특별위원회 위원장인 김하늘 고려대학교 교수는 말했다.",
            {("김하늘", "LEADS", "구름기술 특별위원회")},
        ),
        ("공동 위원장은 김하늘 고려대학교 교수다.", NOTHING),
        (COMMITTEE + "손님은 김하늘 고려대학교 교수다.", NOTHING),
    ],
    organizations.members: [
        (
            COMMITTEE + "위원: 김하늘 고려대학교 교수, 이바다 한국화학연구원 책임연구원\n",
            {(w, "PARTICIPATES_IN", "구름기술 특별위원회") for w in ("김하늘", "이바다")},
        ),
        (
            COMMITTEE
            + "위원은 다음과 같다.\n\n - 김하늘 고려대학교 교수\n - 이바다 한국화학연구원 책임연구원\n",
            {(w, "PARTICIPATES_IN", "구름기술 특별위원회") for w in ("김하늘", "이바다")},
        ),
        (
            COMMITTEE + "위원은 다음과 같다.\n\n - 위원장: 김하늘 고려대학교 교수\n",
            {("김하늘", "LEADS", "구름기술 특별위원회")},
        ),
        ("위원: 김하늘 고려대학교 교수, 이바다 한국화학연구원 책임연구원\n", NOTHING),
        (COMMITTEE + "손님은 다음과 같다.\n\n - 김하늘 고려대학교 교수\n", NOTHING),
    ],
    organizations.apposed_members: [
        (
            COMMITTEE + "민간위원인 김하늘 고려대학교 교수는 말했다.",
            {("김하늘", "PARTICIPATES_IN", "구름기술 특별위원회")},
        ),
        (COMMITTEE + "행인인 김하늘 고려대학교 교수는 말했다.", NOTHING),
        ("민간위원인 김하늘 고려대학교 교수는 말했다.", NOTHING),
    ],
    organizations.headed: [
        ("김하늘 KAIST 교수는 구름연구실을 이끌고 있다.", {("김하늘", "LEADS", "구름연구실")}),
        ("김하늘 KAIST 교수는 구름연구실을 떠났다.", NOTHING),
        ("구름연구실을 이끌고 있다.", NOTHING),
    ],
    organizations.taken_on: [
        (
            "하늘위원회가 열렸다. 위원장을 맡은 김하늘 KAIST 교수가 말했다.",
            {("김하늘", "LEADS", "하늘위원회")},
        ),
        ("하늘위원회가 열렸다. 사회를 맡은 김하늘 KAIST 교수가 말했다.", NOTHING),
        ("위원장을 맡은 김하늘 KAIST 교수가 말했다.", NOTHING),
    ],
    organizations.bracketed_chair: [
        ("‘하늘위원회’(위원장 : 김하늘 KAIST 교수)가 모였다.", {("김하늘", "LEADS", "하늘위원회")}),
        ("‘하늘위원회’(간사 : 김하늘 KAIST 교수)가 모였다.", NOTHING),
        ("회의(위원장 : 김하늘 KAIST 교수)가 열렸다.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected


def test_parts_of_a_body() -> None:
    text = (
        "국방부는 구름별 협의체와 하늘 지원팀으로 이루어진 ‘하늘 얼라이언스’를 구축하여 운영한다."
    )
    assert facts(text, "PART_OF") == {
        (p, "PART_OF", "하늘 얼라이언스") for p in ("구름별 협의체", "하늘 지원팀")
    }
    assert facts(text, "LEADS") == {("국방부", "LEADS", "하늘 얼라이언스")}


def test_members_on_one_line() -> None:
    text = "구름병 연구개발 전략위원회가 열렸다.\n\n위원: 김하늘 고려대학교 교수, 이바다 한국화학연구원 책임연구원"
    assert facts(text, "PARTICIPATES_IN") == {
        (who, "PARTICIPATES_IN", "구름병 연구개발 전략위원회") for who in ("김하늘", "이바다")
    }
