"""Why a line was missed: what came nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from graph.marking.gold import End, GoldLine
from graph.model import Entity, Names, Span, Statement, name_key

_ALIKE = 0.6
"""Names less alike than that are different names, not one name cut differently."""


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that the reader named in the document: label, name, the forms it goes by, and where."""

    label: str
    name: str
    keys: frozenset[str]
    span: Span


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came nearest to a missed line.

    ``kind`` is one of: ``wording`` (stated, but an end is called otherwise) · ``predicate`` (the same
    ends, related otherwise) · ``unnamed`` (an end was not found in the text) · ``label`` (an end was
    found as something else) · ``unrelated`` (both ends were found, no rule joined them). ``statement``
    is the nearest one, if any comes near.
    """

    kind: str
    text: str
    statement: Statement | None = None


def named(text: str, names: Names) -> tuple[Named, ...]:
    """Return all that was named in a document of that ``text``: mentions, people, and years as written."""
    mentions = [
        Named(m.label, m.entity.name, _keys(m.entity, text[m.span.start : m.span.end]), m.span)
        for m in names.mentions
    ]
    people = [
        Named("Person", a.name, frozenset({name_key(a.name)}), a.person) for a in names.appointments
    ]
    years = [Named("Year", m[0], frozenset({m[0]}), Span(*m.span())) for m in _YEAR.finditer(text)]
    return (*mentions, *people, *years)


def nearest(line: GoldLine, statements: Iterable[Statement], known: Sequence[Named]) -> Attempt:
    """Return what came nearest to a missed ``line`` in its own document.

    ``statements`` are those of the document, ``known`` what was named in it.
    """
    stated = list(statements)
    triple = line.triple
    likeness, likest = next(iter(_ranked(line, stated)), (0.0, None))
    if likest and likeness >= 1 + _ALIKE:
        return Attempt("wording", f"stated as {likest.text}", likest)
    ends = {triple.subject.names[0]: triple.subject, triple.object.names[0]: triple.object}
    for statement in stated:
        if _joins(statement, triple.subject, triple.object):
            return Attempt("predicate", f"related as {statement.predicate}", statement)
    places = {name: _places(end, stated, known) for name, end in ends.items()}
    for kind in ("unnamed", "label"):
        lacking = [why for name, end in ends.items() if not places[name]
                   for why in _lacking(kind, end, stated, known)]  # fmt: skip
        if lacking:
            return Attempt(kind, "; ".join(lacking), _next(line, stated))
    apart = _distance(*places.values()) if len(places) == 2 else 0
    where = f", {apart} characters apart at the nearest" if apart else ""
    return Attempt(
        "unrelated", f"both ends are named{where}; no rule joins them", _next(line, stated)
    )


def _ranked(line: GoldLine, stated: Iterable[Statement]) -> list[tuple[float, Statement]]:
    """Statements of the line's predicate with how alike their ends are (0 to 2), the best first."""
    triple = line.triple
    scored = [
        (_likeness(triple.subject, s.subject) + _likeness(triple.object, s.object), s)
        for s in stated
        if s.predicate == triple.predicate
    ]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].key))


def _next(line: GoldLine, stated: Iterable[Statement]) -> Statement | None:
    """Return the statement of the same predicate that shares an end with the line, the likest first."""
    return next((s for likeness, s in _ranked(line, stated) if likeness >= 1), None)


def _likeness(end: End, entity: Entity) -> float:
    if end.label == "Year" or entity.label == "Year":
        return float(end.is_entity(entity))
    own = name_key(entity.name)
    best = max(SequenceMatcher(None, key, own).ratio() for key in end.keys)
    return best if end.label == entity.label else best / 2


def _joins(statement: Statement, one: End, two: End) -> bool:
    a, b = statement.subject, statement.object
    return (one.is_entity(a) and two.is_entity(b)) or (one.is_entity(b) and two.is_entity(a))


def _places(end: End, stated: Iterable[Statement], known: Sequence[Named]) -> list[Span]:
    """Where the end is named under its own label; rules may make ends that no name stands for."""
    found = [n.span for n in known if n.label == end.label and n.keys & end.keys]
    made = [
        Span(e.start, e.end)
        for s in stated
        if any(map(end.is_entity, (s.subject, s.object)))
        for e in s.evidence
    ]
    return found or made


def _lacking(
    kind: str, end: End, stated: Iterable[Statement], known: Sequence[Named]
) -> Iterator[str]:
    """Say that ``end`` was found under another label (``label``), or not at all (``unnamed``)."""
    entities = [(e.label, e.name) for s in stated for e in (s.subject, s.object)]
    others = {n.label for n in known if n.keys & end.keys}
    others |= {label for label, name in entities if name_key(name) in end.keys}
    if kind == "label" and others:
        yield f"{end.names[0]} was read as {', '.join(sorted(others))}, not as {end.label}"
    if kind == "unnamed" and not others:
        near = _nearest_name(end, [*((n.label, n.name) for n in known), *entities])
        yield f"{end.label} {end.names[0]} was not found{f'; nearest is {near}' if near else ''}"


def _nearest_name(end: End, names: Iterable[tuple[str, str]]) -> str:
    scored = [
        (max(SequenceMatcher(None, key, name_key(name)).ratio() for key in end.keys), name)
        for label, name in sorted(set(names))
        if label == end.label
    ]
    likeness, name = max(scored, default=(0.0, ""), key=lambda pair: pair[0])
    return name if likeness >= _ALIKE else ""


def _distance(one: Sequence[Span], two: Sequence[Span]) -> int:
    return min((max(a.start - b.end, b.start - a.end, 0) for a in one for b in two), default=0)


def _keys(entity: Entity, written: str) -> frozenset[str]:
    names = (entity.name, entity.name_en, *entity.aliases, written)
    return frozenset(name_key(name) for name in names if name)
