"""The ontology, declared once, agrees with the schema and refuses what it does not know."""

from __future__ import annotations

import re

import pytest

from graph.errors import OntologyError
from graph.ontology import ontology
from graph.resources import schema_file

SCHEMA = schema_file().read_text(encoding="utf-8")


def test_every_label_has_one_uniqueness_constraint_on_its_id() -> None:
    found = re.findall(
        r"CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \(n:(\w+)\) REQUIRE n\.id IS UNIQUE;", SCHEMA
    )
    assert sorted(found) == sorted(ontology().labels)


def test_indexes_are_on_declared_properties() -> None:
    common = {"id", "name", "name_en", "aliases"}
    for label, name in re.findall(
        r"CREATE INDEX \w+ IF NOT EXISTS FOR \(n:(\w+)\) ON \(n\.(\w+)\)", SCHEMA
    ):
        assert name in common | set(ontology().labels[label].properties), f"{label}.{name}"


def test_schema_names_are_unique() -> None:
    names = re.findall(r"CREATE (?:CONSTRAINT|INDEX) (\w+)", SCHEMA)
    assert len(names) == len(set(names))


def test_the_labels_and_predicates_are_the_agreed_ones() -> None:
    assert list(ontology().labels) == [
        "Program", "Mission", "Field", "Technology", "Organization", "Person", "Law", "Event", "Year",
        "Document", "Passage",
    ]  # fmt: skip
    assert list(ontology().predicates) == [
        "HAS_FIELD", "HAS_MISSION", "IN_FIELD", "INVOLVES", "TARGETS_YEAR", "LEADS", "PARTICIPATES_IN",
        "HOSTS", "GOVERNS", "HOLDS_POSITION", "PART_OF", "DEVELOPS", "ABOUT", "FOLLOWS", "OVERLAPS_WITH",
    ]  # fmt: skip
    assert set(ontology().links) == {"MENTIONED_IN", "FROM"}


def test_ends_are_labels_and_identifying_qualifiers_are_qualifiers() -> None:
    for predicate in (*ontology().predicates.values(), *ontology().links.values()):
        assert predicate.subjects | predicate.objects <= set(ontology().labels), predicate.name
        assert set(predicate.identifying) <= set(predicate.qualifiers), predicate.name


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        (("Program", "LIKES", "Field"), "unknown predicate 'LIKES'"),
        (("Field", "HAS_FIELD", "Program"), "HAS_FIELD cannot start from a Field"),
        (("Program", "HAS_FIELD", "Year"), "HAS_FIELD cannot point to a Year"),
        (("Organization", "PART_OF", "Program"), "cannot join a Organization to a Program"),
        (("Program", "HAS_FIELD", "Field", ["goal"]), "HAS_FIELD has no qualifier goal"),
    ],
)
def test_what_is_not_declared_is_refused(statement: tuple[str, ...], why: str) -> None:
    with pytest.raises(OntologyError, match=why):
        ontology().check(*statement)


def test_an_unknown_label_is_refused() -> None:
    with pytest.raises(OntologyError, match="unknown label 'Robot'; known are Program"):
        ontology().check_label("Robot")
