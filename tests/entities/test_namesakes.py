"""Names that invite mistakes: people and departments of one name, short and longer company names."""

from __future__ import annotations

import pytest
from reading import statements

from graph.entities import resolve
from graph.model import Entity, Evidence, Statement, entity_id
from graph.vocabulary import vocabulary


def ids(*texts: str, label: str = "Organization") -> set[str]:
    """The ids of that label over documents of those texts."""
    resolved, _ = resolve([s for text in texts for s in statements(text)], vocabulary())
    return {e.id for s in resolved for e in (s.subject, s.object) if e.label == label}


def named(label: str, *names: str) -> list[str]:
    """The names that are left of entities of those names."""
    passage, year = Evidence("a.txt", 0, 1, "가"), Entity("Year", "year/2030", "2030")
    said = [
        Statement(
            Entity(label, entity_id(label, n), n), "TARGETS_YEAR", year, {"goal": n}, (passage,)
        )
        for n in names
    ]
    return sorted({s.subject.name for s in resolve(said, vocabulary())[0]})


def test_people_of_one_name_in_two_ministries_in_one_document() -> None:
    text = "□ 김민수 산업통상부 장관과 김민수 보건복지부 장관은 「하늘 회의」를 개최했다.\n"
    assert ids(text, label="Person") == {"person/산업통상부/김민수", "person/보건복지부/김민수"}


def test_people_of_one_name_in_two_documents() -> None:
    one, other = "□ 김민수 산업통상부 장관은 말했다.\n", "□ 김민수 보건복지부 차관은 말했다.\n"
    assert len(ids(one, other, label="Person")) == 2
    assert len(ids(one, one, label="Person")) == 1


def test_a_name_one_letter_apart_in_another_body_is_another_person() -> None:
    texts = "□ 홍길림 하늘대학교 총장은 말했다.\n", "□ 홍길립 바다대학교 총장은 말했다.\n"
    assert len(ids(*texts, label="Person")) == 2


def test_departments_of_one_name_in_two_ministries() -> None:
    text = (
        "담당 부서\t산업통상부 총괄과\t책임자\t과 장\t김하늘\t(044-203-0001)\n"
        "담당 부서\t보건복지부 총괄과\t책임자\t과 장\t이바다\t(044-203-0002)\n"
    )
    assert ids(text) >= {"organization/산업통상부/총괄과", "organization/보건복지부/총괄과"}
    rows = text.splitlines(keepends=True)
    assert ids(*rows) == ids(text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("포스코", "포스코홀딩스"),
        ("한화", "한화오션"),
        ("LG", "LG AI연구원"),
        ("카카오", "카카오엔터프라이즈"),
        ("KT", "KT클라우드"),
    ],
)
def test_a_company_and_one_whose_name_begins_with_its(first: str, second: str) -> None:
    expected = {entity_id("Organization", n) for n in (first, second)}
    for one, other in ((first, second), (second, first)):
        together = f"□ {one}, {other}는 3일 「하늘 업무협약식」에 참석했다.\n"
        assert ids(together) == expected
    apart = [f"□ {n}는 3일 「하늘 업무협약식」에 참석했다.\n" for n in (first, second)]
    assert ids(*apart) == expected


def test_programmes_that_share_a_technology_are_two() -> None:
    assert len(named("Program", "혁신형 SMR 사업", "차세대 SMR 전략")) == 2
    assert len(named("Program", "양자 KAIST 사업", "로봇 KAIST 사업")) == 2


def test_programmes_of_other_numbers_are_two() -> None:
    assert len(named("Program", "제1차 SKY 프로젝트", "제2차 SKY 프로젝트")) == 2
    assert len(named("Program", "하늘 SKY 프로젝트", "SKY 프로젝트")) == 1


def test_missions_that_a_bracket_tells_apart_are_two() -> None:
    assert len(named("Mission", "양자컴퓨터(1단계)", "양자컴퓨터(2단계)", "양자컴퓨터")) == 3
    assert named("Mission", "양자컴퓨터(QC) 개발", "양자컴퓨터 개발") == ["양자컴퓨터(QC) 개발"]
