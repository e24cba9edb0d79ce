"""One document of the trace page: its text, and the items of the list beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph.marking import Figures, GoldLine, Judgement, Marked, figures, judge, named, nearest
from graph.model import Document, Names, Span, Statement
from graph.views.pieces import Part, Quoted, clean, parts


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
        tuple(parts(document, names, _quoted(items))),
        items,
        figures(judged.claims, judged.lines) if lines else None,
    )


def _quoted(items: Sequence[Item]) -> list[Quoted]:
    return [
        Quoted(span, spot, item.id, item.status == "missed")
        for item in items
        for span, spot in zip(item.spans, item.spots, strict=True)
    ]


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
