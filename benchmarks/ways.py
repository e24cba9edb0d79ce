"""Other ways to load the same nodes and relationships, as their users write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from graph.model import Edge, PropertyGraph

Row = list[Any]
Send = Callable[[str, list[Any]], None]
BATCH = 10_000


def recipe(graph: PropertyGraph, send: Send) -> None:
    """The best hand-written one: UNWIND, MERGE on the constrained id, lists of values instead of maps."""
    for (label, names), rows in sorted(_nodes(graph).items()):
        setting = ", ".join(f"{name}: row[{at}]" for at, name in enumerate(names))
        look = f"UNWIND $rows AS row MERGE (n:{label} {{id: row[{names.index('id')}]}}) SET n = {{{setting}}}"
        _send(look, rows, send)
    for (start, kind, end, names), rows in sorted(_edges(graph).items()):
        key = f" {{id: row[{2 + names.index('id')}]}}" if "id" in names else ""
        values = ", ".join(f"{name}: row[{at}]" for at, name in enumerate(names, 2))
        look = (
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row[0]}}) MATCH (b:{end} {{id: row[1]}}) "
            f"MERGE (a)-[r:{kind}{key}]->(b)"
        )
        _send(f"{look} SET r = {{{values}}}" if values else look, rows, send)


def one_by_one(graph: PropertyGraph, address: str) -> None:
    """py2neo, a node and a relationship at a time."""
    import os

    import py2neo

    login = os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"]
    database = py2neo.Graph(address, auth=login)
    made = {n.id: py2neo.Node(n.label, **n.properties) for n in graph.nodes}
    for node in graph.nodes:
        database.merge(made[node.id], node.label, "id")
    for edge in graph.edges:
        ends = made[edge.source], made[edge.target]
        database.create(py2neo.Relationship(ends[0], edge.type, ends[1], **edge.properties))


def graphrag(graph: PropertyGraph, driver: Any) -> None:
    """The writer of neo4j-graphrag, with its own batches."""
    import asyncio

    from neo4j_graphrag.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.components.types import (
        Neo4jGraph,
        Neo4jNode,
        Neo4jRelationship,
    )

    given = Neo4jGraph(
        nodes=[
            Neo4jNode(id=n.id, label=n.label, properties=dict(n.properties)) for n in graph.nodes
        ],
        relationships=[
            Neo4jRelationship(
                start_node_id=e.source,
                end_node_id=e.target,
                type=e.type,
                properties=dict(e.properties),
            )
            for e in graph.edges
        ],
    )
    asyncio.run(Neo4jWriter(driver).run(given))


def frames(graph: PropertyGraph, database: Any) -> None:
    """Kglite's own bulk way: data frames."""
    import pandas

    for (label, names), rows in sorted(_nodes(graph).items()):
        frame = pandas.DataFrame(rows, columns=list(names))
        database.add_nodes(frame, label, "id", "id")
    for (start, kind, end, names), rows in sorted(_edges(graph).items()):
        frame = pandas.DataFrame(rows, columns=["_a", "_b", *names])
        database.add_relationships(frame, kind, start, "_a", end, "_b")


def _nodes(graph: PropertyGraph) -> dict[tuple[str, tuple[str, ...]], list[Row]]:
    found: dict[tuple[str, tuple[str, ...]], list[Row]] = defaultdict(list)
    for node in graph.nodes:
        found[node.label, tuple(node.properties)].append(list(node.properties.values()))
    return found


def _edges(graph: PropertyGraph) -> dict[tuple[str, str, str, tuple[str, ...]], list[Row]]:
    labels = {node.id: node.label for node in graph.nodes}

    def kind(edge: Edge) -> tuple[str, str, str, tuple[str, ...]]:
        return labels[edge.source], edge.type, labels[edge.target], tuple(edge.properties)

    found: dict[tuple[str, str, str, tuple[str, ...]], list[Row]] = defaultdict(list)
    for edge in graph.edges:
        found[kind(edge)].append([edge.source, edge.target, *edge.properties.values()])
    return found


def _send(cypher: str, rows: Sequence[Row], send: Send) -> None:
    for some in _some(rows):
        send(cypher, list(some))


def _some(rows: Sequence[Row]) -> Iterator[Iterable[Row]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]
