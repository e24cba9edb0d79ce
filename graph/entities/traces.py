"""What decisions left in a graph: to say when they are undone, or cannot be."""

from __future__ import annotations

from collections.abc import Iterable

from graph.entities.linker import APART, DECISION, MERGED, read_note
from graph.model import Statement


def traces(statements: Iterable[Statement]) -> frozenset[str]:
    """Return what decisions merged, kept apart or added; what they took away leaves no trace."""
    found = set()
    for statement in statements:
        if DECISION in statement.rule.split("; "):
            found.add(f"{statement.id} {statement.text}")
        for entity in (statement.subject, statement.object):
            for name, lines in entity.properties:
                if name in (MERGED, APART) and isinstance(lines, tuple):
                    decided = (line for line in lines if read_note(line).rule == DECISION)
                    found.update(f"{entity.id} {name} {line}" for line in decided)
    return frozenset(found)
