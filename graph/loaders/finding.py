"""Which documents are among the paths given, below folders and in archives."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.errors import LoadError
from graph.loaders.archives import members
from graph.loaders.places import Member, Place, address, is_address

ARCHIVE = ".zip"


def find(
    paths: Sequence[Path | str], suffixes: Iterable[str], most: int
) -> tuple[tuple[Place, ...], tuple[LoadError, ...]]:
    """Return the documents among ``paths``, and what is wrong with the others.

    A file that is named is taken whatever its suffix; in folders and archives, those with one of
    ``suffixes``. A file given twice, by whatever path, is returned once. Archives of more than
    ``most`` bytes are refused.
    """
    known = tuple(suffix for suffix in suffixes if suffix)
    places: dict[str, Place] = {}
    errors: list[LoadError] = []
    for path in paths:
        found, wrong = _below(path, known, most)
        errors.extend(wrong)
        for place in found:
            places.setdefault(_identity(place), place)
    return tuple(places.values()), tuple(errors)


def _identity(place: Place) -> str:
    if isinstance(place, Path):
        return os.path.realpath(place)
    return str(place)


def _below(
    given: Path | str, known: Sequence[str], most: int
) -> tuple[list[Place], list[LoadError]]:
    if is_address(given):
        return [address(given)], []
    path = Path(given)
    if (member := _member(path)) is not None:
        return [member], []
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return [], [LoadError(shown(path), "no such file or folder")]
    except (OSError, ValueError) as error:
        return [], [unreadable(path, error)]
    if not is_folder:
        return _unpacked([path], known, most)
    files, errors = _in_folder(path, known)
    if not files and not errors:
        listed = ", ".join((*known, ARCHIVE))
        errors.append(LoadError(shown(path), f"no documents in it ({listed})"))
    places, wrong = _unpacked(files, known, most)
    return places, [*errors, *wrong]


def _member(path: Path) -> Member | None:
    """Return the member of an archive that is named as such (``archive.zip!name``), or nothing."""
    archive, _, inside = str(path).partition(f"{ARCHIVE}!")
    place = Path(archive + ARCHIVE)
    try:
        is_named = bool(inside) and not path.exists() and place.is_file()
    except (OSError, ValueError):
        return None
    return Member(place, tuple(inside.split("!"))) if is_named else None


def _unpacked(
    files: Sequence[Path], known: Sequence[str], most: int
) -> tuple[list[Place], list[LoadError]]:
    """Return ``files`` with the documents of archives in the place of these."""
    places: list[Place] = []
    errors: list[LoadError] = []
    for file in files:
        if suffix(file.suffix) != ARCHIVE:
            places.append(file)
            continue
        try:
            found, wrong = members(
                file, contents(file, most), lambda n: suffix(Path(n).suffix) in known
            )
        except LoadError as error:
            found, wrong = [], [error]
        places.extend(found)
        errors.extend(wrong)
    return places, errors


def _in_folder(folder: Path, known: Sequence[str]) -> tuple[list[Path], list[LoadError]]:
    files: list[Path] = []
    errors: list[LoadError] = []

    def name(error: OSError) -> None:
        errors.append(unreadable(Path(error.filename or folder), error))

    for place, below, names in os.walk(folder, onerror=name):
        below[:] = sorted(n for n in below if not n.startswith("."))
        files.extend(Path(place, n) for n in names if _is_document(Path(place, n), known))
    return sorted(files), sorted(errors, key=str)


def _is_document(path: Path, known: Sequence[str]) -> bool:
    return (
        suffix(path.suffix) in (*known, ARCHIVE)
        and not path.name.startswith(".")
        and path.is_file()
    )


def contents(path: Path, most: int) -> bytes:
    """Return the bytes of a file, ``most`` at most. Raises :class:`LoadError`."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if len(data) > most:
        raise LoadError(shown(path), f"more than {most:,} bytes; split it")
    return data


def suffix(written: str) -> str:
    """The suffix in small letters; what follows the last full stop of a date is none."""
    return written.lower() if re.fullmatch(r"\.[A-Za-z]\w{0,7}", written) else ""


def unreadable(path: Path, error: OSError | ValueError) -> LoadError:
    """Return what to say of a file that the system does not let us read."""
    reason = error.strerror if isinstance(error, OSError) else ""
    return LoadError(shown(path), f"cannot be read: {reason or error}")


def shown(path: Path) -> str:
    """The path on one line: a name may hold a line end."""
    return "".join(c if c.isprintable() else "\ufffd" for c in str(path))
