"""Names: known ones, those told by their form, short forms, and where they end."""

from __future__ import annotations

import pytest
from reading import document

from graph.mentions import find_names
from graph.vocabulary import vocabulary


def named(text: str, label: str) -> list[str]:
    return [
        m.entity.name for m in find_names(document(text), vocabulary()).mentions if m.label == label
    ]


def people(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (a.name, a.title, a.organization.name if a.organization else "", a.unit)
        for a in find_names(document(text), vocabulary()).appointments
        if a.full_name
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("과기정통부는 말했다.", ["과학기술정보통신부"]),
        ("KIST와 KISTI가 만났다.", ["한국과학기술연구원", "한국과학기술정보연구원"]),
        ("네이버클라우드와 네이버 클라우드", ["네이버 클라우드", "네이버 클라우드"]),
        ("산업부문의 성장", []),
        ("하늘지도연구원이 맡는다.", ["하늘지도연구원"]),
        ("구름기술 특별위원회를 통해", ["구름기술 특별위원회"]),
        ("구름병 연구개발 전략위원회가 열렸다.", ["구름병 연구개발 전략위원회"]),
        ("이번에 올해 구름기술 특별위원회를 통해", ["구름기술 특별위원회"]),
        ("위원회를 통해", []),
        ("‘바다 얼라이언스’를 만든다.", ["바다 얼라이언스"]),
        ("해양수산부(이하 ‘해부’)는 왔다. 해부가 갔다.", ["해양수산부"] * 3),
        (
            "하늘대화, 과기정통부, 국방부 등 관계부처 합동",
            ["하늘대화", "과학기술정보통신부", "국방부"],
        ),
        ("사과, 배, 감 등 관계부처 합동", []),
    ],
)
def test_organizations(text: str, expected: list[str]) -> None:
    assert named(text, "Organization") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("「하늘산업 육성법」을 고쳤다.", ["하늘산업 육성법"]),
        ("「국가전략기술 육성에 관한 특별법」", ["국가전략기술육성에 관한 특별법"]),
        ("「하늘 이야기」를 읽었다.", []),
    ],
)
def test_laws(text: str, expected: list[str]) -> None:
    assert named(text, "Law") == expected


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
    ("text", "expected"),
    [
        ("김하늘 한국기계연구원 원장은 말했다.", [("김하늘", "원장", "한국기계연구원", "")]),
        (
            "김하늘 한국과학기술연구원(KIST) 원장은 말했다.",
            [("김하늘", "원장", "한국과학기술연구원", "")],
        ),
        ("김하늘 우주항공청장이 말했다.", [("김하늘", "청장", "우주항공청", "")]),
        ("국방부(장관 김하늘, 이하 ‘국방부’)는", [("김하늘", "장관", "국방부", "")]),
        (
            "박민수 과기정통부 과학기술정책국장은",
            [("박민수", "국장", "과학기술정보통신부", "과학기술정책국")],
        ),
        (
            "배경훈 부총리 겸 과학기술정보통신부 장관은",
            [("배경훈", "부총리 겸 장관", "과학기술정보통신부", "")],
        ),
        ("공동 위원장은 오지 않았다.", []),
        ("주요 참석자는 많았다.", []),
    ],
)
def test_people(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert people(text) == expected
