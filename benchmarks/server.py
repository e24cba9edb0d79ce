"""The Neo4j that is measured: the one at NEO4J_URI, or else the tests' own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))


@contextmanager
def neo4j() -> Iterator[str]:
    """Yield the address of a running Neo4j, its user and password in the environment."""
    from neo4j_server import server

    with server() as running:
        os.environ["NEO4J_USERNAME"] = running.user
        os.environ["NEO4J_PASSWORD"] = running.password
        yield running.url
