from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given
from made import (
    AIMS,
    FIELD,
    LEADS,
    MEETS,
    MINISTRY,
    OTHER,
    PROGRAM,
    TAKES_PART,
    YEAR,
    entity,
    passage,
    said,
)

from graph.errors import OntologyError
from graph.model import Entity, Statement, entity_id, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("피지컬 AI", "피지컬AI"),
        ("K-문샷", "k문샷"),
        ("ＡＩ", "ai"),
        ("첨단·바이오", "첨단 바이오"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_have_different_keys() -> None:
    assert name_key("양자") != name_key("양자컴퓨팅")


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


def test_a_department_is_told_apart_by_its_ministry() -> None:
    one, other = (entity_id("Organization", "총괄과", within=w) for w in ("가부", "나부"))
    assert one != other
    assert one == "organization/가부/총괄과"


def test_a_name_of_marks_only_has_an_id() -> None:
    assert entity_id("Field", "…") == "field/_"


def test_identity_is_meaning_without_evidence_and_wording() -> None:
    elsewhere = said(
        TAKES_PART.subject, "PARTICIPATES_IN", PROGRAM, passage("b.txt", 0, 3), role="참관"
    )
    assert elsewhere.id == TAKES_PART.id


def test_an_identifying_qualifier_is_part_of_identity() -> None:
    other = said(PROGRAM, "TARGETS_YEAR", YEAR, passage("a.txt"), goal="다른 목표")
    assert other.id != AIMS.id


def test_ids_are_stable_from_release_to_release() -> None:
    assert LEADS.id == "65360e757e0aaad8"


def test_a_statement_is_checked_when_it_is_made() -> None:
    with pytest.raises(OntologyError, match="without evidence"):
        said(MINISTRY, "LEADS", PROGRAM)
    with pytest.raises(OntologyError, match="without a basis"):
        Statement(FIELD, "OVERLAPS_WITH", OTHER, {"score": 1.0}, derived=True)
    with pytest.raises(OntologyError, match="to itself"):
        said(MINISTRY, "PART_OF", MINISTRY, passage("a.txt"))
    with pytest.raises(OntologyError, match="cannot start from a Year"):
        said(YEAR, "LEADS", PROGRAM, passage("a.txt"))


def test_an_entity_needs_a_known_label_and_a_name() -> None:
    with pytest.raises(OntologyError, match="unknown label"):
        entity("Robot", "가")
    with pytest.raises(OntologyError, match="without a name"):
        Entity("Field", "field/x", " ")


def test_text_is_for_people() -> None:
    assert LEADS.text == "(가나부)-[LEADS]->(하늘 사업)"
    assert MEETS.text == "(하늘)-[OVERLAPS_WITH]->(별)"
