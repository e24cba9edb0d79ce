from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.areas import areas_of, with_broader
from graph.vocabulary import Term, Vocabulary, vocabulary

WORDS = Vocabulary(
    [
        Term("Field", "로봇", "Robotics"),
        Term("Field", "모빌리티", "Mobility"),
        Term("Field", "에너지", "Energy"),
        Term("Field", "원자력", "Nuclear Energy", broader=("에너지",)),
        Term("Field", "소재", "Materials", aliases=("첨단소재",)),
        Term("Field", "우주항공", "Aerospace", aliases=("우주",)),
        Term("Field", "해양", "Ocean"),
        Term("Field", "환경", "Environment", aliases=("환경·기후",)),
    ]
)
ADJECTIVES = ("", "첨단", "차세대", "미래", "혁신", "국가", "차세대 ", "첨단 미래")


def names(text: str, words: Vocabulary = WORDS) -> list[str]:
    return [area.name for area in areas_of(text, words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("첨단로봇·모빌리티", ["로봇", "모빌리티"]),
        ("미래에너지·원자력", ["에너지", "원자력"]),
        ("혁신·미래 소재", ["소재"]),
        ("우주/해양 분야", ["우주항공", "해양"]),
        ("로봇 및 소재", ["로봇", "소재"]),
        ("advanced robotics and mobility", ["로봇", "모빌리티"]),
        ("우주항공해양", ["우주항공", "해양"]),
        ("환경·기후", ["환경"]),
        ("차세대 원자력 기술", ["원자력"]),
        ("첨단", []),
        ("", []),
        ("·", []),
        ("문화유산", []),
    ],
)
def test_a_name_stands_for_its_areas(text: str, expected: list[str]) -> None:
    assert names(text) == expected


single = st.builds(
    lambda adjective, area, tail: (adjective + area + tail, area),
    st.sampled_from(ADJECTIVES),
    st.sampled_from([t.name for t in WORDS.terms("Field")]),
    st.sampled_from(["", " 분야", "기술", " 산업"]),
)


@given(single)
def test_adjectives_and_tails_do_not_matter(pair: tuple[str, str]) -> None:
    text, area = pair
    assert names(text) == [area]


@given(st.lists(single, min_size=2, max_size=5), st.sampled_from(["·", "/", ", ", " 및 "]))
def test_a_compound_has_the_areas_of_its_parts(parts: list[tuple[str, str]], joint: str) -> None:
    text = joint.join(text for text, _ in parts)
    assert names(text) == list(dict.fromkeys(area for _, area in parts))


@given(st.text(max_size=30))
def test_any_text_gives_distinct_known_areas(text: str) -> None:
    found = names(text)
    assert len(found) == len(set(found))
    assert set(found) <= {t.name for t in WORDS.terms("Field")}
    assert names(f"  {text} ") == found


def test_broader_areas_count_their_steps() -> None:
    nuclear = WORDS.term("Field", "원자력")
    assert nuclear is not None
    assert with_broader(nuclear, WORDS) == {"원자력": 0, "에너지": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("첨단바이오", ["바이오"]),
        ("반도체·디스플레이", ["반도체", "디스플레이"]),
        ("차세대보안·네트워크", ["보안", "통신"]),
        ("이차전지", ["전지"]),
        ("피지컬AI", ["피지컬 AI"]),
        ("quantum information science", ["양자"]),
        ("semiconductors and microelectronics", ["반도체"]),
        ("기후·환경", ["환경"]),
    ],
)
def test_the_shipped_vocabulary_knows_common_fields(text: str, expected: list[str]) -> None:
    assert names(text, vocabulary()) == expected
