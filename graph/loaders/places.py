"""Where a document is: a file, a member of an archive, an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from graph.loaders.packages import shown

_ADDRESS = re.compile(r"https?:/{1,2}(?=[^/])", re.IGNORECASE)
"""A path library makes one slash of two."""


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A document in an archive, or in an archive in it; ``inside`` are the names on the way to it."""

    archive: Path
    inside: tuple[str, ...]

    @property
    def name(self) -> str:
        """The document's own name, the same wherever the archive lies: ``archive.zip!member.txt``."""
        return shown("!".join((self.archive.name, *self.inside)))

    @property
    def suffix(self) -> str:
        """The suffix of the member's name."""
        return Path(self.inside[-1]).suffix

    def __str__(self) -> str:
        return shown("!".join((str(self.archive), *self.inside)))


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A document on the web."""

    url: str

    @property
    def name(self) -> str:
        """The document's own name: its address."""
        return shown(self.url)

    def __str__(self) -> str:
        return self.name


Place: TypeAlias = Path | Member | Address


def is_address(given: Path | str) -> bool:
    """Say whether what was given for a path is an address of the web."""
    return _ADDRESS.match(str(given)) is not None


def address(given: Path | str) -> Address:
    """Return the address that was given, without what only a browser looks at (``#…``)."""
    scheme, _, rest = str(given).partition(":")
    return Address(f"{scheme.lower()}://{rest.lstrip('/')}".partition("#")[0])
