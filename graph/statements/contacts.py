"""HOLDS_POSITION and PART_OF from whom to ask: department, post, name and telephone number.

They stand in a table (``담당 부서 | … | 책임자 | 과 장 | 이름 (번호)``) or in a line (``문의: 부서 직위 이름(번호)``).
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from graph.model import Block, Entity, Row, Span, Statement, entity_id
from graph.statements.context import Context, named_entity
from graph.statements.outline import Outline
from graph.statements.people import department

_PHONE = re.compile(r"[\((]?\s?☎?\s?(?<!\d)(0\d{1,2}[-.)]\s?\d{3,4}[-.]\d{4})(?!\d)\s?[\))]?")
"""A telephone number with its bracket or ☎."""
_CONTACT = re.compile(r"담당|책임자|문의")
_OPENS = re.compile(r"부\s?서|책임자|문의|담당\s?(?:과|팀|국|단)\s?장")
"""What begins the rows of a further department."""
_LEAF = re.compile(r"(?:과|팀|담당관|센터)$")
_UNIT = re.compile(r"(?:국|관|과|팀|실|단|본부|센터|처|부|프로그램)$")
"""The last syllables of departments."""
_LABEL = re.compile(
    r"담당(?:자|부서|과장|팀장|국장)?|책임자|(?:공동|총괄|협조|문의)(?:처)?|.*[<>\[\]:☎].*"
)
"""Cells that say what the next holds, which name no department."""
_OFFICE = re.compile(r"[가-힣]{2,10}(?:[부처청군구]|(?<!일)시|[가-힣]도)(?=\s[가-힣]|$)")
"""An office of state that the vocabulary does not know: alone in its cell, or before a department."""
_FIRST_LINES = 3
_OFFICES = frozenset({"ministry", "agency", "commission", "local-government"})
_SPACED = re.compile(r"(?<=[가-힣])\s(?=장(?![가-힣]))")
"""``과 장`` is spread over its cell."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The ministry and the nested departments that answer."""

    ministry: Entity | None
    units: tuple[Entity, ...] = ()
    passages: tuple[Span, ...] = field(default=())

    @property
    def place(self) -> Entity | None:
        """The innermost department, or the body itself."""
        return self.units[-1] if self.units else self.ministry


def contacts(context: Context, outline: Outline) -> Iterator[Statement]:
    """A telephone number in a row or line marked 담당 or 문의 tells the name, post and department that stand before it."""
    del outline
    desk = Desk(_publisher(context))
    heading = ""
    for block in context.document.blocks:
        text = context.slice(block.span)
        heading = text if block.kind == "heading" else heading
        if not _CONTACT.search(heading + text) or not _PHONE.search(text):
            continue
        for group in _groups(context, block):
            desk = yield from _answers(context, group, desk)


def _publisher(context: Context) -> Entity | None:
    """The ministry that publishes the document: its departments need no ministry named beside them."""
    publisher = context.document.source.publisher
    named = [m.entity for m in context.mentions if m.label == "Organization"]
    for entity in named:
        if publisher and publisher in (entity.name, *entity.aliases):
            return entity
    first = context.document.blocks[:_FIRST_LINES]
    heads = [m.entity for b in first for m in context.within(b.span, "Organization")]
    return next((e for e in heads if dict(e.properties).get("kind") in _OFFICES), None)


def _groups(context: Context, block: Block) -> Iterator[list[Row]]:
    """The rows about one department; in a line, what leads up to each telephone number."""
    if not block.rows:
        yield from ([Row(span, ())] for span in _entries(context, block.span))
        return
    group: list[Row] = []
    for row in block.rows:
        if group and _OPENS.search(context.slice(row.span)):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _entries(context: Context, span: Span) -> Iterator[Span]:
    start = span.start
    for phone in _PHONE.finditer(context.text, span.start, span.end):
        yield Span(start, phone.end())
        start = phone.end()


def _answers(
    context: Context, group: Sequence[Row], before: Desk
) -> Generator[Statement, None, Desk]:
    """Yield what the rows of one department say; return the desk that later rows go on from."""
    desks = _desks(context, group, before)
    for row, desk in zip(group, desks, strict=True):
        chain = [*([desk.ministry] if desk.ministry else []), *desk.units]
        if desk.passages:
            for whole, part in pairwise(chain):
                yield from context.fact(part, "PART_OF", whole, *desk.passages, rule="contact")
        yield from _people(context, row, desk)
    return replace(desks[-1], passages=())


