"""networkx.MultiDiGraph, for network analysis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.model import Edge, KnowledgeGraph, Node, Path, Result, ResultValue
from graph.projection import LINKS, READING, project

if TYPE_CHECKING:
    import networkx


def to_networkx(graph: KnowledgeGraph) -> networkx.MultiDiGraph[str]:
    """Return the entities and statements as a multigraph.

    A node carries ``label`` and its properties, an edge ``type``, its properties and ``quotes``.
    """
    import networkx

    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    projected = project(graph)
    quotes = {n.id: str(n.properties["quote"]) for n in projected.nodes if n.label == "Passage"}
    for node in projected.nodes:
        if node.label not in ("Passage", "Document"):
            network.add_node(node.id, label=node.label, **dict(node.properties))
    for edge in projected.edges:
        if edge.type not in LINKS:
            evidence = edge.properties.get("evidence", [])
            said = [quotes[p] for p in evidence] if isinstance(evidence, list) else []
            network.add_edge(
                edge.source,
                edge.target,
                key=str(edge.properties["id"]),
                type=edge.type,
                quotes=said,
                **dict(edge.properties),
            )
    return network


def result_to_networkx(result: Result) -> networkx.MultiDiGraph[str]:
    """Return the nodes and relationships among the values of ``result`` as a multigraph."""
    import networkx

    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for value in (inner for row in result.rows for cell in row for inner in _flat(cell)):
        if isinstance(value, Node):
            told = {name: v for name, v in value.properties.items() if name != READING}
            network.add_node(value.id, label=value.label, **told)
        elif isinstance(value, Edge):
            key = str(value.properties.get("id", value.type))
            network.add_edge(
                value.source, value.target, key=key, type=value.type, **dict(value.properties)
            )
    return network


def _flat(value: ResultValue) -> Iterator[ResultValue]:
    if isinstance(value, Path):
        yield from value.nodes
        yield from value.edges
    elif isinstance(value, list):
        for inner in value:
            yield from _flat(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _flat(inner)
    else:
        yield value
