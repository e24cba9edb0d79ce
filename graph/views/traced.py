"""One document of the trace page: its text in pieces, and the items of the list beside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from graph.marking import Figures, GoldLine, Judgement, Marked, figures, judge, named, nearest
from graph.model import Block, Document, Names, Span, Statement


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks: ``label`` of its mention, ``spots`` of quotes.

    ``starts`` are the ids of items whose quote begins here; ``lost``: a missed line is quoted here.
    """

    text: str
    label: str = ""
    hint: str = ""
    spots: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its level and list mark, or with an empty ``kind`` what stands between two blocks."""

    kind: str
    mark: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A statement or a missed line. ``near`` is the id of the item that came nearest to the line."""

    id: str
    status: str
    subject: tuple[str, str]
    predicate: str
    object: tuple[str, str]
    qualifiers: tuple[tuple[str, str], ...] = ()
    rule: str = ""
    confidence: str = ""
    why: str = ""
    near: str = ""
    quote: str = ""
    spans: tuple[Span, ...] = ()
    spots: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, str]:
        """The labels of both ends."""
        return self.subject[0], self.object[0]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document; ``figures`` is None where nobody has marked it."""

    number: int
    name: str
    title: str
    parts: tuple[Part, ...]
    items: tuple[Item, ...]
    figures: Figures | None


def sheet(
    number: int,
    document: Document,
    names: Names,
    statements: Sequence[Statement],
    gold: Sequence[GoldLine],
) -> Sheet:
    """Return the sheet of ``document``; of ``statements`` and ``gold`` only its own are shown."""
    stem = Path(document.name).stem
    own = sorted((s for s in statements if _spans(s, document)), key=lambda s: _order(s, document))
    lines = [line for line in gold if line.document == stem]
    judged = judge(lines, own)
    judged = Judgement(tuple(c for c in judged.claims if c.document == stem), judged.lines)
    items = _numbered(number, own, judged if lines else None, document, names)
    return Sheet(
        number,
        clean(document.name),
        clean(document.source.title),
        tuple(_parts(document, names, items)),
        items,
        figures(judged.claims, judged.lines) if lines else None,
    )


def clean(text: str) -> str:
    """Return ``text`` without what a page cannot hold: control characters and lone surrogates."""
    return "".join(
        "\ufffd" if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" else c
        for c in text.replace("\r", "")
    )


def _spans(statement: Statement, document: Document) -> tuple[Span, ...]:
    """Return the statement's quotes in the document; derived statements have none of their own."""
    if statement.derived:
        return ()
    return tuple(
        Span(e.start, e.end) for e in sorted(statement.evidence) if e.document == document.name
    )


def _order(statement: Statement, document: Document) -> tuple[object, ...]:
    return (_spans(statement, document)[0].start, *statement.key)


def _numbered(
    number: int,
    own: Sequence[Statement],
    judged: Judgement | None,
    document: Document,
    names: Names,
) -> tuple[Item, ...]:
    ids = {s.id: f"{number}-{n}" for n, s in enumerate(own, 1)}
    spots: dict[Span, str] = {}
    items = [_stated(s, ids[s.id], judged, document) for s in own]
    if judged:
        known = named(document.text, names)
        lost = [m for m in judged.lines if m.by is None and m.line.core]
        for n, m in enumerate(lost, 1):
            attempt = nearest(m.line, own, known)
            near = ids[attempt.statement.id] if attempt.statement else ""
            items.append(_missed(m, f"{number}-m{n}", attempt.text, near, document))
    for item in items:
        for span in item.spans:
            spots.setdefault(span, f"e{number}-{len(spots)}")
    return tuple(_with_spots(item, spots) for item in items)


def _with_spots(item: Item, spots: Mapping[Span, str]) -> Item:
    return replace(item, spots=tuple(spots[span] for span in item.spans))