def _desks(context: Context, group: Sequence[Row], before: Desk) -> list[Desk]:
    """The desk of each row: a department in the second row is part of the office in the first."""
    desks: list[Desk] = []
    current = before
    for row in group:
        found = _named(context, row, current)
        opens = not desks or found is None or _ends_in_leaf(current)
        if found and not opens and found.ministry == current.ministry:
            found = Desk(
                found.ministry, (*current.units, *found.units), (*current.passages, row.span)
            )
            desks = [found for _ in desks]
        current = found or replace(current, passages=())
        desks.append(current)
    return desks


def _ends_in_leaf(desk: Desk) -> bool:
    return bool(desk.units) and _LEAF.search(desk.units[-1].name) is not None


def _named(context: Context, row: Row, before: Desk) -> Desk | None:
    """The ministry and its nested departments that a row names, if it names any."""
    ministry = None
    for span in _places(context, row):
        rest = span
        known = context.within(span, "Organization")
        if known and known[0].span.start == span.start:
            ministry, rest = known[0].entity, Span(known[0].span.end, span.end)
        elif (office := _OFFICE.match(context.text, span.start, span.end)) and not _LABEL.fullmatch(
            office.group()
        ):
            ministry = named_entity("Organization", office.group())
            rest = Span(office.end(), span.end)
        words = context.slice(rest).split()
        whole = ministry or before.ministry
        if whole and words and all(_is_unit(context, w) for w in words):
            return Desk(whole, tuple(department(w, whole) for w in words), (row.span,))
    return Desk(ministry, (), (row.span,)) if ministry else None


def _places(context: Context, row: Row) -> Iterator[Span]:
    """Where a row may name a department: its cells, or in a line what stands before the post."""
    if row.cells:
        yield from (c.span for c in row.cells if not c.inherited)
        return
    text = context.slice(row.span)
    lead = re.match(r"[,/;\s]*(?:[^::]{0,12}[::]|<[^<>]{1,8}>)?\s*", text)
    start = lead.end() if lead else 0
    end = start
    for word in re.finditer(r"\S+", text[start:]):
        if not _is_place(context, row.span.start + start + word.start(), word.group()):
            break
        end = start + word.end()
    if end > start:
        yield Span(row.span.start + start, row.span.start + end)


def _is_place(context: Context, start: int, word: str) -> bool:
    span = Span(start, start + len(word))
    named = any(m.label == "Organization" and m.span.covers(span) for m in context.mentions)
    return named or _is_unit(context, word)


def _is_unit(context: Context, word: str) -> bool:
    return (
        bool(_UNIT.search(word))
        and context.vocabulary.title_of(word) != word
        and not _LABEL.fullmatch(word)
    )


def _people(context: Context, row: Row, desk: Desk) -> Iterator[Statement]:
    line = context.slice(row.span)
    start = 0
    for phone in _PHONE.finditer(line):
        name, title = _name_and_title(context, line[start : phone.start()])
        start = phone.end()
        place = _headed(desk, title)
        if name and title and place:
            within = desk.ministry.name if desk.ministry else ""
            who = Entity("Person", entity_id("Person", name, within=within), name)
            yield from context.fact(
                who,
                "HOLDS_POSITION",
                place,
                row.span,
                rule="contact",
                title=title,
                phone=phone.group(1),
            )


def _headed(desk: Desk, title: str) -> Entity | None:
    """The office whose head the title names (국장: …국), else the innermost."""
    if title.endswith("장"):
        for unit in desk.units:
            if unit.name.endswith(title.removesuffix("장")):
                return unit
    return desk.place


def _name_and_title(context: Context, text: str) -> tuple[str, str]:
    """The name nearest to the number, and the post beside it or in the cells before it."""
    cells = [_SPACED.sub("", c.strip()) for c in re.split(r"\t|\s\|\s", text) if c.strip()] or [""]
    words = cells[-1].split()
    name = next((w for w in reversed(words) if _is_name(context, w)), "")
    beside = [w for w in reversed(words) if w != name]
    for piece in [*beside, *reversed(cells[:-1])]:
        title = context.vocabulary.title_of(re.sub(r"\s", "", piece).removeprefix("담당"))
        if title:
            return name, title
    return name, ""


def _is_name(context: Context, word: str) -> bool:
    words = context.vocabulary
    return words.is_personal_name(word) and not words.title_of(word) and not _UNIT.search(word)
