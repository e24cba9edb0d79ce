"""Random reads and writes give the same rows on the embedded store and on a real Neo4j.

So an upgrade of kglite is safe or refused. ``--fuzz N`` sets the number of queries.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from graph.stores import Store, open_store
from graph.stores.kglite import KgliteStore

if TYPE_CHECKING:
    from neo4j_server import Server

LABELS = ("A", "B", "C")
TYPES = ("R", "S")
AGGREGATES = (
    "count(*)",
    "count({v}.n)",
    "sum({v}.n)",
    "min({v}.n)",
    "max({v}.n)",
    "count(DISTINCT {v}.n)",
)
CONDITIONS = (
    "{v}.n > 4",
    "{v}.n % 2 = 0",
    "{v}.s = '가'",
    "{v}.n IN [1, 3, 5]",
    "{v}.s STARTS WITH '나'",
    "{v}.missing IS NULL",
    "'x' IN {v}.tags",
    "NOT {v}.s CONTAINS '다'",
    "size({v}.tags) > 1",
    "any(t IN {v}.tags WHERE t = 'y')",
    "EXISTS {{ ({v})-[:R]->() }}",
)


def build(rng: random.Random) -> list[str]:
    """Return statements that make one random graph."""
    nodes = [
        f"CREATE (:{rng.choice(LABELS)} {{id: '{i}', n: {rng.randrange(9)}, s: '{rng.choice('가나다')}', "
        f"tags: {rng.sample(['x', 'y', 'z'], rng.randrange(1, 4))}}})"
        for i in range(14)
    ]
    edges = [
        f"MATCH (a {{id: '{rng.randrange(14)}'}}), (b {{id: '{rng.randrange(14)}'}}) "
        f"CREATE (a)-[:{rng.choice(TYPES)} {{w: {rng.randrange(5)}}}]->(b)"
        for _ in range(22)
    ]
    return nodes + edges


def read(rng: random.Random) -> str:
    """Return a random read query whose rows are ordered or may be compared as a multiset."""
    shape = rng.randrange(8)
    a, b = rng.choice(LABELS), rng.choice(LABELS)
    kind = rng.choice(TYPES)
    where = rng.choice(CONDITIONS).format(v="a")
    aggregate = rng.choice(AGGREGATES).format(v="b")
    arrow = rng.choice(("->", "-"))
    if shape == 0:
        return f"MATCH (a:{a}) WHERE {where} RETURN a.id AS id, a.n AS n ORDER BY id"
    if shape == 1:
        return f"MATCH (a:{a})-[r:{kind}]{arrow}(b) WHERE {where} RETURN a.id AS a, b.id AS b, r.w AS w"
    if shape == 2:
        return f"MATCH (a:{a}) OPTIONAL MATCH (a)-[:{kind}]{arrow}(b:{b}) WITH a, {aggregate} AS x RETURN a.id AS id, x"
    if shape == 3:
        return (
            f"MATCH (a:{a})-[:{kind}*1..2]{arrow}(b:{b}) RETURN a.id AS a, b.id AS b, count(*) AS c"
        )
    if shape == 4:
        return "MATCH (a) WITH a.s AS s, count(*) AS c, min(a.n) AS least RETURN s, c, least ORDER BY s"
    if shape == 5:
        return (
            f"MATCH (a:{a}) RETURN a.id AS id UNION MATCH (a:{b}) WHERE {where} RETURN a.id AS id"
        )
    if shape == 6:
        return f"MATCH (a:{a}) UNWIND a.tags AS t WITH t, a ORDER BY t, a.id RETURN t, collect(a.id) AS ids, CASE WHEN t = 'x' THEN 1 ELSE 2 END AS k ORDER BY t"
    return f"MATCH (a:{a}) WHERE {where} RETURN [t IN a.tags WHERE t <> 'y' | t + a.s] AS l, coalesce(a.missing, a.n) AS m"


def change(rng: random.Random) -> str:
    """Return a random write."""
    where = rng.choice(CONDITIONS[:9]).format(v="a")
    return rng.choice(
        (
            f"MATCH (a:{rng.choice(LABELS)}) WHERE {where} SET a.n = a.n + 1",
            f"MATCH (a {{id: '{rng.randrange(14)}'}}) MERGE (b:{rng.choice(LABELS)} {{id: 'm{rng.randrange(4)}'}}) ON CREATE SET b.n = 1, b.s = '가', b.tags = ['x'] MERGE (a)-[:R]->(b)",
            f"MATCH (a)-[r:{rng.choice(TYPES)}]->() WHERE r.w = {rng.randrange(5)} DELETE r",
            f"MATCH (a {{id: 'm{rng.randrange(4)}'}}) DETACH DELETE a",
            f"MATCH (a:{rng.choice(LABELS)}) WHERE {where} REMOVE a.s",
        )
    )


def rows(store: Store, query: str) -> Counter[str]:
    return Counter(repr(row) for row in store.run(query).rows)


def test_random_queries_give_equal_rows(neo4j_server: Server, pytestconfig: pytest.Config) -> None:
    rng = random.Random(20260618)  # the same queries every time
    wanted = int(pytestconfig.getoption("--fuzz"))
    asked = 0
    with open_store(":memory:") as embedded, open_store(neo4j_server.url) as server:
        while asked < wanted:
            for store in (embedded, server):
                store.clear()
            for statement in build(rng):
                for store in (embedded, server):
                    store.run(statement, write=True)
            for _ in range(30):
                if rng.random() < 0.15:
                    written = change(rng)
                    for store in (embedded, server):
                        store.run(written, write=True)
                query = read(rng)
                assert rows(embedded, query) == rows(server, query), query
                asked += 1
        server.clear()


class Watched:
    """Passes calls on to kglite and keeps what was said of the optimizer."""

    def __init__(self, graph: Any) -> None:
        self._graph = graph
        self.off: list[object] = []

    def cypher(self, *arguments: object, **options: object) -> Any:
        self.off.append(options.get("disable_optimizer"))
        return self._graph.cypher(*arguments, **options)

    def read_only(self, on: bool) -> None:
        self._graph.read_only(on)


def test_optimizer_is_never_used(monkeypatch: pytest.MonkeyPatch) -> None:
    store = KgliteStore(":memory:")
    watched = Watched(store._graph)
    monkeypatch.setattr(store, "_graph", watched)
    store.run("CREATE (:A {id: '1'})-[:R]->(:B {id: '2'})", write=True)
    store.run("MATCH (a)-[r]->(b) RETURN r")
    store.read()
    store.clear()
    assert len(watched.off) >= 5
    assert all(watched.off)
