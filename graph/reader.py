"""What read a document: the program, its vocabulary and an option, told by one short text.

A document whose bytes and reader are the same as before need not be read again.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from graph.resources import reader_files
from graph.vocabulary import own_folder


def reader_of(least: float) -> str:
    """Return the text that stands for this program, leaving out what has less confidence than ``least``."""
    return hashlib.sha256(f"{_program()} {least!r}".encode()).hexdigest()[:16]


def same_bytes(path: Path, sha256: str) -> bool:
    """Say whether the file holds what that hash stands for; not where it cannot be read."""
    try:
        return bool(sha256) and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False


@cache
def _program() -> str:
    """Hash all code and data that reading depends on, and the version of the analyser."""
    whole = hashlib.sha256(_analyser().encode())
    own = own_folder()
    for path in (*reader_files(), *(sorted(own.glob("*")) if own else ())):
        if path.is_file():
            whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def _analyser() -> str:
    names = ("kiwipiepy", "kiwipiepy-model")
    try:
        return " ".join(version(name) for name in names)
    except PackageNotFoundError:
        return ""
