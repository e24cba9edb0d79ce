"""Which names of one document mean the same thing."""

from __future__ import annotations

import pytest
from reading import named

from graph.mentions.identity import (
    clean,
    group_bodies,
    group_events,
    group_programmes,
)
from graph.vocabulary import vocabulary


def test_programme_under_its_proper_name_and_head_nouns() -> None:
    text = "'K-구름' 프로젝트를 연다. K-구름 추진전략에 따라 K-구름은 달린다."
    assert len(set(named(text, "Program"))) == 1


def test_long_title_of_a_programme_is_the_programme() -> None:
    text = "「하늘기술 선도 SKY 프로젝트」를 연다. SKY 프로젝트는 크다."
    assert len(set(named(text, "Program"))) == 1


def test_body_named_after_its_programme_and_without() -> None:
    text = "'K-구름 기업 파트너십'을 만든다. 기업 파트너십은 크다."
    assert set(named(text, "Organization")) == {"K-구름 기업 파트너십"}


def test_event_named_in_full_and_in_part() -> None:
    text = (
        "'K-구름 추진전략 협력기업 업무협약식'이 열렸다. 'K-구름 협력기업 업무협약식'에서 말했다."
    )
    assert len(set(named(text, "Event"))) == 1


def test_meetings_of_other_numbers_are_other_events() -> None:
    assert len(set(named("제5회 하늘장관회의와 제6회 하늘장관회의", "Event"))) == 2


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("‘하늘  위원회’ 회의", "하늘 위원회 회의"),
        ("하늘 계획\\*", "하늘 계획"),
        ("하늘 계획(이하 ‘계획’)", "하늘 계획"),
        ("하늘 계획(’26~’30)", "하늘 계획(26~30)"),
    ],
)
def test_clean(name: str, cleaned: str) -> None:
    assert clean(name) == cleaned


def test_numbered_plans_are_each_their_own() -> None:
    assert group_programmes(["제1차 구름 기본계획", "제2차 구름 기본계획"], vocabulary()) == [
        ["제1차 구름 기본계획"],
        ["제2차 구름 기본계획"],
    ]


def test_a_single_numbered_plan_is_also_meant_without_its_number() -> None:
    assert group_programmes(["제2차 구름 기본계획"], vocabulary()) == [
        ["제2차 구름 기본계획", "구름 기본계획"]
    ]


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        (["하늘 협약식", "하늘 구름 협약식"], 1),
        (["하늘 협약식", "구름 협약식"], 2),
        (["하늘 협약식", "하늘 구름 기념식"], 2),
        (["제1회 하늘 포럼", "제2회 하늘 포럼"], 2),
        (["하늘 SMR 포럼", "하늘 소형모듈원자로 포럼"], 1),
    ],
)
def test_groups_of_events(names: list[str], groups: int) -> None:
    assert len(group_events(names, vocabulary())) == groups


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        (["K-구름 기업 파트너십", "기업 파트너십"], 1),
        (["하늘 연구소", "연구소"], 2),
        (["K-구름 기업 파트너십", "연구 파트너십"], 2),
    ],
)
def test_groups_of_bodies(names: list[str], groups: int) -> None:
    assert len(group_bodies(names)) == groups


def test_a_numbered_plan_and_its_short_title() -> None:
    full, short = "제1차 하늘과학기술 및 하늘산업 육성 종합계획", "제1차 하늘종합계획"
    assert any({full, short} <= set(g) for g in group_programmes([short, full], vocabulary()))


@pytest.mark.parametrize(
    "other",
    ["제2차 하늘종합계획", "제1차 하늘기본계획", "제1차 바다종합계획", "제1차 하늘도로종합계획"],
)
def test_other_numbers_heads_and_words_are_other_plans(other: str) -> None:
    full = "제1차 하늘과학기술 및 하늘산업 육성 종합계획"
    assert not any({full, other} <= set(g) for g in group_programmes([other, full], vocabulary()))
