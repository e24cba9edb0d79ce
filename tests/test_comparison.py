from __future__ import annotations

from dataclasses import replace

from made import (
    AGENCY,
    AIMS,
    GOVERNS,
    LEADS,
    MEETS,
    MINISTRY,
    TAKES_PART,
    WHOLE,
    entity,
    graph,
    passage,
)

from graph.comparison import compare
from graph.lineage import Lineage, lineage
from graph.model import Entity, entity_id
from graph.vocabulary import vocabulary


def test_equal_graphs_have_no_changes() -> None:
    assert list(compare(WHOLE, WHOLE)) == []


def test_added_and_removed_statements_show_their_quotes() -> None:
    changes = list(compare(graph(LEADS), graph(GOVERNS)))
    assert [(c.sign, c.text) for c in changes] == [
        ("+", "(=하늘법())-[GOVERNS]->(하늘) {subject=하늘을 나는 것}"),
        ("-", "(가나부)-[LEADS]->(하늘 사업)"),
    ]
    assert changes[1].passages == (("-", LEADS.evidence[0]),)
    assert [sign for sign, _ in changes[0].passages] == ["+"]


def test_a_passage_that_comes_or_goes_is_a_change() -> None:
    fewer = replace(TAKES_PART, evidence=(passage("a.txt"), passage("b.txt", 0, 3)))
    (change,) = compare(graph(TAKES_PART), graph(fewer))
    assert change.sign == "~"
    assert "→" not in change.text
    assert [sign for sign, _ in change.passages] == [" ", "+", "-"]


def test_other_wording_is_a_change_and_both_are_shown() -> None:
    (change,) = compare(graph(TAKES_PART), graph(replace(TAKES_PART, qualifiers={"role": "참관"})))
    assert "{role=+운영} → " in change.text
    assert change.text.endswith("{role=참관}")


def test_another_basis_is_a_change() -> None:
    (change,) = compare(graph(MEETS), graph(replace(MEETS, basis=("other",))))
    assert (change.sign, change.passages) == ("~", ())


def test_every_change_is_one_line() -> None:
    assert all("\n" not in change.text for change in compare(WHOLE, graph(AIMS)))
    assert all("\n" not in change.text for change in compare(graph(), graph(AIMS)))


def test_a_ministry_that_was_renamed_keeps_its_history() -> None:
    old, new, oldest = (
        replace(LEADS, subject=entity("Organization", name))
        for name in ("산업통상자원부", "산업통상부", "지식경제부")
    )
    known = lineage(vocabulary())
    (change,) = compare(graph(old), graph(new), known)
    assert (change.sign, change.renamed) == ("~", (("산업통상자원부", "산업통상부"),))
    assert (
        change.text == "(산업통상자원부)-[LEADS]->(하늘 사업) → (산업통상부)-[LEADS]->(하늘 사업)"
    )
    (change,) = compare(graph(oldest), graph(new), known)
    assert change.renamed == (("지식경제부", "산업통상부"),)
    assert [c.sign for c in compare(graph(old), graph(new))] == ["+", "-"]
    assert [c.sign for c in compare(graph(old), graph(old, new), known)] == ["+"]


def test_departments_and_people_go_with_their_ministry() -> None:
    known = lineage(vocabulary())
    for label, name in (("Organization", "총괄과"), ("Person", "김철수")):
        old, new = (
            Entity(label, entity_id(label, name, within), name)
            for within in ("산업통상자원부", "산업통상부")
        )
        (change,) = compare(
            graph(replace(LEADS, subject=old)), graph(replace(LEADS, subject=new)), known
        )
        assert (change.sign, change.renamed) == ("~", ())


def test_an_entity_that_is_now_another_is_a_change_either_way() -> None:
    merged = replace(MINISTRY, properties=(("merged", (f"다라 [{AGENCY.id}] decision 1: so",)),))
    apart, joined = (graph(replace(LEADS, subject=e)) for e in (AGENCY, merged))
    for old, new in ((apart, joined), (joined, apart)):
        (change,) = compare(old, new, lineage(vocabulary(), old, new))
        assert change.sign == "~"


def test_graphs_that_take_each_for_the_other_are_compared_too() -> None:
    known = Lineage({"a": "b", "b": "a"})
    assert known.last("a") == known.last("b") == "a"
    assert known.last("c") == "c"
