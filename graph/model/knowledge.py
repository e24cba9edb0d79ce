"""The whole of what is known, merged and sorted."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model.evidence import Source
from graph.model.statement import Entity, Statement


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """Sources by name and statements by key, both sorted; each statement key occurs once."""

    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = field(default=(), repr=False)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities that a statement speaks of, sorted by id."""
        found = {e.id: e for s in self.statements for e in (s.subject, s.object)}
        return tuple(found[key] for key in sorted(found))
