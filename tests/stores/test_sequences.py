"""Random sequences of writing, changing, withdrawing and meddling: the store is what a plain model says."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

import pytest

from graph.entities import merge_statements
from graph.model import Entity, Evidence, KnowledgeGraph, PropertyGraph, Source, Statement
from graph.projection import project
from graph.stores import Store, WriteReport
from graph.stores.parts import FINGERPRINT, divide

STEPS = 12
TEXT = "가나부는 하늘 사업을 이끈다."
PATTERNS = (
    ("Organization", "LEADS", "Program"),
    ("Organization", "PARTICIPATES_IN", "Program"),
    ("Program", "HAS_FIELD", "Field"),
    ("Organization", "PART_OF", "Organization"),
)


class Model:
    """What each document says: the plainest form of what a store has to hold."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.said: dict[str, list[Statement]] = {}

    def change(self) -> None:
        """Say something in a new document, something else in an old one, or nothing any more."""
        name = f"{self.rng.choice('abcdefg')}.txt"
        if self.rng.random() < 0.3:
            self.said.pop(name, None)
        else:
            self.said[name] = [self._statement(name) for _ in range(self.rng.randint(1, 5))]

    def graph(self) -> PropertyGraph:
        """Return all of it, with what is derived of it."""
        stated = merge_statements([s for name in sorted(self.said) for s in self.said[name]])
        sources = tuple(Source(name, title=f"{len(self.said[name])}") for name in sorted(self.said))
        every = sorted((*stated, *self._derived(stated)), key=lambda s: s.key)
        return project(KnowledgeGraph(sources, tuple(every)))

    def _statement(self, document: str) -> Statement:
        start, predicate, end = self.rng.choice(PATTERNS)
        subject, object_ = self._entity(start), self._entity(end)
        while object_.id == subject.id:
            object_ = self._entity(end)
        at = self.rng.randrange(3) * 100
        passage = Evidence(document, at, at + len(TEXT), TEXT)
        return Statement(subject, predicate, object_, {}, (passage,), rule=self.rng.choice("xyz"))

    def _entity(self, label: str) -> Entity:
        number = self.rng.randrange(4)
        aliases = ("별칭",) if self.rng.random() < 0.1 else ()
        return Entity(label, f"{label.lower()}/{number}", f"이름 {number}", aliases=aliases)

    @staticmethod
    def _derived(stated: tuple[Statement, ...]) -> Iterator[Statement]:
        fields = [s for s in stated if s.predicate == "HAS_FIELD"]
        ends = sorted({s.object.id: s.object for s in fields}.values(), key=lambda e: e.id)
        for left, right in pairwise(ends):
            backing = [s for s in fields if s.object in (left, right)]
            evidence = tuple(sorted({e for s in backing for e in s.evidence}))
            basis = tuple(s.id for s in backing)
            yield Statement(
                left, "OVERLAPS_WITH", right, {"score": 0.5}, evidence, derived=True, basis=basis
            )


@pytest.mark.parametrize("seed", range(3))
def test_a_store_is_what_the_model_says_after_each_step(store: Store, seed: int) -> None:
    rng = random.Random(seed)
    model = Model(rng)
    for _ in range(STEPS):
        for _ in range(rng.randint(1, 3)):
            model.change()
        if rng.random() < 0.2:
            store.run("MATCH (n:Organization) WITH n LIMIT 1 SET n.name = 'x'", write=True)
        if rng.random() < 0.1:
            store.clear()
        expected = model.graph()
        store.write(divide(expected) or expected if rng.random() < 0.5 else expected)
        assert store.read() == expected
        size = len(expected.nodes) + len(expected.edges)
        assert store.write(expected) == WriteReport(unchanged=size)


def test_what_is_unchanged_is_neither_fetched_nor_sent(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Model(random.Random(1))
    for _ in range(12):
        model.change()
    store.write(model.graph())
    for name in ("read", "send"):
        monkeypatch.setattr(type(store), name, lambda *_: pytest.fail("read whole, or sent"))
    assert store.write(model.graph()).added == 0


def test_a_stopped_writer_is_finished_by_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped after each of its transactions in turn."""
    model = Model(random.Random(2))
    for _ in range(12):
        model.change()
    before = model.graph()
    for _ in range(4):
        model.change()
    after = model.graph()
    send = type(store).send  # type: ignore[attr-defined]
    for stop in range(4):
        store.clear()
        store.write(before)
        left = [stop]

        def sending(self: Store, commands: object, left: list[int] = left) -> None:
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1
            send(self, commands)

        with monkeypatch.context() as patch:
            patch.setattr(type(store), "send", sending)
            with suppress(KeyboardInterrupt):
                store.write(after)
        store.write(after)
        assert store.read() == after


def test_what_an_earlier_version_wrote_is_compared_whole(store: Store) -> None:
    model = Model(random.Random(3))
    for _ in range(8):
        model.change()
    store.write(model.graph())
    store.run(f"MATCH (d:Document) REMOVE d.{FINGERPRINT}", write=True)
    model.change()
    store.write(model.graph())
    assert store.read() == model.graph()


def test_parts_hold_all_and_never_point_ahead() -> None:
    model = Model(random.Random(4))
    for _ in range(30):
        model.change()
    graph = model.graph()
    parts = divide(graph)
    assert parts
    nodes = [node for part in parts for node in part.nodes]
    assert sorted(n.id for n in nodes) == sorted(n.id for n in graph.nodes)
    assert sum(len(part.edges) for part in parts) == len(graph.edges)
    known: set[str] = set()
    for part in parts:
        known |= {node.id for node in part.nodes}
        assert {end for e in part.edges for end in (e.source, e.target)} <= known


def test_a_graph_that_is_not_all_of_documents_has_no_parts() -> None:
    model = Model(random.Random(5))
    for _ in range(8):
        model.change()
    graph = model.graph()
    documents = [n for n in graph.nodes if n.label == "Document"]
    assert divide(replace(graph, nodes=tuple(n for n in graph.nodes if n != documents[0]))) is None
