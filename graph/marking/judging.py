"""Marks statements: which are right, which lines they find, and the figures of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.marking.gold import GoldLine
from graph.marking.matching import differing_qualifiers, same_fact
from graph.model import Statement


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement as one document has it: ``right`` if a line of that document says so too.

    ``strict``: with the line's qualifiers.
    """

    document: str
    statement: Statement
    right: bool
    strict: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A gold line and the statement that found it, if any; ``differing`` names its wrong qualifiers."""

    line: GoldLine
    by: Statement | None = None
    differing: tuple[str, ...] = ()

    @property
    def strict(self) -> bool:
        """Say whether it was found with its qualifiers."""
        return self.by is not None and not self.differing


@dataclass(frozen=True, slots=True)
class Judgement:
    """All claims and all lines, marked."""

    claims: tuple[Claim, ...]
    lines: tuple[Marked, ...]


def judge(gold: Iterable[GoldLine], statements: Iterable[Statement]) -> Judgement:
    """Hold ``statements`` against ``gold``, document by document; derived ones are passed over.

    A statement that several documents back is a claim in each of them. A statement is right if it says
    what a line says; a line is found in any of its encodings.
    """
    lines = list(gold)
    stated: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if not statement.derived:
            for document in sorted({Path(e.document).stem for e in statement.evidence}):
                stated[document].append(statement)
    marked: dict[str, list[GoldLine]] = defaultdict(list)
    for line in lines:
        marked[line.document].append(line)
    return Judgement(
        tuple(
            _claim(document, statement, marked[document])
            for document in sorted(stated)
            for statement in stated[document]
        ),
        tuple(_mark(line, stated[line.document]) for line in lines),
    )


def _claim(document: str, statement: Statement, lines: Sequence[GoldLine]) -> Claim:
    same = [line.triple for line in lines if same_fact(line.triple, statement)]
    strict = any(not differing_qualifiers(triple, statement) for triple in same)
    return Claim(document, statement, bool(same), strict)


def _mark(line: GoldLine, statements: Sequence[Statement]) -> Marked:
    found = [
        Marked(line, statement, differing_qualifiers(triple, statement))
        for triple in (line.triple, *line.alternatives)
        for statement in statements
        if same_fact(triple, statement)
    ]
    return min(found, key=lambda m: len(m.differing), default=Marked(line))


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of a set of documents, or of a part of it, and the shares that follow from them."""

    claims: int
    right: int
    right_strict: int
    core: int
    found: int
    found_strict: int

    @property
    def precision(self) -> float:
        """Share of the claims that are right; 1 without any."""
        return self.right / self.claims if self.claims else 1.0

    @property
    def recall(self) -> float:
        """Share of the core lines that were found; 1 without any."""
        return self.found / self.core if self.core else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _mean(self.precision, self.recall)

    @property
    def strict_f1(self) -> float:
        """The same with qualifiers compared."""
        precision = self.right_strict / self.claims if self.claims else 1.0
        return _mean(precision, self.found_strict / self.core if self.core else 1.0)


def figures(claims: Iterable[Claim], lines: Iterable[Marked]) -> Figures:
    """Count ``claims``, and those of ``lines`` that are core."""
    said = list(claims)
    core = [m for m in lines if m.line.core]
    return Figures(
        len(said),
        sum(c.right for c in said),
        sum(c.strict for c in said),
        len(core),
        sum(m.by is not None for m in core),
        sum(m.strict for m in core),
    )


def _mean(one: float, two: float) -> float:
    return 2 * one * two / (one + two) if one + two else 0.0
