"""Cypher as text: its statements, since databases take one a call, and what it reaches for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.errors import QueryError

_PIECE = re.compile(
    r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|;|.", re.DOTALL
)

_OUTSIDE = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)
_PROCEDURE = re.compile(r"\bCALL\s+(?!\s*[{(])([\w.`']+)", re.IGNORECASE)
_SAFE_PROCEDURES = (
    "db.labels",
    "db.relationshiptypes",
    "db.propertykeys",
    "db.schema.",
    "db.index.fulltext.query",
    "dbms.components",
)


def statements(script: str) -> Iterator[str]:
    """Yield the statements of ``script`` without comments; ``;`` within quotes does not end one.

    >>> list(statements("RETURN ';'; // done\\nRETURN 2"))
    ["RETURN ';'", 'RETURN 2']
    """
    parts: list[str] = []
    for piece in (*(m.group() for m in _PIECE.finditer(script)), ";"):
        if piece == ";":
            if statement := "".join(parts).strip():
                yield statement
            parts = []
        elif not piece.startswith(("//", "/*")):
            parts.append(piece)


def bare(statement: str) -> str:
    """Return ``statement`` with comments dropped and quoted text emptied: what is left is grammar."""
    kept: list[str] = []
    for match in _PIECE.finditer(statement):
        piece = match.group()
        if piece.startswith(("//", "/*")):
            kept.append(" ")
        else:
            kept.append("''" if piece[0] in "'\"`" and len(piece) > 1 else piece)
    return "".join(kept)


def refuse_outside(cypher: str) -> None:
    """Raise :class:`QueryError` for what a read-only mode does not stop.

    That is reading files and addresses, and procedures that may change the server.
    """
    grammar = bare(cypher)
    if _OUTSIDE.search(grammar):
        raise QueryError("LOAD CSV reads files and addresses; give --write to allow it")
    for procedure in _PROCEDURE.findall(grammar):
        if not procedure.lower().startswith(_SAFE_PROCEDURES):
            raise QueryError(
                f"procedure {procedure} may change the server; give --write to allow it"
            )
