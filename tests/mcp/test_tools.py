"""Which tools an assistant has, and what they answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.catalogue import Catalogue
from graph.connection import Connection, connect
from graph.errors import QueryError
from graph.mcp.tools import MOST_ROWS, Tool, tools


@pytest.fixture(scope="module")
def connection(demo_store: Path) -> Iterator[Connection]:
    with connect(str(demo_store)) as opened:
        yield opened


def tool(name: str) -> Tool:
    return next(t for t in tools() if t.name == name)


def test_every_canned_query_is_a_tool() -> None:
    assert [t.name for t in tools()] == ["find", "explain", *sorted(Catalogue.load().queries)]


def test_a_tool_says_what_it_takes() -> None:
    takes = tool("agencies-covering").takes
    assert takes["properties"]["field"]["type"] == "array"
    assert takes["required"] == []
    assert tool("targets-timeline").takes["properties"]["until"]["type"] == "integer"
    assert tool("connection").takes["required"] == ["first", "second"]


def test_every_answer_of_a_query_carries_its_quotes(connection: Connection) -> None:
    found = tool("agencies-covering").run(connection, {"field": ["quantum", "AI"]})
    assert found["number"] == len(found["rows"]) > 0
    assert found["left_out"] == 0
    for row in found["rows"]:
        assert any(key.startswith("quote") for key in row)


def test_an_answer_says_how_many_rows_it_leaves_out(connection: Connection) -> None:
    found = tool("evidence").run(connection, {})
    assert len(found["rows"]) == MOST_ROWS
    assert found["left_out"] == found["number"] - MOST_ROWS > 0


def test_names_are_found_by_a_part_and_by_initials(connection: Connection) -> None:
    for text in ("과학기술정보", "Ministry of Science", "ㄱㅎㄱㅅㅈㅂ"):
        rows = tool("find").run(connection, {"text": text})["rows"]
        assert "과학기술정보통신부" in {row["name"] for row in rows}
    assert tool("find").run(connection, {"text": "···"})["rows"] == []


def test_a_name_is_explained_with_its_evidence(connection: Connection) -> None:
    found = tool("explain").run(connection, {"name": "MSIT"})
    assert found["entities"][0]["name"] == "과학기술정보통신부"
    assert found["evidence"]["rows"][0]["quote"]
    with pytest.raises(QueryError, match="nothing is called"):
        tool("explain").run(connection, {"name": "없는 이름"})
