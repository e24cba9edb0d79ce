"""What a clause denies is no fact, whatever rule reads it."""

from __future__ import annotations

import pytest
from reading import SKY, facts


@pytest.mark.parametrize(
    "sentence",
    [
        "국방부는 K-하늘을 발표하지 않았다.",
        "국방부는 「구름 추진대회」를 개최하지 않는다.",
        "국방부는 박민수 고려대학교 교수를 위원장으로 선임하지 않았다.",
        "국방부는 ‘하늘 얼라이언스’를 구축하지 않는다.",
        "한국기계연구원이 휴머노이드를 개발했다는 소문은 거짓이다.",
        "국방부는 「구름 추진대회」를 개최할 계획을 철회했다.",
        "The Ministry of Education has not announced the Blue Sky Project.",
    ],
)
def test_denied_facts_are_left(sentence: str) -> None:
    found = facts(SKY + sentence, "LEADS", "HOSTS", "DEVELOPS")
    assert found == set()
    assert not any(
        subject == "박민수" and what == "국방부" for subject, _, what in facts(SKY + sentence)
    )


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        (
            "국방부는 「구름 추진대회」를 개최했으며, 교육부는 참석하지 않았다.",
            ("국방부", "HOSTS", "구름 추진대회"),
        ),
        (
            "박민수 국방부 장관은 「구름 추진대회」에 참석하지 않았다.",
            ("박민수", "HOLDS_POSITION", "국방부"),
        ),
    ],
)
def test_another_clause_or_a_name_is_not_denied(sentence: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(SKY + sentence)


@pytest.mark.parametrize(
    "text",
    [
        "박민수 국방부 전 장관은 말했다.",
        "박민수 국방부 장관 후보자는 말했다.",
        "고(故) 박민수 국방부 장관을 기렸다.",
    ],
)
def test_former_and_coming_posts_are_none(text: str) -> None:
    assert facts(text, "HOLDS_POSITION") == set()
