"""Reads from a store what is of some documents, found through their passages: the rest is not touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import Edge, Node, PropertyGraph, Result
from graph.ontology import ontology
from graph.stores.base import Parameters
from graph.stores.parts import owner

Run = Callable[[str, Parameters], Result]

_AT_ONCE = 500
"""Ids asked for in one query."""


@dataclass(slots=True)
class Held:
    """What a store holds of some documents; ``ends`` are the labels of all that their edges join."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str, str, str], Edge] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)

    @property
    def graph(self) -> PropertyGraph:
        """The nodes and edges."""
        return PropertyGraph(tuple(self.nodes.values()), tuple(self.edges.values()))

    def add(self, edge: Edge, start: str, end: str) -> None:
        """Note an edge and the labels of its ends."""
        key = str(edge.properties.get("id", ""))
        self.edges[edge.source, edge.type, edge.target, key] = edge
        self.ends |= {edge.source: start, edge.target: end}


def fetch(run: Run, documents: Sequence[str]) -> Held:
    """Return what is of ``documents`` (ids of their nodes), as ``divide`` would part what the store holds."""
    held = Held()
    for row in _ask(run, "MATCH (d:Document) WHERE d.id IN $some RETURN d", documents):
        _keep(held, row[0])
    names = [str(node.properties["name"]) for node in held.nodes.values()]
    for row in _ask(run, "MATCH (p:Passage) WHERE p.document IN $some RETURN p", names):
        _keep(held, row[0])
    of = {node.id: str(node.properties.get("document")) for node in held.nodes.values()}
    _links(run, names, held)
    mentioned: dict[str, set[str]] = defaultdict(set)
    for edge in held.edges.values():
        if edge.type == "MENTIONED_IN":
            mentioned[held.ends[edge.source]].add(edge.source)
    stated = set(names)
    for edge, start, end in _stated(run, names):
        evidence = edge.properties["evidence"]
        assert isinstance(evidence, list)
        first = min(evidence, key=lambda passage: of.get(passage, passage.rpartition("#")[0]))
        if of.get(first) in stated:
            held.add(edge, start, end)
    owners = _owners(run, mentioned)
    own = {label: {k for k in keys if owners[k] in stated} for label, keys in mentioned.items()}
    for label, keys in sorted(own.items()):
        for row in _ask(run, f"MATCH (n:{label}) WHERE n.id IN $some RETURN n", sorted(keys)):
            _keep(held, row[0])
    _derived(run, own, owners, stated, held)
    return held


def _links(run: Run, names: Sequence[str], held: Held) -> None:
    look = "MATCH (p:Passage)-[:FROM]->(d:Document) WHERE p.document IN $some RETURN p.id, d.id"
    for passage, document in _ask(run, look, names):
        held.add(Edge(str(passage), str(document), "FROM"), "Passage", "Document")
    look = (
        "MATCH (p:Passage)<-[:MENTIONED_IN]-(e) WHERE p.document IN $some "
        "RETURN e.id, labels(e)[0], p.id"
    )
    for entity, label, passage in _ask(run, look, names):
        held.add(Edge(str(entity), str(passage), "MENTIONED_IN"), str(label), "Passage")


def _stated(run: Run, names: Sequence[str]) -> Iterator[tuple[Edge, str, str]]:
    """Yield the statements that passages of documents back: both ends are mentioned in each passage."""
    look = (
        "MATCH (a)-[:MENTIONED_IN]->(p:Passage)<-[:MENTIONED_IN]-(b) WHERE p.document IN $some "
        f"WITH a, b, p MATCH (a)-[r:{_predicates()}]->(b) WHERE p.id IN r.evidence AND NOT r.derived "
        "RETURN a.id, labels(a)[0], r, b.id, labels(b)[0]"
    )
    return _edges(_ask(run, look, names))


def _derived(
    run: Run,
    own: Mapping[str, set[str]],
    owners: dict[str, str],
    names: set[str],
    held: Held,
) -> None:
    found: list[tuple[Edge, str, str]] = []
    for label, keys in sorted(own.items()):
        for there in (
            f"(a:{label})-[r:{_predicates()}]->(b)",
            f"(b:{label})<-[r:{_predicates()}]-(a)",
        ):
            near = there[1]
            look = (
                f"MATCH {there} WHERE {near}.id IN $some AND r.derived "
                "RETURN a.id, labels(a)[0], r, b.id, labels(b)[0]"
            )
            found += _edges(_ask(run, look, sorted(keys)))
    others: dict[str, set[str]] = defaultdict(set)
    for edge, start, end in found:
        others[start].add(edge.source)
        others[end].add(edge.target)
    owners |= _owners(run, {label: keys - owners.keys() for label, keys in others.items()})
    for edge, start, end in found:
        if owner(edge, owners) in names:
            held.add(edge, start, end)


def _owners(run: Run, entities: Mapping[str, set[str]]) -> dict[str, str]:
    """Return the first document that mentions each entity; ``entities`` are ids by label."""
    found = {}
    for label, keys in sorted(entities.items()):
        look = (
            f"MATCH (n:{label})-[:MENTIONED_IN]->(p:Passage) WHERE n.id IN $some "
            "RETURN n.id, min(p.document)"
        )
        found.update({str(key): str(name) for key, name in _ask(run, look, sorted(keys))})
    return found


def _edges(rows: Iterable[tuple[object, ...]]) -> Iterator[tuple[Edge, str, str]]:
    for source, start, edge, target, end in rows:
        assert isinstance(edge, Edge)
        yield Edge(str(source), str(target), edge.type, edge.properties), str(start), str(end)


def _keep(held: Held, node: object) -> None:
    assert isinstance(node, Node)
    held.nodes[node.id] = node


def _predicates() -> str:
    return "|".join(ontology().predicates)


def _ask(run: Run, cypher: str, some: Sequence[str]) -> Iterator[tuple[object, ...]]:
    for start in range(0, len(some), _AT_ONCE):
        yield from run(cypher, {"some": list(some[start : start + _AT_ONCE])}).rows
