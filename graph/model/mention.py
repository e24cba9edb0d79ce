"""Names found in a document."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.document import Span
from graph.model.statement import Entity


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an entity; ``finder`` is the name of what found it."""

    span: Span
    entity: Entity
    finder: str

    @property
    def label(self) -> str:
        """The entity's label."""
        return self.entity.label


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person in a post, as a document words it.

    ``person`` is the span of the name, ``name`` its text; ``unit`` the department that the title
    names (과학기술정책국 in 과학기술정책국장), if any; ``span`` covers all of it. Where only a surname
    stands (``배 부총리``), ``full_name`` is false.
    """

    span: Span
    person: Span
    name: str
    title: str
    organization: Entity | None = None
    unit: str = ""
    full_name: bool = True


@dataclass(frozen=True, slots=True)
class Names:
    """All that a document names: the mentions in order, and the people in their posts."""

    mentions: tuple[Mention, ...]
    appointments: tuple[Appointment, ...]
