"""Readings and decisions → statements about settled entities, and a report on each idle decision.

A pure function of what the documents were read as, the vocabulary and the decisions: without a
decision the result is what it would have been had there never been one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.entities.adding import NotAppliedError, add, in_circle, quoted
from graph.entities.decisions import Decision
from graph.entities.linker import DECISION, Apart, Linker, Merge
from graph.entities.merging import merge_entities, merge_statements
from graph.entities.naming import Names, listed
from graph.entities.removing import Wrongs
from graph.entities.rules import misprints, mission_wordings, programme_titles
from graph.entities.splitting import Split, apply_splits, make_split
from graph.model import Entity, Reading, Statement, Wording
from graph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Report:
    """A decision that does not apply, wholly or in part, and why."""

    decision: Decision
    why: str
    partly: bool = False

    def __str__(self) -> str:
        how = "applied in part" if self.partly else "not applied"
        return f"{self.decision.where}: {how}: {self.decision.text}: {self.why}"


@dataclass(frozen=True, slots=True)
class Settled:
    """Statements, merged and sorted, about canonical entities; what was merged; what did not apply.

    ``wrongs`` takes away from what is derived later, too, and knows then which decisions were idle.
    """

    statements: tuple[Statement, ...]
    linker: Linker
    wrongs: Wrongs
    reports: tuple[Report, ...]


def settle(
    readings: Sequence[Reading], vocabulary: Vocabulary, decisions: Sequence[Decision] = ()
) -> Settled:
    """Return what ``readings`` say once names are settled and ``decisions`` applied."""
    work = _Work(readings, vocabulary)
    for kind, apply in (
        ("different", work.keep_apart),
        ("same", work.take_as_one),
        ("missing", work.add),
    ):
        apply([d for d in decisions if d.kind == kind])
    return work.finish([d for d in decisions if d.kind == "wrong"])


class _Work:
    """The steps of settling, in order; each sees what those before it made."""

    def __init__(self, readings: Sequence[Reading], vocabulary: Vocabulary) -> None:
        self._readings = list(readings)
        self._vocabulary = vocabulary
        self._apart: dict[Apart, Decision] = {}
        self._merges: dict[Merge, Decision] = {}
        self._added: dict[Decision, Statement] = {}
        self._reports: list[Report] = []

    def keep_apart(self, decisions: Sequence[Decision]) -> None:
        """Split what a reading made one, and note what rules must not join."""
        if not decisions:
            return
        names = Names(self._entities(), self._wordings())
        splits: list[Split] = []
        for decision in decisions:
            found = [names.find(name) for name in decision.names]
            if self._missing(decision, found):
                continue
            one, other = ({e.id: e for e in entities} for entities in found)
            both = sorted(set(one) & set(other))
            if len(both) > 1:
                self._report(decision, f"they are several already: {listed(one.values())}")
            elif both:
                self._split(decision, one[both[0]], splits)
            else:
                self._keep_apart(decision, found)
        self._readings, counts = apply_splits(self._readings, splits)
        for split, (moved, left) in counts.items():
            self._report_split(split, moved, left)

    def take_as_one(self, decisions: Sequence[Decision]) -> None:
        """Make the merges that were decided on."""
        if not decisions:
            return
        linker = self._linker(self._statements())
        names = Names(self._entities(), self._wordings())
        for decision in decisions:
            try:
                merge = _decided(decision, names, linker)
            except NotAppliedError as error:
                self._report(decision, str(error))
                continue
            if merge in self._merges:
                self._report(decision, f"says again what {self._merges[merge].where} says")
            elif merge.absorbed != merge.kept:
                self._merges[merge] = decision

    def add(self, decisions: Sequence[Decision]) -> None:
        """Add the statements that were missed."""
        if not decisions:
            return
        stated = self._statements()
        linker = self._linker(stated)
        linked = [s for s in map(linker.apply, stated) if s is not None]
        known = {e.id: e for e in map(linker.entity, self._entities())}
        wordings = [replace(w, entity=linker.canonical(w.entity)) for w in self._wordings()]
        readings = {reading.document: reading for reading in self._readings}
        for decision in decisions:
            names = Names(known.values(), wordings)
            try:
                passage = quoted(decision, readings)
                statement = add(decision, names, passage, self._vocabulary)
                if in_circle(statement, [*linked, *self._added.values()]):
                    raise NotAppliedError("it would close a circle")
            except NotAppliedError as error:
                self._report(decision, str(error))
                continue
            self._added[decision] = statement
            known |= {e.id: e for e in (statement.subject, statement.object)}

    def finish(self, decisions: Sequence[Decision]) -> Settled:
        """Link, merge, and take away what is wrong."""
        merged = self._statements()
        linker = self._linker(merged)
        for merge, decision in self._merges.items():
            if merge in linker.hindered:
                other = self._apart[linker.hindered[merge]]
                self._report(decision, f"{other.where} keeps them apart: {other.text}")
            elif merge in linker.idle:
                self._report(decision, "other decisions say so already; this row closes a circle")
        linked = merge_statements([s for s in map(linker.apply, merged) if s is not None])
        wordings = [replace(w, entity=linker.canonical(w.entity)) for w in self._wordings()]
        known = merge_entities(e for s in linked for e in (s.subject, s.object)).values()
        wrongs = Wrongs(decisions, Names(known, wordings))
        left = tuple(wrongs.left(linked))
        kept = {s.key for s in left}
        for decision, statement in self._added.items():
            whole = linker.apply(statement)
            if whole is None:
                self._report(decision, "both ends are one")
            elif whole.key not in kept:
                self._report(decision, "another row says that it is wrong; that one holds")
        return Settled(left, linker, wrongs, tuple(self._reports))

    def _statements(self) -> tuple[Statement, ...]:
        said = [s for reading in self._readings for s in reading.statements]
        return merge_statements([*said, *self._added.values()])

    def _entities(self) -> list[Entity]:
        found = merge_entities(e for s in self._statements() for e in (s.subject, s.object))
        return [found[key] for key in sorted(found)]

    def _wordings(self) -> Iterator[Wording]:
        return (w for reading in self._readings for w in reading.wordings)

    def _linker(self, statements: Sequence[Statement]) -> Linker:
        found = merge_entities(e for s in statements for e in (s.subject, s.object))
        known = [found[key] for key in sorted(found)]
        rules = (
            *misprints(statements, self._vocabulary),
            *programme_titles(known, self._vocabulary),
            *mission_wordings(known),
        )
        return Linker([*self._merges, *rules], known, self._apart)

    def _keep_apart(self, decision: Decision, found: Sequence[Sequence[Entity]]) -> None:
        pairs = sorted(
            {(*sorted((a.id, b.id)),) for a in found[0] for b in found[1] if a.label == b.label}
        )
        if not pairs:
            self._report(decision, "they are of two kinds, and so never one")
        for a, b in pairs:
            self._apart.setdefault(Apart(a, b, decision.reason), decision)

    def _split(self, decision: Decision, entity: Entity, splits: list[Split]) -> None:
        split = make_split(decision, entity)
        if split.other.id == entity.id or (split.whole and not decision.document):
            self._report(decision, f"both are the own name of {entity.id}; say in which document")
        else:
            splits.append(split)
            ends = sorted((entity.id, split.other.id))
            self._apart.setdefault(Apart(ends[0], ends[1], decision.reason), decision)

    def _report_split(self, split: Split, moved: int, left: int) -> None:
        where = f" in {split.decision.document}" if split.decision.document else ""
        if not moved and not left:
            why = f"no statement words {split.entity} as {split.wording!r}{where}"
            self._report(split.decision, why)
        elif left and not moved:
            self._report(
                split.decision, f"both wordings stand together wherever it is worded so{where}"
            )
        elif left:
            what = "statement has" if left == 1 else "statements have"
            why = f"{left} {what} both wordings in one passage and stay with {split.entity}"
            self._reports.append(Report(split.decision, why, partly=True))

    def _missing(self, decision: Decision, found: Iterable[Sequence[Entity]]) -> bool:
        for name, entities in zip(decision.names, found, strict=True):
            if not entities:
                self._report(decision, f"nothing is called {name!r} here")
                return True
        return False

    def _report(self, decision: Decision, why: str) -> None:
        self._reports.append(Report(decision, why))


def _decided(decision: Decision, names: Names, linker: Linker) -> Merge:
    """Return the merge that a ``same`` asks for. Raises :class:`NotAppliedError`."""
    found = [names.find(name) for name in decision.names]
    for name, entities in zip(decision.names, found, strict=True):
        if not entities:
            raise NotAppliedError(f"nothing is called {name!r} here")
    labels = [{e.label for e in entities} for entities in found]
    common = labels[0] & labels[1]
    if not common:
        kinds = " and ".join(sorted({min(some) for some in labels}))
        raise NotAppliedError(f"they are of two kinds, {kinds}")
    ends: list[str] = []
    for name, entities in zip(decision.names, found, strict=True):
        meant = {linker.canonical(e.id): e for e in entities if e.label in common}
        if len(meant) > 1:
            choice = listed(meant[key] for key in sorted(meant))
            raise NotAppliedError(f"{name!r} means several; write one of {choice}")
        ends.extend(meant)
    return Merge(ends[0], ends[1], DECISION, decision.reason)
