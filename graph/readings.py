"""Readings ↔ text: what a document said before names were settled, kept with it in the store.

So a decision can be applied, or undone, without the document at hand. Entities and passages stand once
and are pointed at by number; a passage that the store holds as a node is given without its quote. The text
is compressed: queries return document nodes whole, over networks too.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace
from typing import Any, TypeVar

from graph.model import (
    Confidence,
    Entity,
    Evidence,
    KnowledgeGraph,
    Reading,
    Source,
    Statement,
    Value,
    Wording,
)

_T = TypeVar("_T")


def encode(
    reading: Reading, held: frozenset[Evidence] = frozenset(), source: Source | None = None
) -> str:
    """Return ``reading`` as text; the quotes of passages in ``held`` are left out.

    Of those quotes and of the ``source`` it holds a hash each, so that a change of them is seen.
    """
    entities = _numbered([e for s in reading.statements for e in (s.subject, s.object)])
    passages = _numbered([*(e for s in reading.statements for e in s.evidence), *reading.quotes])
    ids = _numbered([w.entity for w in reading.wordings])
    record = {
        "entities": [_entity(e) for e in entities],
        "passages": [[p.start, p.end, *([] if p in held else [p.quote])] for p in passages],
        "statements": [
            [
                entities[s.subject],
                s.predicate,
                entities[s.object],
                {name: s.qualifiers[name] for name in sorted(s.qualifiers)},
                [passages[e] for e in s.evidence],
                s.rule,
                *([astuple(s.confidence)] if s.confidence else []),
            ]
            for s in reading.statements
        ],
        "ids": list(ids),
        "wordings": [
            [ids[w.entity], w.text, w.how, w.reason, list(w.starts)] for w in reading.wordings
        ],
        "quotes": [passages[e] for e in reading.quotes],
        **({"reader": reading.reader} if reading.reader else {}),
        **({"seals": seals(reading, source)} if source else {}),
    }
    written = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(written.encode(), 9)).decode("ascii")


def decode(document: str, text: str, quotes: Mapping[tuple[int, int], str]) -> Reading:
    """Return the reading of ``document`` that ``text`` holds; ``quotes`` are those it left out."""
    record = json.loads(zlib.decompress(base64.b64decode(text)))
    entities = [_to_entity(*fields) for fields in record["entities"]]
    passages = [
        Evidence(document, start, end, quote[0] if quote else quotes[start, end])
        for start, end, *quote in record["passages"]
    ]
    statements = tuple(
        Statement(
            entities[subject],
            predicate,
            entities[object_],
            {name: _value(value) for name, value in qualifiers.items()},
            tuple(passages[number] for number in evidence),
            rule=rule,
            confidence=Confidence(*confidence[0]) if confidence else None,
        )
        for subject, predicate, object_, qualifiers, evidence, rule, *confidence in record[
            "statements"
        ]
    )
    wordings = tuple(
        Wording(record["ids"][number], word, how, reason, tuple(starts))
        for number, word, how, reason, starts in record["wordings"]
    )
    found = tuple(passages[number] for number in record["quotes"])
    return Reading(document, statements, wordings, found, record.get("reader", ""))


def seals(reading: Reading, source: Source) -> list[str]:
    """Return a hash of what is known of the document, and one of the quotes of its passages."""
    said = {*(e for s in reading.statements for e in s.evidence), *reading.quotes}
    return [_hash(astuple(source)), _hash([passage.quote for passage in sorted(said)])]


def sealed(text: str) -> list[str]:
    """Return the hashes that an encoded reading holds; none where an earlier version wrote it."""
    record = json.loads(zlib.decompress(base64.b64decode(text)))
    return [str(seal) for seal in record.get("seals", [])]


def _hash(held: object) -> str:
    written = json.dumps(held, ensure_ascii=False)
    return hashlib.blake2b(written.encode(), digest_size=8).hexdigest()


def readings_of(graph: KnowledgeGraph) -> tuple[Reading, ...]:
    """Return a reading for each source: the one that ``graph`` carries, else what it states of it."""
    known = {reading.document: reading for reading in graph.readings}
    stated: dict[str, list[Statement]] = {s.name: [] for s in graph.sources}
    for statement in graph.statements:
        if statement.derived:
            continue
        for document in sorted({e.document for e in statement.evidence} - set(known)):
            stated.setdefault(document, []).append(_within(statement, document))
    found = {name: Reading(name, tuple(said)) for name, said in stated.items()}
    return tuple({**found, **known}[name] for name in sorted({*found, *known}))


def _within(statement: Statement, document: str) -> Statement:
    return replace(
        statement, evidence=tuple(e for e in statement.evidence if e.document == document)
    )


def _numbered(items: Sequence[_T]) -> dict[_T, int]:
    return {item: number for number, item in enumerate(dict.fromkeys(items))}


def _entity(entity: Entity) -> list[Any]:
    properties = {n: list(v) if isinstance(v, tuple) else v for n, v in entity.properties}
    fields = [entity.label, entity.id, entity.name, entity.name_en, list(entity.aliases)]
    return [*fields, properties] if properties else fields


def _to_entity(
    label: str,
    key: str,
    name: str,
    name_en: str,
    aliases: list[str],
    properties: Mapping[str, Any] | None = None,
) -> Entity:
    given = tuple((n, _value(v)) for n, v in (properties or {}).items())
    return Entity(label, key, name, name_en, tuple(aliases), given)


def _value(raw: Any) -> Value:
    return tuple(raw) if isinstance(raw, list) else raw
