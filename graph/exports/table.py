"""CSV: one passage of one statement a row, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from graph.model import KnowledgeGraph, Statement

_FACT = (
    "subject_label", "subject", "predicate", "object_label", "object", "qualifiers", "derived", "basis",
    "rule", "confidence", "right", "judged",
)  # fmt: skip
_PLACE = ("document", "start", "end", "quote")


def dumps(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the header and a row for each passage; a statement without one (derived) has one row."""
    yield _line([*_FACT, *_PLACE])
    for statement in sorted(graph.statements, key=lambda s: s.key):
        fact = _fact(statement)
        for e in sorted(statement.evidence):
            yield _line([*fact, e.document, str(e.start), str(e.end), e.quote])
        if not statement.evidence:
            yield _line([*fact, *("" for _ in _PLACE)])


def _fact(statement: Statement) -> list[str]:
    subject, object_, said = statement.subject, statement.object, statement.qualifiers
    return [
        subject.label, subject.name, statement.predicate, object_.label, object_.name,
        "; ".join(f"{name}={said[name]}" for name in sorted(said)),
        str(statement.derived).lower(),
        "; ".join(statement.basis),
        statement.rule,
        *([str(c.value), str(c.right), str(c.judged)] if (c := statement.confidence) else [""] * 3),
    ]  # fmt: skip


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    # A spreadsheet must not take a cell for a formula.
    safe = [f"'{c}" if c.startswith(("=", "+", "-", "@", "\t", "\r")) else c for c in cells]
    csv.writer(out, lineterminator="\r\n").writerow(safe)
    return out.getvalue()
