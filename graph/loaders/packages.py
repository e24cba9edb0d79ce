"""ZIP files, as archives and as the wrapping of DOCX and HWPX: what they hold, within limits."""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile, ZipInfo

from graph.errors import LoadError

MOST_MEMBERS = 10_000
MOST_UNPACKED = 200_000_000
"""What all members together may say that they unpack to: zipfile holds them to it."""

_UTF8 = 0x800
_ENCRYPTED = 0x1
_BROKEN = (
    BadZipFile,
    EOFError,
    LZMAError,
    NotImplementedError,
    OSError,
    OverflowError,
    struct.error,
    UnicodeError,
    ValueError,
    zlib.error,
)
"""What zipfile and the decompressors raise for files that are no ZIP, or no longer a whole one."""


class Package:
    """The members of one ZIP file, by name."""

    def __init__(self, path: str, data: bytes) -> None:
        """Open ``data``; ``path`` names it in messages. Raises :class:`LoadError`."""
        self.path = path
        try:
            self._file = ZipFile(BytesIO(data))
            infos = [info for info in self._file.infolist() if not info.filename.endswith("/")]
        except _BROKEN as error:
            raise LoadError(
                path, "is a broken or truncated ZIP; save or download it again"
            ) from error
        if len(infos) > MOST_MEMBERS:
            raise LoadError(path, f"holds more than {MOST_MEMBERS:,} files; split it")
        if sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise LoadError(path, f"unpacks to more than {MOST_UNPACKED:,} bytes; split it")
        self.names = tuple(_name(info) for info in infos)
        """Every member's name; damaged and hostile files have one more than once."""
        self.members: Mapping[str, ZipInfo] = dict(zip(self.names, infos, strict=True))

    def read(self, name: str) -> bytes:
        """Return the bytes of a member. Raises :class:`LoadError` if there is none or it is broken."""
        info = self.members.get(name)
        if info is None:
            raise LoadError(self.path, f"has no {shown(name)}; save or download it again")
        if info.flag_bits & _ENCRYPTED:
            raise LoadError(self.path, "needs a password; save it without one")
        try:
            return self._file.read(info)
        except _BROKEN as error:
            raise LoadError(
                self.path, f"is broken at {shown(name)}; save or download it again"
            ) from error


def _name(info: ZipInfo) -> str:
    """The member's name: Korean Windows writes CP949 without saying so, macOS takes letters apart."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("cp949")
    parts = unicodedata.normalize("NFC", name).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))


def shown(name: str) -> str:
    """The name on one line."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)
