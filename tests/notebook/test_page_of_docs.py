"""What docs/notebook.md and docs/py2neo.md show is so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from neo4j_server import Server

from graph.catalogue import Catalogue
from graph.connection import Answer, Connection
from graph.model import KnowledgeGraph
from graph.projection import project
from graph.stores import open_store

ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_cells_run(shell: Any) -> None:
    Path("demo.kgl").rename("moonshot.kgl")
    cells = [cell for cell in blocks("notebook.md", "ipython") if "bolt://" not in cell]
    assert len(cells) == 4
    for cell in cells:
        assert shell.run_cell(cell).success, cell
    assert Path("members.html").exists()
    assert len(shell.user_ns["members"]) > 3


def test_the_python_runs(shell: Any, capsys: pytest.CaptureFixture[str]) -> None:
    del shell
    Path("demo.kgl").rename("moonshot.kgl")
    (block,) = blocks("notebook.md", "python")
    names: dict[str, Any] = {}
    exec(compile(block, "notebook.md", "exec"), names)
    assert capsys.readouterr().out.startswith("2030 K-문샷\n")
    assert (names["programmes"], len(names["rows"])) == (2, 4)


def test_every_method_named_is_there() -> None:
    text = "".join(
        (ROOT / "docs" / page).read_text("utf-8") for page in ("notebook.md", "py2neo.md")
    )
    for owner, kind in (("db", Connection), ("members", Answer), ("answer", Answer)):
        for method in set(re.findall(rf"\b{owner}\.(\w+)\(", text)):
            assert hasattr(kind, method), f"{owner}.{method}"


@pytest.fixture
def filled(neo4j_server: Server, demo: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The server with the graph of the examples, the folder and the environment of a checkout."""
    pytest.importorskip("py2neo")
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NEO4J_URI", neo4j_server.url)
    with open_store(neo4j_server.url) as store:
        store.clear()
        store.write(project(demo))
        yield neo4j_server
        store.clear()


@pytest.mark.usefixtures("filled")
def test_py2neo_gives_the_same_rows() -> None:
    names: dict[str, Any] = {}
    for block in blocks("py2neo.md", "python"):
        exec(compile(block, "py2neo.md", "exec"), names)
    names["neo4j"].service.connector.close()
    assert len(names["frame"]) > 10
    assert names["matrix"].loc["과학기술정보통신부", "양자"] == "programme"


def test_every_query_file_runs_in_py2neo(filled: Server) -> None:
    """With the ids that the catalogue binds: as many rows, and the columns that the file promises."""
    from py2neo import Graph

    values = {"first": "K-문샷", "second": "NEXT", "organization": "KIST"}
    db = Graph(filled.url, auth=(filled.user, filled.password))
    with open_store(filled.url) as store:
        for query in Catalogue.load().queries.values():
            asked = _Asked(store)
            needed = {p.name: values[p.name] for p in query.parameters if p.default is None}
            found = Connection(asked).ask(query.name, **needed)
            frame = db.run(query.text, asked.parameters).to_data_frame()
            assert len(frame) == len(found), query.name
            assert not len(frame) or tuple(frame.columns) == query.columns, query.name
    db.service.connector.close()


class _Asked:
    """A store that remembers the parameters of the last question."""

    def __init__(self, store: Any) -> None:
        self._store = store
        self.parameters: dict[str, Any] = {}

    def run(self, cypher: str, parameters: Any = None, **given: Any) -> Any:
        self.parameters = dict(parameters or {})
        return self._store.run(cypher, parameters, **given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)
