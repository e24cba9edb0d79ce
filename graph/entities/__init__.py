"""Readings → statements about settled entities.

What one document calls by a known name is already one entity; here the rest is settled over all
documents: misprints, titles of programmes, wordings of missions, and what an analyst decided.
``settle`` and ``resolve`` are pure functions and can be run again on their own result.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.entities.adding import locate
from graph.entities.decisions import Decision, parse_decisions
from graph.entities.likeness import likeness
from graph.entities.linker import APART, DECISION, MERGED, Linker, Merge, Note, read_note
from graph.entities.merging import merge_statements
from graph.entities.settling import Report, Settled, settle
from graph.entities.traces import traces
from graph.model import Reading, Statement
from graph.vocabulary import Vocabulary

__all__ = [
    "APART",
    "DECISION",
    "MERGED",
    "Decision",
    "Linker",
    "Merge",
    "Note",
    "Report",
    "Settled",
    "likeness",
    "locate",
    "merge_statements",
    "parse_decisions",
    "read_note",
    "resolve",
    "settle",
    "traces",
]


def resolve(
    statements: Sequence[Statement], vocabulary: Vocabulary
) -> tuple[tuple[Statement, ...], Linker]:
    """Return the statements about canonical entities, merged and sorted, and what was merged."""
    settled = settle([Reading("", tuple(statements))], vocabulary)
    return settled.statements, settled.linker
