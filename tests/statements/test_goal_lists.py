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
