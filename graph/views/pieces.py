"""A document's text for the trace page: blocks, cut where mentions and quotes begin and end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.model import Block, Document, Names, Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of the text that an item quotes; ``spot`` names the stretch, ``lost``: the item was missed."""

    span: Span
    spot: str
    item: str
    lost: bool


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


def clean(text: str) -> str:
    """Return ``text`` without what a page cannot hold: control characters and lone surrogates."""
    return "".join(
        "\ufffd" if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" else c
        for c in text.replace("\r", "")
    )


def parts(document: Document, names: Names, quoted: Sequence[Quoted]) -> Iterator[Part]:
    """Yield the whole text of ``document``: blocks, and between them what belongs to none."""
    marks = _marks(names)
    at = 0
    for block in document.blocks:
        if block.span.start > at:
            yield from _between(document, Span(at, block.span.start), block.marker)
        mark = clean(f"{block.level or ''} {block.marker}".strip())
        yield Part(block.kind, mark, tuple(_pieces(document, block, marks, quoted)))
        at = max(at, block.span.end)
    yield from _between(document, Span(at, len(document.text)))


def _between(document: Document, span: Span, marker: str = "") -> Iterator[Part]:
    text = document.slice(span).strip()
    if text not in ("", marker.strip()):
        yield Part("", "", (Piece(clean(text)),))


Mark = tuple[Span, str, str]
"""Where a mention stands, its label, and what is said of it on the spot."""


def _marks(names: Names) -> list[Mark]:
    mentions = [
        (m.span, m.label, f"{m.label} {m.entity.name} ({m.finder})") for m in names.mentions
    ]
    people = [(a.person, "Person", f"Person {a.name} ({a.title})") for a in names.appointments]
    return [*mentions, *people]


def _pieces(
    document: Document, block: Block, all_marks: Sequence[Mark], all_quoted: Sequence[Quoted]
) -> Iterator[Piece]:
    """Cut a block wherever a mention or a quote begins or ends."""
    marks = [mark for mark in all_marks if _touch(mark[0], block.span)]
    quoted = [quote for quote in all_quoted if _touch(quote.span, block.span)]
    spans = [*(mark[0] for mark in marks), *(quote.span for quote in quoted)]
    ends = {place for span in spans for place in (span.start, span.end)}
    inner = (place for place in ends if block.span.start < place < block.span.end)
    cuts = sorted({block.span.start, block.span.end, *inner})
    begun = {quote.item for quote in quoted if quote.span.start < block.span.start}
    for start, end in pairwise(cuts):
        piece = Span(start, end)
        over = [mark for mark in marks if mark[0].covers(piece)]
        _, label, hint = min(over, key=lambda m: (len(m[0]), m[1]), default=(piece, "", ""))
        here = [quote for quote in quoted if quote.span.covers(piece)]
        starts = dict.fromkeys(quote.item for quote in here if quote.item not in begun)
        begun |= set(starts)
        yield Piece(
            clean(document.slice(piece)),
            label,
            clean(hint),
            tuple(dict.fromkeys(quote.spot for quote in here)),
            tuple(starts),
            any(quote.lost for quote in here),
        )


def _touch(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end
