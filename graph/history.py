"""What was known on a date: what the documents published by then say, settled and derived anew.

So not only later statements are left out: an entity has the names that documents had given it by then,
two that a later document tells to be one are still two, and nothing follows from what was not yet said.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as calendar

from graph.entities import Decision
from graph.errors import InputError
from graph.model import KnowledgeGraph
from graph.pipeline import recompute
from graph.readings import readings_of


def as_of(graph: KnowledgeGraph, date: str, decisions: Sequence[Decision] = ()) -> KnowledgeGraph:
    """Return what was known at the end of ``date``: a day, a month or a year (2026-03-11, 2026-03, 2026).

    A document without a date is left out: nothing says that it was known. ``decisions`` are those that
    hold for the graph. Raises :class:`InputError` for what is no date.
    """
    check_date(date)
    sources = tuple(source for source in graph.sources if published_by(source.published, date))
    names = {source.name for source in sources}
    readings = tuple(r for r in readings_of(graph) if r.document in names)
    return recompute(KnowledgeGraph(sources, readings=readings), decisions)


def published_by(published: str, date: str) -> bool:
    """Say whether what was published then was so by the end of ``date``; not where it is not said.

    As the query ``as-of`` does: ``2026-03`` counts as published on the 1st.

    >>> published_by("2026-03-11", "2026-03"), published_by("2026-03-11", "2026-03-10")
    (True, False)
    """
    return bool(published) and published[: len(date)] <= date


def is_date(text: str) -> bool:
    """Say whether ``text`` is a day, a month or a year."""
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2][: len(parts)] or not all(map(_digits, parts)):
        return False
    year, month, day = [*map(int, parts), 1, 1][:3]
    try:
        calendar(year, month, day)
    except ValueError:
        return False
    return True


def check_date(text: str) -> None:
    """Raise :class:`InputError` unless ``text`` is a day, a month or a year."""
    if not is_date(text):
        raise InputError(f"{text!r}: not a date; write 2026-06-18, 2026-06 or 2026")


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
