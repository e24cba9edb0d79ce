"""Checks the quotes of a graph against the documents themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import LoadError
from graph.loaders import find, load
from graph.model import Document, Evidence, KnowledgeGraph


@dataclass(frozen=True, slots=True)
class Verification:
    """How many passages of how many documents were checked, and one line for each fault."""

    passages: int
    documents: int
    faults: tuple[str, ...]


def verify(graph: KnowledgeGraph, paths: Sequence[Path]) -> Verification:
    """Compare every passage of ``graph`` with the text of its document below ``paths``."""
    passages = sorted({e for s in graph.statements for e in s.evidence})
    files, errors = find(paths)
    by_name = {f.name: f for f in files}
    documents: dict[str, Document | str] = {}
    for name in sorted({p.document for p in passages}):
        documents[name] = _document(by_name.get(name), name)
    faults = [*(str(e) for e in errors), *_changed(graph, documents), *_faults(passages, documents)]
    return Verification(len(passages), len(documents), tuple(dict.fromkeys(faults)))


def _document(path: Path | None, name: str) -> Document | str:
    if path is None:
        return f"{name}: not among the documents given"
    try:
        return load(path)
    except LoadError as error:
        return str(error)


def _changed(graph: KnowledgeGraph, documents: dict[str, Document | str]) -> Iterator[str]:
    for source in graph.sources:
        document = documents.get(source.name)
        if isinstance(document, Document) and source.sha256 not in ("", document.source.sha256):
            yield f"{source.name}: has changed since it was read; build it again"


def _faults(passages: Sequence[Evidence], documents: dict[str, Document | str]) -> Iterator[str]:
    for passage in passages:
        document = documents[passage.document]
        if isinstance(document, str):
            yield document
        elif document.text[passage.start : passage.end] != passage.quote:
            yield f"{passage.document}:{passage.start}–{passage.end}: the document says something else"
