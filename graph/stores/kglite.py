"""The embedded store: a graph in memory, kept in one file. All that is known of kglite stands here.

Its optimizer answers some queries wrongly in 0.21.2, so it is always off. It adds ``title`` and
``type`` to the properties of nodes and ``type`` to those of relationships, and numbers nodes itself;
both are undone on the way out. See decisions/0002-embedded-store.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.errors import QueryError, StoreError
from graph.model import Edge, Node, PropertyGraph, Result, ResultValue
from graph.model import Path as Walk
from graph.ontology import ontology
from graph.resources import schema_file
from graph.stores.base import Closing, Parameters, WriteReport
from graph.stores.loading import forget, load
from graph.stores.parts import FINGERPRINT, Part
from graph.stores.reading import read_graph
from graph.stores.script import refuse_outside, statements
from graph.stores.writing import Transaction

MEMORY = ":memory:"


class KgliteStore(Closing):
    """A store in a file, or in memory only (``:memory:``)."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._path = None if address == MEMORY else Path(address)
        self._graph = self._load()

    def write(self, graph: PropertyGraph | Iterable[Part]) -> WriteReport:
        """Make the store hold exactly ``graph``; the file is replaced in one step, or not at all."""
        with self._writing():
            for statement in statements(schema_file().read_text(encoding="utf-8")):
                self._cypher(statement, {})
            return load(graph, self)

    def send(self, transaction: Transaction) -> None:
        """Run the commands; the file keeps them when all are done."""
        for command in transaction:
            self._cypher(command.cypher, {"rows": list(command.rows)})

    def read(self, links: bool = True) -> PropertyGraph:
        """Return all our nodes and relationships, sorted; ``links`` to passages only if wanted."""
        return read_graph(self.run, self.address, links)

    def run(
        self, cypher: str, parameters: Parameters | None = None, *, write: bool = False
    ) -> Result:
        """Run one statement; kglite's own read-only mode refuses changes unless ``write``."""
        given = dict(parameters or {})
        if write:
            with self._writing():
                forget(self)
                return self._result(cypher, given)
        refuse_outside(cypher)
        self._graph.read_only(True)
        try:
            return self._result(cypher, given)
        finally:
            self._graph.read_only(False)

    def clear(self) -> None:
        """Remove everything."""
        with self._writing():
            self._cypher("MATCH (n) DETACH DELETE n", {})

    def _load(self) -> Any:
        import kglite

        # It warns on standard error of labels that a graph has none of; our queries name them all.
        kglite.set_query_warning_policy("silent")
        if self._path is None or not self._path.exists():
            return kglite.KnowledgeGraph()
        if self._path.is_dir():
            raise StoreError(f"{self.address}: is a folder, not a store file")
        try:
            return kglite.load(str(self._path))
        except (kglite.KgError, OSError, ValueError) as error:
            raise StoreError(
                f"{self.address}: no store of this program; move it away and build again"
            ) from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the file's lock, start from what it holds now, and replace it when all went well."""
        if self._path is None:
            yield
            return
        from filelock import FileLock, Timeout

        folder = self._path.resolve().parent
        if not folder.is_dir():
            raise StoreError(f"{self.address}: no folder {folder.name!r} to write it in")
        try:
            with FileLock(f"{self._path}.lock", timeout=0):
                self._graph = self._load()
                try:
                    yield
                    self._save()
                except BaseException:
                    self._graph = self._load()
                    raise
        except Timeout as error:
            raise StoreError(f"{self.address}: another program is writing it; try again") from error
        except OSError as error:
            raise StoreError(f"{self.address}: cannot be written: {error.strerror}") from error

    def _save(self) -> None:
        import kglite

        assert self._path is not None
        new = self._path.with_name(f"{self._path.name}.new")
        try:
            self._graph.save(str(new))
            os.replace(new, self._path)
        except kglite.KgError as error:
            raise StoreError(f"{self.address}: cannot be written: {_line(error)}") from error
        finally:
            new.unlink(missing_ok=True)

    def _cypher(self, cypher: str, parameters: dict[str, object]) -> Any:
        return self._graph.cypher(cypher, params=parameters, disable_optimizer=True)

    def _result(self, cypher: str, parameters: dict[str, object]) -> Result:
        import kglite

        try:
            view = self._cypher(cypher, parameters)
            columns, rows = tuple(view.columns), list(view)
        except kglite.ReadOnlyError as error:
            raise QueryError(
                "this statement would change the store; give --write to allow it"
            ) from error
        except (kglite.KgError, ValueError, TypeError) as error:
            raise QueryError(f"Cypher: {_line(error)}") from error
        ids = self._ids(rows)
        return Result(columns, tuple(tuple(_value(row[c], ids) for c in columns) for row in rows))

    def _ids(self, rows: list[dict[str, Any]]) -> Mapping[int, str]:
        """Our ids of the nodes that relationships in ``rows`` join, by kglite's numbers."""
        wanted = sorted({end for row in rows for value in row.values() for end in _ends(value)})
        if not wanted:
            return {}
        found = self._cypher(
            "MATCH (n) WHERE elementId(n) IN $wanted RETURN elementId(n) AS number, n.id AS id",
            {"wanted": [str(number) for number in wanted]},
        )
        return {int(row["number"]): str(row["id"]) for row in found}


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]


def _is_node(value: object) -> bool:
    return isinstance(value, dict) and {"id", "labels", "properties"} == set(value)


def _is_edge(value: object) -> bool:
    return isinstance(value, dict) and {"id", "start", "end", "type", "properties"} == set(value)


def _is_walk(value: object) -> bool:
    return isinstance(value, dict) and {"nodes", "relationships"} == set(value)


def _ends(value: Any) -> Iterator[int]:
    if _is_edge(value):
        yield from (value["start"], value["end"])
    elif _is_node(value):
        return
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _ends(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ends(inner)


def _node(raw: Mapping[str, Any]) -> Node:
    label = raw["labels"][0] if raw["labels"] else ""
    properties = {key: value for key, value in raw["properties"].items() if value is not None}
    known = ontology().labels.get(label)
    own_title = known is not None and "title" in known.properties
    if not own_title or properties.get("title") in (properties.get("name"), properties.get("id")):
        properties.pop("title", None)
    if known is None or "type" not in known.properties:
        properties.pop("type", None)
    properties.pop(FINGERPRINT, None)
    return Node(str(properties.get("id", raw["id"])), label, properties)


def _edge(raw: Mapping[str, Any], source: str, target: str) -> Edge:
    properties = {k: v for k, v in raw["properties"].items() if k != "type" and v is not None}
    return Edge(source, target, raw["type"], properties)


def _value(value: Any, ids: Mapping[int, str]) -> ResultValue:
    if _is_node(value):
        return _node(value)
    if _is_edge(value):
        ends = (ids.get(value[end], str(value[end])) for end in ("start", "end"))
        return _edge(value, *ends)
    if _is_walk(value):
        edges = tuple(_value(r, ids) for r in value["relationships"])
        return Walk(tuple(_node(n) for n in value["nodes"]), edges)  # type: ignore[arg-type]
    if isinstance(value, dict):
        return {key: _value(inner, ids) for key, inner in value.items()}
    if isinstance(value, list):
        return [_value(inner, ids) for inner in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)
