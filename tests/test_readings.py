"""A document's reading in the store: there and back, and as far as a graph without readings knows it."""

from __future__ import annotations

from dataclasses import replace

from made import LEADS, MEETS, TAKES_PART, WHOLE, graph, passage

from graph.model import KnowledgeGraph, Reading, Wording
from graph.projection import READING, project, unproject
from graph.readings import decode, encode, readings_of

FULL = Reading(
    "a.txt",
    (LEADS,),
    (Wording("organization/가나부", "가부", "vocabulary", "row 가나부", (0, 7)),),
    (passage("a.txt", 3, 9),),
)


def test_a_reading_is_read_back_as_it_was() -> None:
    assert decode("a.txt", encode(FULL), {}) == FULL
    held = frozenset(LEADS.evidence)
    text = encode(FULL, held)
    quotes = {(e.start, e.end): e.quote for e in held}
    assert decode("a.txt", text, quotes) == FULL
    assert decode("b.txt", encode(Reading("b.txt")), {}) == Reading("b.txt")


def test_a_graph_keeps_its_readings_in_its_documents() -> None:
    whole = replace(WHOLE, readings=(FULL,))
    assert unproject(project(whole)).readings == (FULL,)
    documents = [n for n in project(whole).nodes if n.label == "Document"]
    assert [READING in n.properties for n in documents] == [True, False]


def test_what_is_known_without_readings_is_shared_out_by_document() -> None:
    shared = readings_of(graph(LEADS, TAKES_PART, MEETS))
    assert [r.document for r in shared] == ["a.txt", "b.txt"]
    assert {s.id for s in shared[0].statements} == {LEADS.id, TAKES_PART.id}
    (only,) = shared[1].statements
    assert [e.document for e in only.evidence] == ["b.txt"]


def test_a_reading_goes_before_what_the_statements_say() -> None:
    known = readings_of(replace(WHOLE, readings=(FULL,)))
    assert known[0] == FULL
    assert readings_of(KnowledgeGraph()) == ()
