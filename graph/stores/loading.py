"""Makes a store hold a graph and nothing else of ours, by as little reading and sending as is exact.

- An empty store takes the parts of the graph as they come, and nothing is compared or held in memory.
- A store that knows the fingerprints of its documents is asked for those first. Only what is of documents
  whose fingerprint differs is fetched, compared and sent.
- Any other store is read whole and compared: one that an earlier version wrote, one that somebody wrote
  into with Cypher of their own, one whose graph is not all of documents.

A document has its fingerprint only while all that is of it is there and nothing else is: it is taken away
before the document's facts change and given back after the last of them, so that a writer that is stopped
leaves behind what the next one finishes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Protocol

from graph.model import PropertyGraph, Result
from graph.ontology import ontology
from graph.stores.base import Parameters, WriteReport
from graph.stores.fetching import fetch
from graph.stores.parts import FINGERPRINT, Part, batches, divide
from graph.stores.rows import create_edges, create_nodes, set_property
from graph.stores.writing import Transaction, plan

_TOGETHER = 15_000
"""Nodes and edges that an empty store is given in one transaction, or a document's if it has more."""

Marks = Mapping[str, str | None]
"""Fingerprints by the ids of documents."""


class Target(Protocol):
    """What a store must do to be written."""

    def run(self, cypher: str, parameters: Parameters | None = None) -> Result:
        """Run a statement that changes nothing."""

    def send(self, transaction: Transaction) -> None:
        """Run commands, all of them or none."""

    def read(self) -> PropertyGraph:
        """Return all our nodes and relationships."""


def load(graph: PropertyGraph | Iterable[Part], target: Target) -> WriteReport:
    """Make ``target`` hold exactly ``graph``; parts come in the order of the names of their documents."""
    held = _marks(target)
    whole = graph if isinstance(graph, PropertyGraph) else None
    parts = divide(graph) if isinstance(graph, PropertyGraph) else graph
    if parts is not None and not held and _is_empty(target):
        return _first(parts, target)
    if parts is not None and any(held.values()):
        return _changed(parts, target, held)
    if whole is None:
        whole, parts = _together(parts or ())
    return _compared(whole, parts, target, held)


def forget(target: Target) -> None:
    """Take all fingerprints away: somebody else is going to write."""
    _mark(target, {key: None for key, mark in _marks(target).items() if mark})


def fingerprints(target: Target) -> str:
    """Return a digest of which documents there are and what they were written as."""
    marks = sorted((key, mark or "") for key, mark in _marks(target).items())
    return hashlib.sha256(repr(marks).encode()).hexdigest()


def _marks(target: Target) -> Marks:
    rows = target.run(f"MATCH (d:Document) RETURN d.id, d.{FINGERPRINT}").rows
    return {str(key): str(mark) if mark else None for key, mark in rows}


def _mark(target: Target, marks: Marks) -> None:
    if commands := tuple(set_property("Document", FINGERPRINT, marks)):
        target.send(commands)


def _is_empty(target: Target) -> bool:
    labels = (f"MATCH (n:{label}) RETURN n.id LIMIT 1" for label in ontology().labels)
    return not any(target.run(cypher).rows for cypher in labels)


def _first(parts: Iterable[Part], target: Target) -> WriteReport:
    """Fill an empty store. A document is made with its fingerprint, and with all that is of it."""
    added = 0
    for some in batches(parts, _TOGETHER):
        nodes = [node for part in some for node in part.nodes]
        edges = [edge for part in some for edge in part.edges]
        ends = {key: label for part in some for key, label in part.ends.items()}
        marks = {part.document: part.fingerprint for part in some}
        commands = (*create_nodes(nodes), *create_edges(edges, ends))
        target.send((*commands, *set_property("Document", FINGERPRINT, marks)))
        added += len(nodes) + len(edges)
    return WriteReport(added=added)


def _changed(parts: Iterable[Part], target: Target, held: Marks) -> WriteReport:
    """Compare and send what is of documents that are new, changed or gone."""
    changed: list[Part] = []
    marks: dict[str, str | None] = {}
    same, alike = set[str](), 0
    for part in parts:
        mark = part.fingerprint
        if held.get(part.document) == mark:
            same.add(part.document)
            alike += len(part)
        else:
            changed.append(part)
            marks[part.document] = mark
    stale = sorted(held.keys() - same)
    if not changed and not stale:
        return WriteReport(unchanged=alike)
    new, _ = _together(changed)
    old = fetch(target.run, stale)
    ends = {key: label for part in changed for key, label in part.ends.items()}
    steps = plan(old.graph, new, {**old.ends, **ends})
    _mark(target, dict.fromkeys(stale))
    for transaction in steps.transactions:
        target.send(transaction)
    _mark(target, marks)
    report = steps.report
    return WriteReport(report.added, report.changed, report.removed, report.unchanged + alike)


def _compared(
    whole: PropertyGraph, parts: Iterable[Part] | None, target: Target, held: Marks
) -> WriteReport:
    """Compare everything. What is not all of documents leaves no fingerprints behind."""
    if any(held.values()):
        forget(target)
    steps = plan(target.read(), whole)
    for transaction in steps.transactions:
        target.send(transaction)
    _mark(target, {part.document: part.fingerprint for part in parts or ()})
    return steps.report


def _together(parts: Iterable[Part]) -> tuple[PropertyGraph, tuple[Part, ...]]:
    every = tuple(parts)
    nodes = tuple(node for part in every for node in part.nodes)
    edges = tuple(edge for part in every for edge in part.edges)
    return PropertyGraph(nodes, edges), every
