"""GraphML, as Gephi, yEd and networkx read it."""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.nx import to_networkx
from graph.model import KnowledgeGraph


def dumps(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the GraphML of ``graph``, line by line; lists are joined by `` | ``."""
    import networkx

    network = to_networkx(graph)
    for _, data in network.nodes(data=True):
        _flatten(data)
    for *_, data in network.edges(data=True):
        _flatten(data)
    for line in networkx.generate_graphml(network):
        yield line + "\n"


def _flatten(data: dict[str, object]) -> None:
    """GraphML holds no lists, and XML no control characters."""
    for name, value in data.items():
        text = " | ".join(map(str, value)) if isinstance(value, list) else value
        data[name] = (
            "".join(c for c in text if c >= " " or c in "\t\n\r") if isinstance(text, str) else text
        )
