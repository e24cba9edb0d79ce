"""What a view draws: entities and facts, taken from a knowledge graph or from the answer to a query.

Looser than the model on purpose: an answer may hold relationships without their quotes, and the
``Passage`` and ``Document`` nodes that a knowledge graph keeps as evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.model import (
    Confidence,
    Edge,
    Entity,
    KnowledgeGraph,
    Node,
    Path,
    Result,
    ResultValue,
    Source,
    Statement,
    Value,
)
from graph.ontology import ontology
from graph.projection import READING, STATEMENT_PROPERTIES, confidence


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A passage; ``text`` is empty where an answer names a passage without bringing it along."""

    document: str
    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement as views need it: its ends by id."""

    id: str
    source: str
    predicate: str
    target: str
    qualifiers: tuple[tuple[str, Value], ...] = ()
    quotes: tuple[Quote, ...] = ()
    derived: bool = False
    basis: tuple[str, ...] = ()
    rule: str = ""
    confidence: Confidence | None = None

    @property
    def order(self) -> tuple[str, str, str, str]:
        """What facts are sorted by."""
        return (self.source, self.predicate, self.target, self.id)

    @property
    def score(self) -> float:
        """The qualifier ``score`` as a number, 0 without one."""
        value = dict(self.qualifiers).get("score", 0.0)
        return float(value) if isinstance(value, int | float) else 0.0


@dataclass(frozen=True, slots=True)
class Material:
    """Entities by id and facts in order; every end of a fact is among the entities."""

    entities: Mapping[str, Entity]
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...] = ()

    def select(self, ids: Iterable[str]) -> Material:
        """Return the entities of ``ids`` and the facts between them."""
        chosen = set(ids)
        return Material(
            {key: entity for key, entity in self.entities.items() if key in chosen},
            tuple(f for f in self.facts if f.source in chosen and f.target in chosen),
            self.sources,
        )

    def labelled(self, label: str) -> tuple[Entity, ...]:
        """Return the entities of ``label`` by name."""
        found = (entity for entity in self.entities.values() if entity.label == label)
        return tuple(sorted(found, key=lambda entity: (entity.name, entity.id)))


def from_knowledge(graph: KnowledgeGraph) -> Material:
    """Return all of ``graph``."""
    facts = sorted((_fact(statement) for statement in graph.statements), key=lambda f: f.order)
    return Material({e.id: e for e in graph.entities}, tuple(facts), graph.sources)


def in_english(material: Material) -> Material:
    """Return ``material`` with English names where there are any; itself if there is none."""
    if not any(entity.name_en for entity in material.entities.values()):
        return material
    named = {
        key: replace(entity, name=entity.name_en or entity.name)
        for key, entity in material.entities.items()
    }
    return replace(material, entities=named)


def from_result(result: Result) -> Material:
    """Return the nodes, relationships and paths that stand anywhere in the rows of ``result``."""
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str, str], Edge] = {}
    for value in _flat([list(row) for row in result.rows]):
        if isinstance(value, Node):
            nodes[value.id] = value
        else:
            key = (value.source, value.type, value.target, str(value.properties.get("id", "")))
            edges[key] = value
    entities = {key: _entity(nodes[key]) for key in sorted(nodes)}
    for edge in edges.values():
        for end in (edge.source, edge.target):
            entities.setdefault(end, _stub(end))
    quotes = {key: _quote(node) for key, node in nodes.items() if node.label == "Passage"}
    facts = [_link(edges[key], quotes) for key in sorted(edges)]
    return Material(dict(sorted(entities.items())), tuple(facts))


def strings(value: ResultValue) -> Iterator[str]:
    """Yield every piece of text in a value of a row."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)


def _flat(value: ResultValue) -> Iterator[Node | Edge]:
    if isinstance(value, Node | Edge):
        yield value
    elif isinstance(value, Path):
        yield from value.nodes
        yield from value.edges
    elif isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _flat(item)


def _fact(statement: Statement) -> Fact:
    return Fact(
        statement.id,
        statement.subject.id,
        statement.predicate,
        statement.object.id,
        tuple((name, statement.qualifiers[name]) for name in sorted(statement.qualifiers)),
        tuple(Quote(e.document, e.start, e.end, e.quote) for e in sorted(statement.evidence)),
        statement.derived,
        statement.basis,
        statement.rule,
        statement.confidence,
    )


def _entity(node: Node) -> Entity:
    properties = {name: node.properties[name] for name in sorted(node.properties)}
    properties.pop("id", None)
    properties.pop(READING, None)
    name = str(properties.pop("name", "") or properties.get("quote", "")).strip() or node.id
    aliases = properties.pop("aliases", [])
    return Entity(
        label=node.label,
        id=node.id,
        name=name,
        name_en=str(properties.pop("name_en", "")),
        aliases=tuple(aliases) if isinstance(aliases, list) else (str(aliases),),
        properties=tuple(
            (key, tuple(value) if isinstance(value, list) else value)
            for key, value in properties.items()
        ),
    )


def _stub(key: str) -> Entity:
    """The end of a relationship whose node the answer does not hold: all we know is its id."""
    prefix, _, rest = key.partition("/")
    labels = {label.lower(): label for label in ontology().labels}
    return Entity(labels.get(prefix, "Passage"), key, rest or key)


def _quote(node: Node) -> Quote:
    properties = node.properties
    return Quote(
        str(properties.get("document", "")),
        _number(properties.get("start")),
        _number(properties.get("end")),
        str(properties.get("quote", "")),
    )


def _link(edge: Edge, quotes: Mapping[str, Quote]) -> Fact:
    properties = edge.properties
    named = properties.get("evidence", [])
    basis = properties.get("basis", [])
    return Fact(
        str(properties.get("id", "")),
        edge.source,
        edge.type,
        edge.target,
        tuple(
            (name, tuple(value) if isinstance(value, list) else value)
            for name, value in sorted(properties.items())
            if name not in STATEMENT_PROPERTIES
        ),
        tuple(
            quotes.get(key) or _quote_from_id(key)
            for key in (named if isinstance(named, list) else [])
        ),
        bool(properties.get("derived", False)),
        tuple(basis) if isinstance(basis, list) else (str(basis),),
        str(properties.get("rule", "")),
        confidence(properties),
    )


def _quote_from_id(key: str) -> Quote:
    document, _, span = key.rpartition("#")
    start, _, end = span.partition("-")
    return Quote(document or key, _number(start), _number(end))


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0
