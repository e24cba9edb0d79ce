"""What a programme consists of: its fields and missions, wherever a document lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.model import Block, Cell, Entity, Run, Span, name_key
from graph.statements.context import Context, Sentence, named_entity
from graph.statements.lists import (
    bracketed_lists,
    counted_fields,
    kind_of,
    marked_list,
)

_FIELD_HEADING = re.compile(r"^(?P<name>[가-힣A-Za-z0-9·\s/-]{2,30}?)\s?분야$")
_GOAL_TITLE = re.compile(r"임무|과제|미션")
_START_YEAR = re.compile(
    r"(?:[’'‘](\d\d)|(20\d\d))\s?년(?:도)?(?:부터)?\s?(?:신규|착수|시작|추진|부터)"
)
_LABELLED = re.compile(
    r"^(?P<field>[가-힣A-Za-z0-9·\s]{2,20}?)\s?(?:[::]|\s[-–]\s)\s?(?P<goal>\S.*)$"
)
_BRACKETED = re.compile(r"^[\((\[](?P<field>[^()()\[\]]{2,20})[\))\]]\s?(?P<goal>\S.*)$")


@dataclass(frozen=True, slots=True)
class FieldOf:
    """A field that a document says a programme has; ``passage`` is where."""

    programme: Entity | None
    field: Entity
    passage: Span


@dataclass(frozen=True, slots=True)
class Goal:
    """A mission, task or core mission of a programme; ``name`` is its wording's span."""

    programme: Entity | None
    mission: Entity
    name: Span
    passage: Span
    field: Entity | None = None
    year_start: int | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """Fields and goals in the order of the document, and the field of each block's section."""

    fields: tuple[FieldOf, ...]
    goals: tuple[Goal, ...]
    sections: tuple[Entity | None, ...]


def outline(context: Context) -> Outline:
    """Read the outline of the programmes in a document."""
    fields: list[FieldOf] = []
    goals: list[Goal] = []
    for sentence in context.sentences:
        _from_sentence(context, sentence, fields, goals)
    for index, block in enumerate(context.document.blocks):
        if block.kind == "table":
            _from_table(context, index, block, fields, goals)
    _from_items(context, fields, goals)
    listed = {name_key(f.field.name): f.field for f in fields}
    sections = tuple(_sections(context, listed))
    return Outline(tuple(fields), tuple(goals), sections)


def _from_sentence(
    context: Context, sentence: Sentence, fields: list[FieldOf], goals: list[Goal]
) -> None:
    text, span = context.text, sentence.span
    marked = marked_list(text, span)
    for listed in (
        *([marked] if marked else []),
        *bracketed_lists(text, span),
        *counted_fields(text, span),
    ):
        programme = context.programme_for(span)
        if listed.kind == "field":
            fields.extend(
                FieldOf(programme, field_entity(context.slice(i)), span) for i in listed.items
            )
        elif listed.kind == "mission":
            kind = (
                "core" if "핵심" in listed.head else "task" if "임무" in listed.head else "mission"
            )
            goals.extend(_goal(context, i, span, programme, kind=kind) for i in listed.items)


def field_entity(name: str) -> Entity:
    """Return the field of that wording, without a trailing 분야."""
    return named_entity("Field", re.sub(r"\s*분야$", "", name.strip()).strip())


def _goal(
    context: Context,
    name: Span,
    passage: Span,
    programme: Entity | None,
    *,
    kind: str = "mission",
    field: Entity | None = None,
    year_start: int | None = None,
) -> Goal:
    wording = re.sub(r"\s+", " ", context.slice(name)).strip()
    entity = named_entity("Mission", wording)
    mission = Entity("Mission", entity.id, wording, properties=(("kind", kind),))
    return Goal(programme, mission, name, passage, field, year_start)


# Tables ---------------------------------------------------------------------------------------


def _from_table(
    context: Context, index: int, table: Block, fields: list[FieldOf], goals: list[Goal]
) -> None:
    title, title_span = _title_above(context, index)
    headers = {
        c.column: kind_of(_squeezed(context, c)) for r in table.rows if r.header for c in r.cells
    }
    if "mission" in headers.values() or ("field" in headers.values() and _GOAL_TITLE.search(title)):
        _headed_table(context, table, headers, title, title_span, fields, goals)
    elif _GOAL_TITLE.search(title):
        _labelled_cells(context, table, title, title_span, fields, goals)


def _title_above(context: Context, index: int) -> tuple[str, Span]:
    """The heading or short line that stands right above a table."""
    for block in reversed(context.document.blocks[:index]):
        if block.kind in ("heading", "paragraph", "item"):
            return context.slice(block.span), block.span
        if block.kind == "table":
            break
    return "", Span(0, 0)


def _squeezed(context: Context, cell: Cell) -> str:
    return re.sub(r"\s", "", "".join(context.slice(r.span) for r in cell.runs))


def _start_year(title: str) -> int | None:
    match = _START_YEAR.search(title)
    if match is None:
        return None
    return 2000 + int(match.group(1)) if match.group(1) else int(match.group(2))


def _headed_table(
    context: Context,
    table: Block,
    headers: Mapping[int, str | None],
    title: str,
    title_span: Span,
    fields: list[FieldOf],
    goals: list[Goal],
) -> None:
    """A table whose header names a column of fields and one of missions."""
    field_column = next((c for c, k in headers.items() if k == "field"), None)
    goal_column = next((c for c, k in headers.items() if k == "mission"), None)
    programme = context.programme_for(title_span)
    for row in (r for r in table.rows if not r.header):
        cells = {c.column: c for c in row.cells}
        field = _cell_field(context, cells.get(field_column)) if field_column is not None else None
        if field:
            fields.append(FieldOf(programme, field, row.span))
        goal_cell = cells.get(goal_column) if goal_column is not None else None
        for name in _paragraphs(goal_cell) if goal_cell else []:
            goals.append(
                _goal(
                    context,
                    name,
                    row.span,
                    programme,
                    kind=_goal_kind(title),
                    field=field,
                    year_start=_start_year(title),
                )
            )


