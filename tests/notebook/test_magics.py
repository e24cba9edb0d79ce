"""%moonshot, %%cypher and %ask in an IPython."""

from __future__ import annotations

from typing import Any

import pytest
from IPython.core.error import UsageError
from neo4j_server import Server

from graph.connection import Answer, Connection
from graph.model import KnowledgeGraph
from graph.projection import project
from graph.stores import Store

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


def test_connects_and_says_to_what(shell: Any) -> None:
    assert repr(shell.run_line_magic("moonshot", "demo.kgl")) == "<Connection to demo.kgl>"
    assert shell.run_line_magic("moonshot", ">> db") is None
    assert isinstance(shell.user_ns["db"], Connection)
    shell.run_line_magic("moonshot", ":memory:")
    assert shell.run_line_magic("moonshot", "").store.address == ":memory:"
    shell.run_line_magic("moonshot", "db")
    assert shell.run_line_magic("moonshot", "").store.address == "demo.kgl"


def test_an_earlier_answer_can_still_be_drawn(shell: Any, neo4j_server: Server) -> None:
    shell.run_line_magic("moonshot", neo4j_server.url)
    shell.run_cell_magic("cypher", ">> earlier", "RETURN 1 AS one")
    shell.run_line_magic("moonshot", "demo.kgl")
    assert "one" in shell.user_ns["earlier"].graph().html


def test_a_cell_takes_its_parameters_from_variables(shell: Any) -> None:
    shell.run_line_magic("moonshot", "demo.kgl")
    shell.user_ns["names"] = ["K-문샷"]
    cell = (
        "MATCH (p:Program) WHERE p.name IN $names // $none\nRETURN p.name AS name, '$none' AS text"
    )
    found = shell.run_cell_magic("cypher", "", cell)
    assert isinstance(found, Answer)
    assert found.data() == [{"name": "K-문샷", "text": "$none"}]


def test_a_result_is_kept_instead_of_shown(shell: Any) -> None:
    shell.run_line_magic("moonshot", "demo.kgl")
    assert shell.run_cell_magic("cypher", ">> one", "RETURN 1 AS one") is None
    assert shell.user_ns["one"].evaluate() == 1


def test_a_cell_writes_only_when_told(shell: Any) -> None:
    shell.run_line_magic("moonshot", "demo.kgl")
    write = "CREATE (y:Year {id: 'year/1', name: '1', year: 1})"
    with pytest.raises(UsageError, match="give --write"):
        shell.run_cell_magic("cypher", "", write)
    shell.run_cell_magic("cypher", "--write", write)
    assert shell.run_cell_magic("cypher", "", "MATCH (y:Year {year: 1}) RETURN y").keys() == ["y"]


def test_asks_with_text_and_with_variables(shell: Any) -> None:
    shell.run_line_magic("moonshot", "demo.kgl")
    by_text = shell.run_line_magic("ask", "agencies-covering field=quantum,AI")
    shell.user_ns["fields"] = ["양자", "인공지능"]
    by_variable = shell.run_line_magic("ask", "agencies-covering field=$fields")
    assert len(by_text) > 10
    assert by_text.data() == by_variable.data()
    event = '"K-문샷 추진전략 협력기업 업무협약식"'
    assert len(shell.run_line_magic("ask", f"event-participants event={event}")) == 4


def test_without_a_query_they_are_listed(shell: Any) -> None:
    shell.run_line_magic("moonshot", "demo.kgl")
    assert "agencies-covering" in shell.run_line_magic("ask", "").value("query")


@pytest.mark.parametrize(
    ("line", "cell", "why"),
    [
        ("", "RETURN $nothing", r"\$nothing: no Python variable 'nothing'"),
        ("", "MATCH (n)\nRETURN m", "line 2: .*RETURN ▶m"),
        ("--read", "RETURN 1", "--read: unknown; %%cypher takes --write and >> name"),
        (">> 1", "RETURN 1", "give the name of a variable"),
    ],
)
def test_a_faulty_cell_is_told_in_one_line(shell: Any, line: str, cell: str, why: str) -> None:
    shell.run_line_magic("moonshot", "demo.kgl")
    with pytest.raises(UsageError, match=why) as raised:
        shell.run_cell_magic("cypher", line, cell)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("magic", "line", "why"),
    [
        ("moonshot", "none.kgl", "none.kgl: no such store"),
        ("moonshot", "a b", "takes one store"),
        ("moonshot", "http://x", "unknown kind of store"),
        ("ask", "agencies", "no query 'agencies'; near it: agencies-covering"),
        ("ask", "agencies-covering quantum", "'quantum': write NAME=VALUE"),
        ("ask", "agencies-covering fields=AI", "no parameter 'fields'; did you mean field"),
        ("ask", "organization-profile organization=과기정통뷰", "near it: "),
    ],
)
def test_a_faulty_line_is_told_in_one_line(shell: Any, magic: str, line: str, why: str) -> None:
    if magic == "ask":
        shell.run_line_magic("moonshot", "demo.kgl")
    with pytest.raises(UsageError, match=why) as raised:
        shell.run_line_magic(magic, line)
    assert "\n" not in str(raised.value)


def test_what_is_shown_is_one_line_and_no_traceback(
    shell: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.run_cell("%moonshot none.kgl")
    told = capsys.readouterr()
    assert (told.out + told.err).count("\n") == 1
    assert "UsageError: none.kgl: no such store" in told.out + told.err


def test_the_same_on_every_store(shell: Any, store: Store, demo: KnowledgeGraph) -> None:
    store.write(project(demo))
    shell.user_ns["db"] = Connection(store)
    shell.run_line_magic("moonshot", "db")
    shell.user_ns["label"] = "양자"
    cell = "MATCH (f:Field {name: $label})<-[:HAS_FIELD]-(p) RETURN p.name AS name"
    found = shell.run_cell_magic("cypher", "", cell)
    assert found.value() == ["국가전략기술 선도 NEXT 프로젝트"]
    assert "NEXT" in found.graph().html
