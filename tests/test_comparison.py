from __future__ import annotations

from dataclasses import replace

from made import AIMS, GOVERNS, LEADS, MEETS, TAKES_PART, WHOLE, graph, passage

from graph.comparison import compare


def test_equal_graphs_have_no_changes() -> None:
    assert list(compare(WHOLE, WHOLE)) == []


def test_added_and_removed_statements_show_their_quotes() -> None:
    changes = list(compare(graph(LEADS), graph(GOVERNS)))
    assert [(c.sign, c.text) for c in changes] == [
        ("+", "(=하늘법())-[GOVERNS]->(하늘) {subject=하늘을 나는 것}"),
        ("-", "(가나부)-[LEADS]->(하늘 사업)"),
    ]
    assert changes[1].quotes == ("- a.txt:0-16 가나부는 하늘 사업을 이끈다.",)
    assert all(quote.startswith("+ b.txt:0-") for quote in changes[0].quotes)


def test_a_passage_that_comes_or_goes_is_a_change() -> None:
    fewer = replace(TAKES_PART, evidence=(passage("a.txt"), passage("b.txt", 0, 3)))
    (change,) = compare(graph(TAKES_PART), graph(fewer))
    assert change.sign == "~"
    assert "→" not in change.text
    assert [quote.split(" ")[0] for quote in change.quotes] == ["", "+", "-"]


def test_other_wording_is_a_change_and_both_are_shown() -> None:
    (change,) = compare(graph(TAKES_PART), graph(replace(TAKES_PART, qualifiers={"role": "참관"})))
    assert "{role=+운영} → " in change.text
    assert change.text.endswith("{role=참관}")


def test_another_basis_is_a_change() -> None:
    (change,) = compare(graph(MEETS), graph(replace(MEETS, basis=("other",))))
    assert (change.sign, change.quotes) == ("~", ())


def test_every_change_is_one_line() -> None:
    assert all(
        "\n" not in line for c in compare(WHOLE, graph(AIMS)) for line in (c.text, *c.quotes)
    )
    assert all("\n" not in c.text for c in compare(graph(), graph(AIMS)))
