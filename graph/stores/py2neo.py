"""Neo4j through py2neo: an extra for those who live in its habits. py2neo is at its end of life.

What it cannot do is said where it cannot: it knows no access modes, so the server does not enforce
read-only transactions; statements with a writing clause are refused here by their grammar instead.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, TypeVar

from graph.errors import MissingExtraError, QueryError, StoreError
from graph.model import Edge, Node, PropertyGraph, Result, ResultValue
from graph.model import Path as Walk
from graph.resources import schema_file
from graph.stores.base import UNLIMITED, Closing, Limits, Parameters, WriteReport
from graph.stores.loading import fingerprints, forget, load
from graph.stores.parts import FINGERPRINT, Part
from graph.stores.reading import read_graph
from graph.stores.script import bare, statements
from graph.stores.turns import CONSTRAINT, END, START, TAKE, OvertakenError, Turns
from graph.stores.writing import Transaction

_T = TypeVar("_T")

_WRITES = re.compile(
    r"\b(?:CREATE|MERGE|SET|DELETE|DETACH|REMOVE|DROP|FOREACH|LOAD|ALTER|GRANT|DENY|REVOKE)\b|\bCALL\s+(?!db\.|\s*[{(])",
    re.IGNORECASE,
)


class Py2neoStore(Closing):
    """A Neo4j database by ``py2neo+bolt://``."""

    def __init__(self, address: str) -> None:
        try:
            import py2neo
        except ImportError as error:
            raise MissingExtraError("py2neo", "py2neo") from error
        url = address.removeprefix("py2neo+")
        self.address = re.sub(r"//[^@/]*@", "//", url)
        self._turns = Turns(self.address, self.run, self._start, self._end, self.state)
        user = os.environ.get("NEO4J_USERNAME", "neo4j")
        password = os.environ.get("NEO4J_PASSWORD", "")
        try:
            self._graph = py2neo.Graph(
                url, auth=(user, password), name=os.environ.get("NEO4J_DATABASE")
            )
            self._graph.run("RETURN 1").evaluate()
        except (
            Exception
        ) as error:  # py2neo raises classes of several packages without a common base
            raise StoreError(f"{self.address}: py2neo cannot connect: {_line(error)}") from error

    def write(self, graph: PropertyGraph | Iterable[Part]) -> WriteReport:
        """Make the database hold exactly ``graph``; a document's facts are in one transaction."""
        return self._turns.exclusively(
            lambda: load(graph, self), again=isinstance(graph, PropertyGraph)
        )

    def exclusively(self, work: Callable[[], _T]) -> _T:
        """Run ``work``, again where somebody else wrote meanwhile."""
        return self._turns.exclusively(work)

    def state(self) -> str:
        """Return what the fingerprints of the documents are."""
        return fingerprints(self)

    def _end(self, number: int) -> None:
        self._run(END, {"turn": number}, write=True)

    def _start(self) -> int:
        """Apply the schema and return the number of the next writing transaction."""
        for statement in (*statements(schema_file().read_text(encoding="utf-8")), CONSTRAINT):
            self._run(statement, None, write=True)
        number = self._run(START, None, write=True).rows[0][0]
        assert isinstance(number, int)
        return number

    def send(self, transaction: Transaction) -> None:
        """Run the commands in one transaction."""
        begun = self._graph.begin()
        if begun.run(TAKE, turn=self._turns.turn).evaluate() is None:
            self._graph.rollback(begun)
            raise OvertakenError
        for command in transaction:
            begun.run(command.cypher, rows=list(command.rows))
        self._graph.commit(begun)
        self._turns.moved()

    def read(self, links: bool = True) -> PropertyGraph:
        """Return all our nodes and relationships, sorted; ``links`` to passages only if wanted."""
        return self._turns.consistently(lambda: read_graph(self.run, self.address, links))

    def run(
        self,
        cypher: str,
        parameters: Parameters | None = None,
        *,
        write: bool = False,
        limits: Limits = UNLIMITED,
    ) -> Result:
        """Run one statement; without ``write`` one with a writing clause is refused."""
        if not write and _WRITES.search(bare(cypher)):
            raise QueryError("this statement would change the store; give --write to allow it")
        if not write:
            return self._run(cypher, parameters, write=False, limits=limits)

        def work() -> Result:
            forget(self)
            self.send(())
            return self._run(cypher, parameters, write=True, limits=limits)

        return self.exclusively(work)

    def _run(
        self,
        cypher: str,
        parameters: Parameters | None,
        *,
        write: bool,
        limits: Limits = UNLIMITED,
    ) -> Result:
        del write  # py2neo knows no access modes
        try:
            cursor = self._graph.run(cypher, dict(parameters or {}))
            columns = tuple(cursor.keys() or ())
            some = tuple(islice(cursor, None if limits.rows is None else limits.rows + 1))
            rows = tuple(tuple(_value(v) for v in record.values()) for record in some)
        except Exception as error:  # see above
            raise QueryError(f"Cypher: {_line(error)}") from error
        cut = limits.rows is not None and len(rows) > limits.rows
        return Result(columns, rows[: limits.rows], cut=cut)

    def clear(self) -> None:
        """Remove everything."""
        self.exclusively(lambda: self.send(()))
        self._graph.run("MATCH (n) WHERE NOT n:MoonshotGraph DETACH DELETE n")

    def close(self) -> None:
        """Close the connections."""
        self._graph.service.connector.close()


def _line(error: object) -> str:
    return " ".join(str(error).split())[:300]


def _node(raw: Any) -> Node:
    properties = {name: value for name, value in dict(raw).items() if name != FINGERPRINT}
    return Node(str(properties.get("id", raw.identity)), min(raw.labels, default=""), properties)


def _edge(raw: Any) -> Edge:
    source, target = (str(n.get("id", n.identity)) for n in (raw.start_node, raw.end_node))
    return Edge(source, target, type(raw).__name__, dict(raw))


def _value(value: Any) -> ResultValue:
    import py2neo

    if isinstance(value, py2neo.Node):
        return _node(value)
    if isinstance(value, py2neo.Relationship):
        return _edge(value)
    if isinstance(value, py2neo.data.Path):
        return Walk(tuple(map(_node, value.nodes)), tuple(map(_edge, value.relationships)))
    if isinstance(value, list | tuple):
        return [_value(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _value(inner) for key, inner in value.items()}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)
