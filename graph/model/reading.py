"""What one document was read as, before the names of all documents were settled."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.evidence import Evidence
from graph.model.statement import Statement


@dataclass(frozen=True, slots=True, order=True)
class Wording:
    """How a document words an entity, and how that wording came to mean it.

    ``entity`` is the id that the reader gave it; ``how`` is ``name`` (its own name), ``vocabulary`` (a row
    of the vocabulary), ``introduced`` (the document says so: ``이하 ‘…’``) or ``form`` (one name in a
    fuller and a shorter form); ``reason`` says which row or which sentence; ``starts`` is where it stands.
    """

    entity: str
    text: str
    how: str
    reason: str
    starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's statements and wordings as read, and the quotes that decisions found in it.

    ``reader`` says what read it: while that and the document are the same, reading it again gives the same.
    Empty where that cannot be said.
    """

    document: str
    statements: tuple[Statement, ...] = ()
    wordings: tuple[Wording, ...] = ()
    quotes: tuple[Evidence, ...] = ()
    reader: str = ""
