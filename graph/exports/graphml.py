"""GraphML, as Gephi, yEd and networkx read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.exports.nx import to_networkx
from graph.model import KnowledgeGraph

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def dumps(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the GraphML of ``graph``, line by line; the members of a list are parted by `` | ``.

    ``label`` is what these tools write beside a node or an edge: its name, its type.
    """
    import networkx

    network = to_networkx(graph)
    for _, node in network.nodes(data=True):
        node["type"], node["label"] = node["label"], node["name"]
        _flatten(node)
    for _, _, edge in network.edges(data=True):
        edge["label"] = edge["type"]
        _flatten(edge)
    yield "<?xml version='1.0' encoding='utf-8'?>\n"
    for line in networkx.generate_graphml(network):
        yield line + "\n"


def _flatten(data: dict[str, object]) -> None:
    """GraphML holds no lists, and XML no control characters."""
    for name, value in data.items():
        text = " | ".join(map(str, value)) if isinstance(value, list) else value
        data[name] = _NOT_XML.sub("", text) if isinstance(text, str) else text
