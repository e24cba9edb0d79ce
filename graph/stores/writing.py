"""What has to be sent to turn one property graph into another: the same Cypher for every store.

Labels and relationship types come from the ontology's closed lists; every value is a parameter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.errors import OntologyError
from graph.model import Edge, Node, PropertyGraph
from graph.ontology import ontology
from graph.stores.base import WriteReport

BATCH = 5_000
"""Rows sent with one statement."""

Row = dict[str, object]
EdgeKey = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Command:
    """A Cypher statement and the rows that it is to be run for, as the parameter ``$rows``."""

    cypher: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Transactions, each a list of commands, and what they will have done."""

    transactions: tuple[tuple[Command, ...], ...]
    report: WriteReport


def plan(old: PropertyGraph, new: PropertyGraph) -> Plan:
    """Return what turns ``old`` into ``new``: documents one by one, then what is withdrawn."""
    held_nodes = {n.id: n for n in old.nodes}
    wanted_nodes = {n.id: n for n in new.nodes}
    held_edges = {_key(e): e for e in old.edges}
    wanted_edges = {_key(e): e for e in new.edges}
    nodes = [n for n in new.nodes if held_nodes.get(n.id) != n]
    edges = [e for e in new.edges if held_edges.get(_key(e)) != e]
    gone_nodes = [n for n in old.nodes if n.id not in wanted_nodes]
    gone_edges = [
        e
        for e in old.edges
        if _key(e) not in wanted_edges and e.source in wanted_nodes and e.target in wanted_nodes
    ]
    labels = {n.id: n.label for n in (*old.nodes, *new.nodes)}
    transactions = [*_by_document(nodes, edges, wanted_nodes, labels)]
    removal = (*_remove_edges(gone_edges, labels), *_remove_nodes(gone_nodes))
    if removal:
        transactions.append(removal)
    added = sum(n.id not in held_nodes for n in nodes) + sum(
        _key(e) not in held_edges for e in edges
    )
    touched = len(nodes) + len(edges)
    report = WriteReport(
        added=added,
        changed=touched - added,
        removed=len(gone_nodes) + sum(_key(e) not in wanted_edges for e in old.edges),
        unchanged=len(new.nodes) + len(new.edges) - touched,
    )
    return Plan(tuple(transactions), report)


def _key(edge: Edge) -> EdgeKey:
    return edge.source, edge.type, edge.target, str(edge.properties.get("id", ""))


def _by_document(
    nodes: Iterable[Node], edges: Iterable[Edge], wanted: dict[str, Node], labels: dict[str, str]
) -> Iterator[tuple[Command, ...]]:
    """Group what is to be written by the document that it comes from; derived facts come last."""
    changed = {n.id: n for n in nodes}
    of_document: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        of_document[_document(edge, wanted)].append(edge)
    for document in sorted(of_document, key=lambda d: (not d, d)):
        ends = {end for e in of_document[document] for end in (e.source, e.target)}
        own = [changed.pop(key) for key in sorted(ends) if key in changed]
        yield (*_merge_nodes(own), *_merge_edges(of_document[document], labels))
    if changed:
        yield tuple(_merge_nodes(list(changed.values())))


def _document(edge: Edge, nodes: dict[str, Node]) -> str:
    evidence = edge.properties.get("evidence")
    if edge.properties.get("derived"):
        return ""
    passage = evidence[0] if isinstance(evidence, list) and evidence else None
    if passage is None:
        passage = edge.source if nodes[edge.source].label == "Passage" else edge.target
    return str(nodes[passage].properties.get("document", "")) if passage in nodes else ""


def _merge_nodes(nodes: list[Node]) -> Iterator[Command]:
    by_label: dict[str, list[Row]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append({"id": node.id, "props": dict(node.properties)})
    for label, rows in sorted(by_label.items()):
        ontology().check_label(label)
        yield from _batches(
            f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row.props", rows
        )


def _merge_edges(edges: list[Edge], labels: dict[str, str]) -> Iterator[Command]:
    for (start, kind, end), rows in _edge_rows(edges, labels):
        identity = "{id: row.id}" if rows[0]["id"] else ""
        setting = " SET r = row.props" if identity else ""
        yield from _batches(
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.source}}) "
            f"MATCH (b:{end} {{id: row.target}}) MERGE (a)-[r:{kind} {identity}]->(b){setting}",
            rows,
        )


def _remove_edges(edges: list[Edge], labels: dict[str, str]) -> Iterator[Command]:
    for (start, kind, end), rows in _edge_rows(edges, labels):
        identity = "{id: row.id}" if rows[0]["id"] else ""
        yield from _batches(
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.source}})"
            f"-[r:{kind} {identity}]->(b:{end} {{id: row.target}}) DELETE r",
            rows,
        )


def _remove_nodes(nodes: list[Node]) -> Iterator[Command]:
    by_label: dict[str, list[Row]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append({"id": node.id})
    for label, rows in sorted(by_label.items()):
        ontology().check_label(label)
        yield from _batches(
            f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) DETACH DELETE n", rows
        )


def _edge_rows(
    edges: Iterable[Edge], labels: dict[str, str]
) -> Iterator[tuple[tuple[str, str, str], list[Row]]]:
    known = {*ontology().predicates, *ontology().links}
    grouped: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for edge in edges:
        if edge.type not in known:
            raise OntologyError(f"unknown relationship type {edge.type!r}")
        grouped[labels[edge.source], edge.type, labels[edge.target]].append(
            {
                "source": edge.source,
                "target": edge.target,
                "id": edge.properties.get("id", ""),
                "props": dict(edge.properties),
            }
        )
    yield from sorted(grouped.items())


def _batches(cypher: str, rows: list[Row]) -> Iterator[Command]:
    for start in range(0, len(rows), BATCH):
        yield Command(cypher, tuple(rows[start : start + BATCH]))
