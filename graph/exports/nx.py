"""networkx.MultiDiGraph, for network analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import KnowledgeGraph
from graph.projection import LINKS, project

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
