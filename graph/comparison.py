"""What changed between two graphs, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.model import Evidence, KnowledgeGraph, Statement

Sign = Literal["+", "-", "~"]


@dataclass(frozen=True, slots=True)
class Change:
    """A statement added (``+``), removed (``-``) or said otherwise (``~``).

    ``text`` is the statement on one line, old and new where its qualifiers changed. ``quotes`` are its
    passages, each with the sign of whether it is new, gone or (a space) as before.
    """

    sign: Sign
    text: str
    quotes: tuple[str, ...]


def compare(old: KnowledgeGraph, new: KnowledgeGraph) -> Iterator[Change]:
    """Yield the changes from ``old`` to ``new`` in the order of the statements' keys."""
    before = {s.key: s for s in old.statements}
    after = {s.key: s for s in new.statements}
    for key in sorted({*before, *after}):
        was, now = before.get(key), after.get(key)
        if was and now:
            if _content(was) != _content(now):
                yield _changed(was, now)
        elif was:
            yield _one_sided("-", was)
        elif now:
            yield _one_sided("+", now)


def _one_sided(sign: Sign, statement: Statement) -> Change:
    return Change(
        sign, _text(statement), tuple(_quote(sign, e) for e in sorted(statement.evidence))
    )


def _changed(was: Statement, now: Statement) -> Change:
    text, new = _text(was), _text(now)
    gone, come = set(was.evidence) - set(now.evidence), set(now.evidence) - set(was.evidence)
    quotes = tuple(
        _quote("-" if e in gone else "+" if e in come else " ", e)
        for e in sorted({*was.evidence, *now.evidence})
    )
    return Change("~", text if text == new else f"{text} → {new}", quotes)


def _content(statement: Statement) -> tuple[object, ...]:
    return dict(statement.qualifiers), sorted(statement.evidence), sorted(statement.basis)


def _text(statement: Statement) -> str:
    said = ", ".join(f"{k}={statement.qualifiers[k]}" for k in sorted(statement.qualifiers))
    derived = " (derived)" if statement.derived else ""
    return " ".join(f"{statement.text}{' {' + said + '}' if said else ''}{derived}".split())


def _quote(sign: str, passage: Evidence) -> str:
    quote = " ".join(passage.quote.split())
    return f"{sign} {passage.document}:{passage.start}-{passage.end} {quote}"
