"""Where in the query a database stumbled, in the one line that says why."""

from __future__ import annotations

import re

from graph.errors import QueryError

_PLACE = re.compile(r"\(?(?:at )?line (\d+), col(?:umn)? (\d+)(?: \(offset: \d+\)\))?")
_NAME = re.compile(
    r"(?:undefined variable|variable|unknown function:?|parameter(?:\(s\))?:)\s*[`']?(\$?\w+)",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(?:Cypher: |\[[\w.]+\] |Cypher (?:syntax|execution) error: |Schema error: )+"
)
_LONGEST = 160
_AROUND = 40
MARK = "▶"
"""Stands before the letter at which the database gave up."""


def marked(error: QueryError, cypher: str) -> QueryError:
    """Return ``error`` with the line of ``cypher`` that it is about, and the place in it marked.

    A database that names no place names a variable, a function or a parameter: then its first use.
    What no query causes (a refused change) stays as it is.
    """
    if not str(error).startswith("Cypher: "):
        return error
    cause = error.__cause__ or error
    said = str(getattr(cause, "message", None) or cause)
    spot = _spot(said, cypher)
    reason = _reason(said)
    if spot is None:
        return QueryError(f"Cypher: {reason}")
    number, column = spot
    return QueryError(f"Cypher, line {number}: {reason}; here: {_excerpt(cypher, number, column)}")


def _reason(said: str) -> str:
    """The first line of ``said`` without its place and what every message starts with."""
    first = next((line for line in said.splitlines() if line.strip()), "")
    bare = _PREFIX.sub("", re.sub(r"\s+", " ", _PLACE.sub("", first)).replace(" :", ":").strip())
    bare = _PREFIX.sub("", bare).strip(" .:")
    return bare if len(bare) <= _LONGEST else f"{bare[:_LONGEST].rsplit(' ', 1)[0]} …"


def _spot(said: str, cypher: str) -> tuple[int, int] | None:
    """Line and column, both from 1, that ``said`` names or that what it names stands at."""
    lines = cypher.splitlines()
    found = _PLACE.search(said)
    if found and 1 <= int(found[1]) <= len(lines):
        return int(found[1]), max(1, int(found[2]))
    named = _NAME.search(said)
    if named is None:
        return None
    name = re.escape(named[1].removeprefix("$"))
    for number, line in enumerate(lines, 1):
        use = re.search(rf"(?<!\w)\$?{name}\b", line.split("//")[0])
        if use:
            return number, use.start() + 1
    return None


def _excerpt(cypher: str, number: int, column: int) -> str:
    """The line around the place; a column past its end marks the end."""
    line = cypher.splitlines()[number - 1]
    before, after = line[: column - 1], line[column - 1 :]
    start = "… " if len(before.lstrip()) > _AROUND else ""
    end = " …" if len(after.rstrip()) > _AROUND else ""
    return f"{start}{before.lstrip()[-_AROUND:]}{MARK}{after.rstrip()[:_AROUND]}{end}"
