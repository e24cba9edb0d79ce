"""Statements as JSON Lines: the interchange form. Written and read; the round trip is exact.

A node object holds ``label``, ``id``, ``name`` and, where known, ``name_en``, ``aliases`` and the
properties of its label. The first passage of a document in a file carries its ``source``: title,
date, publisher, byline and hash. ``confidence`` comes with the cases that it was measured on:
``right`` of ``judged``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from graph.errors import MoonshotError, StatementsError
from graph.model import (
    Confidence,
    Entity,
    Evidence,
    KnowledgeGraph,
    Source,
    Statement,
    Value,
    better,
)

_MALFORMED = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    RecursionError,
    MoonshotError,
)


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
            record = json.loads(line, parse_constant=_no_number)
            statement = _read_statement(record, sources)
        except _MALFORMED as error:
            why = f"no {error}" if isinstance(error, KeyError) else str(error)
            raise StatementsError(f"{name}:{number}: not a statement: {why}") from error
        known = statements.get(statement.key)
        statements[statement.key] = _together(known, statement) if known else statement
    return KnowledgeGraph(
        tuple(sorted(sources.values())),
        tuple(statements[key] for key in sorted(statements)),
    )


def _together(first: Statement, second: Statement) -> Statement:
    """Return one statement with the passages of both: files may be laid end to end."""
    return replace(
        first,
        qualifiers={**second.qualifiers, **first.qualifiers},
        evidence=tuple(sorted({*first.evidence, *second.evidence})),
        confidence=better(first.confidence, second.confidence),
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
    if statement.confidence:
        record["confidence"] = statement.confidence.value
        record["right"] = statement.confidence.right
        record["judged"] = statement.confidence.judged
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
        start, end = _whole(item["start"]), _whole(item["end"])
        passages.append(Evidence(_text(item["document"]), start, end, _text(item["quote"])))
        if "source" in item or item["document"] not in sources:
            sources[item["document"]] = _read_source(item)
    return Statement(
        subject=_read_entity(record["subject"]),
        predicate=record["predicate"],
        object=_read_entity(record["object"]),
        qualifiers={name: _value(value) for name, value in record.get("qualifiers", {}).items()},
        evidence=tuple(passages),
        derived=bool(record.get("derived", False)),
        basis=_texts(record.get("basis", [])),
        rule=_text(record.get("rule", "")),
        confidence=_confidence(record),
    )


def _confidence(record: Mapping[str, Any]) -> Confidence | None:
    if "confidence" not in record:
        return None
    value = record["confidence"]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"confidence {value!r} is no number")
    return Confidence(float(value), _whole(record.get("right", 0)), _whole(record.get("judged", 0)))


def _read_source(item: Mapping[str, Any]) -> Source:
    known = {name: _text(value) for name, value in item.get("source", {}).items()}
    return Source(_text(item["document"]), **known)


def _read_entity(record: Mapping[str, Any]) -> Entity:
    known = {"label", "id", "name", "name_en", "aliases"}
    extra = tuple((name, _value(record[name])) for name in sorted(set(record) - known))
    return Entity(
        label=record["label"],
        id=_text(record["id"]),
        name=_text(record["name"]),
        name_en=_text(record.get("name_en", "")),
        aliases=_texts(record.get("aliases", [])),
        properties=extra,
    )


def _whole(raw: Any) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    raise TypeError(f"{raw!r} is no whole number")


def _texts(raw: Any) -> tuple[str, ...]:
    if isinstance(raw, list):
        return tuple(map(_text, raw))
    raise TypeError(f"{raw!r} is no list")


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _text(raw: Any) -> str:
    if isinstance(raw, str):
        return raw
    raise TypeError(f"{raw!r} is no text")


def _value(raw: Any) -> Value:
    if isinstance(raw, list):
        return _texts(raw)
    if isinstance(raw, str | int | float | bool):
        return raw
    raise TypeError(f"{raw!r} is no value")
