"""What changed between two graphs, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import KnowledgeGraph, Statement


@dataclass(frozen=True, slots=True)
class Change:
    """``+`` added, ``-`` removed, ``~`` said otherwise or elsewhere; the statement and its quotes."""

    sign: str
    text: str
    quotes: tuple[str, ...]


def compare(old: KnowledgeGraph, new: KnowledgeGraph) -> Iterator[Change]:
    """Yield the changes from ``old`` to ``new`` in the order of the statements' keys."""
    before = {s.key: s for s in old.statements}
    after = {s.key: s for s in new.statements}
    for key in sorted({*before, *after}):
        was, now = before.get(key), after.get(key)
        if was is None and now is not None:
            yield Change("+", _text(now), _quotes(now))
        elif now is None and was is not None:
            yield Change("-", _text(was), _quotes(was))
        elif was is not None and now is not None and _content(was) != _content(now):
            yield Change("~", f"{_text(was)} ⇒ {_text(now)}", _quotes(now))


def _content(statement: Statement) -> tuple[object, ...]:
    return dict(statement.qualifiers), statement.evidence


def _text(statement: Statement) -> str:
    said = ", ".join(f"{k}={statement.qualifiers[k]}" for k in sorted(statement.qualifiers))
    return f"{statement.text}{' {' + said + '}' if said else ''}{' (derived)' if statement.derived else ''}"


def _quotes(statement: Statement) -> tuple[str, ...]:
    return tuple(
        f"{e.document} {e.start}–{e.end}: {' '.join(e.quote.split())}" for e in statement.evidence
    )
