"""Reads a text as a document and gives its statements in a short form, for the tests of rules."""

from __future__ import annotations

from pathlib import Path

from graph.loaders.text import load
from graph.mentions import find_names
from graph.model import Document, Statement
from graph.statements import make_statements
from graph.vocabulary import vocabulary

Fact = tuple[str, str, str]


def document(text: str) -> Document:
    return load(Path("test.txt"), text.encode())


def statements(text: str) -> tuple[Statement, ...]:
    read = document(text)
    return make_statements(read, find_names(read, vocabulary()), vocabulary())


def facts(text: str, *predicates: str) -> set[Fact]:
    """Return (subject, predicate, object) of the statements, of those predicates if any are given."""
    return {
        (s.subject.name, s.predicate, s.object.name)
        for s in statements(text)
        if not predicates or s.predicate in predicates
    }


def qualifier(text: str, predicate: str, name: str) -> dict[tuple[str, str], object]:
    """Return one qualifier of each statement of a predicate that has it, by subject and object."""
    return {
        (s.subject.name, s.object.name): s.qualifiers[name]
        for s in statements(text)
        if s.predicate == predicate and name in s.qualifiers
    }
