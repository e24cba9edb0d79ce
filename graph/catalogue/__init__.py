"""Canned queries: finds, lists and runs them.

A folder named by ``MOONSHOT_GRAPH_QUERIES`` comes before the shipped one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from graph.catalogue.header import Parameter, Query, read_query
from graph.catalogue.names import known_name, nearest
from graph.errors import QueryError
from graph.model import Result
from graph.resources import queries_folder
from graph.stores.base import Store

__all__ = ["Catalogue", "Parameter", "Query", "ask"]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The queries by name."""

    queries: Mapping[str, Query]

    @classmethod
    def load(cls, *folders: Path) -> Catalogue:
        """Read the queries of ``folders`` (first found counts), then the shipped ones."""
        own = os.environ.get("MOONSHOT_GRAPH_QUERIES")
        places = [*folders, *([Path(own)] if own else []), queries_folder()]
        found: dict[str, Query] = {}
        for place in places:
            for path in sorted(place.rglob("*.cypher")):
                found.setdefault(path.stem, read_query(path))
        return cls(dict(sorted(found.items())))

    def names(self) -> tuple[str, ...]:
        """Return the names of all queries, sorted."""
        return tuple(self.queries)

    def get(self, name: str) -> Query:
        """Return the query of that name. Raises :class:`QueryError` naming the nearest."""
        if name not in self.queries:
            raise QueryError(
                f"no query {name!r}{nearest(name, list(self.queries))}; 'moonshot ask' lists them"
            )
        return self.queries[name]


def ask(name: str, store: Store, /, **values: str | list[str]) -> Result:
    """Run the canned query ``name`` in ``store`` with ``values`` for its parameters.

    A value may be any name or alias of what it names. Raises :class:`QueryError` for an unknown query,
    parameter or name.
    """
    query = Catalogue.load().get(name)
    known = {parameter.name: parameter for parameter in query.parameters}
    for given in values:
        if given not in known:
            takes = ", ".join(known) or "no parameters"
            raise QueryError(
                f"{name} has no parameter {given!r}{nearest(given, list(known))}; it takes {takes}"
            )
    bound = {p.name: _bind(p, values.get(p.name, p.default), store) for p in query.parameters}
    return replace(store.run(query.text, bound), title=query.question_en)


def _bind(parameter: Parameter, value: str | list[str] | None, store: Store) -> str | list[str]:
    if value is None:
        raise QueryError(
            f"parameter {parameter.name} ({parameter.meaning}) has no default; give {parameter.name}=…"
        )
    if not parameter.is_list:
        return _one(parameter, value if isinstance(value, str) else ",".join(value), store)
    values = value if isinstance(value, list) else [v.strip() for v in value.split(",")]
    bound = [_one(parameter, v, store) for v in values if v]
    return list(dict.fromkeys(bound))


def _one(parameter: Parameter, value: str, store: Store) -> str:
    value = value.strip()
    if parameter.type == "text" or (parameter.optional and not value):
        return value
    if parameter.type == "date":
        if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
            raise QueryError(f"{parameter.name}={value!r} is no date; write 2026-06-18")
        return value
    return known_name(store, parameter.type, value)
