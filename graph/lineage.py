"""Which entity another has become: a ministry renamed, a wording that was merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.entities import MERGED, read_note
from graph.model import Entity, KnowledgeGraph, Statement, entity_id, name_key
from graph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Lineage:
    """What took the place of what, by their ids (``heirs``).

    ``bodies`` are heirs of the organizations that ids of departments and people are told apart by.
    """

    heirs: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)

    def last(self, identifier: str) -> str:
        """Return the id of what ``identifier`` has become in the end; itself where nothing followed it."""
        path = [identifier]
        while (following := self._next(path[-1])) not in path:
            path.append(following)
        # Two graphs may take each for the other: then either stands for both.
        return min(path[path.index(following) :])

    def key(self, statement: Statement) -> tuple[str, ...]:
        """Return the key of ``statement`` as if said of what its ends have become."""
        subject, predicate, object_, *rest = statement.key
        return self.last(subject), predicate, self.last(object_), *rest

    def _next(self, identifier: str) -> str:
        if identifier in self.heirs:
            return self.heirs[identifier]
        label, *within = identifier.split("/")
        if len(within) == 2 and label in ("organization", "person"):
            return f"{label}/{self.bodies.get(within[0], within[0])}/{within[1]}"
        return identifier


def lineage(vocabulary: Vocabulary, *graphs: KnowledgeGraph) -> Lineage:
    """Return what the vocabulary says of successors, and ``graphs`` of entities taken to be one."""
    terms = [term for term in vocabulary.terms("Organization") if term.successor]
    heirs = {entity_id(t.label, t.name): entity_id(t.label, t.successor) for t in terms}
    for graph in graphs:
        heirs |= _merged(graph.entities)
    bodies = {name_key(term.name): name_key(term.successor) for term in terms}
    return Lineage(heirs, bodies)


def _merged(entities: Iterable[Entity]) -> dict[str, str]:
    found = {}
    for entity in entities:
        lines = dict(entity.properties).get(MERGED, ())
        for line in lines if isinstance(lines, tuple) else ():
            absorbed = read_note(line).id
            if absorbed and absorbed != entity.id:
                found[absorbed] = entity.id
    return found
