"""Where a statement stands in the documents, verbatim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A verbatim passage: ``text[start:end] == quote``, counted in Unicode code points."""

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote) or self.start < 0:
            raise ValueError(f"{self.document}: the quote does not fit {self.start}–{self.end}")
        if not self.quote.strip():
            raise ValueError(f"{self.document}: an empty quote at {self.start}")

    @property
    def id(self) -> str:
        """The id of the passage's node."""
        return f"{self.document}#{self.start}-{self.end}"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """What is known of a document besides its text.

    ``name`` is the file's own name, ``sha256`` that of its bytes, ``published`` a date as EDTF
    (``2026-06-18``) or empty, ``byline`` the reporter's name.
    """

    name: str
    sha256: str = ""
    title: str = ""
    published: str = ""
    publisher: str = ""
    byline: str = ""
