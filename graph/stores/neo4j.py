"""Neo4j 5.26 and newer through the official driver: parameters only, managed transactions."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar, cast

from graph.errors import QueryError, StoreError
from graph.model import Edge, Node, PropertyGraph, Result, ResultValue
from graph.model import Path as Walk
from graph.resources import schema_file
from graph.stores.base import UNLIMITED, Closing, Limits, Parameters, WriteReport
from graph.stores.loading import fingerprints, forget, load
from graph.stores.parts import FINGERPRINT, Part
from graph.stores.reading import read_graph
from graph.stores.script import refuse_outside, statements
from graph.stores.turns import CONSTRAINT, END, START, TAKE, OvertakenError, Turns
from graph.stores.writing import Transaction

_T = TypeVar("_T")


class Neo4jStore(Closing):
    """A Neo4j database, by ``bolt://``, ``neo4j://`` or one of their encrypted forms."""

    def __init__(self, address: str) -> None:
        import neo4j

        self.address = re.sub(r"//[^@/]*@", "//", address)
        # Retries are the driver's to make: what is left in the end is ours to say, in one line.
        logging.getLogger("neo4j").addHandler(logging.NullHandler())
        user = os.environ.get("NEO4J_USERNAME", "neo4j")
        password = os.environ.get("NEO4J_PASSWORD", "")
        self._database = os.environ.get("NEO4J_DATABASE") or None
        auth = (user, password) if password else None
        try:
            self._driver = neo4j.GraphDatabase.driver(
                address,
                auth=auth,
                connection_timeout=10,
                max_transaction_retry_time=15,
                notifications_min_severity="OFF",
            )
        except (ValueError, neo4j.exceptions.ConfigurationError) as error:
            raise StoreError(f"{self.address}: not an address of Neo4j: {_line(error)}") from error
        self._turns = Turns(self.address, self.run, self._start, self._end, self.state)
        try:
            self._asking(lambda: self._driver.verify_connectivity())
        except StoreError:
            self.close()
            raise

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
        with self._session() as session:
            self._asking(lambda: session.execute_write(_apply, transaction, self._turns.turn))
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
        """Run one statement; unless ``write``, in a read transaction that the server enforces."""
        if not write:
            refuse_outside(cypher)
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
        from neo4j import unit_of_work

        given = dict(parameters or {})

        def work(transaction: Any) -> Result:
            answer = transaction.run(cypher, given)
            columns = tuple(answer.keys())
            rows = [list(record.values()) for record in islice(answer, limits.rows)]
            cut = limits.rows is not None and answer.peek() is not None
            answer.consume()
            ids = _ids(transaction, rows)
            values = tuple(tuple(_value(v, ids) for v in row) for row in rows)
            return Result(columns, values, cut=cut)

        with self._session() as session:
            execute = session.execute_write if write else session.execute_read
            timed = unit_of_work(timeout=limits.seconds)(work)
            return self._asking(lambda: cast("Result", execute(timed)))

    def clear(self) -> None:
        """Remove everything, in batches so that a large graph fits in memory."""
        self.exclusively(lambda: self.send(()))
        some = "MATCH (n) WHERE NOT n:MoonshotGraph WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS gone"
        while self._run(some, None, write=True).rows[0][0]:
            pass

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def _session(self) -> Any:
        return self._driver.session(database=self._database)

    def _asking(self, work: Callable[[], _T]) -> _T:
        """Run ``work`` and say in one line what went wrong between us and the server."""
        from neo4j import exceptions

        try:
            return work()
        except exceptions.AuthError as error:
            raise StoreError(
                f"{self.address}: wrong user or password; set NEO4J_USERNAME and NEO4J_PASSWORD"
            ) from error
        except exceptions.ServiceUnavailable as error:
            raise StoreError(
                f"{self.address}: no Neo4j answers there; start it (docker compose up -d) or check the address"
            ) from error
        except exceptions.ClientError as error:
            if "AccessMode" in (error.code or "") or "read access mode" in (error.message or ""):
                raise QueryError(
                    "this statement would change the store; give --write to allow it"
                ) from error
            if "ConstraintValidationFailed" in (error.code or ""):
                raise StoreError(
                    f"{self.address}: somebody else writes there, or the connection broke; run it again"
                ) from error
            if "TransactionTimedOut" in (error.code or ""):
                raise QueryError(
                    f"{self.address}: stopped, it took too long; narrow the query or allow more time (--timeout)"
                ) from error
            if "DatabaseNotFound" in (error.code or ""):
                raise StoreError(f"{self.address}: no such database; set NEO4J_DATABASE") from error
            raise QueryError(f"Cypher: {_line(error.message or error)}") from error
        except (exceptions.DriverError, exceptions.Neo4jError, OSError) as error:
            raise StoreError(f"{self.address}: {_line(error)}") from error


def _apply(transaction: Any, commands: Transaction, turn: int) -> None:
    if transaction.run(TAKE, turn=turn).single() is None:
        raise OvertakenError
    for command in commands:
        # Every look-up is by a constrained id, so a plan stays right however much the graph grows.
        cypher = f"CYPHER replan=skip {command.cypher}"
        transaction.run(cypher, {"rows": list(command.rows)}).consume()


def _line(error: object) -> str:
    return " ".join(str(error).split())[:300]


def _node(raw: Any) -> Node:
    properties = {name: value for name, value in raw.items() if name != FINGERPRINT}
    labels = sorted(raw.labels)
    return Node(str(properties.get("id", raw.element_id)), labels[0] if labels else "", properties)


def _ids(transaction: Any, rows: list[list[Any]]) -> Mapping[str, str]:
    """Our ids of the nodes that relationships join, by the server's: it sends ends without properties."""
    wanted = sorted({end.element_id for row in rows for value in row for end in _ends(value)})
    if not wanted:
        return {}
    look = "MATCH (n) WHERE elementId(n) IN $wanted RETURN elementId(n) AS element, n.id AS id"
    found = transaction.run(look, {"wanted": wanted})
    return {record["element"]: str(record["id"]) for record in found if record["id"] is not None}


def _ends(value: Any) -> Iterator[Any]:
    from neo4j import graph

    if isinstance(value, graph.Relationship):
        yield from (node for node in value.nodes if node is not None)
    elif isinstance(value, graph.Path):
        for relationship in value.relationships:
            yield from _ends(relationship)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _ends(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _ends(inner)


def _edge(raw: Any, ids: Mapping[str, str]) -> Edge:
    source, target = (
        ids.get(n.element_id, n.element_id) if n is not None else "" for n in raw.nodes
    )
    return Edge(source, target, raw.type, dict(raw.items()))


def _value(value: Any, ids: Mapping[str, str]) -> ResultValue:
    from neo4j import graph

    if isinstance(value, graph.Node):
        return _node(value)
    if isinstance(value, graph.Relationship):
        return _edge(value, ids)
    if isinstance(value, graph.Path):
        edges = tuple(_edge(r, ids) for r in value.relationships)
        return Walk(tuple(map(_node, value.nodes)), edges)
    if isinstance(value, list | tuple):
        return [_value(inner, ids) for inner in value]
    if isinstance(value, dict):
        return {key: _value(inner, ids) for key, inner in value.items()}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)
