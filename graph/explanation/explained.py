"""What an explanation consists of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.entities import Note, read_note
from graph.model import Entity


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands: a document, the offsets of its places, and the quotes around them."""

    document: str
    starts: tuple[int, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Why a wording is this node: ``vocabulary``, ``introduced``, ``name``, ``form`` or a merging rule."""

    rule: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Worded:
    """One wording, the steps by which it came to be this node, and the documents that use it."""

    text: str
    joins: tuple[Join, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """How many statements a rule made."""

    rule: str
    number: int


@dataclass(frozen=True, slots=True)
class Statements:
    """How many statements of a predicate have the node at which ``end``, and which rules made them."""

    predicate: str
    end: str
    number: int
    rules: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """An entity that could be taken for the node and is not it, how alike the names are, and why not."""

    id: str
    name: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Explained:
    """All that is known of how a node came about; ``unused`` are its names that no document uses."""

    id: str
    label: str
    name: str
    name_en: str
    wordings: tuple[Worded, ...]
    unused: tuple[str, ...]
    statements: tuple[Statements, ...]
    near: tuple[Near, ...]


def notes(entity: Entity, name: str) -> Iterator[Note]:
    """Yield the notes that ``entity`` carries under the property ``name``."""
    lines = dict(entity.properties).get(name, ())
    for line in lines if isinstance(lines, tuple) else ():
        yield read_note(line)
