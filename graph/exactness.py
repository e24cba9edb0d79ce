"""Says where a store and what its documents were read as differ: the store is to hold just that.

A store keeps of each document what it was read as. Settling and deriving that anew gives all nodes and
relationships that the store should hold; what it lacks, has otherwise or has besides was changed by
another hand, by a failing disk or by another version of this program.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from graph.errors import MoonshotError
from graph.model import Edge, KnowledgeGraph, Node, PropertyGraph, Reading, Source
from graph.projection import READING, source_of
from graph.readings import decode, sealed, seals

_UNKNOWN = "\ufffd"
"""Stands for the letters of a passage that the store has lost."""
_SHOWN = 60


class _Lost(dict[tuple[int, int], str]):
    """Quotes by their places; one that is not there has the right length and no letters."""

    def __missing__(self, place: tuple[int, int]) -> str:
        return _UNKNOWN * (place[1] - place[0])


def kept(held: PropertyGraph) -> tuple[KnowledgeGraph, tuple[str, ...]]:
    """Return the sources and the readings that ``held`` keeps, with a line for each fault in them.

    Nothing else is believed: neither statements nor entities are looked at. A fault is a document
    without a reading or with one that cannot be read, and a document or passages that are not as when
    they were read.
    """
    quotes = _quotes(held.nodes)
    sources: list[Source] = []
    readings: list[Reading] = []
    faults: list[str] = []
    for node in held.nodes:
        if node.label == "Document":
            sources.append(source_of(node))
            try:
                reading, wrong = _reading(node, quotes[sources[-1].name])
            except (MoonshotError, ValueError, LookupError, TypeError, zlib.error):
                faults.append(f"lost: what {sources[-1].name} was read as; build it again")
            else:
                readings.append(reading)
                faults.extend(wrong)
    return KnowledgeGraph(tuple(sorted(sources)), readings=tuple(readings)), tuple(faults)


def differences(held: PropertyGraph, due: PropertyGraph) -> Iterator[str]:
    """Yield a line for each node and relationship that ``held`` lacks, has otherwise, besides or twice.

    ``due`` is what it should hold. Lines come in the order of labels and types, ids and ends.
    """
    names = {n.id: str(n.properties.get("name", n.id)) for n in chain(held.nodes, due.nodes)}
    yield from _compared(
        (((n.label, n.id), n.properties) for n in held.nodes),
        (((n.label, n.id), n.properties) for n in due.nodes),
        lambda key: f"{key[0]} {key[1]}",
    )
    yield from _compared(
        ((_key(e), e.properties) for e in held.edges),
        ((_key(e), e.properties) for e in due.edges),
        lambda key: (
            f"({names.get(key[1], key[1])})-[{key[0]}]->({names.get(key[2], key[2])})"
            f"{f' {key[3]}' if key[3] else ''}"
        ),
    )


_Found = tuple[tuple[str, ...], Mapping[str, object]]
_Text = Callable[[tuple[str, ...]], str]


def _compared(held: Iterable[_Found], due: Iterable[_Found], text: _Text) -> Iterator[str]:
    there = list(held)
    number = Counter(key for key, _ in there)
    has, wanted = dict(there), dict(due)
    for key in sorted({*has, *wanted}):
        if key not in has:
            yield f"missing: {text(key)}"
        elif key not in wanted:
            yield f"not from the documents: {text(key)}"
        else:
            for line in _properties(has[key], wanted[key]):
                yield f"changed: {text(key)}: {line}"
        if number[key] > 1:
            yield f"{number[key]} times: {text(key)}"


def _properties(has: Mapping[str, object], wanted: Mapping[str, object]) -> Iterator[str]:
    for name in sorted({*has, *wanted}):
        is_now, should = has.get(name), wanted.get(name)
        # An int that has become a float is another value to a database.
        if is_now == should and type(is_now) is type(should):
            continue
        if name == READING:
            # Where it is gone or its seals are broken, kept() has said so.
            if isinstance(should, str) and sealed(str(is_now)) == sealed(should):
                yield "another version kept what it was read as; build it again"
        elif isinstance(should, str) and _UNKNOWN * max(1, len(should)) == should:
            yield f"{name} is {_short(is_now)}, which does not fit its place"
        else:
            yield f"{name} is {_short(is_now)}, should be {_short(should)}"


def _short(value: object) -> str:
    if value is None:
        return "not there"
    text = " ".join(repr(value).split())
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text


def _key(edge: Edge) -> tuple[str, str, str, str]:
    return edge.type, edge.source, edge.target, str(edge.properties.get("id", ""))


def _quotes(nodes: Iterable[Node]) -> Mapping[str, _Lost]:
    found: dict[str, _Lost] = defaultdict(_Lost)
    for node in nodes:
        if node.label == "Passage":
            told = node.properties
            start, end, quote = told.get("start"), told.get("end"), told.get("quote")
            if not isinstance(start, int) or not isinstance(end, int):
                continue
            document, _, place = node.id.rpartition("#")
            whole = isinstance(quote, str) and len(quote) == end - start and quote.strip()
            if whole and place == f"{start}-{end}":
                found[document][start, end] = str(quote)
    return found


def _reading(node: Node, quotes: _Lost) -> tuple[Reading, list[str]]:
    """Return what a document was read as, and a line for what is not as it was then."""
    name, text = str(node.properties["name"]), str(node.properties[READING])
    reading = decode(name, text, quotes)
    faults = (
        f"changed: what is known of {name} is not what was read; build it again",
        f"changed: the quotes of {name} are not what was read; 'moonshot verify' says which",
    )
    told, found = sealed(text), seals(reading, source_of(node))
    lost = any(_UNKNOWN in passage.quote for s in reading.statements for passage in s.evidence)
    wrong = [fault for fault, was, now in zip(faults, told, found, strict=False) if was != now]
    # A passage that is gone is named as such: its quote need not be complained of too.
    return reading, wrong[: 0 if lost and wrong == [faults[1]] else None]
