"""HAS_FIELD, IN_FIELD and INVOLVES from what sets out technologies: a column, or bullets by field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from graph.model import Block, Entity, Row, Span, Statement
from graph.statements.context import Context, named_entity
from graph.statements.goals import field_entity, labelled
from graph.statements.outline import Outline
from graph.statements.tables import Columns, cell_under, columns, passages

_TECHNOLOGIES = re.compile(r".*(?:기술|품목)(?:\(.*\))?")
_FIELDS = re.compile(r".*(?:분야|부문|영역)(?:명)?")
_MISSIONS = re.compile(r".*(?:과제|미션|임무).*")
_LEAD = re.compile(r"(?:기술|품목)(?:은|는)?(?:\s(?:현황|목록|다음과\s같다))?\s?[::>\]】.]*$")
_LONGEST = 30
_SUMS = frozenset({"전체", "합계", "소계", "계", "총계", "기타", "-"})
_MOST_WORDS = 3


def in_tables(context: Context, outline: Outline) -> Iterator[Statement]:
    """A column of technologies: beside a column of fields each is in its field, else the programme's."""
    del outline
    for block in context.document.blocks:
        headers = columns(context, block)
        if headers.where(_TECHNOLOGIES) is None or headers.where(_MISSIONS) is not None:
            continue
        for row in (r for r in block.rows if not r.header):
            yield from _row(context, row, headers, _programme(context, block))


def _programme(context: Context, block: Block) -> Entity | None:
    """The document's programme, if it has been named by then."""
    if context.programme is None:
        return None
    before = context.within(Span(0, block.span.start), "Program")
    return context.programme if any(m.entity.id == context.programme.id for m in before) else None


def _row(
    context: Context, row: Row, headers: Columns, programme: Entity | None
) -> Iterator[Statement]:
    cell = cell_under(row, headers.where(_TECHNOLOGIES))
    area = cell_under(row, headers.where(_FIELDS))
    if cell is None or cell.inherited:
        return
    if area is None or not area.runs:
        for technology in _named(context, cell.span) if programme else ():
            if programme:
                yield from context.fact(
                    programme, "INVOLVES", technology, row.span, rule="technology-column"
                )
        return
    field = field_entity(context.slice(area.span))
    spans = passages(row, area)
    if programme:
        yield from context.fact(programme, "HAS_FIELD", field, *spans, rule="technology-column")
    for technology in _pieces(context, cell.span):
        yield from context.fact(technology, "IN_FIELD", field, *spans, rule="technology-column")


def in_items(context: Context, outline: Outline) -> Iterator[Statement]:
    """Bullets ``분야 : 기술, 기술`` below a line that announces technologies put each in its field."""
    del outline
    blocks = context.document.blocks
    for index, lead in enumerate(blocks):
        if lead.rows or not _LEAD.search(context.slice(lead.span)):
            continue
        items = list(takewhile(lambda b: b.kind == "item" and b.level > 0, blocks[index + 1 :]))
        lists = [(i, labelled(context.slice(i.span))) for i in items]
        told = [(i, m) for i, m in lists if m is not None and "," in m["goal"]]
        for item, match in told if len(told) > 1 else ():
            field = field_entity(match["field"])
            rest = Span(item.span.start + match.start("goal"), item.span.end)
            for technology in _pieces(context, rest):
                yield from context.fact(
                    technology, "IN_FIELD", field, item.span, rule="technologies-by-field"
                )


def in_groups(context: Context, outline: Outline) -> Iterator[Statement]:
    """Technologies in bullets below their fields, under a line that speaks of both."""
    del outline
    blocks = context.document.blocks
    for index, lead in enumerate(blocks):
        if lead.rows or not _GROUPS.search(context.slice(lead.span)):
            continue
        programme = context.programme_for(lead.span)
        groups = list(_groups(blocks[index + 1 :]))
        for head, items in groups if len(groups) > 1 else ():
            field = field_entity(context.slice(head.span))
            if programme:
                yield from context.fact(
                    programme, "HAS_FIELD", field, head.span, rule="technologies-by-field"
                )
            for item in items:
                for technology in _pieces(context, item.span):
                    spans = (head.span, item.span)
                    yield from context.fact(
                        technology, "IN_FIELD", field, *spans, rule="technologies-by-field"
                    )
                    if programme:
                        yield from context.fact(
                            programme,
                            "INVOLVES",
                            technology,
                            item.span,
                            rule="technologies-by-field",
                        )


_GROUPS = re.compile(
    r"\btechnologies\sin\s(?:\w+\s)?(?:areas|fields)\b.*:$|분야(?:의|별)?\s(?:\d+[개대]\s)?[가-힣]{0,4}기술(?:은|는)?(?:\s다음과\s같다)?\s?[::>\]】.]*$"
)
"""``Nine technologies in three areas …:``, ``3대 분야 9개 기술``."""


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """Each numbered head with the bullets right below it, as long as they follow one another."""
    head: Block | None = None
    items: list[Block] = []
    for block in blocks:
        numbered = _NUMBERED.match(block.marker) is not None
        if block.kind not in ("heading", "item") or (head is None and not numbered):
            break
        if not numbered:
            items.append(block)
            continue
        if head and items:
            yield head, items
        head, items = block, []
    if head and items:
        yield head, items


_NUMBERED = re.compile(r"[\((]?[\dⅠ-Ⅻ①-⑳]|[가-하][.)]|[A-Z][.)]")
"""The mark of a head: 1), ①, 가."""


def _named(context: Context, span: Span) -> Iterator[Entity]:
    """The technologies of a cell: known ones as they are, where a cell holds just one thing in full."""
    known = context.within(span, "Technology")
    pieces = list(_pieces(context, span))
    # A cell of running text names what is known in it; a list names each of its items.
    plain = all(len(p.name.split()) <= _MOST_WORDS for p in pieces)
    yield from pieces if plain and len(pieces) >= len(known) else (m.entity for m in known)


def _pieces(context: Context, span: Span) -> Iterator[Entity]:
    """Each item of a list of technologies: the known one of that very name, else by its wording."""
    for match in re.compile(r"[^,\n]+").finditer(context.text, span.start, span.end):
        text = re.sub(r"\s등$", "", match.group().strip())
        start = context.text.index(text, match.start()) if text else match.start()
        piece = Span(start, start + len(text))
        if not text or len(text) > _LONGEST or text in _SUMS:
            continue
        known = [m.entity for m in context.within(piece, "Technology") if m.span == piece]
        yield known[0] if known else named_entity("Technology", text)
