"""Checks the quotes that a store holds against the documents themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import LoadError
from graph.loaders import find, load
from graph.loaders.places import Place
from graph.model import Document, Node, PropertyGraph
from graph.projection import document_id


@dataclass(frozen=True, slots=True)
class Verification:
    """How many passages of how many documents were checked, and one line for each fault."""

    passages: int
    documents: int
    faults: tuple[str, ...]


def verify(held: PropertyGraph, paths: Sequence[Path | str]) -> Verification:
    """Compare every passage of ``held`` with the text of its document among ``paths``.

    A fault is a document that is missing, that two files could be, that cannot be read or whose bytes
    have changed, and a passage that the document words otherwise.
    """
    passages: dict[str, list[Node]] = defaultdict(list)
    hashes: dict[str, str] = {}
    for node in held.nodes:
        if node.label == "Document":
            hashes[node.id] = str(node.properties.get("sha256", ""))
        elif node.label == "Passage":
            passages[document_id(str(node.properties.get("document", "")))].append(node)
    files, errors = find(paths)
    by_id: dict[str, list[Place]] = defaultdict(list)
    for file in files:
        by_id[document_id(file.name)].append(file)
    faults = [str(error) for error in errors]
    names = sorted({*hashes, *passages})
    for name in names:
        faults.extend(_faults(name, by_id.get(name, []), hashes.get(name, ""), passages[name]))
    return Verification(sum(map(len, passages.values())), len(names), tuple(faults))


def _faults(
    identifier: str, files: Sequence[Place], sha256: str, passages: Sequence[Node]
) -> Iterator[str]:
    name = identifier.removeprefix(document_id(""))
    if not files:
        yield f"{name}: not among the documents given"
        return
    if len(files) > 1:
        yield f"{name}: {len(files)} files of this name are given; give one of them"
        return
    try:
        document = load(files[0])
    except LoadError as error:
        yield str(error)
        return
    if sha256 not in ("", document.source.sha256):
        yield f"{name}: has changed since it was read; build it again"
    for passage in sorted(passages, key=lambda node: (_place(node.properties), node.id)):
        yield from _differing(document, passage)


def _differing(document: Document, passage: Node) -> Iterator[str]:
    start, end = _place(passage.properties)
    quote, found = passage.properties.get("quote"), document.text[start:end]
    if not 0 <= start < end <= len(document.text):
        yield f"{document.name}:{start}-{end}: lies outside the document's {len(document.text)} characters"
    elif found != quote:
        yield f"{document.name}:{start}-{end}: says {_short(found)}, the store {_short(str(quote))}"


def _place(properties: Mapping[str, object]) -> tuple[int, int]:
    start, end = properties.get("start"), properties.get("end")
    return (start, end) if isinstance(start, int) and isinstance(end, int) else (-1, -1)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"'{line[:40]}…'" if len(line) > 40 else f"'{line}'"
