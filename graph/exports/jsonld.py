"""JSON-LD 1.1: statements as rdf:Statement, with PROV for where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from graph.model import Entity, Evidence, KnowledgeGraph, Source, Statement, Value
from graph.projection import document_id

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_CONTEXT = {
    "@version": 1.1,
    "@vocab": "urn:moonshot-graph:ontology:",
    "moonshot": "urn:moonshot-graph:id:",
    "q": "urn:moonshot-graph:qualifier:",
    "id": "@id",
    "type": "@type",
    "name": "http://www.w3.org/2000/01/rdf-schema#label",
    "aliases": {"@id": "http://www.w3.org/2004/02/skos/core#altLabel", "@container": "@set"},
    "title": "http://purl.org/dc/terms/title",
    "published": "http://purl.org/dc/terms/issued",
    "publisher": "http://purl.org/dc/terms/publisher",
    "byline": "http://purl.org/dc/terms/creator",
    "Statement": _RDF + "Statement",
    "subject": {"@id": _RDF + "subject", "@type": "@id"},
    "predicate": {"@id": _RDF + "predicate", "@type": "@vocab"},
    "object": {"@id": _RDF + "object", "@type": "@id"},
    "evidence": {
        "@id": "http://www.w3.org/ns/prov#wasDerivedFrom", "@type": "@id", "@container": "@set",
    },
    "document": {"@id": "http://www.w3.org/ns/prov#wasQuotedFrom", "@type": "@id"},
    "quote": "http://www.w3.org/ns/prov#value",
}  # fmt: skip


def dumps(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield one JSON-LD document: documents, passages, entities and statements."""
    passages = sorted({e for s in graph.statements for e in s.evidence})
    nodes = [
        *map(_source, graph.sources),
        *map(_passage, passages),
        *map(_entity, graph.entities),
        *map(_statement, sorted(graph.statements, key=lambda s: s.key)),
    ]
    document = {"@context": _CONTEXT, "@graph": nodes}
    yield json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _iri(identifier: str) -> str:
    return "moonshot:" + quote(identifier, safe="/")


def _source(source: Source) -> dict[str, object]:
    known = {
        name: getattr(source, name)
        for name in ("title", "published", "publisher", "byline", "sha256")
    }
    filled = {name: value for name, value in known.items() if value}
    return {"id": _iri(document_id(source.name)), "type": "Document", "name": source.name, **filled}


def _passage(passage: Evidence) -> dict[str, object]:
    return {
        "id": _iri(passage.id),
        "type": "Passage",
        "document": _iri(document_id(passage.document)),
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote,
    }


def _entity(entity: Entity) -> dict[str, object]:
    record: dict[str, object] = {"id": _iri(entity.id), "type": entity.label, "name": entity.name}
    if entity.name_en:
        record["name_en"] = entity.name_en
    if entity.aliases:
        record["aliases"] = list(entity.aliases)
    record.update((name, _plain(value)) for name, value in entity.properties)
    return record


def _statement(statement: Statement) -> dict[str, object]:
    record: dict[str, object] = {
        "id": _iri(f"statement/{statement.id}"),
        "type": "Statement",
        "subject": _iri(statement.subject.id),
        "predicate": statement.predicate,
        "object": _iri(statement.object.id),
        "derived": statement.derived,
    }
    # A prefix: GOVERNS has a qualifier that is called subject.
    record.update((f"q:{n}", _plain(statement.qualifiers[n])) for n in sorted(statement.qualifiers))
    if statement.basis:
        record["basis"] = list(statement.basis)
    if statement.rule:
        record["rule"] = statement.rule
    if statement.confidence:
        record["confidence"] = statement.confidence.value
        record["right"] = statement.confidence.right
        record["judged"] = statement.confidence.judged
    record["evidence"] = [_iri(passage.id) for passage in sorted(statement.evidence)]
    return record


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value
