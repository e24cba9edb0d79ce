"""File → Document; one module per format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from graph.errors import LoadError
from graph.model import Document

LOADERS = {".txt": "graph.loaders.text", ".md": "graph.loaders.text", "": "graph.loaders.text"}
"""Which module reads files of which suffix: each has ``load(path, data) -> Document``."""

MOST_BYTES = 50_000_000
"""Larger files are refused: a press release is some 50 kB, a law a few hundred."""


def find(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[LoadError, ...]]:
    """Return the documents among ``paths`` and below its folders, and what is wrong with the others.

    A file that is named is taken whatever its suffix; in folders, those with a known suffix.
    """
    files: dict[Path, None] = {}
    errors: list[LoadError] = []
    for path in paths:
        try:
            files.update(dict.fromkeys(_below(path)))
        except LoadError as error:
            errors.append(error)
    return tuple(files), tuple(errors)


def _below(path: Path) -> Iterator[Path]:
    if path.is_dir():
        try:
            inside = sorted(p for p in path.rglob("*") if _is_document(path, p))
            next(path.iterdir(), None)
        except OSError as error:
            raise LoadError(str(path), f"cannot be read: {error.strerror or error}") from error
        if not inside:
            raise LoadError(str(path), f"no documents in it ({', '.join(s for s in LOADERS if s)})")
        yield from inside
    elif path.exists():
        yield path
    else:
        raise LoadError(str(path), "no such file or folder")


def _is_document(folder: Path, path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.is_file() and bool(path.suffix) and path.suffix.lower() in LOADERS and not hidden


def load(path: Path) -> Document:
    """Read one document. Raises :class:`LoadError` with what is wrong and what to do."""
    module = LOADERS.get(path.suffix.lower())
    if module is None:
        known = ", ".join(s for s in LOADERS if s)
        raise LoadError(str(path), f"unknown kind of file {path.suffix!r}; readable are {known}")
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise LoadError(str(path), f"{size:,} bytes; at most {MOST_BYTES:,} are read, split it")
        data = path.read_bytes()
    except OSError as error:
        raise LoadError(str(path), f"cannot be read: {error.strerror or error}") from error
    reader: Callable[[Path, bytes], Document] = import_module(module).load
    return reader(path, data)
