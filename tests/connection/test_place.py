"""One line, with the place in the query."""

from __future__ import annotations

import pytest

from graph.connection import Connection
from graph.errors import QueryError
from graph.stores import Store


def said(db: Connection, cypher: str) -> str:
    with pytest.raises(QueryError) as raised:
        db.run(cypher)
    text = str(raised.value)
    assert "\n" not in text
    return text


@pytest.mark.parametrize(
    ("cypher", "place"),
    [
        ("MATCH (n)\nRETURN x.name", "RETURN ▶x.name"),
        ("MATCH (n) RETURN n.name ORDER BY m.name", "ORDER BY ▶m.name"),
        ("RETURN foo(1)", "RETURN ▶foo(1)"),
        ("RETURN $x", "RETURN ▶$x"),
        ("RETURN 1 +", "RETURN 1 +▶"),
    ],
)
def test_every_store_says_where(store: Store, cypher: str, place: str) -> None:
    text = said(Connection(store), cypher)
    assert text.startswith(f"Cypher, line {cypher.count(chr(10)) + 1}: ")
    assert text.endswith(place)


def test_a_token_is_marked_where_the_database_gave_up(db: Connection) -> None:
    assert "; here: MATCH (n RETURN ▶n" in said(db, "MATCH (n RETURN n")


def test_a_long_line_is_cut_around_the_place(db: Connection) -> None:
    text = said(db, f"RETURN '{'가' * 90}' + nothing + '{'나' * 90}'")
    assert "… " in text
    assert text.endswith(" …")
    assert "▶nothing" in text
    assert len(text) < 200


def test_without_a_place_the_reason_remains(db: Connection) -> None:
    assert said(db, "") == "Cypher: Empty query"


def test_a_name_in_a_comment_is_not_the_place(db: Connection) -> None:
    assert said(db, "MATCH (n) // x\nRETURN x.name").endswith("here: RETURN ▶x.name")
