"""Connecting and asking from Python, with the habits of the drivers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import graph
from graph.connection import Connection, Record, connect
from graph.errors import QueryError, StoreError
from graph.model import KnowledgeGraph, Node
from graph.projection import project
from graph.stores import Store, open_store

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_same_answers_from_every_store(store: Store, demo: KnowledgeGraph) -> None:
    store.write(project(demo))
    db = Connection(store)
    found = db.run(
        "MATCH (p:Program)-[:TARGETS_YEAR]->(y:Year) WHERE y.year < $until "
        "RETURN p.name AS name, y.year AS year ORDER BY year, name",
        {"until": 2036},
    )
    assert [tuple(record) for record in found] == [
        ("K-문샷", 2030),
        ("국가전략기술 선도 NEXT 프로젝트", 2030),
        ("K-문샷", 2035),
    ]
    assert db.evaluate("RETURN $a + $b", a=1, b=2) == 3
    assert db.ask("people-positions", person="오상록").data()[0]["title"] == "원장"
    assert db.read() == demo


def test_nothing_is_changed_unless_told(db: Connection) -> None:
    with pytest.raises(QueryError, match=r"--write, in Python write=True"):
        db.run("CREATE (n:Year {id: 'year/1', name: '1', year: 1})")
    assert not db.run("MATCH (y:Year {year: 1}) RETURN y")
    db.run("CREATE (n:Year {id: 'year/1', name: '1', year: 1})", write=True)
    assert db.evaluate("MATCH (y:Year {year: 1}) RETURN y.name") == "1"


def test_parameters_by_name_and_as_a_dictionary(db: Connection) -> None:
    assert db.run("RETURN $a AS a, $b AS b", {"a": 1}, b=[2]).data() == [{"a": 1, "b": [2]}]


def test_a_closed_connection_is_closed_at_the_end_of_the_block(tmp_path: Path) -> None:
    address = str(tmp_path / "a.kgl")
    with open_store(address) as store:
        store.write(graph.project(graph.extract([ROOT / "examples"]).graph))
    with graph.connect(address) as db:
        assert repr(db) == f"<Connection to {address}>"
        assert db.evaluate("MATCH (p:Program) RETURN count(p)") == 2


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no such store; 'moonshot build"):
        connect(str(tmp_path / "none.kgl"))
    assert not list(tmp_path.iterdir())


def test_the_default_comes_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOONSHOT_GRAPH_STORE", ":memory:")
    assert connect().store.address == ":memory:"
    monkeypatch.delenv("MOONSHOT_GRAPH_STORE")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=r"^moonshot\.kgl: no such store"):
        connect()


def test_the_queries_are_listed(db: Connection) -> None:
    listed = {record["query"] for record in db.queries()}
    assert {"agencies-covering", "as-of", "targets-timeline"} <= listed


def test_records_as_the_drivers_have_them(db: Connection) -> None:
    record = db.run("MATCH (p:Program {name: 'K-문샷'}) RETURN p AS program, 1 AS one").single()
    program = record["program"]
    assert isinstance(program, Node)
    assert record[0] is program
    assert record.keys() == ["program", "one"]
    assert record.values() == [program, 1]
    assert dict(record.items()) == {"program": program, "one": 1}
    assert record.get("two") is None
    assert record.data()["program"] == {
        "label": "Program",
        **dict(sorted(program.properties.items())),
    }
    assert len(record) == 2
    assert record == Record(("program", "one"), (program, 1))
    assert "K-문샷" in repr(record)
    with pytest.raises(KeyError, match="no column 'two'; there are program, one"):
        record["two"]


def test_it_runs_without_jupyter_and_pandas(tmp_path: Path) -> None:
    code = """
import sys
for name in ("pandas", "ipykernel", "jupyter_client", "nbformat"):
    sys.modules[name] = None
import graph
with graph.open_store("a.kgl") as store:
    graph.build([sys.argv[1]], store)
with graph.connect("a.kgl") as db:
    print(len(db.ask("agencies-covering", field=["quantum", "AI"])), db.run("RETURN 1 AS a").data())
    assert "<table>" in db.run("RETURN 1 AS a")._repr_html_()
    assert db.render("around", "NEXT").html.startswith("<!DOCTYPE html>")
    assert db.to_networkx().number_of_nodes() > 100
    try:
        db.run("RETURN 1 AS a").to_frame()
    except graph.errors.MissingExtraError as error:
        print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", "import graph.errors\n" + code, str(ROOT / "examples")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    first, second = done.stdout.splitlines()
    assert first.endswith("[{'a': 1}]")
    assert int(first.split()[0]) > 10
    assert "pip install 'moonshot-graph[notebook]'" in second
