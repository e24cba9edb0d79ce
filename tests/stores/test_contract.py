"""What every store must do; runs on each of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import QueryError, StoreError
from graph.model import Edge, Entity, Evidence, KnowledgeGraph, Node, Source, Statement, entity_id
from graph.model import Path as Walk
from graph.projection import project, unproject
from graph.stores import Store, WriteReport

TEXT = "가나부는 하늘 사업을 이끈다. 다라청도 참여한다."


def entity(label: str, name: str, **properties: object) -> Entity:
    return Entity(label, entity_id(label, name), name, properties=tuple(sorted(properties.items())))  # type: ignore[arg-type]


def said(
    subject: Entity, predicate: str, object_: Entity, *documents: str, **qualifiers: object
) -> Statement:
    passages = tuple(Evidence(d, 0, len(TEXT), TEXT) for d in sorted(documents))
    return Statement(subject, predicate, object_, qualifiers, passages, rule="test")  # type: ignore[arg-type]


MINISTRY = Entity(
    "Organization",
    "organization/가나부",
    "가나부",
    "Ministry of Gana",
    ("가부", "MG"),
    (("kind", "ministry"),),
)
AGENCY = entity("Organization", "다라청", kind="agency")
PROGRAMME = entity("Program", "하늘 사업")
YEAR = Entity("Year", "year/2035", "2035", properties=(("year", 2035),))
PERSON = entity("Person", "홍길동 \"'); DROP")
LEADS = said(MINISTRY, "LEADS", PROGRAMME, "a.txt")
SHARED = said(AGENCY, "PARTICIPATES_IN", PROGRAMME, "a.txt", "b.txt", role="참여")
TARGET = said(PROGRAMME, "TARGETS_YEAR", YEAR, "a.txt", goal="세계 최고")
POST = said(PERSON, "HOLDS_POSITION", MINISTRY, "b.txt", title="장관", phone="02-000-0000")
SOURCES = (Source("a.txt", "00", "제목 하나", "2026-01-02", "가나부"), Source("b.txt"))


def graph(*statements: Statement, sources: tuple[Source, ...] = SOURCES) -> KnowledgeGraph:
    return KnowledgeGraph(sources, tuple(sorted(statements, key=lambda s: s.key)))


WHOLE = graph(LEADS, SHARED, TARGET, POST)


def test_reads_back_what_was_written(store: Store) -> None:
    written = project(WHOLE)
    store.write(written)
    assert store.read() == written
    assert unproject(store.read()) == WHOLE


def test_second_write_changes_nothing(store: Store) -> None:
    written = project(WHOLE)
    first = store.write(written)
    assert first.added == len(written.nodes) + len(written.edges)
    assert store.write(written) == WriteReport(unchanged=first.added)


def test_withdrawn_facts_go_and_shared_ones_stay(store: Store) -> None:
    store.write(project(WHOLE))
    left = graph(replace(SHARED, evidence=SHARED.evidence[1:]), POST, sources=SOURCES[1:])
    store.write(project(left))
    assert unproject(store.read()) == left


def test_changed_properties_are_replaced(store: Store) -> None:
    store.write(project(WHOLE))
    renamed = replace(MINISTRY, aliases=("MG",))
    changed = graph(
        *(
            replace(
                s,
                subject=renamed if s.subject == MINISTRY else s.subject,
                object=renamed if s.object == MINISTRY else s.object,
            )
            for s in WHOLE.statements
        )
    )
    store.write(project(changed))
    assert unproject(store.read()) == changed


def test_run_returns_nodes_edges_and_paths(store: Store) -> None:
    store.write(project(WHOLE))
    result = store.run(
        "MATCH p = (o:Organization {name: $name})-[r:LEADS]->(g) RETURN o, r, p, g.name AS g",
        {"name": "가나부"},
    )
    assert result.columns == ("o", "r", "p", "g")
    node, edge, path, name = result.rows[0]
    assert isinstance(node, Node)
    assert (
        node.properties
        == project(WHOLE).nodes[[n.id for n in project(WHOLE).nodes].index(MINISTRY.id)].properties
    )
    assert isinstance(edge, Edge)
    assert (edge.source, edge.target, edge.type) == (
        MINISTRY.id,
        PROGRAMME.id,
        "LEADS",
    )
    assert isinstance(path, Walk)
    assert [n.id for n in path.nodes] == [MINISTRY.id, PROGRAMME.id]
    assert name == "하늘 사업"


@pytest.mark.parametrize(
    "attempt",
    [
        "CREATE (n:Person {id: 'x', name: 'x'})",
        "match (n) detach delete n",
        "MATCH (n:Person) SET n.name = 'x'",
        "MATCH (n) /* read */ REMOVE n.name",
        "MERGE (n:Person {id: 'x'}) RETURN n",
        "MATCH (n) CALL { WITH n DELETE n } RETURN 1",
        "UNWIND [1] AS x FOREACH (y IN [x] | CREATE (:Person {id: 'y'}))",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "RETURN 1; MATCH (n) DETACH DELETE n",
        "CREATE INDEX evil IF NOT EXISTS FOR (n:Person) ON (n.name)",
    ],
)
def test_reading_cannot_be_talked_into_writing(store: Store, attempt: str) -> None:
    before = project(WHOLE)
    store.write(before)
    with pytest.raises(QueryError):
        store.run(attempt)
    assert store.read() == before


def test_writing_is_allowed_when_asked_for(store: Store) -> None:
    store.run("CREATE (n:Person {id: 'person/x', name: '엑스'})", write=True)
    assert store.run("MATCH (n:Person) RETURN n.name AS name").rows == (("엑스",),)


def test_bad_cypher_is_one_line(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        store.run("MATCH (n RETURN n")
    assert "\n" not in str(caught.value)


def test_values_are_never_cypher(store: Store) -> None:
    hostile = "x'}) DETACH DELETE n //"
    store.write(project(WHOLE))
    assert store.run("MATCH (n {name: $name}) RETURN n", {"name": hostile}).rows == ()
    assert store.read() == project(WHOLE)


def test_ends_of_a_relationship_are_our_ids_even_alone(store: Store) -> None:
    store.write(project(graph(LEADS)))
    (edge,) = store.run("MATCH ()-[r:LEADS]->() RETURN r").rows[0]
    assert isinstance(edge, Edge)
    assert (edge.source, edge.target) == (MINISTRY.id, PROGRAMME.id)


def test_data_of_others_is_let_be(store: Store) -> None:
    store.run("CREATE (:Foreign {name: 'x'})-[:KNOWS]->(:Foreign {name: 'y'})", write=True)
    store.write(project(WHOLE))
    assert store.read() == project(WHOLE)
    store.write(project(graph(POST, sources=SOURCES[1:])))
    assert store.run("MATCH (n:Foreign) RETURN count(n) AS n").rows == ((2,),)


def test_our_labels_in_foreign_hands_are_refused(store: Store) -> None:
    store.run("CREATE (:Person {name: 'x'})", write=True)
    if store.address == ":memory:" or store.address.endswith(".kgl"):
        return  # The embedded store gives every node an id, and nobody else writes its file.
    with pytest.raises(StoreError, match="another program"):
        store.write(project(WHOLE))
