"""Reads and checks the vocabulary files."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from graph.errors import VocabularyError
from graph.vocabulary.term import Term, Title

FILES = {
    "Organization": "organizations.csv",
    "Law": "laws.csv",
    "Program": "programs.csv",
    "Technology": "technologies.csv",
    "Field": "fields.csv",
}
"""Which file holds the terms of which label."""

_LISTS = frozenset({"aliases", "ambiguous", "broader", "fields", "classes"})
_COLUMNS = frozenset(f.name for f in fields(Term)) - {"label"}


def read_terms(label: str, path: Path) -> Iterator[tuple[str, Term]]:
    """Yield each row of ``path`` as a term, with ``file:line`` for messages.

    Raises :class:`VocabularyError` for an unknown column, a row without a name, or a row of the wrong
    length.
    """
    for where, row in _rows(path):
        unknown = sorted(set(row) - _COLUMNS)
        if unknown:
            raise VocabularyError(f"{where}: unknown column {', '.join(map(repr, unknown))}")
        if not row["name"]:
            raise VocabularyError(f"{where}: a row without a name")
        values: dict[str, str | tuple[str, ...]] = {
            name: _split(value) if name in _LISTS else value for name, value in row.items()
        }
        yield where, Term(label=label, **values)  # type: ignore[arg-type]  # names are checked above


def read_titles(path: Path) -> dict[str, Title]:
    """Return the titles of ``path`` by name."""
    return {row["name"]: Title(row["name"], row["name_en"], row["rank"]) for _, row in _rows(path)}


def read_words(path: Path) -> frozenset[str]:
    """Return the words of a text file, separated by white space."""
    return frozenset(path.read_text(encoding="utf-8").split())


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        if "name" not in header:
            raise VocabularyError(f"{path.name}:1: no column 'name'")
        for row in reader:
            where = f"{path.name}:{reader.line_num}"
            if not any(row):
                continue
            if len(row) != len(header):
                raise VocabularyError(f"{where}: {len(row)} cells under {len(header)} columns")
            yield where, {name: cell.strip() for name, cell in zip(header, row, strict=True)}


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
