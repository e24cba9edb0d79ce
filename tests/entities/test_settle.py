"""What decisions do to what documents say, and what is reported of those that do nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.entities import Decision, Settled, locate, parse_decisions, settle
from graph.loaders.text import load
from graph.mentions import find_names
from graph.model import Reading
from graph.statements import make_statements
from graph.vocabulary import vocabulary
from graph.wordings import find_wordings

HEAD = "kind,a,predicate,b,document,quote,qualifiers,by,date,why\n"
A = (
    "□ 과학기술정보통신부(장관 홍길동, 이하 ‘과기정통부’)는 3일 「하늘 회의」를 개최했다.\n\n"
    "□ 과기정통부는 5일 「바다 회의」를 개최했다.\n\n"
    "□ 산업통상부는 6일 「강 회의」를 개최했다.\n"
)
B = "□ 과기정통부(장관 김철수)는 7일 「산 회의」를 개최했다.\n"
MINISTRY = "과학기술정보통신부"


def reading(name: str, text: str, decisions: tuple[Decision, ...] = ()) -> Reading:
    document = load(Path(name), text.encode())
    names = find_names(document, vocabulary())
    statements = make_statements(document, names, vocabulary())
    wordings = find_wordings(document, names, statements, vocabulary())
    quotes = [locate(d, text) for d in decisions if d.document == name and d.quote]
    return Reading(name, statements, wordings, tuple(q for q in quotes if q))


def settled(*rows: str, texts: dict[str, str] | None = None) -> Settled:
    decisions = parse_decisions(HEAD + "\n".join(rows), "d.csv")
    given = {"a.txt": A, "b.txt": B} if texts is None else texts
    return settle([reading(n, t, decisions) for n, t in given.items()], vocabulary(), decisions)


def facts(found: Settled) -> set[tuple[str, str, str]]:
    return {(s.subject.name, s.predicate, s.object.name) for s in found.statements}


def complaints(found: Settled) -> list[str]:
    idle = [f"{d.where}: {why}" for d, why in found.wrongs.idle()]
    return [*map(str, found.reports), *idle]


def test_the_documents_say_what_the_tests_below_take_away() -> None:
    said = facts(settled())
    assert {(MINISTRY, "HOSTS", n) for n in ("하늘 회의", "바다 회의", "산 회의")} <= said
    assert ("산업통상부", "HOSTS", "강 회의") in said
    assert ("김철수", "HOLDS_POSITION", MINISTRY) in said


def test_same_makes_one_of_two_and_keeps_the_second_name() -> None:
    found = settled("same,산업통상부,,과기정통부,,,,김,2026-07-01,합쳤다")
    assert (MINISTRY, "HOSTS", "강 회의") in facts(found)
    (merge,) = found.linker.merges
    assert (merge.rule, merge.score, merge.reason) == (
        "decision", 1.0, "decided by 김, 2026-07-01: 합쳤다",
    )  # fmt: skip
    kept = next(s.subject for s in found.statements if s.object.name == "강 회의")
    assert "산업통상부" in kept.aliases
    assert complaints(found) == []


def test_different_splits_what_the_vocabulary_joined() -> None:
    found = settled("different,과기정통부,,과학기술정보통신부")
    said = facts(found)
    assert ("과기정통부", "HOSTS", "바다 회의") in said
    assert ("과기정통부", "HOSTS", "산 회의") in said
    # Here both wordings stand in one sentence.
    assert (MINISTRY, "HOSTS", "하늘 회의") in said
    assert len(complaints(found)) == 1
    assert "applied in part" in complaints(found)[0]
    ministry = next(s.subject for s in found.statements if s.subject.name == MINISTRY)
    assert "과기정통부" not in ministry.aliases


def test_different_may_hold_in_one_document_only() -> None:
    found = settled("different,과기정통부,,과학기술정보통신부,b.txt")
    said = facts(found)
    assert {(MINISTRY, "HOSTS", "바다 회의"), ("과기정통부", "HOSTS", "산 회의")} <= said
    assert complaints(found) == []


def test_different_tells_people_of_one_name_by_document_and_by_quote() -> None:
    one = "산업통상부 총괄과 책임자 과장 김하늘 (044-203-0001)"
    texts = {
        "a.txt": "□ 김하늘 산업통상부 장관은 답했다.\n\n□ 김하늘 산업통상부 차관은 물었다.\n",
        "b.txt": "□ 김하늘 산업통상부 장관은 말했다.\n",
    }
    assert len({s.subject.id for s in settled(texts=texts).statements}) == 1, one
    found = settled("different,김하늘,,김하늘,b.txt", texts=texts)
    assert sorted({s.subject.id for s in found.statements}) == [
        "person/btxt/김하늘",
        "person/산업통상부/김하늘",
    ]
    found = settled("different,김하늘,,김하늘,a.txt,차관은", texts=texts)
    titles = {s.qualifiers["title"]: s.subject.id for s in found.statements}
    assert len(set(titles.values())) == 2
    assert complaints(found) == []


def test_different_wins_over_a_rule_and_over_same() -> None:
    texts = {
        "a.txt": "□ 홍길림 하늘대학교 총장은 말했다.\n",
        "b.txt": "□ 홍길립 하늘대학교 총장은 말했다.\n",
    }
    assert len({s.subject.id for s in settled(texts=texts).statements}) == 1
    found = settled("different,홍길림,,홍길립", "same,홍길립,,홍길림", texts=texts)
    people = {s.subject.name: dict(s.subject.properties) for s in found.statements}
    assert set(people) == {"홍길림", "홍길립"}
    assert "홍길립 [person/하늘대학교/홍길립]" in people["홍길림"]["apart"][0]  # type: ignore[index]
    assert complaints(found) == [
        "d.csv:3: not applied: same 홍길립 홍길림: d.csv:2 keeps them apart: different 홍길림 홍길립"
    ]


def test_wrong_takes_a_statement_away_everywhere_or_in_one_document() -> None:
    assert (MINISTRY, "HOSTS", "바다 회의") not in facts(
        settled("wrong,과기정통부,HOSTS,바다 회의")
    )
    texts = {"a.txt": A, "b.txt": A}
    (left,) = (
        s
        for s in settled("wrong,MSIT,HOSTS,바다 회의,b.txt", texts=texts).statements
        if s.object.name == "바다 회의"
    )
    assert [e.document for e in left.evidence] == ["a.txt"]


def test_wrong_may_mean_one_post_of_several() -> None:
    texts = {"a.txt": "□ 김하늘 산업통상부 장관은 답했다.\n\n□ 김하늘 산업통상부 차관은 물었다.\n"}
    found = settled("wrong,김하늘,HOLDS_POSITION,산업통상부,,,title=차관", texts=texts)
    assert [s.qualifiers["title"] for s in found.statements] == ["장관"]


def test_missing_adds_a_statement_with_its_place() -> None:
    found = settled("missing,이바다,HOLDS_POSITION,산업통상부,a.txt,6일 「강 회의」,title=차관")
    (added,) = (s for s in found.statements if s.rule == "decision")
    assert added.subject.id == "person/산업통상부/이바다"
    assert added.qualifiers == {"title": "차관"}
    (passage,) = added.evidence
    assert A[passage.start : passage.end] == passage.quote == "6일 「강 회의」"
    assert complaints(found) == []


def test_missing_takes_names_labels_and_years() -> None:
    found = settled(
        "missing,K-문샷,TARGETS_YEAR,2035,a.txt,3일,goal=목표",
        "missing,하늘청,PARTICIPATES_IN,Event: 하늘 회의,a.txt,3일",
        "missing,Organization: 하늘청,PARTICIPATES_IN,Event: 하늘 회의,a.txt,3일",
    )
    said = {
        (s.subject.id, s.predicate, s.object.id) for s in found.statements if s.rule == "decision"
    }
    assert said == {
        ("program/k문샷", "TARGETS_YEAR", "year/2035"),
        ("organization/하늘청", "PARTICIPATES_IN", "event/하늘회의"),
    }
    assert complaints(found) == [
        "d.csv:3: not applied: missing 하늘청 PARTICIPATES_IN Event: 하늘 회의: "
        "'하늘청' is not known; write Organization: 하늘청 or another label"
    ]


@pytest.mark.parametrize(
    ("rows", "line", "why"),
    [
        (["same,없음,,산업통상부"], 2, "nothing is called '없음' here"),
        (["same,산업통상부,,하늘 회의"], 2, "they are of two kinds, Event and Organization"),
        (["different,없음,,산업통상부"], 2, "nothing is called '없음' here"),
        (["different,산업통상부,,하늘 회의"], 2, "they are of two kinds"),
        (["different,과기부,,과학기술정보통신부"], 2, "no statement words organization/과학기술"),
        (["wrong,없음,LEADS,산업통상부"], 2, "nothing is called '없음' here"),
        (["wrong,산업통상부,HOSTS,하늘 회의"], 2, "no such statement is made"),
        (["wrong,산업통상부,HOSTS,강 회의,b.txt"], 2, "no such statement is made in b.txt"),
        (["missing,산업통상부,HOSTS,하늘 회의,c.txt,글"], 2, "no document 'c.txt' here"),
        (["missing,산업통상부,HOSTS,하늘 회의,b.txt,6일"], 2, "its quote does not stand in b.txt"),
        (["missing,Event: 산업통상부,HOSTS,하늘 회의,b.txt,7일"], 2, "a Event cannot stand there"),
        (
            [
                "same,하늘 회의,,바다 회의",
                "same,바다 회의,,강 회의",
                "same,강 회의,,하늘 회의",
            ],
            0,
            "closes a circle",
        ),
        (
            ["same,하늘 회의,,강 회의", "same,하늘 회의,,강 회의"],
            3,
            "says again what d.csv:2 says",
        ),
        (
            [
                "missing,산업통상부,PART_OF,과기정통부,a.txt,3일",
                "missing,과기정통부,PART_OF,산업통상부,a.txt,3일",
            ],
            3,
            "close a circle",
        ),
        (
            ["missing,산업통상부,HOSTS,산 회의,b.txt,7일", "wrong,산업통상부,HOSTS,산 회의"],
            2,
            "another row says that it is wrong",
        ),
    ],
)
def test_what_does_not_apply_is_reported(rows: list[str], line: int, why: str) -> None:
    (complaint,) = complaints(settled(*rows))
    assert why in complaint
    assert complaint.startswith(f"d.csv:{line}: " if line else "d.csv:")


def test_a_name_of_several_asks_for_an_id() -> None:
    texts = {
        "a.txt": "□ 김하늘 산업통상부 장관은 답했다. 김하늘 우주항공청 차장은 물었다. 이산 우주항공청장은 말했다.\n"
    }
    (complaint,) = complaints(settled("same,김하늘,,이산", texts=texts))
    assert (
        "means several; write one of person/산업통상부/김하늘, person/우주항공청/김하늘"
        in complaint
    )
    found = settled("same,person/산업통상부/김하늘,,person/우주항공청/김하늘", texts=texts)
    assert complaints(found) == []
    assert len({s.subject.id for s in found.statements if s.subject.name == "김하늘"}) == 1


def test_a_split_never_says_anything_of_a_thing_and_itself() -> None:
    found = settled(
        "different,과기정통부,,과학기술정보통신부",
        "missing,과기정통부,PART_OF,산업통상부,a.txt,3일",
        "same,과기정통부,,산업통상부",
    )
    assert all(s.subject.id != s.object.id for s in found.statements)
    assert any("to itself" in c for c in complaints(found))
