"""ZIP archives: which documents are in them, and what these hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from graph.errors import LoadError
from graph.loaders.packages import Package
from graph.loaders.places import Member

MOST_NESTING = 3
"""Archives in archives: deeper ones are refused."""


def members(
    archive: Path, data: bytes, is_document: Callable[[str], bool]
) -> tuple[list[Member], list[LoadError]]:
    """Return the documents in an archive and in archives in it, and what is wrong with the others."""
    found: list[Member] = []
    errors: list[LoadError] = []
    for part in _below(archive, (), data, is_document):
        if isinstance(part, Member):
            found.append(part)
        else:
            errors.append(part)
    twice = {member for member, count in Counter(found).items() if count > 1}
    errors.extend(LoadError(str(m), "is in the archive more than once; keep one") for m in twice)
    found = sorted(set(found) - twice)
    if not found and not errors:
        errors.append(LoadError(str(Member(archive, ())), "no documents in it"))
    return found, sorted(errors, key=str)


def _below(
    archive: Path, inside: tuple[str, ...], data: bytes, is_document: Callable[[str], bool]
) -> Iterator[Member | LoadError]:
    path = str(Member(archive, inside))
    try:
        package = Package(path, data)
    except LoadError as error:
        yield error
        return
    for name in package.names:
        member = Member(archive, (*inside, name))
        if any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts):
            continue
        if not name.lower().endswith(".zip"):
            if is_document(name):
                yield member
        elif len(inside) + 1 >= MOST_NESTING:
            yield LoadError(
                str(member), f"more than {MOST_NESTING} archives in one another; unpack it"
            )
        else:
            try:
                inner = package.read(name)
            except LoadError as error:
                yield error
                continue
            yield from _below(archive, member.inside, inner, is_document)


def read(member: Member, data: bytes) -> bytes:
    """Return the bytes of a member; ``data`` is the archive. Raises :class:`LoadError`."""
    for depth, name in enumerate(member.inside):
        data = Package(str(Member(member.archive, member.inside[:depth])), data).read(name)
    return data
