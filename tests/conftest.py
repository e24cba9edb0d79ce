"""Shared by all tests: the stores, the demo graph, and the options that turn a skip into a failure."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j_server import NoServerError, Server, server

from graph.model import KnowledgeGraph
from graph.stores import Store, open_store

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--require",
        action="append",
        default=[],
        choices=["neo4j", "browser", "shared"],
        help="fail instead of skipping where this is missing",
    )
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")
    parser.addoption(
        "--fuzz", type=int, default=300, help="random queries of the differential fuzz"
    )


def missing(config: pytest.Config, what: str, why: str) -> None:
    """Skip, or fail where ``--require`` names ``what``."""
    if what in config.getoption("--require"):
        pytest.fail(f"{what} is required: {why}", pytrace=False)
    pytest.skip(why)


@pytest.fixture(scope="session")
def update_golden(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-golden"))


@pytest.fixture(scope="session")
def neo4j_server(pytestconfig: pytest.Config) -> Iterator[Server]:
    try:
        with server() as running:
            os.environ["NEO4J_USERNAME"] = running.user
            os.environ["NEO4J_PASSWORD"] = running.password
            yield running
    except NoServerError as error:
        missing(pytestconfig, "neo4j", str(error))


@pytest.fixture(params=["memory", "file", "neo4j", "py2neo"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind in turn."""
    kind = request.param
    if kind == "memory":
        url = ":memory:"
    elif kind == "file":
        url = str(tmp_path / "test.kgl")
    else:
        running = request.getfixturevalue("neo4j_server")
        url = running.url if kind == "neo4j" else f"py2neo+{running.url}"
        if kind == "py2neo":
            pytest.importorskip("py2neo")
    with open_store(url) as opened:
        opened.clear()
        yield opened
        opened.clear()


@pytest.fixture(scope="session")
def shared(pytestconfig: pytest.Config) -> Path:
    """The folder of real documents beside the project, where it is."""
    if not SHARED.is_dir():
        missing(pytestconfig, "shared", "no ../shared with real documents here")
    return SHARED


@pytest.fixture(scope="session")
def demo() -> KnowledgeGraph:
    """The graph of the example documents."""
    from graph.pipeline import extract

    return extract([ROOT / "examples"]).graph
