"""How far a statement may be trusted: what was measured of the rules that made it.

``precision.csv`` says of each rule how many of its statements in the marked documents were judged
and how many of them were right; ``make precision`` measures and writes it. docs/confidence.md has
the numbers and what a threshold costs.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from math import sqrt

from graph.errors import InputError
from graph.model import Confidence, KnowledgeGraph, Statement
from graph.resources import precision_file

_Z = 1.645
"""One-sided 95 % of the normal distribution."""

DECISION = "decision"
"""The rule of what an analyst decided: certain by definition."""


def lower_bound(right: int, judged: int) -> float:
    """Return the share that is right with 95 % certainty, where ``right`` of ``judged`` cases were.

    The lower end of Wilson's score interval (E. B. Wilson, Probable inference, the law of succession,
    and statistical inference, JASA 22, 1927, 209–212): unlike the plain share it does not call a rule
    perfect that was right three times of three.

    >>> [lower_bound(n, n) for n in (1, 3, 10, 100)]
    [0.27, 0.526, 0.787, 0.974]
    >>> lower_bound(9, 10), lower_bound(0, 5)
    (0.652, 0.0)
    """
    if not 0 <= right <= judged or not judged:
        raise ValueError(f"{right} of {judged} cases")
    share, weight = right / judged, _Z * _Z / judged
    spread = sqrt(weight * share * (1 - share) + weight * weight / 4)
    return round(max(0.0, (share + weight / 2 - spread) / (1 + weight)), 3)


UNMEASURED = Confidence(lower_bound(1, 1))
"""Of a rule that was never measured: no more than of one that was right the only time it was seen."""

Table = Mapping[str, Confidence]
"""The confidence of each measured rule, by its name."""


@cache
def measured() -> Table:
    """Return the table of ``precision.csv``. Raises :class:`InputError` for a row that is no count."""
    path = precision_file()
    right, judged = Counter[str](), Counter[str]()
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            try:
                right[row["rule"]] += int(row["right"])
                judged[row["rule"]] += int(row["judged"])
            except (KeyError, TypeError, ValueError) as error:
                raise InputError(f"{path}:{number}: not a count; run 'make precision'") from error
    return table(right, judged)


def table(right: Mapping[str, int], judged: Mapping[str, int]) -> Table:
    """Return the confidence of each rule from its counts; those without a case are left out."""
    return {
        rule: Confidence(lower_bound(right.get(rule, 0), cases), right.get(rule, 0), cases)
        for rule, cases in judged.items()
        if cases
    }


def of_rules(names: str, known: Table) -> Confidence:
    """Return the confidence of what the rules ``names`` (joined by ``; ``) say: that of the best one.

    They are not multiplied: rules that agree often make the same mistake, and documents repeat one
    another.
    """
    found = [_of_rule(name, known) for name in names.split("; ")]
    return max(found, key=lambda c: (c.value, c.judged))


def _of_rule(name: str, known: Table) -> Confidence:
    return Confidence(1.0) if name == DECISION else known.get(name, UNMEASURED)


def assess(statements: Iterable[Statement], known: Table | None = None) -> Iterator[Statement]:
    """Yield the stated ``statements`` with the confidence of their rules, from ``known`` or the file.

    One that has a confidence keeps it: what a file says of its statements is not overruled.
    """
    rules = measured() if known is None else known
    for statement in statements:
        if statement.derived or statement.confidence:
            yield statement
        else:
            yield replace(statement, confidence=of_rules(statement.rule, rules))


def at_least(statements: Iterable[Statement], least: float) -> tuple[Statement, ...]:
    """Return the ``statements`` that are stated with at least that confidence, or else by such rules.

    What several of them state counts as sure as the surest of them.
    """
    given = tuple(statements)
    if least <= 0:
        return given
    best: dict[tuple[str, ...], float] = {}
    for statement in given:
        value = (statement.confidence or of_rules(statement.rule, measured())).value
        best[statement.key] = max(value, best.get(statement.key, 0.0))
    return tuple(s for s in given if best[s.key] >= least)


def with_derived(graph: KnowledgeGraph) -> KnowledgeGraph:
    """Return ``graph``, each derived statement with the least confidence of those that it rests on.

    It has none where one of those has none, or where none of them is in the graph.
    """
    by_id = {s.id: s for s in graph.statements}
    found = {s.id: s.confidence for s in graph.statements if not s.derived}
    for statement in graph.statements:
        _weakest(statement, by_id, found)
    return replace(
        graph, statements=tuple(replace(s, confidence=found[s.id]) for s in graph.statements)
    )


def _weakest(
    statement: Statement, by_id: Mapping[str, Statement], found: dict[str, Confidence | None]
) -> Confidence | None:
    """Return the least confidence of the basis, noting it in ``found``; a circle has none."""
    if statement.id not in found:
        found[statement.id] = None
        values = [_weakest(by_id[i], by_id, found) for i in statement.basis if i in by_id]
        known = [value for value in values if value]
        if known and len(known) == len(values):
            found[statement.id] = min(known, key=lambda c: (c.value, c.judged))
    return found[statement.id]
