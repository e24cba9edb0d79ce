"""JSON-LD: entities and statements with PROV terms for where they come from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from graph.model import Entity, KnowledgeGraph, Statement
from graph.projection import document_id

_CONTEXT = {
    "@vocab": "urn:moonshot-graph:ontology:",
    "@base": "urn:moonshot-graph:",
    "id": "@id",
    "type": "@type",
    "name": "http://www.w3.org/2000/01/rdf-schema#label",
    "aliases": {"@id": "http://www.w3.org/2004/02/skos/core#altLabel", "@container": "@set"},
    "subject": {"@id": "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject", "@type": "@id"},
    "predicate": {"@id": "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate", "@type": "@vocab"},
    "object": {"@id": "http://www.w3.org/1999/02/22-rdf-syntax-ns#object", "@type": "@id"},
    "evidence": {"@id": "http://www.w3.org/ns/prov#wasQuotedFrom", "@container": "@set"},
    "document": {"@type": "@id"},
}


def dumps(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield one JSON-LD document; every statement is a reified rdf:Statement with its quotes."""
    nodes = [_entity(entity) for entity in graph.entities]
    statements = [_statement(statement) for statement in graph.statements]
    yield (
        json.dumps(
            {"@context": _CONTEXT, "@graph": [*nodes, *statements]}, ensure_ascii=False, indent=1
        )
        + "\n"
    )


def _iri(identifier: str) -> str:
    return quote(identifier, safe="/")


def _entity(entity: Entity) -> dict[str, object]:
    record: dict[str, object] = {"id": _iri(entity.id), "type": entity.label, "name": entity.name}
    if entity.name_en:
        record["name_en"] = entity.name_en
    if entity.aliases:
        record["aliases"] = list(entity.aliases)
    record.update((k, list(v) if isinstance(v, tuple) else v) for k, v in entity.properties)
    return record


def _statement(statement: Statement) -> dict[str, object]:
    return {
        "id": f"statement/{statement.id}",
        "type": "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement",
        "subject": _iri(statement.subject.id),
        "predicate": statement.predicate,
        "object": _iri(statement.object.id),
        "derived": statement.derived,
        **{k: statement.qualifiers[k] for k in sorted(statement.qualifiers)},
        "evidence": [
            {
                "document": _iri(document_id(e.document)),
                "start": e.start,
                "end": e.end,
                "quote": e.quote,
            }
            for e in statement.evidence
        ],
    }
