"""``different``: takes apart what one document or one vocabulary row made one.

A wording is taken out of an entity: the statements whose passages word the entity so are about another
entity, named as the wording is. Where a passage has it both ways nobody can tell which is meant; the
statement stays where it is, and is counted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.entities.decisions import Decision
from graph.entities.naming import split_label
from graph.model import Entity, Evidence, Reading, Statement, Wording, entity_id, name_key


@dataclass(frozen=True, slots=True)
class Split:
    """``wording`` is not ``entity`` (its id) but ``other``, where the decision holds.

    If ``whole``, all that the document says of the entity is about the other: its own name is meant.
    """

    entity: str
    other: Entity
    wording: str
    whole: bool
    decision: Decision

    def holds_in(self, document: str) -> bool:
        """Say whether the decision speaks of that document."""
        return self.decision.document in ("", document)


def make_split(decision: Decision, entity: Entity) -> Split:
    """Return the split that ``decision`` makes, both of its names being ``entity`` now.

    The name that is not the entity's own goes; of two that are not, the first.
    """
    first, second = (entity.name if n == entity.id else split_label(n)[1] for n in decision.names)
    wording = second if name_key(first) == name_key(entity.name) else first
    scope = decision.document
    if decision.quote:
        scope += hashlib.sha256(decision.quote.encode()).hexdigest()[:8]
    new = Entity(entity.label, entity_id(entity.label, wording, within=scope), wording)
    whole = name_key(wording) == name_key(entity.name) and not decision.quote
    return Split(entity.id, new, wording, whole, decision)


def apply_splits(
    readings: Sequence[Reading], splits: Sequence[Split]
) -> tuple[list[Reading], dict[Split, tuple[int, int]]]:
    """Return the readings with what is split, and how many statements each took along and left."""
    counts = dict.fromkeys(splits, (0, 0))
    found = list(readings)
    for split in splits:
        for number, reading in enumerate(found):
            if split.holds_in(reading.document):
                found[number], moved, left = _apply(reading, split)
                counts[split] = counts[split][0] + moved, counts[split][1] + left
    return found, counts


def _apply(reading: Reading, split: Split) -> tuple[Reading, int, int]:
    own = [w for w in reading.wordings if w.entity == split.entity]
    statements, moved, left = [], list[Statement](), 0
    for statement in reading.statements:
        if split.entity not in (statement.subject.id, statement.object.id):
            statements.append(statement)
            continue
        meant = _is_meant(statement, split, own)
        if split.other.id in (statement.subject.id, statement.object.id):
            meant = None  # nothing can be said of a thing and itself
        left += meant is None
        if meant:
            moved.append(statement)
        statements.append(_moved(statement, split) if meant else _without(statement, split))
    wordings = [w for w in reading.wordings if w.entity != split.entity]
    wordings += [w for word in own for w in _shared_out(word, split, moved)]
    whole = replace(reading, statements=tuple(statements), wordings=tuple(sorted(wordings)))
    return whole, len(moved), left


def _is_meant(statement: Statement, split: Split, words: Sequence[Wording]) -> bool | None:
    """Say whether ``statement`` words the entity as the split does; None where it cannot be told."""
    entity = statement.subject if statement.subject.id == split.entity else statement.object
    if split.decision.quote:
        return any(_holds(e, split.decision) for e in statement.evidence)
    key = name_key(split.wording)
    if split.whole or (words and {name_key(w.text) for w in words} == {key}):
        return True  # the document has no other wording
    if words:
        found = {name_key(w.text) for w in words if _stands_in(w, statement)}
    else:
        names = {entity.name, entity.name_en, *entity.aliases, split.wording}
        found = {w for e in statement.evidence for w in _worded(e.quote, names)}
    if key not in found:
        return False
    return True if found == {key} else None


def _shared_out(word: Wording, split: Split, moved: Sequence[Statement]) -> Iterator[Wording]:
    """Yield the wording as the one entity's, the other's, or both's, by where it stands."""
    if split.decision.quote:
        there = {at for at in word.starts if any(_covers(s, at) for s in moved)}
    elif moved and (split.whole or name_key(word.text) == name_key(split.wording)):
        there = set(word.starts)
    else:
        there = set()
    for entity, starts in ((split.other.id, there), (split.entity, set(word.starts) - there)):
        if starts:
            yield replace(word, entity=entity, starts=tuple(sorted(starts)))


def _holds(passage: Evidence, decision: Decision) -> bool:
    return decision.quote in passage.quote or passage.quote in decision.quote


def _covers(statement: Statement, at: int) -> bool:
    return any(e.start <= at < e.end for e in statement.evidence)


def _stands_in(word: Wording, statement: Statement) -> bool:
    return any(_covers(statement, at) for at in word.starts)


def _worded(quote: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names that stand in ``quote``; one within a longer one does not count."""
    text = name_key(quote)
    for key in sorted({name_key(n) for n in names} - {""}, key=lambda k: (-len(k), k)):
        if key in text:
            yield key
            text = text.replace(key, "\n")


def _moved(statement: Statement, split: Split) -> Statement:
    subject = split.other if statement.subject.id == split.entity else statement.subject
    object_ = split.other if statement.object.id == split.entity else statement.object
    return replace(statement, subject=subject, object=object_)


def _without(statement: Statement, split: Split) -> Statement:
    """Return the statement about the entity without the wording that is not its name any more."""
    if split.decision.document:
        return statement
    key = name_key(split.wording)

    def bare(entity: Entity) -> Entity:
        if entity.id != split.entity:
            return entity
        aliases = tuple(a for a in entity.aliases if name_key(a) != key)
        english = "" if name_key(entity.name_en) == key else entity.name_en
        return replace(entity, aliases=aliases, name_en=english)

    return replace(statement, subject=bare(statement.subject), object=bare(statement.object))
