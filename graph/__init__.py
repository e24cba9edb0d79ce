"""Moonshot Graph: national research programmes as a knowledge graph with verbatim evidence.

The public face; each name is imported from its module when it is first used::

    import graph

    known = graph.extract(["documents/"]).graph            # what the documents say, with quotes
    graph.export(known, "statements.jsonl")

    with graph.open_store("moonshot.kgl") as store:        # or bolt://…, neo4j+s://…, :memory:
        graph.build(["documents/"], store)
        answer = graph.ask("agencies-covering", store, field="quantum,AI")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.catalogue import ask as ask
    from graph.connection import connect as connect
    from graph.exports import export as export
    from graph.exports.nx import to_networkx as to_networkx
    from graph.pipeline import build as build
    from graph.pipeline import extract as extract
    from graph.pipeline import load as load
    from graph.pipeline import read_decisions as read_decisions
    from graph.projection import project as project
    from graph.projection import unproject as unproject
    from graph.stores import open_store as open_store
    from graph.views import render as render

__version__ = "0.1.0"

_PUBLIC = {
    "ask": "graph.catalogue",
    "build": "graph.pipeline",
    "connect": "graph.connection",
    "export": "graph.exports",
    "extract": "graph.pipeline",
    "load": "graph.pipeline",
    "open_store": "graph.stores",
    "project": "graph.projection",
    "read_decisions": "graph.pipeline",
    "render": "graph.views",
    "to_networkx": "graph.exports.nx",
    "unproject": "graph.projection",
}
__all__ = ["__version__", *_PUBLIC]


def __getattr__(name: str) -> Any:
    # Imported when used, so that the command line starts quickly.
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'graph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
