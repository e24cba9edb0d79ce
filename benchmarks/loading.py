"""Time and memory to load a made-up graph, as ratios to other ways of loading it, all in one run.

python -m benchmarks.loading neo4j|embedded|memory [--documents 10000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from time import perf_counter
from typing import Any

from benchmarks import ways
from benchmarks.corpus import ENTITIES, STATEMENTS, documents
from benchmarks.server import neo4j as server
from graph.model import Edge, Node, PropertyGraph, Result
from graph.projection import project
from graph.resources import schema_file
from graph.stores import open_store
from graph.stores.loading import load
from graph.stores.parts import Part, divide
from graph.stores.script import statements
from graph.stores.writing import Transaction

Way = Callable[[], object]
RECIPE = "hand-written recipe"
_PY2NEO_SAMPLE, _CHANGED = 30, 100
"""Documents that py2neo loads; one in so many documents is changed."""


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description="Time to load, against other ways of loading.")
    parser.add_argument("what", choices=("neo4j", "embedded", "memory", "stream"))
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="leave out what takes very long")
    given = parser.parse_args()
    if given.what == "stream":
        print(streamed(given.documents))
    elif given.what == "memory":
        memory(given.documents)
    else:
        if given.what == "neo4j":
            against_neo4j(given.documents, given.rounds, not given.quick)
        else:
            embedded(given.documents, given.rounds)


def whole(count: int, changed: frozenset[int] = frozenset()) -> PropertyGraph:
    """Return the graph of so many documents."""
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for known in documents(count, changed=changed):
        made = project(known)
        nodes.update((node.id, node) for node in made.nodes)
        edges += made.edges
    return PropertyGraph(tuple(nodes[key] for key in sorted(nodes)), tuple(edges))


def against_neo4j(count: int, rounds: int, rivals: bool = True) -> None:
    """Load into a Neo4j: first, again, and with one document in a hundred changed."""
    import neo4j

    first, other = whole(count), whole(count, frozenset(range(0, count, _CHANGED)))
    with server() as address, open_store(address) as store:
        driver: neo4j.Driver = store._driver  # type: ignore[attr-defined]

        def send(cypher: str, rows: list[Any]) -> None:
            with driver.session() as session:
                session.execute_write(lambda t: t.run(cypher, rows=rows).consume())

        def emptied(way: Way) -> float:
            store.clear()
            for statement in statements(schema_file().read_text(encoding="utf-8")):
                store.run(statement, write=True)
            return timed(way)

        times: dict[str, list[float]] = {}
        emptied(lambda: ways.recipe(first, send))  # Warms the server up.
        for _ in range(rounds):
            note(times, RECIPE, emptied(lambda: ways.recipe(first, send)))
            note(times, "recipe, second load", timed(lambda: ways.recipe(first, send)))
            note(times, "ours, first load", emptied(lambda: store.write(first)))
            note(times, "ours, second load", timed(lambda: store.write(first)))
            note(times, "ours, 1 % of documents changed", timed(lambda: store.write(other)))
        if rivals and find_spec("neo4j_graphrag"):
            note(times, "neo4j-graphrag's writer", emptied(lambda: ways.graphrag(first, driver)))
        if rivals and find_spec("py2neo"):
            sample = whole(_PY2NEO_SAMPLE)
            taken = emptied(lambda: ways.one_by_one(sample, address))
            share = (len(sample.nodes) + len(sample.edges)) / (len(first.nodes) + len(first.edges))
            note(times, f"py2neo one by one ({share:.1%} of it)", taken / share)
        store.clear()
    table(first, times, RECIPE, rounds)


def embedded(count: int, rounds: int) -> None:
    """Load into the embedded store, open its file and ask it something."""
    import kglite

    first, other = whole(count), whole(count, frozenset(range(0, count, _CHANGED)))
    ask = "MATCH (n:Organization) RETURN count(n) AS n"
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            own, bare = f"{folder}/{number}.kgl", f"{folder}/{number}.bare"

            def write(graph: PropertyGraph, path: str = own) -> None:
                with open_store(path) as store:
                    store.write(graph)

            def bulk(path: str = bare) -> None:
                database = kglite.KnowledgeGraph()
                ways.frames(first, database)
                database.save(path)

            def bare_opened(path: str = own) -> list[Any]:
                return list(kglite.load(path).cypher(ask))

            def opened(path: str = own) -> Result:
                with open_store(path) as store:
                    return store.run(ask)

            note(times, "kglite, frames", timed(bulk))
            note(times, "ours, first load", timed(lambda: write(first)))
            note(times, "ours, second load", timed(lambda: write(first)))
            note(times, "ours, 1 % of documents changed", timed(lambda: write(other)))
            note(times, "kglite, open and ask", timed(bare_opened))
            note(times, "ours, open and ask", timed(opened))
    table(first, times, "kglite, frames", rounds)
    ratio = statistics.median(times["ours, open and ask"]) / statistics.median(
        times["kglite, open and ask"]
    )
    print(f"\nours opens and asks in {ratio:.2f} of the time that kglite alone takes")


def memory(count: int) -> None:
    """Load more and more, each in a process of its own that sends its rows nowhere."""
    command = [sys.executable, "-m", "benchmarks.loading", "stream", "--documents"]
    print(f"{'statements':>12}{'peak MB':>10}")
    for documents_ in (count // 10, count, count * 10):
        done = subprocess.run(
            [*command, str(documents_)], capture_output=True, text=True, check=True
        )
        print(f"{documents_ * STATEMENTS:12,}{done.stdout.strip():>10}")


class Nowhere:
    """A store that is always empty and keeps nothing."""

    def run(self, cypher: str, parameters: object = None) -> Result:
        """Find nothing."""
        return Result((), ())

    def send(self, transaction: Transaction) -> None:
        """Forget the rows."""

    def read(self) -> PropertyGraph:
        """Hold nothing."""
        return PropertyGraph()


def streamed(count: int) -> str:
    """Load a stream of parts and return the most memory that the process had, in MB."""
    load(stream(count), Nowhere())
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}"


def stream(count: int) -> Iterator[Part]:
    """Yield so many parts: some documents over and over, under other names."""
    some = divide(whole(200)) or ()
    for number in range(count):
        yield _renamed(some[number % len(some)], f"{number // len(some):05}/")


def _renamed(part: Part, prefix: str) -> Part:
    def key(identifier: str) -> str:
        return prefix + identifier

    nodes = tuple(
        replace(n, id=key(n.id), properties={**n.properties, "id": key(n.id)}) for n in part.nodes
    )
    edges = tuple(replace(e, source=key(e.source), target=key(e.target)) for e in part.edges)
    ends = {key(end): label for end, label in part.ends.items()}
    return Part(key(part.document), nodes, edges, ends)


def timed(way: Way) -> float:
    """Return how many seconds it takes."""
    start = perf_counter()
    way()
    return perf_counter() - start


def note(times: dict[str, list[float]], name: str, seconds: float) -> None:
    """Keep a time and say it at once: a run is long."""
    times.setdefault(name, []).append(seconds)
    print(f"{name}: {seconds:.1f} s", file=sys.stderr)


def table(graph: PropertyGraph, times: dict[str, list[float]], to: str, rounds: int) -> None:
    """Print the middle time of each way as a ratio."""
    count = sum(node.label == "Document" for node in graph.nodes)
    print(
        f"{count} documents, {count * ENTITIES} entities, {count * STATEMENTS} statements; "
        f"{len(graph.nodes)} nodes and {len(graph.edges)} relationships; middle of {rounds}\n"
    )
    base = statistics.median(times[to])
    for name, taken in times.items():
        print(f"{name:40}{statistics.median(taken) / base:8.3f}")


if __name__ == "__main__":
    main()
