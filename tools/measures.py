"""Measures each rule on the marked documents, and what a threshold of confidence costs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.confidence import Table, of_rules, table
from graph.marking import Claim, Figures, Marked, figures, judge
from graph.model import Statement
from graph.pipeline import extract
from tools.sets import MarkedSet


@dataclass(frozen=True, slots=True)
class Case:
    """A statement of one document, read by itself, and whether it is right."""

    set: str
    document: str
    rules: tuple[str, ...]
    right: bool


def cases(sets: Iterable[MarkedSet]) -> tuple[Case, ...]:
    """Read each document by itself, so that each statement has the rules that made it there."""
    found = []
    for marked in sets:
        gold = marked.lines()
        for path in marked.files():
            lines = [line for line in gold if line.document == path.stem]
            if lines:
                claims = judge(lines, extract([path]).graph.statements).claims
                found += [
                    Case(marked.name, c.document, tuple(c.statement.rule.split("; ")), c.right)
                    for c in claims
                ]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of a rule on one set: the rows of ``precision.csv``."""

    rule: str
    set: str
    documents: int
    right: int
    judged: int


def rows(measured: Iterable[Case]) -> list[Row]:
    """Return a row for each rule and set, sorted."""
    grouped: dict[tuple[str, str], list[Case]] = defaultdict(list)
    for case in measured:
        for rule in case.rules:
            grouped[rule, case.set].append(case)
    return [
        Row(rule, name, len({c.document for c in own}), sum(c.right for c in own), len(own))
        for (rule, name), own in sorted(grouped.items())
    ]


def table_without(measured: Iterable[Case], left_out: tuple[str, str] | None = None) -> Table:
    """Return the confidence of each rule, measured on all documents but one (its set and name)."""
    right, judged = Counter[str](), Counter[str]()
    for case in measured:
        if (case.set, case.document) != left_out:
            for rule in case.rules:
                right[rule] += case.right
                judged[rule] += 1
    return table(right, judged)


@dataclass(frozen=True)
class Trial:
    """A set read as a whole; each statement's confidence is measured on all documents but its own."""

    marked: MarkedSet
    tables: Mapping[str, Table]

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What is stated in the documents of the set."""
        return tuple(s for s in extract([self.marked.documents]).graph.statements if not s.derived)

    @cached_property
    def claims(self) -> tuple[tuple[float, Claim], ...]:
        """Each claim with its confidence."""
        found = judge(self.marked.lines(), self.statements).claims
        return tuple((of_rules(c.statement.rule, self.tables[c.document]).value, c) for c in found)

    def at(self, least: float) -> Figures:
        """Return the figures of what has at least that confidence."""
        kept = [claim for value, claim in self.claims if value >= least]
        return figures(kept, self._lines(kept))

    def _lines(self, kept: Sequence[Claim]) -> list[Marked]:
        by_document: dict[str, list[Statement]] = defaultdict(list)
        for claim in kept:
            by_document[claim.document].append(claim.statement)
        lines: list[Marked] = []
        for path in self.marked.files():
            gold = [line for line in self.marked.lines() if line.document == path.stem]
            lines += judge(gold, by_document[path.stem]).lines
        return lines


def trials(sets: Sequence[MarkedSet], measured: Sequence[Case]) -> list[Trial]:
    """Return a trial for each set."""
    return [
        Trial(
            marked,
            {p.stem: table_without(measured, (marked.name, p.stem)) for p in marked.files()},
        )
        for marked in sets
    ]
