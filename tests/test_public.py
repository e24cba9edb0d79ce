"""The names that others build on."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import graph

ROOT = Path(__file__).resolve().parent.parent
FUNCTIONS = [name for name in graph.__all__ if name != "__version__"]


def test_the_public_names() -> None:
    assert sorted(graph.__all__) == [
        "__version__", "ask", "build", "connect", "export", "extract", "load", "open_store",
        "project", "read_decisions", "render", "to_networkx", "unproject",
    ]  # fmt: skip
    assert dir(graph) == sorted(graph.__all__)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_is_a_documented_function(name: str) -> None:
    found = getattr(graph, name)
    assert inspect.isfunction(found)
    assert inspect.getdoc(found)


def test_no_public_name_is_a_module() -> None:
    # graph.x would be the function first, and the module once that has been imported.
    modules = {module.name for module in pkgutil.iter_modules(graph.__path__)}
    assert not modules & set(graph.__all__)


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(inspect.getsource(graph))
    block = next(n for n in tree.body if isinstance(n, ast.If))
    seen = {
        alias.asname: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == graph._PUBLIC


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = graph.nothing


def test_importing_the_package_imports_nothing_else_of_it() -> None:
    code = "import graph, sys; print(sorted(m for m in sys.modules if m.startswith('graph.')))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_changelog_knows_this_version() -> None:
    newest = re.search(
        r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert newest is not None
    assert newest.group(1) == graph.__version__
