"""``wrong``: statements that an analyst found to be wrong, whatever rule makes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.entities.decisions import Decision
from graph.entities.naming import Names
from graph.model import Statement
from graph.ontology import ontology


@dataclass(frozen=True, slots=True)
class _Wrong:
    decision: Decision
    subjects: frozenset[str]
    objects: frozenset[str]

    def means(self, statement: Statement) -> bool:
        """Say whether ``statement`` is of that subject, predicate, object and those qualifiers."""
        if statement.predicate != self.decision.predicate:
            return False
        said = statement.qualifiers
        if any(str(said.get(name)) != value for name, value in self.decision.qualifiers):
            return False
        ends = statement.subject.id, statement.object.id
        if ends[0] in self.subjects and ends[1] in self.objects:
            return True
        undirected = ontology().predicates[statement.predicate].undirected
        return undirected and ends[1] in self.subjects and ends[0] in self.objects


class Wrongs:
    """The decisions that take statements away, and which of them did."""

    def __init__(self, decisions: Sequence[Decision], names: Names) -> None:
        self._used: set[Decision] = set()
        self._problems: dict[Decision, str] = {}
        self._rules: list[_Wrong] = []
        for decision in decisions:
            predicate = ontology().predicates[decision.predicate]
            either = predicate.subjects | predicate.objects
            ends = (
                (either, either)
                if predicate.undirected
                else (predicate.subjects, predicate.objects)
            )
            found = [names.find(n, labels) for n, labels in zip(decision.names, ends, strict=True)]
            for name, entities in zip(decision.names, found, strict=True):
                if not entities:
                    self._problems.setdefault(decision, f"nothing is called {name!r} here")
            subjects, objects = (frozenset(e.id for e in entities) for entities in found)
            self._rules.append(_Wrong(decision, subjects, objects))

    def left(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """Yield what is left of ``statements``: without those that are wrong, or that passage of them."""
        for statement in statements:
            rest: Statement | None = statement
            for rule in self._rules:
                if rest is not None and rule.means(rest):
                    rest = self._without(rest, rule.decision)
            if rest is not None:
                yield rest

    def _without(self, statement: Statement, decision: Decision) -> Statement | None:
        if not decision.document:
            self._used.add(decision)
            return None
        kept = tuple(
            e
            for e in statement.evidence
            if e.document != decision.document
            or (decision.quote and decision.quote not in e.quote and e.quote not in decision.quote)
        )
        if len(kept) == len(statement.evidence):
            return statement
        self._used.add(decision)
        return replace(statement, evidence=kept) if kept else None

    def idle(self) -> Iterator[tuple[Decision, str]]:
        """Yield the decisions that took nothing away, and why not."""
        for rule in self._rules:
            if rule.decision not in self._used:
                where = f" in {rule.decision.document}" if rule.decision.document else ""
                why = f"no such statement is made{where}"
                yield rule.decision, self._problems.get(rule.decision, why)
