"""Splits a Cypher script into its statements, since databases take one a call."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|;|.", re.DOTALL)


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
