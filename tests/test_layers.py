"""The import rule: a module may import what stands above its own line, never what stands on or below it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GRAPH = Path(__file__).resolve().parent.parent / "graph"
LAYERS = (
    ("errors", "resources"),
    ("ontology", "files"),
    ("model",),
    ("vocabulary", "korean"),
    ("loaders", "mentions", "statements", "entities", "analysis"),
    ("reader", "readings", "wordings", "proposals", "lineage"),
    ("projection", "comparison", "confidence", "marking"),
    ("stores", "exports", "views", "verification", "exactness", "explanation"),
    ("catalogue",),
    ("pipeline",),
    ("history",),
    ("connection",),
    ("notebook", "mcp", "serve"),
    ("cli",),
    ("__main__",),
)
"""Names on one line may not import each other."""

HEAVY = {
    "jinja2",
    "kglite",
    "kiwipiepy",
    "lxml",
    "neo4j",
    "networkx",
    "olefile",
    "openai",
    "pandas",
    "py2neo",
    "pypdfium2",
    "pyvis",
    "wcwidth",
}
"""Imported where they are used, so that the command line starts quickly."""

MODULES = sorted(GRAPH.rglob("*.py"))
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}


def part(module: str) -> str:
    """The part of the package that a dotted name belongs to."""
    return module.split(".")[1] if "." in module else module


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            yield node.module or ""


def at_import(tree: ast.Module) -> Iterator[str]:
    """What is imported as soon as the module is: not within functions, not for types only."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imported(node)
        waiting.extend(ast.iter_child_nodes(node))


def name(path: Path) -> str:
    return ".".join(path.relative_to(GRAPH.parent).with_suffix("").parts)


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_every_part_has_its_line() -> None:
    parts = {part(name(path)) for path in MODULES} - {"__init__"}
    assert parts <= set(LEVEL)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_point_upwards_only(path: Path) -> None:
    own = part(name(path))
    if own == "__init__":
        return  # the public face names what it leads to
    for module in imported(parse(path)):
        if module.split(".")[0] != "graph" or module == "graph" or part(module) == own:
            continue
        assert LEVEL[part(module)] < LEVEL[own], f"{name(path)} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_heavy_packages_are_imported_where_they_are_used(path: Path) -> None:
    assert not HEAVY & {module.split(".")[0] for module in at_import(parse(path))}


def test_the_catalogue_knows_no_particular_store() -> None:
    stores = {
        m
        for path in (GRAPH / "catalogue").glob("*.py")
        for m in imported(parse(path))
        if "stores" in m
    }
    assert stores <= {"graph.stores.base", "graph.stores.script"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_are_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_the_rule_can_be_broken() -> None:
    tree = ast.parse(
        "import neo4j\ndef f():\n    import kglite\nif TYPE_CHECKING:\n    import pyvis"
    )
    assert set(at_import(tree)) == {"neo4j"}
    assert set(imported(tree)) == {"neo4j", "kglite", "pyvis"}
