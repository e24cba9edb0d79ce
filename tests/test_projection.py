from __future__ import annotations

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import given
from made import (
    AGENCY,
    FIELD,
    LEADS,
    MINISTRY,
    OTHER,
    PROGRAM,
    TAKES_PART,
    TEXT,
    WHOLE,
    graph,
    passage,
    said,
)

from graph.errors import StoreError
from graph.model import Entity, KnowledgeGraph, PropertyGraph, PropertyValue, Statement, entity_id
from graph.projection import LINKS, document_id, project, unproject

words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8
)
names = words.filter(lambda name: bool(name.strip()))
entities = st.builds(
    lambda name, name_en, aliases: Entity(
        "Organization", entity_id("Organization", name), name, name_en, tuple(sorted(aliases))
    ),
    names,
    words | st.just(""),
    st.sets(words, max_size=2),
)
spans = (
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
    .map(sorted)
    .filter(lambda ends: bool(TEXT[slice(*ends)].strip()))
)
passages = st.builds(
    lambda document, span: passage(document, *span), st.sampled_from(["a.txt", "b.txt"]), spans
)
statements = st.builds(
    lambda who, role, where: said(who, "PARTICIPATES_IN", PROGRAM, *where, role=role),
    entities,
    names,
    st.sets(passages, min_size=1, max_size=3),
)


def known(found: list[Statement]) -> KnowledgeGraph:
    """One statement for each subject, as the linker leaves them."""
    return graph(*{s.subject.id: s for s in found}.values())


@given(st.lists(statements, max_size=5).map(known))
def test_round_trip_is_exact(whole: KnowledgeGraph) -> None:
    assert unproject(project(whole)) == whole


def test_round_trip_of_every_kind_of_value() -> None:
    assert unproject(project(WHOLE)) == WHOLE


def test_order_of_statements_does_not_matter() -> None:
    turned = KnowledgeGraph(WHOLE.sources, tuple(reversed(WHOLE.statements)))
    assert project(turned) == project(WHOLE)


def test_a_passage_hangs_on_its_document_and_its_entities() -> None:
    links = {(e.source, e.type, e.target) for e in project(graph(LEADS)).edges if e.type in LINKS}
    quote = LEADS.evidence[0].id
    assert links == {
        (quote, "FROM", document_id("a.txt")),
        (MINISTRY.id, "MENTIONED_IN", quote),
        (PROGRAM.id, "MENTIONED_IN", quote),
    }


def test_one_passage_of_two_statements_is_one_node() -> None:
    both = project(graph(TAKES_PART, said(MINISTRY, "LEADS", PROGRAM, passage("a.txt"))))
    assert [n.id for n in both.nodes if n.label == "Passage"] == sorted(
        e.id for e in TAKES_PART.evidence
    )


def test_ends_and_documents_are_nodes() -> None:
    labels = {n.id: n.label for n in project(WHOLE).nodes}
    assert labels[FIELD.id] == labels[OTHER.id] == "Field"
    assert labels[AGENCY.id] == "Organization"
    assert labels[document_id("b.txt")] == "Document"


def test_nothing_gives_nothing() -> None:
    assert project(KnowledgeGraph()) == PropertyGraph()
    assert unproject(PropertyGraph()) == KnowledgeGraph()


@pytest.mark.parametrize("wrong", [{"confidence": 5.0}, {"confidence": "sure"}, {"right": 99}])
def test_a_confidence_that_is_none_is_named(wrong: dict[str, PropertyValue]) -> None:
    held = project(graph(LEADS))
    edges = tuple(
        replace(e, properties={**e.properties, **wrong}) if e.type == "LEADS" else e
        for e in held.edges
    )
    with pytest.raises(StoreError, match=f"statement {LEADS.id}: .*is no confidence"):
        unproject(replace(held, edges=edges))
