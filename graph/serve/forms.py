"""Forms for the canned queries: a field for each parameter, with the names that the store knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.catalogue import Given, Parameter, Query
from graph.catalogue.names import Names
from graph.stores import Store

_MOST_NAMES = 2000
"""So many names a field offers; more make a page slow, and any name may be typed."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: what it is for, what stands in it, what it offers."""

    name: str
    meaning: str
    value: str
    needed: bool
    offers: tuple[str, ...]


def fields(query: Query, store: Store, given: Mapping[str, str]) -> tuple[Field, ...]:
    """Return a field for each parameter of ``query``, filled with what was given or its default."""
    names = Names(store)
    return tuple(
        Field(
            p.name,
            p.meaning,
            given.get(p.name, p.default or ""),
            p.default is None,
            names.all(p.type)[:_MOST_NAMES] if p.names_entity and p.type != "Entity" else (),
        )
        for p in query.parameters
    )


def values(query: Query, given: Mapping[str, str]) -> dict[str, Given]:
    """Return what was typed for the parameters of ``query``; an empty field is left to its default."""
    return {p.name: _typed(p, given[p.name]) for p in query.parameters if given.get(p.name, "")}


def _typed(parameter: Parameter, text: str) -> Given:
    del parameter  # numbers, dates and lists are read from text by the catalogue
    return text.strip()


def is_asked(query: Query, given: Mapping[str, str]) -> bool:
    """Say whether the form was sent: then the query is run."""
    return "go" in given or all(p.default is not None for p in query.parameters)
