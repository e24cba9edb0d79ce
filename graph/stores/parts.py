"""A graph in parts, one a document, each with a fingerprint: what has not changed need not be compared.

Each node and edge is of one part, so that a graph has changed just where the fingerprints of its parts
have. A document, its passages and the links to them are its own. An entity is of the first document (by
name) that mentions it, a statement of the first that says it, and what is derived of the later one of the
documents that its ends are of: parts in the order of their names never point ahead.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.model import Edge, Node, PropertyGraph

FINGERPRINT = "fingerprint"
"""The property of a document's node that holds the fingerprint of its part: stores leave it out of what they return."""

_FORM = "1"
"""Changes with the way that parts are made."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is of one document (the id of its node); ``ends`` are the labels of what its edges join."""

    document: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ends: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.nodes) + len(self.edges)

    @property
    def fingerprint(self) -> str:
        """A hash of all that the part holds: equal parts have equal ones."""
        held = [
            _FORM,
            [[n.label, n.id, n.properties] for n in self.nodes],
            [[e.source, e.type, e.target, e.properties] for e in self.edges],
        ]
        written = json.dumps(held, ensure_ascii=False, sort_keys=True, default=dict)
        return hashlib.blake2b(written.encode(), digest_size=16).hexdigest()


def divide(graph: PropertyGraph) -> tuple[Part, ...] | None:
    """Return the parts of ``graph``, by document; None where something in it is of no document."""
    documents = {str(n.properties.get("name")): n.id for n in graph.nodes if n.label == "Document"}
    labels = {node.id: node.label for node in graph.nodes}
    owners = _owners(graph)
    if not all(owners.get(node.id) in documents for node in graph.nodes):
        return None
    nodes: dict[str, list[Node]] = defaultdict(list)
    edges: dict[str, list[Edge]] = defaultdict(list)
    try:
        for node in graph.nodes:
            nodes[owners[node.id]].append(node)
        for edge in graph.edges:
            edges[owner(edge, owners)].append(edge)
    except KeyError:
        return None
    return tuple(
        Part(documents[name], tuple(nodes[name]), tuple(edges[name]), _ends(edges[name], labels))
        for name in sorted(documents)
    )


def owner(edge: Edge, owners: Mapping[str, str]) -> str:
    """Return the document that ``edge`` is of, from those of the nodes. Raises :class:`KeyError`."""
    if edge.type == "FROM":
        return owners[edge.source]
    if edge.type == "MENTIONED_IN":
        return owners[edge.target]
    if edge.properties.get("derived"):
        return max(owners[edge.source], owners[edge.target])
    evidence = edge.properties.get("evidence")
    if not evidence or not isinstance(evidence, list):
        raise KeyError(edge.type)
    return min(owners[passage] for passage in evidence)


def _owners(graph: PropertyGraph) -> dict[str, str]:
    """Return the document of each node that has one."""
    found: dict[str, str] = {}
    for node in graph.nodes:
        name = {"Document": "name", "Passage": "document"}.get(node.label)
        if name:
            found[node.id] = str(node.properties.get(name))
    passages = dict(found)
    for edge in graph.edges:
        if edge.type == "MENTIONED_IN" and edge.target in passages:
            name = passages[edge.target]
            found[edge.source] = min(found.get(edge.source, name), name)
    return found


def _ends(edges: Iterable[Edge], labels: Mapping[str, str]) -> dict[str, str]:
    return {end: labels[end] for edge in edges for end in (edge.source, edge.target)}


def batches(parts: Iterable[Part], size: int) -> Iterator[list[Part]]:
    """Yield ``parts`` in order, several at a time, until they hold ``size`` nodes and edges or more."""
    waiting: list[Part] = []
    held = 0
    for part in parts:
        waiting.append(part)
        held += len(part)
        if held >= size:
            yield waiting
            waiting, held = [], 0
    if waiting:
        yield waiting
