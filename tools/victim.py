"""Runs a command line of this program and says, on the descriptor given first, when its writing begins.

Only for tools/faults.py: so a kill can be aimed at the short time in which a store is written.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from graph.cli import main
from graph.stores.kglite import KgliteStore
from graph.stores.neo4j import Neo4jStore


def _announced(original: Callable[..., Any], descriptor: int) -> Callable[..., Any]:
    def write(store: object, *given: Any) -> Any:
        os.write(descriptor, b".")
        return original(store, *given)

    return write


def _run(descriptor: int, arguments: list[str]) -> None:
    for kind in (KgliteStore, Neo4jStore):
        kind.write = _announced(kind.write, descriptor)  # type: ignore[method-assign]
    main(arguments)


if __name__ == "__main__":
    _run(int(sys.argv[1]), sys.argv[2:])