def _stated(
    statement: Statement, identifier: str, judged: Judgement | None, document: Document
) -> Item:
    status, why = _verdict(statement, judged) if judged else ("", "")
    sure = statement.confidence
    cases = f"{sure.right} of {sure.judged} right" if sure and sure.judged else "never measured"
    return Item(
        identifier,
        status,
        (statement.subject.label, clean(statement.subject.name)),
        statement.predicate,
        (statement.object.label, clean(statement.object.name)),
        tuple((name, clean(str(value))) for name, value in sorted(statement.qualifiers.items())),
        clean(statement.rule),
        f"{sure.value:.2f} ({cases})" if sure else "",
        why,
        spans=_spans(statement, document),
    )


def _verdict(statement: Statement, judged: Judgement) -> tuple[str, str]:
    """Return whether the statement is right, and what of it differs from the marked line."""
    claim = next(c for c in judged.claims if c.statement.id == statement.id)
    if not claim.right:
        return "wrong", ""
    if claim.strict:
        return "right", ""
    wanted = [
        f"{name} should be {m.line.triple.qualifiers[name]}"
        for m in judged.lines
        if m.by and m.by.id == statement.id
        for name in m.differing
        if name in m.line.triple.qualifiers
    ]
    return "differs", clean("; ".join(wanted))


def _missed(m: Marked, identifier: str, why: str, near: str, document: Document) -> Item:
    triple, quote = m.line.triple, m.line.quote
    start = document.text.find(quote) if quote else -1
    return Item(
        identifier,
        "missed",
        (triple.subject.label, clean(triple.subject.names[0])),
        triple.predicate,
        (triple.object.label, clean(triple.object.names[0])),
        tuple((name, clean(str(value))) for name, value in sorted(triple.qualifiers.items())),
        why=clean(why),
        near=near,
        quote=clean(quote),
        spans=(Span(start, start + len(quote)),) if start >= 0 else (),
    )


def _parts(document: Document, names: Names, items: Sequence[Item]) -> Iterator[Part]:
    """Yield the whole text: blocks, and between them what belongs to none."""
    at = 0
    for block in document.blocks:
        if block.span.start > at:
            yield from _between(document, Span(at, block.span.start), block.marker)
        mark = clean(f"{block.level or ''} {block.marker}".strip())
        yield Part(block.kind, mark, tuple(_pieces(document, block, names, items)))
        at = max(at, block.span.end)
    yield from _between(document, Span(at, len(document.text)))


def _between(document: Document, span: Span, marker: str = "") -> Iterator[Part]:
    text = document.slice(span).strip()
    if text not in ("", marker.strip()):
        yield Part("", "", (Piece(clean(text)),))


def _pieces(
    document: Document, block: Block, names: Names, items: Sequence[Item]
) -> Iterator[Piece]:
    """Cut a block wherever a mention or a quote begins or ends."""
    marks = [(m.span, m.label, f"{m.label} {m.entity.name} ({m.finder})") for m in names.mentions]
    marks += [(a.person, "Person", f"Person {a.name} ({a.title})") for a in names.appointments]
    marks = [mark for mark in marks if _touch(mark[0], block.span)]
    quoted = [
        (span, spot, item)
        for item in items
        for span, spot in zip(item.spans, item.spots, strict=True)
        if _touch(span, block.span)
    ]
    ends = {p for s in [*(m[0] for m in marks), *(q[0] for q in quoted)] for p in (s.start, s.end)}
    cuts = sorted({block.span.start, block.span.end, *(p for p in ends if _inside(p, block.span))})
    begun = {item.id for span, _, item in quoted if span.start < block.span.start}
    for start, end in pairwise(cuts):
        piece = Span(start, end)
        over = [(s, label, hint) for s, label, hint in marks if s.covers(piece)]
        _, label, hint = min(over, key=lambda m: (len(m[0]), m[1]), default=(piece, "", ""))
        here = [(spot, item) for span, spot, item in quoted if span.covers(piece)]
        starts = dict.fromkeys(item.id for _, item in here if item.id not in begun)
        begun |= set(starts)
        yield Piece(
            clean(document.slice(piece)),
            label,
            clean(hint),
            tuple(dict.fromkeys(spot for spot, _ in here)),
            tuple(starts),
            any(item.status == "missed" for _, item in here),
        )


def _touch(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _inside(place: int, span: Span) -> bool:
    return span.start < place < span.end
