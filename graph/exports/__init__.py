"""KnowledgeGraph → other tools' formats."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

from graph.errors import InputError
from graph.files import replacing, write_file
from graph.model import KnowledgeGraph

EXPORTERS = {
    "statements": "graph.exports.jsonl",
    "graphml": "graph.exports.graphml",
    "jsonld": "graph.exports.jsonld",
    "csv": "graph.exports.table",
}
"""Which module writes which format as one text: each has ``dumps(graph) -> Iterator[str]``."""

ARCHIVES = {"neo4j": "graph.exports.bulk"}
"""Those that need several files: each has ``files(graph) -> Iterator[(name, lines)]``."""

SUFFIXES = {
    ".jsonl": "statements",
    ".graphml": "graphml",
    ".jsonld": "jsonld",
    ".csv": "csv",
    ".zip": "neo4j",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def export(graph: KnowledgeGraph, path: str | Path, form: str = "") -> None:
    """Write ``graph`` to the file ``path``, whole or not at all.

    ``form`` is one of :data:`EXPORTERS` or :data:`ARCHIVES` (a zip file), by default what the suffix
    says. Raises :class:`InputError` for an unknown one, and when the file cannot be written.
    """
    form = form or SUFFIXES.get(Path(path).suffix.lower(), Path(path).suffix)
    if form in ARCHIVES:
        files: Iterable[tuple[str, Iterable[str]]] = import_module(ARCHIVES[form]).files(graph)
        _write_zip(path, files)
    else:
        write_file(path, export_text(graph, form))


def export_text(graph: KnowledgeGraph, form: str) -> Iterator[str]:
    """Yield the text of ``graph`` in ``form``, one of :data:`EXPORTERS`.

    Raises :class:`InputError` for an unknown one.
    """
    if form not in EXPORTERS:
        known = ", ".join((*EXPORTERS, *ARCHIVES))
        raise InputError(f"{form or 'no suffix'}: not a format to export to; known are {known}")
    dumps: Callable[[KnowledgeGraph], Iterator[str]] = import_module(EXPORTERS[form]).dumps
    return dumps(graph)


def _write_zip(path: str | Path, files: Iterable[tuple[str, Iterable[str]]]) -> None:
    with replacing(path) as new, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in files:
            # A fixed time, so that equal graphs give equal archives.
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, "".join(lines))
