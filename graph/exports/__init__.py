"""KnowledgeGraph → text of other tools' formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from graph.errors import InputError
from graph.model import KnowledgeGraph

EXPORTERS = {
    "statements": "graph.exports.jsonl",
    "graphml": "graph.exports.graphml",
    "jsonld": "graph.exports.jsonld",
    "csv": "graph.exports.table",
}
"""Which module writes which format: each has ``dumps(graph) -> Iterator[str]``."""


def export_text(graph: KnowledgeGraph, form: str) -> Iterator[str]:
    """Yield the text of ``graph`` in ``form``. Raises :class:`InputError` for an unknown one."""
    if form not in EXPORTERS:
        raise InputError(f"{form}: unknown format; known are {', '.join(EXPORTERS)}")
    dumps: Callable[[KnowledgeGraph], Iterator[str]] = import_module(EXPORTERS[form]).dumps
    return dumps(graph)