def _goal_kind(title: str) -> str:
    return "task" if re.search("임무|과제", title) else "mission"


def _cell_field(context: Context, cell: Cell | None) -> Entity | None:
    if cell is None or not cell.runs:
        return None
    return field_entity(context.slice(Span(cell.runs[0].span.start, cell.runs[-1].span.end)))


def _paragraphs(cell: Cell) -> Iterator[Span]:
    """The text of each paragraph of a cell."""
    lines: dict[int, list[Run]] = {}
    for run in cell.runs:
        lines.setdefault(run.line, []).append(run)
    for runs in lines.values():
        yield Span(runs[0].span.start, runs[-1].span.end)


def _labelled_cells(
    context: Context,
    table: Block,
    title: str,
    title_span: Span,
    fields: list[FieldOf],
    goals: list[Goal],
) -> None:
    """A table of missions whose cells begin with their field in bold; below, cells go on with it."""
    programme = context.programme_for(title_span)
    current: dict[int, Entity] = {}
    for row in table.rows:
        for cell in row.cells:
            for label, name in _labelled_paragraphs(context, cell):
                if label:
                    current[cell.column] = field_entity(label)
                    fields.append(FieldOf(programme, current[cell.column], row.span))
                if name and cell.column in current:
                    goals.append(
                        _goal(
                            context,
                            name,
                            row.span,
                            programme,
                            kind=_goal_kind(title),
                            field=current[cell.column],
                            year_start=_start_year(title),
                        )
                    )


def _labelled_paragraphs(context: Context, cell: Cell) -> Iterator[tuple[str, Span | None]]:
    lines: dict[int, list[Run]] = {}
    for run in cell.runs:
        lines.setdefault(run.line, []).append(run)
    for runs in lines.values():
        if len(runs) > 1 and runs[0].bold and not runs[1].bold:
            yield context.slice(runs[0].span), Span(runs[1].span.start, runs[-1].span.end)
            continue
        whole = Span(runs[0].span.start, runs[-1].span.end)
        match = _label_of(context.slice(whole))
        if match:
            yield (
                match["field"],
                Span(whole.start + match.start("goal"), whole.start + match.end("goal")),
            )
        else:
            yield "", whole


def _label_of(line: str) -> re.Match[str] | None:
    return _BRACKETED.match(line) or _LABELLED.match(line)


# Items below a heading ---------------------------------------------------------------------------


def _from_items(context: Context, fields: list[FieldOf], goals: list[Goal]) -> None:
    """Bullets under a line that says that they are missions or fields."""
    blocks = context.document.blocks
    for index, block in enumerate(blocks):
        if block.kind not in ("heading", "paragraph", "item") or index + 1 >= len(blocks):
            continue
        items = list(_items_below(blocks, index))
        lead = context.slice(block.span)
        kind = _lead_kind(lead)
        if len(items) < 2 or kind is None:
            continue
        programme = context.programme_for(block.span)
        for item in items:
            line = context.slice(item.span)
            if kind == "field":
                fields.append(FieldOf(programme, field_entity(line), item.span))
                continue
            match = _label_of(line)
            field = field_entity(match["field"]) if match else None
            name = (
                item.span
                if match is None
                else Span(item.span.start + match.start("goal"), item.span.end)
            )
            if field:
                fields.append(FieldOf(programme, field, item.span))
            goals.append(
                _goal(
                    context,
                    name,
                    item.span,
                    programme,
                    kind=_goal_kind(lead),
                    field=field,
                    year_start=_start_year(lead),
                )
            )


_LEAD = re.compile(
    r"(?:(?P<head>미션|과제|임무|분야)(?:은|는|으로는)?(?:\s다음과\s같다)?\s?[.::]?$)|"
    r"(?P<english>\b(?:by|missions|tasks|goals)\s?:?$)"
)


def _lead_kind(lead: str) -> str | None:
    match = _LEAD.search(lead.strip().rstrip("]】>"))
    if match is None:
        return None
    return "mission" if match["english"] else kind_of(match["head"])


def _items_below(blocks: tuple[Block, ...], index: int) -> Iterator[Block]:
    level = None
    for block in blocks[index + 1 :]:
        if block.kind != "item" or (
            blocks[index].kind == "item" and block.level <= blocks[index].level
        ):
            return
        level = block.level if level is None else level
        if block.level == level:
            yield block
        elif block.level < level:
            return


# Sections -----------------------------------------------------------------------------------------


def _sections(context: Context, listed: dict[str, Entity]) -> Iterator[Entity | None]:
    """The field of each block: that of the heading ``… 분야`` above it."""
    current: Entity | None = None
    level = 0
    for block in context.document.blocks:
        if block.kind == "heading":
            match = _FIELD_HEADING.match(context.slice(block.span).strip(" *"))
            if match:
                current, level = _section_field(match["name"], listed), block.level
            elif block.level <= level or level == 0:
                current = None
        yield current


def _section_field(name: str, listed: dict[str, Entity]) -> Entity:
    """The listed field that a heading's short form stands for (반도체: 반도체·디스플레이)."""
    key = name_key(name)
    if key in listed:
        return listed[key]
    parts = [f for f in listed.values() if key in map(name_key, re.split(r"[·/]", f.name))]
    holding = parts or [f for f in listed.values() if key in name_key(f.name)]
    return holding[0] if len(holding) == 1 or parts else field_entity(name)
