"""The whole of what is known, merged and sorted."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model.evidence import Source
from graph.model.reading import Reading
from graph.model.statement import Entity, Statement


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """Sources by name and statements by key, both sorted; each statement key occurs once.

    ``readings`` (by document) are what the statements were settled from, where that is known. They say
    how the graph came about, not what it says: two graphs of the same statements are equal.
    """

    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = field(default=(), repr=False)
    readings: tuple[Reading, ...] = field(default=(), repr=False, compare=False)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities that a statement speaks of, sorted by id."""
        found = {e.id: e for s in self.statements for e in (s.subject, s.object)}
        return tuple(found[key] for key in sorted(found))
