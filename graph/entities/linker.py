"""Which entities are one: merges with their reasons, applied after the fact and never destructively."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.model import Entity, Statement


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """``absorbed`` (an entity id) is ``kept``, by ``rule`` and for a ``reason`` that can be read aloud."""

    absorbed: str
    kept: str
    rule: str
    reason: str


class Linker:
    """Maps the id of an entity to the entity that it stands for."""

    def __init__(self, merges: Iterable[Merge], entities: Iterable[Entity]) -> None:
        self._merges = {merge.absorbed: merge for merge in sorted(merges)}
        self.merges = tuple(self._merges.values())
        self._entities = {entity.id: entity for entity in entities}

    def canonical(self, identifier: str) -> str:
        """Return the id that ``identifier`` stands for, following chains of merges."""
        seen = {identifier}
        while identifier in self._merges:
            identifier = self._merges[identifier].kept
            if identifier in seen:
                break
            seen.add(identifier)
        return identifier

    def explain(self, identifier: str) -> tuple[Merge, ...]:
        """Return the merges that ended in ``identifier``."""
        return tuple(m for m in self._merges.values() if self.canonical(m.absorbed) == identifier)

    def apply(self, statement: Statement) -> Statement | None:
        """Return the statement about the canonical entities; None where both ends became one."""
        subject, object_ = self._entity(statement.subject), self._entity(statement.object)
        if subject.id == object_.id:
            return None
        return replace(statement, subject=subject, object=object_)

    def _entity(self, entity: Entity) -> Entity:
        kept = self.canonical(entity.id)
        if kept == entity.id:
            return entity
        reasons = tuple(
            f"{entity.name}: {m.reason}" for m in self.explain(kept) if m.absorbed == entity.id
        )
        target = self._entities[kept]
        names = {*target.aliases, entity.name, *entity.aliases} - {target.name}
        properties = {**dict(entity.properties), **dict(target.properties)}
        if reasons:
            properties["merged"] = reasons
        return replace(
            target, aliases=tuple(sorted(names)), properties=tuple(sorted(properties.items()))
        )
