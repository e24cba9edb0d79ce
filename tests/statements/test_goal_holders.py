"""Missions that sentences name with those who have them."""

from __future__ import annotations

import pytest
from reading import facts

SKY = "국방부는 ‘K-하늘 프로젝트’를 추진한다. "


def test_a_mission_with_its_field_and_the_person_who_has_it() -> None:
    text = SKY + "우주 분야 달 기지 건설 미션은 김하늘 한국기계연구원 원장이 맡는다."
    assert ("김하늘", "LEADS", "달 기지 건설") in facts(text, "LEADS")
    assert facts(text, "HAS_MISSION") == {("K-하늘 프로젝트", "HAS_MISSION", "달 기지 건설")}
    assert facts(text, "IN_FIELD") >= {("달 기지 건설", "IN_FIELD", "우주")}


def test_a_mission_in_apposition() -> None:
    text = SKY + "두 기관은 K-하늘 프로젝트의 우주 미션인 달 기지 건설에 힘을 모은다."
    assert facts(text, "HAS_MISSION") == {("K-하늘 프로젝트", "HAS_MISSION", "달 기지 건설")}


@pytest.mark.parametrize(
    "sentence",
    [
        "12대 국가 미션은 김하늘 한국기계연구원 원장이 맡는다.",
        "달 기지 건설 미션은 김하늘 한국기계연구원 원장이 반대한다.",
        "모든 미션은 국방부가 총괄한다.",
    ],
)
def test_no_mission_is_read_into_other_wordings(sentence: str) -> None:
    assert not facts(SKY + sentence, "HAS_MISSION")


def test_outside_a_programme_nothing_has_missions() -> None:
    assert not facts("달 기지 건설 미션은 김하늘 한국기계연구원 원장이 맡는다.", "HAS_MISSION")
