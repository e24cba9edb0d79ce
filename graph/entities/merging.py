"""Puts statements about the same thing together: one node an entity, one statement a meaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce

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
    # An English document calls it by its English name; any other name comes first.
    first, second = sorted((a, b), key=lambda e: (e.name == e.name_en, -len(e.name), e.name))
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
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.key].append(statement)
    return tuple(_with_ends(_join_statements(groups[key]), entities) for key in sorted(groups))


def _with_ends(statement: Statement, entities: Mapping[str, Entity]) -> Statement:
    subject, object_ = entities[statement.subject.id], entities[statement.object.id]
    if subject is statement.subject and object_ is statement.object:
        return statement
    return replace(statement, subject=subject, object=object_)


def _join_statements(same: Sequence[Statement]) -> Statement:
    """Return the statement that several of one key are: put together at once, for they may be thousands."""
    first = same[0]
    if len(same) == 1:
        return first
    rules = {s.rule for s in same}
    parts = {part for rule in rules for part in rule.split("; ")}
    return replace(
        first,
        qualifiers=reduce(_join_qualifiers, (s.qualifiers for s in same)),
        evidence=tuple(sorted({e for s in same for e in s.evidence})),
        basis=tuple(sorted({b for s in same for b in s.basis})),
        rule=first.rule if len(rules) == 1 else "; ".join(sorted(parts)),
        confidence=reduce(better, (s.confidence for s in same)),
    )


def _join_qualifiers(a: Mapping[str, Value], b: Mapping[str, Value]) -> Mapping[str, Value]:
    if a == b:
        return a
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
