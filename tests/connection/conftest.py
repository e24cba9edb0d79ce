"""A connection to the graph of the examples."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.connection import Connection
from graph.model import KnowledgeGraph
from graph.projection import project
from graph.stores import open_store


@pytest.fixture
def db(demo: KnowledgeGraph) -> Iterator[Connection]:
    with open_store(":memory:") as store:
        store.write(project(demo))
        yield Connection(store)
