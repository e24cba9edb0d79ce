"""Statements → statements about resolved entities.

What one document calls by a known name is already one entity; here the rest is settled over all
documents: misprints, titles of programmes, wordings of missions. ``resolve`` is a pure function of
the statements and can be run again on its own result.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.entities.linker import Linker, Merge
from graph.entities.merging import merge_entities, merge_statements
from graph.entities.rules import misprints, mission_wordings, programme_titles
from graph.model import Statement
from graph.vocabulary import Vocabulary

__all__ = ["Linker", "Merge", "merge_statements", "resolve"]


def resolve(
    statements: Sequence[Statement], vocabulary: Vocabulary
) -> tuple[tuple[Statement, ...], Linker]:
    """Return the statements about canonical entities, merged and sorted, and what was merged."""
    merged = merge_statements(statements)
    entities = merge_entities(e for s in merged for e in (s.subject, s.object))
    known = [entities[key] for key in sorted(entities)]
    merges = [
        *misprints(merged, vocabulary),
        *programme_titles(known),
        *mission_wordings(known),
    ]
    linker = Linker(merges, known)
    linked = [s for s in map(linker.apply, merged) if s is not None]
    return merge_statements(linked), linker
