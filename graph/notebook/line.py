"""What stands behind a magic's name: words, options, ``>> name``."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import QueryError

_KEEP = re.compile(r"(?:^|\s)>>\s*(?P<name>\S*)\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line and the name of the variable that keeps the result, or nothing."""

    words: tuple[str, ...]
    keep: str = ""


def read_line(line: str) -> Line:
    """Split ``line`` as a shell does: ``event="NEXT 추진대회"`` is one word.

    Raises :class:`QueryError` for an open quote, and for ``>>`` without a name of a variable.
    """
    found = _KEEP.search(line)
    if found and not found["name"].isidentifier():
        raise QueryError(f">> {found['name']}: give the name of a variable, as in '>> answer'")
    try:
        words = shlex.split(line[: found.start()] if found else line)
    except ValueError as error:
        raise QueryError("a quote is not closed") from error
    return Line(tuple(words), found["name"] if found else "")


def read_values(words: tuple[str, ...], variables: Mapping[str, object]) -> dict[str, object]:
    """Return the values of words ``NAME=VALUE``; ``$name`` is a variable.

    Raises :class:`QueryError` for another word, a name that comes twice, and an unknown variable.
    """
    values: dict[str, object] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise QueryError(f"{word!r}: write NAME=VALUE, in quotes where VALUE has spaces")
        if name in values:
            raise QueryError(f"{name}: given twice")
        values[name] = variable(value[1:], variables) if value.startswith("$") else value
    return values


def variable(name: str, variables: Mapping[str, object]) -> object:
    """Return the Python variable ``name``. Raises :class:`QueryError` where there is none."""
    if name not in variables:
        raise QueryError(f"${name}: no Python variable {name!r}")
    return variables[name]
