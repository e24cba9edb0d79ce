"""File → Document; one module per format."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Sequence
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

    A file that is named is taken whatever its suffix; in folders, those with a known suffix. A file
    given twice, by whatever path, is returned once.
    """
    files: dict[str, Path] = {}
    errors: list[LoadError] = []
    for path in paths:
        found, wrong = _below(path)
        errors.extend(wrong)
        for file in found:
            files.setdefault(os.path.realpath(file), file)
    return tuple(files.values()), tuple(errors)


def _below(path: Path) -> tuple[list[Path], list[LoadError]]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return [], [LoadError(_shown(path), "no such file or folder")]
    except (OSError, ValueError) as error:
        return [], [_unreadable(path, error)]
    if not is_folder:
        return [path], []
    files, errors = _in_folder(path)
    if not files and not errors:
        known = ", ".join(s for s in LOADERS if s)
        errors.append(LoadError(_shown(path), f"no documents in it ({known})"))
    return files, errors


def _in_folder(folder: Path) -> tuple[list[Path], list[LoadError]]:
    files: list[Path] = []
    errors: list[LoadError] = []

    def name(error: OSError) -> None:
        errors.append(_unreadable(Path(error.filename or folder), error))

    for place, below, names in os.walk(folder, onerror=name):
        below[:] = sorted(n for n in below if not n.startswith("."))
        files.extend(Path(place, n) for n in names if _is_document(Path(place, n)))
    return sorted(files), sorted(errors, key=str)


def _is_document(path: Path) -> bool:
    suffix = _suffix(path)
    return bool(suffix) and suffix in LOADERS and not path.name.startswith(".") and path.is_file()


def load(path: Path) -> Document:
    """Read one document. Raises :class:`LoadError` with what is wrong and what to do."""
    module = LOADERS.get(_suffix(path))
    if module is None:
        known = ", ".join(s for s in LOADERS if s)
        raise LoadError(
            _shown(path), f"unknown kind of file {_suffix(path)!r}; readable are {known}"
        )
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if len(data) > MOST_BYTES:
        raise LoadError(_shown(path), f"more than {MOST_BYTES:,} bytes; split it")
    reader: Callable[[Path, bytes], Document] = import_module(module).load
    return reader(path, data)


def _suffix(path: Path) -> str:
    """The suffix in small letters; what follows the last full stop of a date is none."""
    return path.suffix.lower() if re.fullmatch(r"\.[A-Za-z]\w{0,7}", path.suffix) else ""


def _unreadable(path: Path, error: OSError | ValueError) -> LoadError:
    reason = error.strerror if isinstance(error, OSError) else ""
    return LoadError(_shown(path), f"cannot be read: {reason or error}")


def _shown(path: Path) -> str:
    """The path on one line: a name may hold a line end."""
    return "".join(c if c.isprintable() else "\ufffd" for c in str(path))
