"""HWP 5: the streams of the compound file and the records in them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from graph.errors import LoadError

PARA_HEADER, PARA_TEXT, PARA_CHAR_SHAPE = 0x42, 0x43, 0x44
CTRL_HEADER, LIST_HEADER, TABLE = 0x47, 0x48, 0x4D
CHAR_SHAPE, NUMBERING, BULLET, PARA_SHAPE = 0x15, 0x17, 0x18, 0x19

MOST_UNPACKED = 200_000_000
MOST_RECORDS = 2_000_000
_SIGNATURE = b"HWP Document File"
_COMPRESSED, _PASSWORD, _DISTRIBUTED, _RIGHTS = 0x1, 0x2, 0x4, 0x10
_BROKEN = "is a broken or truncated HWP file; save or download it again"


@dataclass(slots=True)
class Record:
    """One record and those within it."""

    tag: int
    level: int
    data: bytes
    within: list[Record] = field(default_factory=list)

    def number(self, offset: int, form: str = "<H", default: int = 0) -> int:
        """Return the number at ``offset``; a record that is too short has ``default`` there."""
        if offset + struct.calcsize(form) > len(self.data):
            return default
        return int(struct.unpack_from(form, self.data, offset)[0])


@dataclass(frozen=True, slots=True)
class Streams:
    """The unpacked streams of one file."""

    styles: bytes
    sections: Sequence[bytes]


def read_streams(path: str, data: bytes) -> Streams:
    """Return the streams of an HWP 5 file. Raises :class:`LoadError`."""
    from olefile import OleFileIO

    try:
        with OleFileIO(BytesIO(data), raise_defects=40) as file:
            return _streams(path, file)
    except LoadError:
        raise
    except Exception as error:
        raise LoadError(path, _BROKEN) from error


def _streams(path: str, file: object) -> Streams:
    from olefile import OleFileIO

    assert isinstance(file, OleFileIO)
    if not file.exists("FileHeader"):
        raise LoadError(path, "is an old Office file, not an HWP file; save it as DOCX or text")
    header = file.openstream("FileHeader").read(256)
    if not header.startswith(_SIGNATURE) or len(header) < 40:
        raise LoadError(path, _BROKEN)
    (flags,) = struct.unpack_from("<I", header, 36)
    if flags & _PASSWORD:
        raise LoadError(path, "needs a password; save it without one")
    if flags & (_DISTRIBUTED | _RIGHTS):
        raise LoadError(
            path, "is an HWP file locked for distribution; save it as HWPX, PDF or text"
        )
    budget = MOST_UNPACKED
    found: list[bytes] = []
    names = [name for name in file.listdir() if name[0] == "BodyText" and len(name) == 2]
    numbers = sorted(int(n[1][7:]) for n in names if n[1][7:].isdecimal())
    for name in (["DocInfo"], *(["BodyText", f"Section{n}"] for n in numbers)):
        raw = file.openstream(name).read()
        plain = _inflated(raw, budget) if flags & _COMPRESSED else raw
        budget -= len(plain)
        if budget <= 0:
            raise LoadError(path, f"unpacks to more than {MOST_UNPACKED:,} bytes; split it")
        found.append(plain)
    if len(found) < 2:
        raise LoadError(path, _BROKEN)
    return Streams(found[0], found[1:])


def _inflated(data: bytes, most: int) -> bytes:
    engine = zlib.decompressobj(-15)
    return engine.decompress(data, most) + engine.flush(1)


def records(path: str, data: bytes) -> list[Record]:
    """Return the outermost records of a stream, the others within them. Raises :class:`LoadError`."""
    root = Record(-1, -1, b"")
    open_ones = [root]
    for count, record in enumerate(_flat(path, data)):
        if count > MOST_RECORDS:
            raise LoadError(path, "holds too many records; split it")
        while open_ones[-1].level >= record.level:
            open_ones.pop()
        open_ones[-1].within.append(record)
        open_ones.append(record)
    return root.within


def _flat(path: str, data: bytes) -> Iterator[Record]:
    at, end = 0, len(data)
    while at + 4 <= end:
        (header,) = struct.unpack_from("<I", data, at)
        at += 4
        size = header >> 20
        if size == 0xFFF:
            if at + 4 > end:
                raise LoadError(path, _BROKEN)
            (size,) = struct.unpack_from("<I", data, at)
            at += 4
        if at + size > end:
            raise LoadError(path, _BROKEN)
        yield Record(header & 0x3FF, (header >> 10) & 0x3FF, data[at : at + size])
        at += size
