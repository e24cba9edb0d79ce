"""KnowledgeGraph → PropertyGraph and back: what a statement looks like in a database.

A statement becomes a relationship that carries its qualifiers, ``id``, ``derived``, ``basis``,
``rule``, ``confidence`` with the cases that it was measured on (``right`` of ``judged``), and
``evidence`` (ids of ``Passage`` nodes). Passages hang on their documents by ``FROM``, and both ends
of a statement on its passages by ``MENTIONED_IN``: of a stated one, for what is derived rests on passages
that need not mention it. A document carries its ``reading``: what it said
before names were settled. The round trip is exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from graph.errors import StoreError
from graph.model import (
    Confidence,
    Edge,
    Entity,
    Evidence,
    KnowledgeGraph,
    Node,
    PropertyGraph,
    PropertyValue,
    Reading,
    Source,
    Statement,
    Value,
)
from graph.readings import decode, encode

READING = "reading"
"""The property of a document that holds its reading: for this program, not for people."""

STATEMENT_PROPERTIES = frozenset(
    {"id", "derived", "basis", "rule", "evidence", "confidence", "right", "judged"}
)
"""What a relationship carries besides the qualifiers of its statement."""
_ENTITY_PROPERTIES = frozenset({"id", "name", "name_en", "aliases"})
_SOURCE_PROPERTIES = ("sha256", "title", "published", "publisher", "byline")
LINKS = frozenset({"MENTIONED_IN", "FROM"})
"""Relationship types that follow from evidence."""


def project(graph: KnowledgeGraph) -> PropertyGraph:
    """Return the nodes and edges of ``graph``."""
    nodes: dict[str, Node] = {entity.id: _entity_node(entity) for entity in graph.entities}
    edges: dict[tuple[str, str, str, str], Edge] = {}

    def add(edge: Edge) -> None:
        edges[(edge.source, edge.type, edge.target, str(edge.properties.get("id", "")))] = edge

    readings = {reading.document: reading for reading in graph.readings}
    held = frozenset(passage for s in graph.statements for passage in s.evidence)
    for source in graph.sources:
        node = _document_node(source, readings.get(source.name), held)
        nodes[node.id] = node
    for passage in held:
        nodes[passage.id] = _passage_node(passage)
        add(Edge(passage.id, document_id(passage.document), "FROM"))
    for statement in graph.statements:
        add(_statement_edge(statement))
        for passage in () if statement.derived else statement.evidence:
            add(Edge(statement.subject.id, passage.id, "MENTIONED_IN"))
            add(Edge(statement.object.id, passage.id, "MENTIONED_IN"))
    return PropertyGraph(
        tuple(sorted(nodes.values(), key=lambda node: (node.label, node.id))),
        tuple(edges[key] for key in sorted(edges)),
    )


def unproject(graph: PropertyGraph) -> KnowledgeGraph:
    """Return the statements that ``graph`` was projected from."""
    passages = {node.id: _passage(node) for node in graph.nodes if node.label == "Passage"}
    entities = {n.id: _entity(n) for n in graph.nodes if n.label not in ("Document", "Passage")}
    sources = tuple(sorted(source_of(node) for node in graph.nodes if node.label == "Document"))
    statements = [
        _statement(edge, entities, passages) for edge in graph.edges if edge.type not in LINKS
    ]
    readings = tuple(_readings(graph, statements))
    return KnowledgeGraph(sources, tuple(sorted(statements, key=lambda s: s.key)), readings)


def document_id(name: str) -> str:
    """Return the node id of the document of that file name."""
    return f"document/{name}"


def _entity_node(entity: Entity) -> Node:
    properties: dict[str, PropertyValue] = {"id": entity.id, "name": entity.name}
    if entity.name_en:
        properties["name_en"] = entity.name_en
    if entity.aliases:
        properties["aliases"] = list(entity.aliases)
    properties.update((name, _to_property(value)) for name, value in entity.properties)
    return Node(entity.id, entity.label, properties)


def _document_node(source: Source, reading: Reading | None, held: frozenset[Evidence]) -> Node:
    properties: dict[str, PropertyValue] = {"id": document_id(source.name), "name": source.name}
    for name in _SOURCE_PROPERTIES:
        value = getattr(source, name)
        if value:
            properties[name] = value
    if reading:
        properties[READING] = encode(reading, held, source)
    return Node(document_id(source.name), "Document", properties)


def _passage_node(passage: Evidence) -> Node:
    properties: dict[str, PropertyValue] = {
        "id": passage.id,
        "document": passage.document,
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote,
    }
    return Node(passage.id, "Passage", properties)


def _statement_edge(statement: Statement) -> Edge:
    properties: dict[str, PropertyValue] = {
        name: _to_property(statement.qualifiers[name]) for name in sorted(statement.qualifiers)
    }
    properties["id"] = statement.id
    properties["derived"] = statement.derived
    if statement.basis:
        properties["basis"] = list(statement.basis)
    if statement.rule:
        properties["rule"] = statement.rule
    if statement.confidence:
        properties["confidence"] = statement.confidence.value
        properties["right"] = statement.confidence.right
        properties["judged"] = statement.confidence.judged
    properties["evidence"] = [passage.id for passage in sorted(statement.evidence)]
    return Edge(statement.subject.id, statement.object.id, statement.predicate, properties)


def _readings(graph: PropertyGraph, statements: Iterable[Statement]) -> Iterator[Reading]:
    quotes: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for passage in (passage for s in statements for passage in s.evidence):
        quotes[passage.document][passage.start, passage.end] = passage.quote
    for node in graph.nodes:
        if node.label == "Document" and READING in node.properties:
            name = str(node.properties["name"])
            yield decode(name, str(node.properties[READING]), quotes[name])


def source_of(node: Node) -> Source:
    """Return what the node of a document says of it."""
    known = {name: str(node.properties.get(name, "")) for name in _SOURCE_PROPERTIES}
    return Source(name=str(node.properties["name"]), **known)


def _statement(
    edge: Edge, entities: Mapping[str, Entity], passages: Mapping[str, Evidence]
) -> Statement:
    properties = edge.properties
    return Statement(
        subject=entities[edge.source],
        predicate=edge.type,
        object=entities[edge.target],
        qualifiers={
            name: _from_property(properties[name])
            for name in sorted(set(properties) - STATEMENT_PROPERTIES)
        },
        evidence=tuple(passages[key] for key in _strings(properties.get("evidence", []))),
        derived=bool(properties.get("derived", False)),
        basis=tuple(_strings(properties.get("basis", []))),
        rule=str(properties.get("rule", "")),
        confidence=confidence(properties),
    )


def confidence(properties: Mapping[str, PropertyValue]) -> Confidence | None:
    """Return the confidence that a relationship carries; None without one.

    Raises :class:`StoreError` for what somebody else wrote there and is none.
    """
    if "confidence" not in properties:
        return None
    value, right, judged = (properties.get(n, 0) for n in ("confidence", "right", "judged"))
    if isinstance(value, int | float) and isinstance(right, int) and isinstance(judged, int):
        with suppress(ValueError):
            return Confidence(float(value), right, judged)
    which = properties.get("id", "")
    cases = f"{right!r} of {judged!r}"
    raise StoreError(f"statement {which}: {value!r} ({cases}) is no confidence; build again")


def _entity(node: Node) -> Entity:
    properties = node.properties
    return Entity(
        label=node.label,
        id=node.id,
        name=str(properties["name"]),
        name_en=str(properties.get("name_en", "")),
        aliases=tuple(_strings(properties.get("aliases", []))),
        properties=tuple(
            (name, _from_property(properties[name]))
            for name in sorted(set(properties) - _ENTITY_PROPERTIES)
        ),
    )


def _passage(node: Node) -> Evidence:
    properties = node.properties
    start, end = properties["start"], properties["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return Evidence(str(properties["document"]), start, end, str(properties["quote"]))


def _to_property(value: Value) -> PropertyValue:
    return list(value) if isinstance(value, tuple) else value


def _from_property(value: PropertyValue) -> Value:
    return tuple(value) if isinstance(value, list) else value


def _strings(value: PropertyValue) -> Iterable[str]:
    return value if isinstance(value, list) else [str(value)]
