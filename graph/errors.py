"""Every error this package raises on purpose.

::

    MoonshotError
    ├── InputError          something given to us is unusable
    │   ├── LoadError       one file cannot be read; the build goes on without it
    │   ├── StatementsError a line of a statements file breaks the interchange form
    │   └── DecisionsError  a row of a decisions file cannot be understood (``file:line``)
    ├── OntologyError       a statement that the ontology does not allow
    ├── VocabularyError     a row of a vocabulary file is wrong (``file:line``)
    ├── QueryError          a query file, its parameters or its Cypher text is wrong
    ├── ProposalError       a language model gives no usable answer
    ├── StoreError          a database cannot be reached, opened, read or written
    └── MissingExtraError   an optional dependency is not installed

Every message is one line that says who, where and what to do.
"""

from __future__ import annotations


class MoonshotError(Exception):
    """Base of all errors that a user can act on; its text is one line."""


class InputError(MoonshotError):
    """Something given on the command line or in a file is unusable."""


class LoadError(InputError):
    """One document cannot be read.

    ``path`` names the file, ``reason`` says why and what to do.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class StatementsError(InputError):
    """A line of a statements file is not a valid statement (``file:line: why``)."""


class DecisionsError(InputError):
    """A decisions file, or a row of it, cannot be understood (``file:line: why``)."""


class ProposalError(MoonshotError):
    """A language model cannot be reached, refuses or answers with something else."""


class OntologyError(MoonshotError):
    """A label, predicate, end or qualifier that the ontology does not allow."""


class VocabularyError(MoonshotError):
    """A row of a vocabulary file is wrong (``file:line: why``)."""


class QueryError(MoonshotError):
    """A canned query, a parameter or a piece of Cypher cannot be used."""


class StoreError(MoonshotError):
    """A store cannot be reached, opened, read or written."""


class MissingExtraError(MoonshotError):
    """An optional dependency is missing; the message names the extra to install."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the extra '{extra}': pip install 'moonshot-graph[{extra}]'")
