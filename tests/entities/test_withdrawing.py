"""Random decisions on the examples: applying twice is applying once, and withdrawing leaves no trace."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from graph.entities import Decision
from graph.exports.jsonl import dumps
from graph.model import KnowledgeGraph, PropertyGraph
from graph.ontology import ontology
from graph.pipeline import build, extract, load
from graph.projection import project
from graph.stores import Store, open_store

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILES = tuple(str(p) for p in sorted(EXAMPLES.iterdir()) if p.suffix in (".txt", ".md"))


@cache
def examples() -> KnowledgeGraph:
    return extract(FILES).graph


@cache
def undecided() -> PropertyGraph:
    return project(examples())


def one_of(path: str) -> KnowledgeGraph:
    """One of the examples, as it was read."""
    name = Path(path).name
    readings = tuple(r for r in examples().readings if r.document == name)
    return KnowledgeGraph(tuple(s for s in examples().sources if s.name == name), readings=readings)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """A row about what the examples say: some apply, some are idle, some contradict each other."""
    known = examples()
    statement = draw(st.sampled_from(known.statements))
    names = sorted({n for e in known.entities for n in (e.id, e.name, *e.aliases)})
    a, b = draw(st.sampled_from(names)), draw(st.sampled_from(names))
    if draw(st.booleans()):  # two names of one thing, or of one kind
        one = draw(st.sampled_from(known.entities))
        alike = [e.name for e in known.entities if e.label == one.label]
        a = draw(st.sampled_from([one.name, *one.aliases, *alike]))
        b = one.name
    kind = draw(st.sampled_from(["same", "different", "wrong", "missing"]))
    document = draw(st.sampled_from(known.sources)).name
    if kind == "same":
        return Decision("d.csv:2", kind, a, b, why="x")
    if kind == "different":
        return Decision("d.csv:2", kind, a, b, document=draw(st.sampled_from(["", document])))
    ends = statement.subject.name, statement.object.name
    if kind == "wrong":
        return Decision("d.csv:2", kind, *ends, predicate=statement.predicate)
    stated = [p for p, rule in ontology().predicates.items() if not rule.derived]
    passages = sorted({e for s in known.statements for e in s.evidence if e.document == document})
    quote = draw(st.sampled_from(passages)).quote[:20]
    predicate = draw(st.sampled_from(stated))
    return Decision("d.csv:2", kind, a, b, predicate=predicate, document=document, quote=quote)


rows = st.lists(decisions(), min_size=1, max_size=4, unique=True).map(tuple)
thorough = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@thorough
@given(rows, st.sampled_from(FILES))
def test_withdrawing_leaves_no_trace(given_rows: tuple[Decision, ...], again: str) -> None:
    with open_store(":memory:") as store:
        first = load(examples(), store, given_rows)
        held = store.read()
        # Applied once more, to one document beside the others: nothing changes.
        second = load(one_of(again), store, given_rows)
        assert store.read() == held
        assert second.idle == first.idle
        assert list(dumps(second.graph)) == list(dumps(first.graph))
        # Withdrawn, while but one document is at hand.
        load(one_of(again), store)
        assert store.read() == undecided()


@thorough
@given(rows)
def test_it_does_not_matter_in_which_order_documents_come(rows: tuple[Decision, ...]) -> None:
    with open_store(":memory:") as store, open_store(":memory:") as other:
        for document in FILES:
            load(one_of(document), store, rows)
        for document in reversed(FILES):
            load(one_of(document), other, rows)
        assert store.read() == other.read()


ROWS = (
    Decision("d.csv:2", "same", "KIST", "ETRI"),
    Decision("d.csv:3", "different", "과기정통부", "과학기술정보통신부"),
    Decision("d.csv:4", "different", "유홍림", "유홍립"),
    Decision("d.csv:5", "wrong", "휴머노이드", "휴머노이드 자율로봇 공존사회 원천기술 확보", "OVERLAPS_WITH"),
    Decision(
        "d.csv:6", "missing", "기획예산처", "제8차 과기장관회의", "HOSTS",
        "next-press-release.md", "기획예산처",
    ),
)  # fmt: skip


def test_every_store_forgets_what_is_withdrawn(store: Store) -> None:
    build(FILES, store, decisions=ROWS)
    assert store.read() != undecided()
    report = build(FILES[-1:], store, decisions=ROWS)
    assert report.written is not None
    assert report.written.added + report.written.changed + report.written.removed == 0
    build(FILES[:1], store)
    assert store.read() == undecided()


def test_what_was_derived_from_a_wrong_statement_goes_with_it() -> None:
    mission = "휴머노이드"
    wrong = Decision("d.csv:2", "wrong", mission, mission, "INVOLVES")
    before, after = (extract(FILES, decisions=d).graph.statements for d in ((), (wrong,)))
    gone = {s.id for s in before} - {s.id for s in after}
    (stated,) = (s.id for s in before if s.id in gone and not s.derived)
    resting = {s.id for s in before if stated in s.basis}
    assert resting
    assert not any(gone & set(s.basis) for s in after)


@pytest.mark.parametrize("derived", [d for d in ROWS if d.predicate == "OVERLAPS_WITH"])
def test_a_derived_statement_can_be_wrong_either_way_round(derived: Decision) -> None:
    turned = Decision(derived.where, derived.kind, derived.b, derived.a, derived.predicate)
    for decision in (derived, turned):
        report = extract(FILES, decisions=(decision,))
        assert report.idle == ()
        assert len(report.graph.statements) < len(examples().statements)
