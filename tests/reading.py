"""Reads a text as a document and gives its statements in a short form, for the tests of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from graph.loaders.text import load
from graph.mentions import find_names
from graph.mentions.forms import Form
from graph.model import Document, Statement
from graph.statements import Rule, make_statements
from graph.statements.context import read, with_sections
from graph.statements.denial import undenied
from graph.statements.outline import outline
from graph.vocabulary import vocabulary

Fact = tuple[str, str, str]
Name = tuple[str, str]
Finder = Callable[[str], Iterator[Form]]

RuleCases = Mapping[Rule, Sequence[tuple[str, set[Fact]]]]
"""For each rule: texts with what it reads in them; NOTHING where it must leave them."""

FormCases = Mapping[Finder, Sequence[tuple[str, set[Name]]]]
"""For each form of names: texts with the labels and names that it finds in them."""

NOTHING: set[tuple[str, str, str]] = set()
NO_NAME: set[tuple[str, str]] = set()

SKY = "'K-하늘' 프로젝트를 추진한다.\n\n"
"""Introduces a programme, which the sentences after it may be about."""


def document(text: str) -> Document:
    return load(Path("test.txt"), text.encode())


def statements(text: str) -> tuple[Statement, ...]:
    read = document(text)
    return make_statements(read, find_names(read, vocabulary()), vocabulary())


def read_by(rule: Rule, text: str) -> set[Fact]:
    """Return (subject, predicate, object) of what one rule alone reads and its clause does not deny."""
    given = document(text)
    context = read(given, vocabulary(), find_names(given, vocabulary()))
    found = outline(context)
    context = with_sections(context, found.sections)
    read_out = undenied(context, rule(context, found))
    return {(s.subject.name, s.predicate, s.object.name) for s in read_out}


def rule_rows(cases: RuleCases) -> list[object]:
    """Return a row for each text of each rule, for ``parametrize``; its id says which it is."""
    return [
        pytest.param(rule, text, expected, id=f"{rule.__name__}-{number}")
        for rule, rows in cases.items()
        for number, (text, expected) in enumerate(rows)
    ]


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


def named(text: str, *labels: str) -> list[str]:
    """Return what the names of those labels mean, in the order in which they stand."""
    found = find_names(document(text), vocabulary()).mentions
    return [m.entity.name for m in found if m.label in labels]


def posts(text: str) -> list[tuple[str, str, str, str]]:
    """Return the name, title, organization and unit of each person given in full."""
    return [
        (a.name, a.title, a.organization.name if a.organization else "", a.unit)
        for a in find_names(document(text), vocabulary()).appointments
        if a.full_name
    ]
