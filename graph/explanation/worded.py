"""Which wordings of which documents are a node, by what steps, and where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.entities import APART, DECISION, MERGED, Note
from graph.explanation.explained import Join, Place, Worded, notes
from graph.model import Entity, Evidence, KnowledgeGraph, Wording, name_key


class Owners:
    """Which nodes the wordings of the readings are now, after merges and decisions."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._entities = {e.id: e for e in graph.entities}
        self._node = {key: key for key in self._entities}
        self._notes: dict[str, Note] = {}
        for entity in self._entities.values():
            for note in notes(entity, MERGED):
                self._node.setdefault(note.id, entity.id)
                self._notes[note.id] = note
        self._passages: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
        for statement in (s for s in graph.statements if not s.derived):
            for passage in statement.evidence:
                for end in (statement.subject, statement.object):
                    self._passages[end.id, passage.document].append(passage)

    def of(self, wording: Wording, document: str) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield each node that ``wording`` is in ``document``, and at which of its places."""
        rivals = sorted(self._rivals(wording))
        if len(rivals) < 2:
            yield from ((rival, wording.starts) for rival in rivals)
            return
        for rival in rivals:
            starts = tuple(at for at in wording.starts if rival in self._at(rivals, document, at))
            if starts:
                yield rival, starts

    def passages(self, node: str, document: str) -> list[Evidence]:
        """Return the passages of ``document`` that statements on ``node`` rest on."""
        return sorted(set(self._passages.get((node, document), ())))

    def documents(self, node: str) -> list[str]:
        """Return the documents that say something of ``node``."""
        return sorted(document for key, document in self._passages if key == node)

    def note(self, identifier: str) -> Note | None:
        """Return why the reader's ``identifier`` is part of another node, if it is."""
        return self._notes.get(identifier)

    def _rivals(self, wording: Wording) -> set[str]:
        """The node that the reader meant, and those that a decision took out of it under that name."""
        key, meant = name_key(wording.text), self._node.get(wording.entity)
        if meant is None:
            label = wording.entity.partition("/")[0]
            return {
                e.id
                for e in self._entities.values()
                if e.label.lower() == label and name_key(e.name) == key
            }
        taken = {
            self._node.get(note.id, note.id)
            for note in notes(self._entities[meant], APART)
            if name_key(note.name) == key
        }
        return {meant, *taken} & set(self._entities)

    def _at(self, rivals: list[str], document: str, at: int) -> set[str]:
        """Whose passages cover the place; where nobody's do, who has any in the document."""
        here = {r for r in rivals if any(p.start <= at < p.end for p in self.passages(r, document))}
        return here or {r for r in rivals if self.passages(r, document)}


def worded(graph: KnowledgeGraph, entity: Entity, owners: Owners) -> tuple[Worded, ...]:
    """Return the wordings of ``entity`` with their joins and places, the most used first."""
    found: dict[tuple[str, tuple[Join, ...]], list[Place]] = defaultdict(list)
    told: set[str] = set()
    read = {reading.document for reading in graph.readings if reading.wordings}
    for reading in graph.readings:
        for wording in reading.wordings:
            for owner, starts in owners.of(wording, reading.document):
                if owner == entity.id:
                    told.add(reading.document)
                    quotes = _quotes(owners, owner, reading.document, starts)
                    found[wording.text, _joins(wording, entity, owners)].append(
                        Place(reading.document, starts, quotes)
                    )
    for document in owners.documents(entity.id):
        if document not in told:
            joins = _DECIDED if document in read else _LOADED
            for text, place in _in_passages(entity, document, owners):
                found[text, joins].append(place)
    whole = [Worded(text, joins, tuple(places)) for (text, joins), places in found.items()]
    return tuple(sorted(whole, key=lambda w: (-sum(len(p.starts) for p in w.places), w.text)))


_LOADED = (Join("loaded", 1.0, "from a file of statements, which does not say how"),)
_DECIDED = (Join(DECISION, 1.0, "named by a decision on what the document says"),)


def _joins(wording: Wording, entity: Entity, owners: Owners) -> tuple[Join, ...]:
    """The steps from the wording to the node: as read, then as merged or as decided."""
    note = owners.note(wording.entity)
    if note:
        first = Join(wording.how, 1.0, wording.reason)
        return first, Join(note.rule, note.score, note.reason)
    if wording.entity != entity.id:
        reasons = [n.reason for n in notes(entity, APART) if n.id == wording.entity]
        return (Join(DECISION, 1.0, reasons[0] if reasons else f"not {wording.entity}"),)
    return (Join(wording.how, 1.0, wording.reason),)


def _quotes(owners: Owners, node: str, document: str, starts: tuple[int, ...]) -> tuple[str, ...]:
    passages = owners.passages(node, document)
    return tuple(p.quote for p in passages if any(p.start <= at < p.end for at in starts))


def _in_passages(entity: Entity, document: str, owners: Owners) -> Iterator[tuple[str, Place]]:
    """Where the names of ``entity`` stand in its passages, the longest first."""
    names = {n for n in (entity.name, entity.name_en, *entity.aliases) if n}
    starts: dict[str, set[int]] = defaultdict(set)
    quotes: dict[str, list[str]] = defaultdict(list)
    for passage in owners.passages(entity.id, document):
        name = next(
            (n for n in sorted(names, key=lambda n: (-len(n), n)) if n in passage.quote), ""
        )
        if name:
            starts[name].add(passage.start + passage.quote.find(name))
            quotes[name].append(passage.quote)
    for name in sorted(starts):
        yield name, Place(document, tuple(sorted(starts[name])), tuple(quotes[name]))
