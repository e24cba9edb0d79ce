"""Fields and goals in sentences and in bullets."""

from __future__ import annotations

import pytest
from reading import SKY, facts


def test_marked_list_of_missions() -> None:
    text = (
        SKY
        + "K-하늘의 3대 미션은 ▲하늘 지도 개발 ▲구름 저장 실증 ▲우주·해양 등 극한 환경 활용 등이다."
    )
    assert facts(text, "HAS_MISSION") == {
        ("K-하늘", "HAS_MISSION", m)
        for m in ("하늘 지도 개발", "구름 저장 실증", "우주·해양 등 극한 환경 활용")
    }


def test_list_without_a_head_noun_is_left() -> None:
    text = SKY + "K-하늘에서는 ▲예산 마련을 위한 길 ▲정부의 역할 등 육성방안 논의가 진행되었다."
    assert facts(text, "HAS_MISSION", "HAS_FIELD") == set()


def test_bullets_under_their_head_noun() -> None:
    text = SKY + "K-하늘의 미션은 다음과 같다.\n\n - 하늘 지도 개발\n - 구름 저장 실증\n"
    assert ("K-하늘", "HAS_MISSION", "구름 저장 실증") in facts(text)


def test_bracketed_list_counts() -> None:
    assert (
        len(
            facts(
                SKY + "K-하늘 3대 핵심미션(가나 선도, 다라 확보, 마바 기반)을 세웠다.",
                "HAS_MISSION",
            )
        )
        == 3
    )
    assert not facts(
        SKY + "K-하늘 4대 핵심미션(가나 선도, 다라 확보, 마바 기반)을 세웠다.", "HAS_MISSION"
    )


def test_fields_named_as_examples() -> None:
    text = SKY + "K-하늘은 바이오·소재·로봇 등 8대 분야 과제를 푼다."
    assert facts(text, "HAS_FIELD") == {
        ("K-하늘", "HAS_FIELD", f) for f in ("바이오", "소재", "로봇")
    }


def test_counted_lead_and_numbered_goals() -> None:
    text = SKY + (
        "□ K-하늘은 다음의 2대 과제로 구성된다.\n"
        "  ㅇ (과제 1) 하늘 지도 개발 : ’30년까지 절반\n  ㅇ (과제 2) 구름 저장 실증 : ’31년까지 두 배\n"
    )
    assert facts(text, "HAS_MISSION", "HAS_FIELD") == {
        ("K-하늘", "HAS_MISSION", "하늘 지도 개발"),
        ("K-하늘", "HAS_MISSION", "구름 저장 실증"),
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("3대 핵심기술 : 구름 저장, 바람 예측, 섬 탐사", {"구름 저장", "바람 예측", "섬 탐사"}),
        ("K-하늘 has three fields: rain, wind and snow.", {"rain", "wind", "snow"}),
        # Other things than the text says that there are.
        ("4대 핵심기술 : 구름 저장, 바람 예측, 섬 탐사", set()),
        ("K-하늘 has four fields: rain, wind and snow.", set()),
        # What is listed is no field.
        ("3대 간식 : 구름빵, 바람떡, 섬과자", set()),
        ("K-하늘 has three cooks: Ann, Bob and Eve.", set()),
    ],
)
def test_lists_that_say_how_many_fields_they_hold(sentence: str, expected: set[str]) -> None:
    assert {name for _, _, name in facts(SKY + sentence, "HAS_FIELD")} == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(과제 1) 지도 개발 : ’30년까지 절반", {"2030"}),
        ("(과제 1) 지도 개발 (~’30)", set()),
        ("지도 개발", set()),
    ],
)
def test_a_goal_with_its_year_in_one_bullet(line: str, expected: set[str]) -> None:
    text = SKY + f"K-하늘의 과제는 다음과 같다.\n\n - {line}\n - (과제 2) 구름 저장\n"
    assert {year for _, _, year in facts(text, "TARGETS_YEAR")} == expected


def test_a_list_that_the_sentence_before_announces() -> None:
    text = (
        SKY
        + "정부는 K-하늘의 2대 핵심 임무(안)를 공개했다. △(날씨)하늘 지도 개발 △구름 저장 실증 등이다."
    )
    assert facts(text, "HAS_MISSION", "IN_FIELD") == {
        ("K-하늘", "HAS_MISSION", "하늘 지도 개발"),
        ("K-하늘", "HAS_MISSION", "구름 저장 실증"),
        ("하늘 지도 개발", "IN_FIELD", "날씨"),
    }


