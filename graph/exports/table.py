"""CSV: one statement a row, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from graph.model import KnowledgeGraph

_COLUMNS = (
    "subject_label",
    "subject",
    "predicate",
    "object_label",
    "object",
    "qualifiers",
    "derived",
    "document",
    "start",
    "end",
    "quote",
)


def dumps(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the header and a line for each passage of each statement (RFC 4180)."""
    yield _line(_COLUMNS)
    for s in graph.statements:
        said = "; ".join(f"{k}={s.qualifiers[k]}" for k in sorted(s.qualifiers))
        fact = (s.subject.label, s.subject.name, s.predicate, s.object.label, s.object.name, said)
        for e in s.evidence:
            yield _line(
                (*fact, str(s.derived).lower(), e.document, str(e.start), str(e.end), e.quote)
            )


def _line(cells: tuple[str, ...]) -> str:
    out = io.StringIO()
    # A spreadsheet must not take a cell for a formula.
    safe = [f"'{c}" if c.startswith(("=", "+", "-", "@", "\t", "\r")) else c for c in cells]
    csv.writer(out, lineterminator="\r\n").writerow(safe)
    return out.getvalue()
