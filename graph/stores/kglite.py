"""The embedded store: a graph in memory, kept in one file. All that is known of kglite stands here.

Its optimizer answers some queries wrongly in 0.21.2, so it is always off. It adds ``title`` and
``type`` to the properties of nodes and ``type`` to those of relationships, and numbers nodes itself;
both are undone on the way out. See decisions/0002-embedded-store.md.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from graph.errors import QueryError, StoreError
from graph.model import Edge, Node, PropertyGraph, Result, ResultValue
from graph.model import Path as Walk
from graph.ontology import ontology
from graph.resources import schema_file
from graph.stores.base import UNLIMITED, Closing, Limits, Parameters, WriteReport
from graph.stores.loading import forget, load
from graph.stores.lock import StoreLock
from graph.stores.parts import FINGERPRINT, Part
from graph.stores.reading import read_graph
from graph.stores.script import refuse_outside, statements
from graph.stores.writing import Transaction

_T = TypeVar("_T")

MEMORY = ":memory:"


class KgliteStore(Closing):
    """A store in a file, or in memory only (``:memory:``)."""

    def __init__(self, address: str) -> None:
        self.address = address
        # A link to a store stays a link.
        self._path = None if address == MEMORY else Path(os.path.realpath(address))
        self._lock = StoreLock(address, self._path)
        self._written = 0
        self._seen = ""
        self._graph = self._load()

    def exclusively(self, work: Callable[[], _T]) -> _T:
        """Run ``work`` under the file's lock, from what the file holds now."""
        with self._lock as first:
            if first:
                self._look_again()
            return work()

    def state(self) -> str:
        """Return which file was read, and how often it was written by us since."""
        return f"{self._seen} {self._written}"

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
        self,
        cypher: str,
        parameters: Parameters | None = None,
        *,
        write: bool = False,
        limits: Limits = UNLIMITED,
    ) -> Result:
        """Run one statement; kglite's own read-only mode refuses changes unless ``write``."""
        given = dict(parameters or {})
        if write:
            with self._writing():
                forget(self)
                return self._result(cypher, given, limits)
        refuse_outside(cypher)
        self._graph.read_only(True)
        try:
            return self._result(cypher, given, limits)
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
        self._seen = self._stamp()
        if self._path is None or not self._path.exists():
            return kglite.KnowledgeGraph()
        if self._path.is_dir():
            raise StoreError(f"{self.address}: is a folder, not a store file")
        try:
            return kglite.load(str(self._path))
        except (kglite.KgError, OSError, ValueError) as error:
            raise StoreError(
                f"{self.address}: no store of this program, or damaged; move it away and build again"
            ) from error

    def _stamp(self) -> str:
        """What is another for another file at the path."""
        if self._path is None or not self._path.exists():
            return ""
        found = self._path.stat()
        return f"{found.st_ino} {found.st_mtime_ns} {found.st_size}"

    def _look_again(self) -> None:
        """Take the file as it is now, if another was put in its place."""
        if self._stamp() != self._seen:
            self._graph = self._load()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the file's lock, start from what it holds now, and replace it when all went well."""
        if self._path is None:
            self._written += 1
            yield
            return
        with self._lock as first:
            if first:
                self._look_again()
            try:
                yield
                self._save(self._path)
            except BaseException:
                self._graph = self._load()
                raise

    def _save(self, path: Path) -> None:
        """Replace the file in one step by one that is on the disk already.

        Not under its own name: kglite takes our lock for that of another of its writers.
        """
        import kglite

        new = path.with_name(f"{path.name}.new")
        try:
            # What a writer left that was killed; nobody else is writing now.
            for left in (new, *path.parent.glob(f"{glob.escape(new.name)}.tmp.*")):
                left.unlink(missing_ok=True)
            self._graph.save(str(new))
            os.replace(new, path)
            self._seen = self._stamp()
        except (kglite.KgError, OSError) as error:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise StoreError(
                f"{self.address}: cannot be written, and is as it was: {_line(error)}"
            ) from error

    def _cypher(
        self, cypher: str, parameters: dict[str, object], limits: Limits = UNLIMITED
    ) -> Any:
        return self._graph.cypher(
            cypher,
            params=parameters,
            disable_optimizer=True,
            # Without a limit of ours it would stop after three minutes; 0 is none.
            timeout_ms=max(1, int(limits.seconds * 1000)) if limits.seconds is not None else 0,
            row_limit=limits.rows,
        )

    def _result(self, cypher: str, parameters: dict[str, object], limits: Limits) -> Result:
        import kglite

        try:
            view = self._cypher(cypher, parameters, limits)
            columns, rows = tuple(view.columns), list(view)
        except kglite.CypherTimeoutError as error:
            raise QueryError(
                f"stopped after {limits.seconds:g} s; narrow the query or allow more time (--timeout)"
            ) from error
        except kglite.ReadOnlyError as error:
            raise QueryError(
                "this statement would change the store; give --write to allow it"
            ) from error
        except (kglite.KgError, ValueError, TypeError) as error:
            raise QueryError(f"Cypher: {_line(error)}") from error
        ids = self._ids(rows)
        cut = limits.rows is not None and (view.diagnostics.get("total_rows") or 0) > limits.rows
        values = tuple(tuple(_value(row[c], ids) for c in columns) for row in rows)
        return Result(columns, values, cut=cut)

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