@pytest.mark.parametrize(
    "before",
    ["정부는 3대 임무를 공개했다.", "정부는 2대 임무를 논의했다.", "정부는 2대 식당을 공개했다."],
)
def test_a_list_that_nobody_announces_is_left(before: str) -> None:
    text = f"{SKY}{before} △하늘 지도 개발 △구름 저장 실증."
    assert not facts(text, "HAS_MISSION")


BLUE = "The K-Sky Project is new.\n\n"


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("sets 12 missions in three fields: rain, snow and hail", {"rain", "snow", "hail"}),
        ("covers five fields such as rain and snow to help farmers", {"rain", "snow"}),
        ("covers two fields: rain, snow and hail", set()),
        ("covers fields such as rain and snow", set()),
    ],
)
def test_fields_listed_in_english(said: str, fields: set[str]) -> None:
    read = facts(f"{BLUE}The K-Sky Project {said}.", "HAS_FIELD")
    assert {field for _, _, field in read} == fields


def test_examples_give_way_to_the_full_list() -> None:
    text = (
        "The K-Sky Project covers three fields, including wet rain. "
        "The K-Sky Project has three fields: rain, snow and hail."
    )
    assert {f for _, _, f in facts(text, "HAS_FIELD")} == {"rain", "snow", "hail"}


def test_an_english_list_far_from_any_programme_is_nobodys() -> None:
    text = "Korea is old.\n\nIt rains.\n\nIt snows.\n\nThree fields matter: rain, snow and hail.\n\nThe K-Sky Project is new."
    assert not facts(text, "HAS_FIELD")


@pytest.mark.parametrize(
    ("said", "missions"),
    [
        (
            "Its missions include making rain, calling snow and melting hail.",
            {"making rain", "calling snow", "melting hail"},
        ),
        ("Its missions include making rain.", set()),
        ("Its missions include rain, snow and hail.", set()),
        ("Its critics include making rain, calling snow and melting hail.", set()),
    ],
)
def test_missions_that_are_included_in_english(said: str, missions: set[str]) -> None:
    read = facts(f"The K-Sky Project is new. {said}", "HAS_MISSION")
    assert {mission for _, _, mission in read} == missions


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("3대 분야는 비, 눈, 우박이다.", {"비", "눈", "우박"}),
        ("3대 분야는 비, 눈과 우박으로 구성된다.", {"비", "눈", "우박"}),
        ("사업은 찬 비, 눈, 큰 우박 등 3개 분야로 나뉜다.", {"찬 비", "눈", "큰 우박"}),
        ("사업은 찬 비, 눈, 큰 우박 등 5개 분야로 나뉜다.", set()),
        ("3대 분야는 비, 눈이다.", set()),
        ("3대 소원은 비, 눈, 우박이다.", set()),
    ],
)
def test_fields_as_the_complement_of_their_number(said: str, fields: set[str]) -> None:
    read = facts(f"‘K-하늘 프로젝트’를 추진한다. {said}", "HAS_FIELD")
    assert {field for _, _, field in read} == fields


def test_offices_in_brackets_behind_goals_have_them() -> None:
    text = "‘K-하늘 프로젝트’의 과제는 ▲달 지도 제작(국방부) ▲별 지도 제작(환경부·국방부) ▲해 지도(SUN) 등 3개 과제다."
    assert facts(text, "HAS_MISSION") == {
        ("K-하늘 프로젝트", "HAS_MISSION", "달 지도 제작"),
        ("K-하늘 프로젝트", "HAS_MISSION", "별 지도 제작"),
        ("K-하늘 프로젝트", "HAS_MISSION", "해 지도(SUN)"),
    }
    assert facts(text, "LEADS") == {
        ("국방부", "LEADS", "달 지도 제작"),
        ("환경부", "LEADS", "별 지도 제작"),
        ("국방부", "LEADS", "별 지도 제작"),
    }


def test_the_copula_behind_a_vowel_is_no_part_of_the_last_item() -> None:
    text = "‘K-하늘 프로젝트’를 추진한다. 3대 분야는 △비 △눈 △바다다."
    assert {f for _, _, f in facts(text, "HAS_FIELD")} == {"비", "눈", "바다"}
