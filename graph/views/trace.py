"""The page for those who write rules: documents with blocks, mentions and statements, and what was missed.

It holds no script. Each statement's quotes light up by ``:hover`` and ``:target`` in a style sheet made
for the page, which the content security policy names by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.marking import GoldLine
from graph.model import Document, KnowledgeGraph, Names
from graph.views.style import LABELS
from graph.views.traced import Item, Sheet, sheet

_FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one heading."""

    status: str
    title: str
    items: tuple[Item, ...]


_GROUPS = (
    ("missed", "Missed: marked, and not stated"),
    ("wrong", "Wrong: stated, and not marked"),
    ("differs", "Found, but qualifiers differ"),
    ("right", "Right"),
    ("", "Statements"),
)
"""The headings of the list, those that need eyes first."""


def render_trace(
    graph: KnowledgeGraph,
    seen: Iterable[tuple[Document, Names]],
    gold: Sequence[GoldLine] = (),
) -> str:
    """Return the page of the documents ``seen`` and what ``graph`` states of them.

    With ``gold``, each statement of a marked document is right or wrong, and each core line that was
    missed stands beside what came nearest to it. Equal input gives equal text.
    """
    from jinja2 import Environment, FileSystemLoader

    sheets = [
        sheet(number, document, names, graph.statements, gold)
        for number, (document, names) in enumerate(seen, 1)
    ]
    style = _style(sheets)
    environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True)
    return environment.get_template("trace.html").render(
        sheets=[(s, _groups(s)) for s in sheets],
        labels=[(name, look.en) for name, look in LABELS.items() if name in _named(sheets)],
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{_hash(style)}'; base-uri 'none'; form-action 'none'",
    )


def _groups(one: Sheet) -> list[Group]:
    found = []
    for status, title in _GROUPS:
        items = tuple(item for item in one.items if item.status == status)
        if items:
            found.append(Group(status, title, items))
    return found


def _named(sheets: Iterable[Sheet]) -> set[str]:
    return {
        piece.label for one in sheets for part in one.parts for piece in part.pieces if piece.label
    } | {label for one in sheets for item in one.items for label in item.labels}


def _style(sheets: Iterable[Sheet]) -> str:
    fixed = (_FOLDER / "trace.css").read_text(encoding="utf-8").replace("\r", "")
    return "\n".join((fixed, *_colours(), *(rule for one in sheets for rule in _lights(one))))


def _colours() -> Iterator[str]:
    for name, look in LABELS.items():
        yield f".m-{name} {{ --own: {look.light}; }}"
    yield "@media (prefers-color-scheme: dark) {"
    for name, look in LABELS.items():
        yield f".m-{name} {{ --own: {look.dark}; }}"
    yield "}"


def _lights(one: Sheet) -> Iterator[str]:
    """Which pieces of the text light up for which item. Numbers of ours only, nothing of the document."""
    for item in one.items:
        if item.spots:
            pieces = ", ".join(f".{spot}" for spot in item.spots)
            here = f"#q{item.id}:target, #s{item.id}:hover, #s{item.id}:focus-within"
            yield f"#d{one.number}:has({here}) :is({pieces}) {{ background: var(--light); }}"
            yield f"#d{one.number}:has(#q{item.id}:target) #s{item.id} {{ outline: 2px solid; }}"


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
