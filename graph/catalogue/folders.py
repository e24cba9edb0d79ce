"""Finds the canned queries: a user's folder first, then the shipped ones."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from graph.catalogue.header import Query, read_query
from graph.catalogue.names import nearest
from graph.errors import QueryError
from graph.resources import queries_folder


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The queries by name, sorted."""

    queries: Mapping[str, Query]

    @classmethod
    def load(cls, *folders: Path) -> Self:
        """Read the queries of ``folders``, of ``MOONSHOT_GRAPH_QUERIES`` and the shipped ones.

        Of several files of one name the first found counts. Raises :class:`QueryError` for a folder
        that is missing, a faulty file, and a folder that holds a name twice.
        """
        own = os.environ.get("MOONSHOT_GRAPH_QUERIES")
        chosen = [*folders, *([Path(own)] if own else [])]
        found: dict[str, Query] = {}
        for place in chosen:
            if not place.is_dir():
                raise QueryError(f"{place}: no folder of queries")
        for place in (*chosen, queries_folder()):
            found = {**_read(place), **found}
        return cls(dict(sorted(found.items())))

    def names(self) -> tuple[str, ...]:
        """Return the names of all queries, sorted."""
        return tuple(self.queries)

    def get(self, name: str) -> Query:
        """Return the query of that name. Raises :class:`QueryError` naming the nearest."""
        if name not in self.queries:
            near = nearest(name, self.queries)
            hint = f"near it: {', '.join(near)}" if near else "'moonshot ask' lists them"
            raise QueryError(f"no query {name!r}; {hint}")
        return self.queries[name]


def _read(place: Path) -> dict[str, Query]:
    found: dict[str, Query] = {}
    for path in sorted(place.rglob("*.cypher")):
        if path.stem in found:
            raise QueryError(f"{path}: a second query of the name {path.stem}")
        found[path.stem] = read_query(path)
    return found
