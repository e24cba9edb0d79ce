"""Shared by all tests: the stores, the demo graph, and the options that turn a skip into a failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from neo4j_server import NoServerError, Server, server

from graph.model import KnowledgeGraph
from graph.stores import Store, open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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


def missing(config: pytest.Config, what: str, why: str) -> NoReturn:
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


@pytest.fixture(scope="session")
def demo_store(demo: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that holds the graph of the example documents; not to be written to."""
    from graph.pipeline import load

    path = tmp_path_factory.mktemp("demo") / "graph.kgl"
    with open_store(str(path)) as opened:
        load(demo, opened)
    return path


@pytest.fixture(scope="session")
def chromium(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """Chromium from ``CHROMIUM``, the usual place or the path."""
    why = ""
    known = [os.environ.get("CHROMIUM", ""), "/usr/bin/chromium"]
    found = [path for path in known if path and Path(path).exists()]
    path = found[0] if found else shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        why = "playwright is not installed"
    if not path:
        why = "no Chromium here; set CHROMIUM to its path"
    if why or not path:
        missing(pytestconfig, "browser", why)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
