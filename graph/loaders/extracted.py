"""Extract → Document: the text is written out, and read as any text is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from graph.errors import LoadError
from graph.loaders.flow import Extract
from graph.loaders.metadata import read_source
from graph.loaders.text import read_blocks
from graph.loaders.writing import write
from graph.model import Document

Extractor: TypeAlias = Callable[[str, bytes], Extract]
"""Takes the path, for messages, and the bytes of a file. Raises :class:`LoadError`."""

MOST_LETTERS = 20_000_000


def document(path: str, name: str, data: bytes, extract: Extractor) -> Document:
    """Return the document that ``extract`` takes from ``data``. Raises :class:`LoadError`."""
    found = extract(path, data)
    text = write(found.flow)
    if not text.strip():
        raise LoadError(path, "holds no text; if it is a scan, recognise its letters (OCR) first")
    if len(text) > MOST_LETTERS:
        raise LoadError(path, f"holds more than {MOST_LETTERS:,} letters; split it")
    blocks = tuple(read_blocks(text))
    return Document(read_source(name, data, text, blocks, found.properties), text, blocks)
