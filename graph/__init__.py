"""Moonshot Graph: national research programmes as a knowledge graph with verbatim evidence.

>>> import graph
>>> report = graph.extract(["examples"])            # doctest: +SKIP
>>> with graph.open_store("moonshot.kgl") as store:  # doctest: +SKIP
...     graph.build(["examples"], store)
...     answer = graph.ask("agencies-covering", store, field="quantum,AI")
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "ask": "graph.catalogue",
    "build": "graph.pipeline",
    "export_text": "graph.exports",
    "extract": "graph.pipeline",
    "open_store": "graph.stores",
    "project": "graph.projection",
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
    return __all__
