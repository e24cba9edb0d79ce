"""Nodes and edges as rows for ``UNWIND``: lists of values, their names written once in the statement.

A map for each row would repeat the names of its properties; a list is sent and read faster. Labels and
relationship types come from the ontology's closed lists; every value is a parameter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import OntologyError
from graph.model import Edge, Node
from graph.ontology import ontology

BATCH = 5_000
"""Rows sent with one statement."""

Row = list[object]
_PLAIN = re.compile(r"[A-Za-z_]\w*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Command:
    """A Cypher statement and the rows that it is to be run for, as the parameter ``$rows``."""

    cypher: str
    rows: tuple[Row, ...]


def create_nodes(nodes: Iterable[Node]) -> Iterator[Command]:
    """Yield what makes ``nodes`` where none of them is."""
    for label, names, rows in _node_rows(nodes):
        yield from _commands(f"CREATE (n:{label}) SET n = {_map(names, 0)}", rows)


def merge_nodes(nodes: Iterable[Node]) -> Iterator[Command]:
    """Yield what makes ``nodes``, or makes them so."""
    for label, names, rows in _node_rows(nodes):
        key = _one("id", names, 0)
        yield from _commands(f"MERGE (n:{label} {{id: {key}}}) SET n = {_map(names, 0)}", rows)


def create_edges(edges: Iterable[Edge], labels: Mapping[str, str]) -> Iterator[Command]:
    """Yield what makes ``edges`` where none of them is."""
    for (start, kind, end), names, rows in _edge_rows(edges, labels):
        setting = f" SET r = {_map(names, 2)}" if names != () else ""
        yield from _commands(f"{_ends(start, end)} CREATE (a)-[r:{kind}]->(b){setting}", rows)


def merge_edges(edges: Iterable[Edge], labels: Mapping[str, str]) -> Iterator[Command]:
    """Yield what makes ``edges``, or makes them so; a link without an id is one of its kind."""
    for (start, kind, end), names, rows in _edge_rows(edges, labels):
        setting = f" SET r = {_map(names, 2)}" if names != () else ""
        yield from _commands(
            f"{_ends(start, end)} MERGE (a)-[r:{kind}{_identity(names)}]->(b){setting}", rows
        )


def remove_edges(edges: Iterable[Edge], labels: Mapping[str, str]) -> Iterator[Command]:
    """Yield what takes ``edges`` away."""
    for (start, kind, end), names, rows in _edge_rows(edges, labels):
        ends = f"(a:{start} {{id: row[0]}})", f"(b:{end} {{id: row[1]}})"
        yield from _commands(
            f"MATCH {ends[0]}-[r:{kind}{_identity(names)}]->{ends[1]} DELETE r", rows
        )


def remove_nodes(nodes: Iterable[Node]) -> Iterator[Command]:
    """Yield what takes ``nodes`` away, with all that hangs on them."""
    by_label: dict[str, list[Row]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append([node.id])
    for label, rows in sorted(by_label.items()):
        ontology().check_label(label)
        yield from _commands(f"MATCH (n:{label} {{id: row[0]}}) DETACH DELETE n", rows)


def set_property(label: str, name: str, values: Mapping[str, str | None]) -> Iterator[Command]:
    """Yield what gives a property of nodes of ``label``, by their ids, those values; None takes it away."""
    rows: list[Row] = [[key, value] for key, value in values.items()]
    yield from _commands(f"MATCH (n:{label} {{id: row[0]}}) SET n.{name} = row[1]", rows)


_Names = tuple[str, ...] | None
"""The names of the properties in a row, in order; None where the row holds a map instead."""


def _map(names: _Names, first: int) -> str:
    """Return, as Cypher, the map of the values that a row holds from position ``first`` on."""
    if names is None:
        return f"row[{first}]"
    return "{" + ", ".join(f"{name}: row[{at}]" for at, name in enumerate(names, first)) + "}"


def _one(name: str, names: _Names, first: int) -> str:
    return f"row[{first}].{name}" if names is None else f"row[{first + names.index(name)}]"


def _identity(names: _Names) -> str:
    has_id = names is None or "id" in names
    return f" {{id: {_one('id', names, 2)}}}" if has_id else ""


def _ends(start: str, end: str) -> str:
    return f"MATCH (a:{start} {{id: row[0]}}) MATCH (b:{end} {{id: row[1]}})"


def _values(properties: Mapping[str, object]) -> tuple[_Names, Row]:
    """Return names and values; names that Cypher would have to quote stay in a map, out of its text."""
    if all(_PLAIN.fullmatch(name) for name in properties):
        return tuple(properties), list(properties.values())
    return None, [dict(properties)]


def _node_rows(nodes: Iterable[Node]) -> Iterator[tuple[str, _Names, list[Row]]]:
    grouped: dict[tuple[str, _Names], list[Row]] = defaultdict(list)
    for node in nodes:
        names, values = _values(node.properties)
        grouped[node.label, names].append(values)
    for (label, names), rows in sorted(grouped.items(), key=_order):
        ontology().check_label(label)
        yield label, names, rows


def _edge_rows(
    edges: Iterable[Edge], labels: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str, str], _Names, list[Row]]]:
    known = {*ontology().predicates, *ontology().links}
    grouped: dict[tuple[tuple[str, str, str], _Names], list[Row]] = defaultdict(list)
    for edge in edges:
        if edge.type not in known:
            raise OntologyError(f"unknown relationship type {edge.type!r}")
        names, values = _values(edge.properties)
        ends = labels[edge.source], edge.type, labels[edge.target]
        grouped[ends, names].append([edge.source, edge.target, *values])
    for (ends, names), rows in sorted(grouped.items(), key=_order):
        yield ends, names, rows


def _order(group: tuple[tuple[object, _Names], object]) -> tuple[object, bool, tuple[str, ...]]:
    kind, names = group[0]
    return kind, names is None, names or ()


def _commands(cypher: str, rows: Sequence[Row]) -> Iterator[Command]:
    for start in range(0, len(rows), BATCH):
        yield Command(f"UNWIND $rows AS row {cypher}", tuple(rows[start : start + BATCH]))
