"""Entities and the statements about them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import OntologyError
from graph.model.evidence import Evidence
from graph.ontology import ontology

Value = str | int | float | bool | tuple[str, ...]
"""What a property or a qualifier may hold."""


def name_key(name: str) -> str:
    """Return the form in which two spellings of a name are compared.

    NFKC, case folded, without spaces and punctuation: ``피지컬 AI`` and ``피지컬AI`` are one.
    """
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).casefold())


def entity_id(label: str, name: str, within: str = "") -> str:
    """Return the stable, readable id of an entity.

    ``within`` is the name of what tells it from others of its name: a department's ministry, a
    person's organization.

    >>> entity_id("Technology", "피지컬 AI")
    'technology/피지컬ai'
    >>> entity_id("Organization", "총괄과", within="산업통상부")
    'organization/산업통상부/총괄과'
    """
    parts = [label.lower(), *([name_key(within)] if within else []), name_key(name) or "_"]
    return "/".join(parts)


@dataclass(frozen=True, slots=True)
class Entity:
    """A node: label, stable id, canonical name, other names and properties."""

    label: str
    id: str
    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    properties: tuple[tuple[str, Value], ...] = ()

    def __post_init__(self) -> None:
        ontology().check_label(self.label)
        if not self.name.strip():
            raise OntologyError(f"a {self.label} without a name ({self.id})")


@dataclass(frozen=True, slots=True)
class Confidence:
    """How far a statement may be trusted: ``value``, from 0 to 1, and what it was measured on.

    ``right`` of ``judged`` statements of its rule were right; none judged: it was never measured.
    """

    value: float
    right: int = 0
    judged: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 1 or not 0 <= self.right <= self.judged:
            raise ValueError(f"no confidence: {self.value}, {self.right} of {self.judged}")


def better(one: Confidence | None, two: Confidence | None) -> Confidence | None:
    """Return the greater confidence, of equal ones that of more cases; None if there is neither."""
    known = [confidence for confidence in (one, two) if confidence]
    return max(known, key=lambda c: (c.value, c.judged), default=None)


@dataclass(frozen=True, slots=True)
class Statement:
    """``(subject)-[predicate {qualifiers}]->(object)`` with the passages that say so.

    Checks itself against the ontology. Unless ``derived`` it needs evidence; if derived, a ``basis``:
    the ids of the statements and the names of the rules that it comes from. ``confidence`` is no
    part of what it says; None where nothing was measured yet.
    """

    subject: Entity
    predicate: str
    object: Entity
    qualifiers: Mapping[str, Value] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    derived: bool = False
    basis: tuple[str, ...] = ()
    rule: str = ""
    confidence: Confidence | None = None

    def __post_init__(self) -> None:
        ontology().check(self.subject.label, self.predicate, self.object.label, self.qualifiers)
        if self.subject.id == self.object.id:
            raise OntologyError(f"{self.predicate} from {self.subject.id} to itself")
        if self.derived and not self.basis:
            raise OntologyError(f"derived {self.text} without a basis")
        if not self.derived and not self.evidence:
            raise OntologyError(f"{self.text} without evidence")

    @property
    def text(self) -> str:
        """The statement in one line, for messages."""
        return f"({self.subject.name})-[{self.predicate}]->({self.object.name})"

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it this statement: its meaning, without evidence and other wording."""
        identifying = ontology().predicates[self.predicate].identifying
        chosen = [
            f"{name}={self.qualifiers[name]}" for name in identifying if name in self.qualifiers
        ]
        return (self.subject.id, self.predicate, self.object.id, str(self.derived), *chosen)

    @property
    def id(self) -> str:
        """A short stable id: equal keys give equal ids."""
        return hashlib.sha256("\n".join(self.key).encode()).hexdigest()[:16]
