from __future__ import annotations

from graph.entities import resolve
from graph.model import Entity, Evidence, Statement, entity_id
from graph.vocabulary import vocabulary


def post(
    name: str, title: str, body: str, quote: str, document: str = "a.txt", rule: str = "r"
) -> Statement:
    person = Entity("Person", entity_id("Person", name, within=body), name)
    place = Entity("Organization", entity_id("Organization", body), body)
    passage = Evidence(document, 0, len(quote), quote)
    return Statement(person, "HOLDS_POSITION", place, {"title": title}, (passage,), rule=rule)


def people(*statements: Statement) -> list[str]:
    resolved, _ = resolve(statements, vocabulary())
    return sorted({s.subject.name for s in resolved})


def test_misprint_in_a_post_of_one_holder_is_one_person() -> None:
    said = (
        post("홍길림", "총장", "하늘대학교", "명단", rule="attendee-table"),
        post("홍길립", "총장", "하늘대학교", "본문의 글"),
    )
    resolved, linker = resolve(said, vocabulary())
    assert {s.subject.name for s in resolved} == {"홍길림"}
    assert resolved[0].subject.aliases == ("홍길립",)
    assert "one letter apart" in dict(resolved[0].subject.properties)["merged"][0]  # type: ignore[index]
    assert [m.rule for m in linker.merges] == ["misprint"]
    assert len(resolved[0].evidence) == 2


def test_colleagues_of_like_names_stay_two() -> None:
    assert people(
        post("김민수", "사무관", "하늘과", "가"), post("김민주", "사무관", "하늘과", "나")
    ) == ["김민수", "김민주"]


def test_like_names_in_one_passage_stay_two() -> None:
    assert (
        len(
            people(
                post("홍길림", "회장", "하늘협회", "가"), post("홍길립", "회장", "하늘협회", "가")
            )
        )
        == 2
    )


def test_two_of_one_name_are_told_apart_by_organization() -> None:
    resolved, _ = resolve(
        (post("김하늘", "원장", "가연구원", "가"), post("김하늘", "교수", "나대학교", "나")),
        vocabulary(),
    )
    assert len({s.subject.id for s in resolved}) == 2


def test_resolving_again_changes_nothing() -> None:
    said = (
        post("홍길림", "총장", "하늘대학교", "명단"),
        post("홍길립", "총장", "하늘대학교", "글"),
    )
    once, _ = resolve(said, vocabulary())
    twice, _ = resolve(once, vocabulary())
    assert twice == once


def test_evidence_accumulates_over_documents() -> None:
    resolved, _ = resolve(
        (
            post("김하늘", "원장", "가연구원", "가", "a.txt"),
            post("김하늘", "원장", "가연구원", "나", "b.txt"),
        ),
        vocabulary(),
    )
    assert [e.document for e in resolved[0].evidence] == ["a.txt", "b.txt"]


def test_programmes_of_one_proper_name_are_one() -> None:
    passage = Evidence("a.txt", 0, 1, "가")
    year = Entity("Year", "year/2030", "2030")
    named = [
        Entity("Program", entity_id("Program", n), n)
        for n in (
            "SKY 프로젝트",
            "하늘 선도 SKY 프로젝트",
            "바다 사업",
            "Rain Car Project",
            "K-Sun Project",
        )
    ]
    resolved, _ = resolve(
        [Statement(p, "TARGETS_YEAR", year, {"goal": "가"}, (passage,)) for p in named],
        vocabulary(),
    )
    assert sorted(s.subject.name for s in resolved) == [
        "K-Sun Project",
        "Rain Car Project",
        "바다 사업",
        "하늘 선도 SKY 프로젝트",
    ]
