"""What a programme consists of: its fields and goals, wherever a document lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.model import Entity, name_key
from graph.statements import goal_holders
from graph.statements.context import Context
from graph.statements.goal_lists import in_items, in_sentences
from graph.statements.goal_tables import in_table
from graph.statements.goals import FieldOf, Goal, field_entity

_FIELD_HEADING = re.compile(r"^(?P<name>[가-힣A-Za-z0-9·\s/-]{2,30}?)\s?분야$")
_FIELD_LABEL = re.compile(r"[\((](?P<name>[^()()]{2,20})[\))]\s")
"""``(우주수송) 누리호를 …``: a bullet that begins with one of the fields."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Fields and goals in the order of the document, and the field of each block's section."""

    fields: tuple[FieldOf, ...]
    goals: tuple[Goal, ...]
    sections: tuple[Entity | None, ...]


def outline(context: Context) -> Outline:
    """Read the outline of the programmes in a document."""
    found = list(_listed(context))
    fields = tuple(_of_full_lists(f for f in found if isinstance(f, FieldOf)))
    named = {name_key(f.field.name): f.field for f in fields}
    goals = tuple(g for g in found if isinstance(g, Goal))
    return Outline(fields, goals, tuple(_sections(context, named)))


def _of_full_lists(fields: Iterable[FieldOf]) -> Iterator[FieldOf]:
    """Leave the examples of a programme's fields where the document lists its fields in full."""
    found = list(fields)
    full = {f.programme.id for f in found if f.programme and not f.example}
    yield from (f for f in found if not (f.example and f.programme and f.programme.id in full))


def _listed(context: Context) -> Iterator[FieldOf | Goal]:
    for sentence in context.sentences:
        yield from in_sentences(context, sentence)
        yield from goal_holders.in_sentence(context, sentence)
    for index, block in enumerate(context.document.blocks):
        if block.kind == "table":
            yield from in_table(context, index)
    yield from in_items(context)


def _sections(context: Context, listed: Mapping[str, Entity]) -> Iterator[Entity | None]:
    """The field of each block: that of the heading ``… 분야`` above it, or of ``(분야)`` before its bullet."""
    current: Entity | None = None
    level = 0
    for block in context.document.blocks:
        if block.kind == "heading":
            match = _FIELD_HEADING.match(context.slice(block.span).strip(" *"))
            if match:
                current, level = _section_field(match["name"], listed), block.level
            elif block.level <= level or level == 0:
                current = None
        elif label := _FIELD_LABEL.match(context.slice(block.span)):
            if name_key(label["name"]) in listed:
                current, level = listed[name_key(label["name"])], block.level
        elif block.kind == "item" and current and block.level <= level and level:
            current = None
        yield current


def _section_field(name: str, listed: Mapping[str, Entity]) -> Entity:
    """The listed field that a heading's short form stands for (반도체: 반도체·디스플레이)."""
    key = name_key(name)
    if key in listed:
        return listed[key]
    parts = [f for f in listed.values() if key in map(name_key, re.split(r"[·/]", f.name))]
    holding = parts or [f for f in listed.values() if key in name_key(f.name)]
    return holding[0] if len(holding) == 1 or parts else field_entity(name)
