"""Entities by a part of any of their names, the likeliest first."""

from __future__ import annotations

from graph.catalogue.header import ANY_ENTITY
from graph.catalogue.names import Names
from graph.model import Result
from graph.stores.base import Store

MOST = 50


def search(store: Store, text: str, most: int = MOST) -> Result:
    """Return the entities that ``text`` names, or whose names hold it: kind, name, the wording found, id.

    Those that it names come first, then those with a name that begins with it, then the others; at most
    ``most``. A text without letters finds nothing.
    """
    names = Names(store)
    meant = set(names.ids(ANY_ENTITY, text))
    best: dict[str, tuple[int, str, str, str]] = {}
    for label, known, place in names.holding(text):
        rank = 0 if known.id in meant else 1 if place == 0 else 2
        found = (rank, known.name, label, known.wording)
        best[known.id] = min(best.get(known.id, found), found)
    rows = sorted((*found, key) for key, found in best.items())[:most]
    return Result(
        ("kind", "name", "wording", "id"),
        tuple((label, name, wording, key) for _, name, label, wording, key in rows),
    )
