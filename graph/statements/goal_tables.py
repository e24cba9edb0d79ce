"""Fields and goals in tables: with a header that names the columns, or with a label in each cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.model import Block, Cell, Entity, Run, Span
from graph.statements.context import Context
from graph.statements.goals import FieldOf, Goal, Lead, field_entity, labelled
from graph.statements.lists import kind_of
from graph.statements.seats import seats
from graph.statements.tables import cell_under, columns

_BODIES = re.compile(r"(?:참여|수행|소관)?(?:기관|기업)(?:명)?")
_PROJECTS = re.compile(r"(?:대표|핵심|중점|선정|주요)?(?:프로젝트|사업)(?:명)?")
"""What stands beside a field is what is to be done in it."""
_TITLE = re.compile(r"임무|과제|미션|\b(?i:missions|tasks|targets|goals|projects)\b")
_YEARS = re.compile(
    r"(?:목표|완료|달성)?(?:연도|년도|시기|시점|목표연도)|(?:완료|달성)목표|(?i:(?:target)?years?|ends|by|deadline)"
)
_AGENCIES = re.compile(
    r"(?:주관|담당|총괄|소관|전담)(?:기관|부처|부서)?|부처|추진(?:주체|기관)|(?i:lead(?:institution|agency)?|(?:korean|european)lead|agency)"
)
_YEAR = re.compile(r"[~∼]?\s?(?:(?P<full>20\d\d)|[’'‘](?P<short>\d\d))\s?(?:년)?(?:까지)?")


def in_table(context: Context, index: int) -> Iterator[FieldOf | Goal]:
    """Yield what the table at block ``index`` lists, if it or its title speaks of missions."""
    table = context.document.blocks[index]
    lead = _lead(context, index)
    headers = columns(context, table).headers
    kinds: dict[int, str | None] = {column: kind_of(header) for column, header in headers}
    if "field" in kinds.values() and "mission" not in kinds.values():
        kinds |= {column: "mission" for column, header in headers if _PROJECTS.fullmatch(header)}
    if "field" not in kinds.values() and any(_BODIES.fullmatch(h) for _, h in headers):
        return  # beside bodies these are their duties, not a programme's missions
    titled = _TITLE.search(lead.text)
    if "mission" in kinds.values() or ("field" in kinds.values() and titled):
        yield from _under_headers(context, table, kinds, lead)
    elif titled:
        yield from _with_labels(context, table, lead)


def _lead(context: Context, index: int) -> Lead:
    """The heading or short line that stands right above a table."""
    for block in reversed(context.document.blocks[:index]):
        if block.kind in ("heading", "paragraph", "item"):
            return Lead(context.slice(block.span), block.span, context.programme_for(block.span))
        if block.kind == "table":
            break
    return Lead("", Span(0, 0), context.programme)


def _under_headers(
    context: Context, table: Block, kinds: Mapping[int, str | None], lead: Lead
) -> Iterator[FieldOf | Goal]:
    """A column of fields and one of missions; a field that a row leaves out is the one above."""
    headers = columns(context, table)
    column = {kind: at for at, kind in sorted(kinds.items(), reverse=True)}
    directors = {s.row.span: s.person for s in seats(context, table) if s.directs}
    above: FieldOf | None = None
    for row in (r for r in table.rows if not r.header):
        cells = {c.column: c for c in row.cells if not c.inherited}
        field_cell = cells.get(column.get("field", -1))
        if field_cell and field_cell.runs:
            above = lead.field(_whole(context, field_cell).name, row.span)
            yield above
        goals = cells.get(column.get("mission", -1))
        agencies = _organizations(context, cell_under(row, headers.where(_AGENCIES)))
        for name in map(_reach, _paragraphs(goals)) if goals else ():
            passages = sorted({row.span, *(above.passages if above else ())})
            goal = lead.goal(context, name, *passages, field=above.field if above else None)
            yield replace(
                goal,
                year_target=_year(context, cell_under(row, headers.where(_YEARS))),
                leaders=(*agencies, *([directors[row.span]] if row.span in directors else ())),
            )


def _year(context: Context, cell: Cell | None) -> int | None:
    match = _YEAR.fullmatch(context.slice(cell.span)) if cell else None
    if match is None:
        return None
    return int(match["full"]) if match["full"] else 2000 + int(match["short"])


def _organizations(context: Context, cell: Cell | None) -> tuple[Entity, ...]:
    found = context.within(cell.span, "Organization") if cell else []
    return tuple(m.entity for m in found)


def _whole(context: Context, cell: Cell) -> Entity:
    return field_entity(context.slice(_reach(list(cell.runs))))


def _with_labels(context: Context, table: Block, lead: Lead) -> Iterator[FieldOf | Goal]:
    """Cells that begin with their field in bold; cells below go on with the field above them."""
    current: dict[int, FieldOf] = {}
    for row in table.rows:
        for cell in (c for c in row.cells if not c.inherited):
            for label, name in _labelled(context, cell):
                if label:
                    current[cell.column] = lead.field(label, cell.span)
                    yield current[cell.column]
                above = current.get(cell.column)
                if above:
                    passages = sorted({cell.span, *above.passages})
                    yield lead.goal(context, name, *passages, field=above.field)


def _labelled(context: Context, cell: Cell) -> Iterator[tuple[str, Span]]:
    """The label (empty where a paragraph has none) and the rest of each paragraph of a cell."""
    for runs in _paragraphs(cell):
        if len(runs) > 1 and runs[0].bold and not runs[1].bold:
            yield context.slice(runs[0].span), _reach(runs[1:])
            continue
        whole = _reach(runs)
        match = labelled(context.slice(whole))
        if match:
            goal = Span(whole.start + match.start("goal"), whole.start + match.end("goal"))
            yield match["field"], goal
        else:
            yield "", whole


def _paragraphs(cell: Cell) -> list[list[Run]]:
    lines: dict[int, list[Run]] = {}
    for run in cell.runs:
        lines.setdefault(run.line, []).append(run)
    return list(lines.values())


def _reach(runs: list[Run]) -> Span:
    return Span(runs[0].span.start, runs[-1].span.end)
