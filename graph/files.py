"""Writes files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import InputError


def write_file(target: str | Path, lines: Iterable[str]) -> None:
    """Write ``lines`` as UTF-8 to the file ``target``, or leave what is there untouched.

    A device or pipe (``/dev/stdout``) is written to as it is. Raises :class:`InputError`.
    """
    with replacing(target) as new, new.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)


@contextmanager
def replacing(target: str | Path) -> Iterator[Path]:
    """Yield the path to write to; it takes the place of ``target`` when all went well.

    Raises :class:`InputError` when ``target`` is a folder or cannot be written.
    """
    place = Path(os.path.realpath(target))
    if place.is_dir():
        raise InputError(f"{target}: is a folder; give the name of a file")
    if place.exists() and not place.is_file():
        yield place
        return
    new = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        yield new
        new.replace(place)
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror or error}") from error
    finally:
        new.unlink(missing_ok=True)
