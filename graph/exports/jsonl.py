"""Statements as JSON Lines: the interchange form. Written and read; the round trip is exact.

A node object holds ``label``, ``id``, ``name`` and, where known, ``name_en``, ``aliases`` and the
properties of its label. The first passage of a document in a file carries its ``source``: title,
date, publisher, byline and hash.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from graph.errors import MoonshotError, StatementsError
from graph.model import Entity, Evidence, KnowledgeGraph, Source, Statement, Value


def dumps(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield one line of JSON for each statement, sorted by key, each ending in a newline."""
    sources = {source.name: source for source in graph.sources}
    for statement in sorted(graph.statements, key=lambda s: s.key):
        record = _statement(statement, sources)
        yield json.dumps(record, ensure_ascii=False) + "\n"


def loads(lines: Iterable[str], name: str = "<statements>") -> KnowledgeGraph:
    """Read statements; ``name`` is used in messages. Raises :class:`StatementsError`."""
    sources: dict[str, Source] = {}
    statements: dict[tuple[str, ...], Statement] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            statement = _read_statement(record, sources)
        except (ValueError, KeyError, TypeError, AttributeError, MoonshotError) as error:
            why = f"no {error}" if isinstance(error, KeyError) else str(error)
            raise StatementsError(f"{name}:{number}: not a statement: {why}") from error
        statements[statement.key] = statement
    return KnowledgeGraph(
        tuple(sorted(sources.values())),
        tuple(statements[key] for key in sorted(statements)),
    )


def _statement(statement: Statement, sources: dict[str, Source]) -> dict[str, Any]:
    record: dict[str, Any] = {
        "subject": _entity(statement.subject),
        "predicate": statement.predicate,
        "object": _entity(statement.object),
        "qualifiers": {name: statement.qualifiers[name] for name in sorted(statement.qualifiers)},
        "derived": statement.derived,
        "evidence": [_evidence(passage, sources) for passage in sorted(statement.evidence)],
    }
    if statement.basis:
        record["basis"] = list(statement.basis)
    if statement.rule:
        record["rule"] = statement.rule
    return record


def _entity(entity: Entity) -> dict[str, Any]:
    record: dict[str, Any] = {"label": entity.label, "id": entity.id, "name": entity.name}
    if entity.name_en:
        record["name_en"] = entity.name_en
    if entity.aliases:
        record["aliases"] = list(entity.aliases)
    for name, value in entity.properties:
        record[name] = list(value) if isinstance(value, tuple) else value
    return record


def _evidence(passage: Evidence, sources: dict[str, Source]) -> dict[str, Any]:
    record: dict[str, Any] = {
        "document": passage.document,
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote,
    }
    source = sources.pop(passage.document, None)
    if source:
        known = {f.name: getattr(source, f.name) for f in fields(source) if f.name != "name"}
        record["source"] = {name: value for name, value in known.items() if value}
    return record


def _read_statement(record: Mapping[str, Any], sources: dict[str, Source]) -> Statement:
    passages = []
    for item in record["evidence"]:
        passages.append(Evidence(item["document"], item["start"], item["end"], item["quote"]))
        if "source" in item or item["document"] not in sources:
            sources[item["document"]] = Source(item["document"], **item.get("source", {}))
    return Statement(
        subject=_read_entity(record["subject"]),
        predicate=record["predicate"],
        object=_read_entity(record["object"]),
        qualifiers={name: _value(value) for name, value in record.get("qualifiers", {}).items()},
        evidence=tuple(passages),
        derived=bool(record.get("derived", False)),
        basis=tuple(record.get("basis", ())),
        rule=record.get("rule", ""),
    )


def _read_entity(record: Mapping[str, Any]) -> Entity:
    known = {"label", "id", "name", "name_en", "aliases"}
    extra = tuple((name, _value(record[name])) for name in sorted(set(record) - known))
    return Entity(
        label=record["label"],
        id=record["id"],
        name=record["name"],
        name_en=record.get("name_en", ""),
        aliases=tuple(record.get("aliases", ())),
        properties=extra,
    )


def _value(raw: Any) -> Value:
    if isinstance(raw, list):
        return tuple(str(item) for item in raw)
    if isinstance(raw, str | int | float | bool):
        return raw
    raise TypeError(f"{raw!r} is no value")
