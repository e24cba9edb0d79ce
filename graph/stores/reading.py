"""Reads a whole graph from a store: what is ours in it, whatever else the database holds."""

from __future__ import annotations

from collections.abc import Callable

from graph.errors import StoreError
from graph.model import Edge, Node, PropertyGraph, PropertyValue, Result
from graph.ontology import ontology


def read_graph(run: Callable[[str], Result], address: str, links: bool = True) -> PropertyGraph:
    """Return the nodes and relationships of the ontology's labels and types, sorted.

    ``run`` runs a Cypher text; without ``links`` what follows from evidence is left out. Raises :class:`StoreError` where a node of one of our labels is not
    ours: it has no ``id``.
    """
    labels = "|".join(ontology().labels)
    types = "|".join((*ontology().predicates, *(ontology().links if links else ())))
    nodes = [row[0] for row in run(f"MATCH (n:{labels}) RETURN n").rows]
    ours = [n for n in nodes if isinstance(n, Node) and "id" in n.properties]
    if len(ours) < len(nodes):
        raise StoreError(f"{address}: holds data of another program; use a database of its own")
    known = {node.id for node in ours}
    # Not the relationships themselves: their ends would be looked up once more.
    rows = run(f"MATCH (a)-[r:{types}]->(b) RETURN a.id, type(r), properties(r), b.id").rows
    edges = [
        Edge(str(a), str(b), str(kind), _own(properties))
        for a, kind, properties, b in rows
        if a in known and b in known
    ]
    return PropertyGraph(
        tuple(sorted(ours, key=lambda n: (n.label, n.id))),
        tuple(
            sorted(
                edges, key=lambda e: (e.source, e.type, e.target, str(e.properties.get("id", "")))
            )
        ),
    )


def _own(properties: object) -> dict[str, PropertyValue]:
    """Return the properties of a relationship; the embedded store adds its type."""
    assert isinstance(properties, dict)
    return {name: v for name, v in properties.items() if name != "type" and v is not None}
