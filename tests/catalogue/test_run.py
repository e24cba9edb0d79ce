from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.catalogue import Given, ask
from graph.errors import QueryError
from graph.model import Node, PropertyGraph
from graph.stores import open_store

ECHO = """// 무엇을 받았는가?
// What was given?
// @param fields: list of Field = 양자, 없는것 — fields
// @param who: Organization = '' — any
// @param words: list of text = — words
// @param least: int = 3 — a number
// @param on: date = 2026 — a day
// @returns fields, who, words, least, on
RETURN $fields AS fields, $who AS who, $words AS words, $least AS least, $on AS on
"""


@pytest.fixture(autouse=True)
def _echo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "echo.cypher").write_text(ECHO.replace("= — words", "= '' — words"), "utf-8")
    monkeypatch.setenv("MOONSHOT_GRAPH_QUERIES", str(tmp_path))


def _given(**values: Given) -> dict[str, Any]:
    nodes = (
        Node("field/양자", "Field", {"id": "field/양자", "name": "양자"}),
        Node("organization/가온", "Organization", {"id": "organization/가온", "name": "가온"}),
    )
    with open_store(":memory:") as store:
        store.write(PropertyGraph(nodes))
        result = ask("echo", store, **values)
    assert result.title == "What was given?"
    return dict(result.records()[0])


def test_defaults_that_name_nothing_stay_as_they_are() -> None:
    assert _given() == {
        "fields": ["field/양자", "없는것"],
        "who": "",
        "words": [],
        "least": 3,
        "on": "2026",
    }


def test_values_take_their_types() -> None:
    found = _given(fields=["quantum", "양자"], who=" 가온 ", words="a, b", least="7", on="2026-05")
    assert found == {
        "fields": ["field/양자"],
        "who": "organization/가온",
        "words": ["a", "b"],
        "least": 7,
        "on": "2026-05",
    }


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"fields": "없는것"}, "'없는것': no Field of that name"),
        ({"least": "many"}, "least='many': not a whole number"),
        ({"on": "2026-13"}, "on='2026-13': not a date"),
        ({"on": "18 June"}, "on='18 June': not a date"),
        ({"who": ["a", "b"]}, "who: takes one value, not a list"),
        ({"field": "양자"}, "echo has no parameter 'field'; did you mean fields?"),
        ({"zzz": "1"}, "echo has no parameter 'zzz'; it takes fields, who, words, least, on"),
    ],
)
def test_a_wrong_value_is_named(values: dict[str, Given], said: str) -> None:
    with pytest.raises(QueryError) as error:
        _given(**values)
    assert said in str(error.value)


def test_a_value_that_is_needed_is_asked_for() -> None:
    with open_store(":memory:") as store, pytest.raises(QueryError, match="needs organization=…"):
        ask("organization-profile", store)


def test_a_value_is_never_part_of_the_statement() -> None:
    with pytest.raises(QueryError, match="no Organization of that name"):
        _given(who="x' OR true RETURN 1 //")
    assert _given(words="'] DETACH DELETE n //")["words"] == ["'] DETACH DELETE n //"]
