"""Runs a canned query: types and defaults of its values, any known name as a value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.catalogue.folders import Catalogue
from graph.catalogue.header import Parameter, Query
from graph.catalogue.names import Names, nearest
from graph.errors import QueryError
from graph.model import Result
from graph.stores.base import Store

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

Given = str | int | Sequence[str]
"""What may be given for a parameter: its text, a number, or a list of texts."""


def ask(name: str, store: Store, /, **values: Given) -> Result:
    """Run the canned query ``name`` in ``store`` with ``values`` for its parameters.

    A value that names something may be any name or alias of it, Korean or English, or its id; a
    list may be a list or text with commas. The Cypher gets ids, ``a|b`` where a name means several.
    Raises :class:`QueryError` for an unknown query, parameter or name, and for a missing value.
    """
    query = Catalogue.load().get(name)
    check(query, values)
    names = Names(store)
    bound = {p.name: _bind(p, values.get(p.name), names) for p in query.parameters}
    return replace(store.run(query.text, bound), title=query.question_en)


def check(query: Query, given: Iterable[str]) -> None:
    """Raise :class:`QueryError` unless ``given`` are parameters of ``query``, all that it needs."""
    given = tuple(given)
    known = [p.name for p in query.parameters]
    for name in given:
        if name not in known:
            near = nearest(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(known) or 'none'}"
            raise QueryError(f"{query.name} has no parameter {name!r}; {hint}")
    for parameter in query.parameters:
        if parameter.default is None and parameter.name not in given:
            raise QueryError(f"{query.name} needs {parameter.name}=… ({parameter.meaning})")


def _bind(parameter: Parameter, given: Given | None, names: Names) -> object:
    value = parameter.default or "" if given is None else given
    if not parameter.is_list:
        if not isinstance(value, str | int):
            raise QueryError(f"{parameter.name}: takes one value, not a list")
        return _one(parameter, str(value).strip(), names, given is None)
    parts = value.split(",") if isinstance(value, str) else [str(v) for v in _listed(value)]
    bound = (_one(parameter, part.strip(), names, given is None) for part in parts if part.strip())
    return list(dict.fromkeys(bound))


def _listed(value: int | Sequence[str]) -> Sequence[object]:
    return [value] if isinstance(value, int) else value


def _one(parameter: Parameter, value: str, names: Names, by_default: bool) -> object:
    if parameter.type == "int":
        if not re.fullmatch(r"[+-]?\d{1,18}", value):
            raise QueryError(f"{parameter.name}={value!r}: not a whole number")
        return int(value)
    if parameter.type == "date" and not _DATE.fullmatch(value):
        raise QueryError(f"{parameter.name}={value!r}: not a date; write 2026-06-18 or 2026-06")
    if not parameter.names_entity or not value:
        return value
    if by_default:
        # Nobody typed it: where the store holds nothing of that name, nothing is the answer.
        return "|".join(names.ids(parameter.type, value)) or value
    return "|".join(names.demand(parameter.type, value))
