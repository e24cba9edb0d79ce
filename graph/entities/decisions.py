"""The analyst's decisions: rows of a CSV file, each checked before anything is read or written.

::

    kind,a,predicate,b,document,quote,qualifiers,by,date,why
    same,가나연구원,,가나 연구원 본원,,,,김하늘,2026-07-01,renamed in May
    different,과기부,,과학기술정보통신부,a.txt,,,김하늘,2026-07-01,the ministry of 1998
    wrong,가나부,LEADS,하늘 사업,,,,김하늘,2026-07-01,only announced it
    missing,가나부,HOSTS,하늘 회의,a.txt,회의를 개최하고,,김하늘,2026-07-01,

``a`` and ``b`` are any names, or ids, or ``Label: name`` where a name alone could be two things.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, fields

from graph.errors import DecisionsError
from graph.model import name_key
from graph.ontology import ontology

KINDS = ("same", "different", "wrong", "missing")


@dataclass(frozen=True, slots=True)
class Decision:
    """One row; ``where`` is its file and line."""

    where: str
    kind: str
    a: str
    b: str
    predicate: str = ""
    document: str = ""
    quote: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()
    by: str = ""
    date: str = ""
    why: str = ""

    @property
    def names(self) -> tuple[str, str]:
        """Both names."""
        return self.a, self.b

    @property
    def reason(self) -> str:
        """Who decided it, when and why, without the line: moving a row changes nothing."""
        who = ", ".join(part for part in (self.by, self.date) if part)
        return f"decided{f' by {who}' if who else ''}{f': {self.why}' if self.why else ''}"

    @property
    def text(self) -> str:
        """The decision in a few words, for messages."""
        return " ".join(part for part in (self.kind, self.a, self.predicate, self.b) if part)


_COLUMNS = tuple(f.name for f in fields(Decision) if f.name != "where")
_NEEDED = ("kind", "a", "b")


def parse_decisions(text: str, name: str) -> tuple[Decision, ...]:
    """Return the decisions of a file's text; ``name`` is used in messages.

    Raises :class:`DecisionsError` for the first row that cannot be understood.
    """
    return tuple(_decisions(text, name))


def _decisions(text: str, name: str) -> Iterator[Decision]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        _check_header(header, name)
        line = reader.line_num + 1
        for row in reader:
            where, line = f"{name}:{line}", reader.line_num + 1
            if any(cell.strip() for cell in row) and not row[0].lstrip().startswith("#"):
                yield _decision(row, header, where)
    except csv.Error as error:
        raise DecisionsError(f"{name}:{reader.line_num}: not a row of CSV: {error}") from error


def _check_header(header: list[str], name: str) -> None:
    missing = [c for c in _NEEDED if c not in header]
    unknown = [c for c in header if c not in _COLUMNS]
    twice = sorted({c for c in header if header.count(c) > 1})
    if missing:
        raise DecisionsError(
            f"{name}:1: no column {', '.join(map(repr, missing))}; the first line is "
            f"{','.join(('kind', 'a', 'predicate', 'b', *_COLUMNS[4:]))}"
        )
    if unknown or twice:
        what = f"unknown column {unknown[0]!r}" if unknown else f"column {twice[0]!r} stands twice"
        raise DecisionsError(f"{name}:1: {what}; known are {', '.join(_COLUMNS)}")


def _decision(row: list[str], header: list[str], where: str) -> Decision:
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        raise DecisionsError(
            f"{where}: {len(row)} cells under {len(header)} columns; "
            "put a cell with a comma in it between double quotes"
        )
    cells = dict.fromkeys(_COLUMNS, "") | dict(zip(header, row, strict=False))
    # A quote is compared letter by letter; all else is trimmed.
    cells = {key: cell if key == "quote" else cell.strip() for key, cell in cells.items()}
    kind = cells.pop("kind").lower()
    qualifiers = _qualifiers(cells.pop("qualifiers"), where)
    decision = Decision(where, kind, qualifiers=qualifiers, **cells)
    if problem := _problem(decision):
        raise DecisionsError(f"{where}: {problem}")
    return decision


def _qualifiers(cell: str, where: str) -> tuple[tuple[str, str], ...]:
    pairs = [part.partition("=") for part in cell.split(";") if part.strip()]
    for name, equals, value in pairs:
        if not equals or not name.strip() or not value.strip():
            raise DecisionsError(f"{where}: qualifiers are NAME=VALUE; NAME=VALUE, not {cell!r}")
    return tuple(sorted((name.strip(), value.strip()) for name, _, value in pairs))


def _problem(decision: Decision) -> str:
    """Return what is wrong with a row, or nothing."""
    if decision.kind not in KINDS:
        return f"unknown kind {decision.kind!r}; known are {', '.join(KINDS)}"
    if not decision.a or not decision.b:
        return f"{decision.kind} needs both a and b"
    about_entities = decision.kind in ("same", "different")
    return _entity_problem(decision) if about_entities else _statement_problem(decision)


def _entity_problem(decision: Decision) -> str:
    if decision.predicate or decision.qualifiers:
        return f"{decision.kind} takes no predicate and no qualifiers"
    if decision.kind == "same" and (decision.document or decision.quote):
        return "same takes no document and no quote: it holds everywhere"
    scoped = decision.document or decision.quote
    if name_key(decision.a) == name_key(decision.b) and not scoped:
        told = "; say in which document" if decision.kind == "different" else ""
        return f"a and b are one and the same name, {decision.a!r}{told}"
    if decision.quote and not decision.document:
        return "a quote needs its document"
    return ""


def _statement_problem(decision: Decision) -> str:
    known = ontology().predicates
    predicate = known.get(decision.predicate)
    if predicate is None:
        return f"unknown predicate {decision.predicate!r}; known are {', '.join(known)}"
    unknown = [name for name, _ in decision.qualifiers if name not in predicate.qualifiers]
    if unknown:
        return f"{decision.predicate} has no qualifier {', '.join(unknown)}"
    if decision.kind == "missing":
        if predicate.derived:
            return f"{decision.predicate} is only derived; it cannot be stated"
        if not decision.document or not decision.quote.strip():
            return "missing needs a document and a quote from it"
        if name_key(decision.a) == name_key(decision.b):
            return "a and b are one and the same name"
    elif decision.quote and not decision.document:
        return "a quote needs its document"
    return ""
