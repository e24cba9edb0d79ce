"""The nouns: frozen, typed, without behaviour beyond their own invariants."""

from graph.model.document import Block, BlockKind, Cell, Document, Row, Run, Span
from graph.model.evidence import Evidence, Source
from graph.model.knowledge import KnowledgeGraph
from graph.model.mention import Appointment, Mention, Names
from graph.model.property_graph import Edge, Node, Path, PropertyGraph, PropertyValue
from graph.model.reading import Reading, Wording
from graph.model.result import Result, ResultValue, Scalar
from graph.model.statement import Confidence, Entity, Statement, Value, better, entity_id, name_key

__all__ = [
    "Appointment",
    "Block",
    "BlockKind",
    "Cell",
    "Confidence",
    "Document",
    "Edge",
    "Entity",
    "Evidence",
    "KnowledgeGraph",
    "Mention",
    "Names",
    "Node",
    "Path",
    "PropertyGraph",
    "PropertyValue",
    "Reading",
    "Result",
    "ResultValue",
    "Row",
    "Run",
    "Scalar",
    "Source",
    "Span",
    "Statement",
    "Value",
    "Wording",
    "better",
    "entity_id",
    "name_key",
]
