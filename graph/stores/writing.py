"""What has to be sent to turn one property graph into another: the same Cypher for every store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.model import Edge, Node, PropertyGraph
from graph.stores.base import WriteReport
from graph.stores.rows import BATCH, Command, merge_edges, merge_nodes, remove_edges, remove_nodes

EdgeKey = tuple[str, str, str, str]
Transaction = tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Transactions, each a list of commands, and what they will have done."""

    transactions: tuple[Transaction, ...]
    report: WriteReport


def plan(old: PropertyGraph, new: PropertyGraph, ends: Mapping[str, str] | None = None) -> Plan:
    """Return what turns ``old`` into ``new``: what documents say, then what is withdrawn.

    ``ends`` are the labels of nodes that edges join and neither graph has, by id. No transaction holds
    a document's facts in part; what is derived goes before what it rests on, and comes after it.
    """
    held_nodes = {n.id: n for n in old.nodes}
    wanted_nodes = {n.id: n for n in new.nodes}
    held_edges = {_key(e): e for e in old.edges}
    wanted_edges = {_key(e): e for e in new.edges}
    nodes = [n for n in new.nodes if held_nodes.get(n.id) != n]
    edges = [e for e in new.edges if held_edges.get(_key(e)) != e]
    gone_nodes = {n.id: n for n in old.nodes if n.id not in wanted_nodes}
    gone_edges = [e for e in old.edges if _key(e) not in wanted_edges]
    labels = {**(ends or {}), **{n.id: n.label for n in (*old.nodes, *new.nodes)}}
    shaken = [e for e in old.edges if _derived(e) and wanted_edges.get(_key(e)) != e]
    transactions = [tuple(remove_edges(shaken, labels))]
    transactions += _transactions(_by_document(nodes, edges, wanted_nodes), labels)
    left = [
        e
        for e in gone_edges
        if not _derived(e) and e.source not in gone_nodes and e.target not in gone_nodes
    ]
    transactions.append((*remove_edges(left, labels), *remove_nodes(gone_nodes.values())))
    added = sum(n.id not in held_nodes for n in nodes)
    added += sum(_key(e) not in held_edges for e in edges)
    touched = len(nodes) + len(edges)
    report = WriteReport(
        added=added,
        changed=touched - added,
        removed=len(gone_nodes) + len(gone_edges),
        unchanged=len(new.nodes) + len(new.edges) - touched,
    )
    return Plan(tuple(filter(None, transactions)), report)


def _key(edge: Edge) -> EdgeKey:
    return edge.source, edge.type, edge.target, str(edge.properties.get("id", ""))


_Facts = tuple[list[Node], list[Edge]]


def _by_document(
    nodes: Iterable[Node], edges: Iterable[Edge], wanted: Mapping[str, Node]
) -> Iterator[_Facts]:
    """Group what is to be written by the document that completes it; derived facts come last."""
    changed = {n.id: n for n in nodes}
    of_document: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        of_document[_document(edge, wanted)].append(edge)
    for document in sorted(of_document, key=lambda d: (not d, d)):
        ends = {end for e in of_document[document] for end in (e.source, e.target)}
        own = [changed.pop(key) for key in sorted(ends) if key in changed]
        yield own, of_document[document]
    if changed:
        yield list(changed.values()), []


def _document(edge: Edge, nodes: Mapping[str, Node]) -> str:
    """The last of the documents that say so, when all its passages are there; ``""`` for what is derived."""
    if _derived(edge):
        return ""
    evidence = edge.properties.get("evidence")
    passages = evidence if isinstance(evidence, list) else []
    if not passages:
        passages = [edge.source if edge.type == "FROM" else edge.target]
    known = {str(nodes[p].properties.get("document", "")) for p in passages if p in nodes}
    return max(known, default="")


def _derived(edge: Edge) -> bool:
    return bool(edge.properties.get("derived"))


def _transactions(facts: Iterable[_Facts], labels: Mapping[str, str]) -> Iterator[Transaction]:
    """Yield transactions of some thousand rows: those of a document are never parted."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for more_nodes, more_edges in facts:
        nodes += more_nodes
        edges += more_edges
        if len(nodes) + len(edges) >= BATCH:
            yield (*merge_nodes(nodes), *merge_edges(edges, labels))
            nodes, edges = [], []
    if nodes or edges:
        yield (*merge_nodes(nodes), *merge_edges(edges, labels))
