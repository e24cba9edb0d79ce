"""Which entities are one: merges with their reasons, applied after the fact and never destructively."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model import Entity, Statement, Value

DECISION = "decision"
"""The rule of what an analyst decided."""

MERGED = "merged"
APART = "apart"
"""Properties of an entity: what was taken to be it, and what a decision keeps it from being."""

_LINE = re.compile(r"(?s)(.*?) \[(\S+)\] (\S+) (\d(?:\.\d+)?): (.*)")


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """``absorbed`` (an entity id) is ``kept``, by ``rule`` and for a ``reason`` that can be read aloud.

    ``score`` is from 0 to 1 how alike the two names are (see ``likeness``), and 1 for a decision: that
    is not measured.
    """

    absorbed: str
    kept: str
    rule: str
    reason: str
    score: float = 1.0


@dataclass(frozen=True, slots=True, order=True)
class Apart:
    """Two entities (ids) that are not one, by decision."""

    a: str
    b: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """A merge, or a keeping apart, as an entity carries it: seen from that entity."""

    name: str
    id: str
    rule: str
    score: float
    reason: str

    @property
    def line(self) -> str:
        """The text that the entity carries."""
        return f"{self.name} [{self.id}] {self.rule} {self.score:g}: {self.reason}"


def read_note(line: str) -> Note:
    """Return what :attr:`Note.line` says; a line of other making is all reason."""
    match = _LINE.fullmatch(line)
    if match is None:
        return Note("", "", "", 0.0, line)
    name, key, rule, score, reason = match.groups()
    return Note(name, key, rule, float(score), reason)


class Linker:
    """Maps the id of an entity to the entity that it stands for.

    Decisions go before rules, and likelier merges before others. A merge that would join what ``apart``
    keeps apart is not made; ``hindered`` says which, and by what. One that joins what is one already is
    among ``idle``.
    """

    def __init__(
        self,
        merges: Iterable[Merge],
        entities: Iterable[Entity],
        apart: Iterable[Apart] = (),
    ) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._canonical: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._pinned: set[str] = set()
        self._notes: dict[str, Note] = {}
        self.apart = tuple(sorted(apart))
        self._rivals: dict[str, list[Apart]] = defaultdict(list)
        for pair in self.apart:
            self._rivals[pair.a].append(pair)
            self._rivals[pair.b].append(pair)
        made, self.hindered, self.idle = list[Merge](), dict[Merge, Apart](), list[Merge]()
        for merge in sorted(merges, key=lambda m: (m.rule != DECISION, -m.score, m)):
            hindrance = self._hindrance(merge)
            if self.canonical(merge.absorbed) == self.canonical(merge.kept):
                self.idle.append(merge)
            elif hindrance:
                self.hindered[merge] = hindrance
            else:
                made.append(merge)
                self._join(merge)
        self.merges = tuple(sorted(made))
        self._resolved = {key: self._whole(key) for key in self._entities}

    def canonical(self, identifier: str) -> str:
        """Return the id that ``identifier`` stands for."""
        return self._canonical.get(identifier, identifier)

    def explain(self, identifier: str) -> tuple[Merge, ...]:
        """Return the merges that ended in ``identifier``."""
        return tuple(m for m in self.merges if self.canonical(m.absorbed) == identifier)

    def apply(self, statement: Statement) -> Statement | None:
        """Return the statement about the canonical entities; None where both ends became one."""
        subject, object_ = self.entity(statement.subject), self.entity(statement.object)
        if subject.id == object_.id:
            return None
        if subject is statement.subject and object_ is statement.object:
            return statement
        return replace(statement, subject=subject, object=object_)

    def entity(self, entity: Entity) -> Entity:
        """Return the entity that ``entity`` stands for, with the names of all that stand for it."""
        return self._resolved.get(entity.id, entity)

    def _cluster(self, identifier: str) -> set[str]:
        kept = self.canonical(identifier)
        return self._members.get(kept, {kept})

    def _hindrance(self, merge: Merge) -> Apart | None:
        one, other = self._cluster(merge.absorbed), self._cluster(merge.kept)
        rivals = (pair for key in sorted(one) for pair in self._rivals.get(key, ()))
        return next((p for p in rivals if (p.b if p.a in one else p.a) in other), None)

    def _join(self, merge: Merge) -> None:
        gone, kept = self.canonical(merge.absorbed), self.canonical(merge.kept)
        own = merge.absorbed
        if gone in self._pinned and merge.rule != DECISION:
            # The name that an analyst chose outlasts what a rule would rather keep.
            gone, kept, own = kept, gone, merge.kept
        if merge.rule == DECISION:
            self._pinned.add(kept)
        members = self._cluster(kept) | self._cluster(gone)
        self._members.pop(gone, None)
        self._members[kept] = members
        self._canonical.update(dict.fromkeys(members, kept))
        through = "" if gone == own else f"as {self._name(own)} is: "
        self._notes[gone] = Note(
            self._name(gone), gone, merge.rule, merge.score, through + merge.reason
        )

    def _whole(self, identifier: str) -> Entity:
        kept = self.canonical(identifier)
        keys = [key for key in sorted(self._cluster(kept)) if key in self._entities]
        merged = [self._notes[key].line for key in keys if key != kept]
        apart = sorted(self._apart_from(kept))
        target, others = self._entities[kept], [self._entities[k] for k in keys if k != kept]
        if not merged and not apart:
            return target
        english = next((e.name_en for e in (target, *others) if e.name_en), "")
        names = {n for e in (target, *others) for n in (e.name, *e.aliases, e.name_en) if n}
        return replace(
            target,
            name_en=english,
            aliases=tuple(sorted(names - {target.name, english})),
            properties=_properties((target, *others), {MERGED: merged, APART: apart}),
        )

    def _apart_from(self, kept: str) -> set[str]:
        found = set()
        for key in self._cluster(kept):
            for pair in self._rivals.get(key, ()):
                other = self.canonical(pair.b if pair.a == key else pair.a)
                if other in self._entities:
                    found.add(Note(self._name(other), other, DECISION, 1.0, pair.reason).line)
        return found

    def _name(self, identifier: str) -> str:
        known = self._entities.get(identifier)
        return known.name if known else identifier


def _properties(
    entities: Sequence[Entity], notes: Mapping[str, Iterable[str]]
) -> tuple[tuple[str, Value], ...]:
    """Return the properties of all, those of the first before others', with notes added to theirs."""
    found: dict[str, Value] = {}
    for entity in reversed(entities):
        found.update(entity.properties)
    for name, lines in notes.items():
        earlier = [v for e in entities for k, v in e.properties if k == name]
        known = {line for value in earlier if isinstance(value, tuple) for line in value}
        if known.union(lines):
            found[name] = tuple(sorted(known.union(lines)))
    return tuple(sorted(found.items()))
