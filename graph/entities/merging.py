"""Puts statements about the same thing together: one node an entity, one statement a meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.model import Entity, Statement, Value, better, name_key


def merge_entities(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Return one entity an id, with all its names and properties."""
    merged: dict[str, Entity] = {}
    for entity in entities:
        known = merged.get(entity.id)
        merged[entity.id] = entity if known is None else _join(known, entity)
    return merged


def _join(a: Entity, b: Entity) -> Entity:
    if a == b:
        return a
    first, second = sorted((a, b), key=lambda e: (-len(e.name), e.name))
    keys: dict[str, str] = {}
    for name in sorted((*first.aliases, second.name, *second.aliases)):
        if name != first.name:
            keys.setdefault(name, name)
    properties = {**dict(second.properties), **dict(first.properties)}
    return Entity(
        first.label,
        first.id,
        first.name,
        first.name_en or second.name_en,
        tuple(sorted(keys)),
        tuple(sorted(properties.items())),
    )


def merge_statements(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return one statement a key, with all evidence; wording that differs is kept, joined by ``; ``."""
    entities = merge_entities(e for s in statements for e in (s.subject, s.object))
    merged: dict[tuple[str, ...], Statement] = {}
    for statement in statements:
        whole = replace(
            statement,
            subject=entities[statement.subject.id],
            object=entities[statement.object.id],
        )
        known = merged.get(whole.key)
        merged[whole.key] = whole if known is None else _join_statements(known, whole)
    return tuple(merged[key] for key in sorted(merged))


def _join_statements(a: Statement, b: Statement) -> Statement:
    return replace(
        a,
        qualifiers=_join_qualifiers(a.qualifiers, b.qualifiers),
        evidence=tuple(sorted({*a.evidence, *b.evidence})),
        basis=tuple(sorted({*a.basis, *b.basis})),
        rule=a.rule
        if a.rule == b.rule
        else "; ".join(sorted({*a.rule.split("; "), *b.rule.split("; ")})),
        confidence=better(a.confidence, b.confidence),
    )


def _join_qualifiers(a: Mapping[str, Value], b: Mapping[str, Value]) -> dict[str, Value]:
    joined = dict(a)
    for name, value in b.items():
        known = joined.get(name)
        if known is None:
            joined[name] = value
        elif isinstance(known, str) and isinstance(value, str):
            parts = known.split("; ")
            if not any(name_key(value) == name_key(p) for p in parts):
                joined[name] = "; ".join([*parts, value])
    return joined
