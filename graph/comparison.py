"""What changed between two graphs, statement by statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.lineage import Lineage
from graph.model import Evidence, KnowledgeGraph, Statement

Sign = Literal["+", "-", "~"]


@dataclass(frozen=True, slots=True)
class Change:
    """A statement added (``was`` is None), withdrawn (``now`` is None) or said otherwise."""

    was: Statement | None
    now: Statement | None

    @property
    def sign(self) -> Sign:
        """``+``, ``-`` or ``~``."""
        return "+" if self.was is None else "-" if self.now is None else "~"

    @property
    def statement(self) -> Statement:
        """The statement as it is now, or was."""
        statement = self.now or self.was
        assert statement
        return statement

    @property
    def text(self) -> str:
        """The statement on one line; old and new where names or qualifiers changed."""
        told = [_text(s) for s in (self.was, self.now) if s]
        return " → ".join(dict.fromkeys(told))

    @property
    def renamed(self) -> tuple[tuple[str, str], ...]:
        """Old and new names of the ends that go by another one now."""
        if not self.was or not self.now:
            return ()
        ends = ((self.was.subject, self.now.subject), (self.was.object, self.now.object))
        return tuple((old.name, new.name) for old, new in ends if old.name != new.name)

    @property
    def passages(self) -> tuple[tuple[str, Evidence], ...]:
        """Its passages in order, each new (``+``), gone (``-``) or, with a space, as before."""
        old = set(self.was.evidence if self.was else ())
        new = set(self.now.evidence if self.now else ())
        return tuple(
            ("-" if e not in new else "+" if e not in old else " ", e) for e in sorted(old | new)
        )


def compare(
    old: KnowledgeGraph, new: KnowledgeGraph, lineage: Lineage | None = None
) -> Iterator[Change]:
    """Yield the changes from ``old`` to ``new`` in the order of the statements' keys.

    What was said of an entity and is now said of the one that it has become (by ``lineage``) is one
    change, not a statement withdrawn and another added.
    """
    before = {s.key: s for s in old.statements}
    after = {s.key: s for s in new.statements}
    found = [
        Change(was, now)
        for key in before.keys() & after.keys()
        if _content(was := before[key]) != _content(now := after[key])
    ]
    gone = [before[key] for key in sorted(before.keys() - after.keys())]
    come = [after[key] for key in sorted(after.keys() - before.keys())]
    found += _paired(gone, come, lineage or Lineage())
    yield from sorted(found, key=lambda change: change.statement.key)


def _paired(
    gone: Iterable[Statement], come: Iterable[Statement], lineage: Lineage
) -> Iterator[Change]:
    waiting: dict[tuple[str, ...], list[Statement]] = {}
    for statement in gone:
        waiting.setdefault(lineage.key(statement), []).append(statement)
    for statement in come:
        same = waiting.get(lineage.key(statement))
        yield Change(same.pop(0) if same else None, statement)
    for statements in waiting.values():
        yield from (Change(statement, None) for statement in statements)


def _content(statement: Statement) -> tuple[object, ...]:
    ends = statement.subject.name, statement.object.name
    said = dict(statement.qualifiers)
    return ends, said, sorted(statement.evidence), sorted(statement.basis)


def _text(statement: Statement) -> str:
    said = ", ".join(f"{k}={statement.qualifiers[k]}" for k in sorted(statement.qualifiers))
    derived = " (derived)" if statement.derived else ""
    return " ".join(f"{statement.text}{' {' + said + '}' if said else ''}{derived}".split())
