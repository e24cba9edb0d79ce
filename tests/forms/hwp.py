"""HWP 5: records in the streams of a compound file."""

from __future__ import annotations

import struct
import zlib

from forms.compound import compound
from forms.release import Grid, Line, Merged, Release, Styled

CHAR_SHAPE, PARA_SHAPE = 0x15, 0x19
PARA_HEADER, PARA_TEXT, PARA_CHAR_SHAPE, CTRL_HEADER, LIST_HEADER, TABLE = (
    0x42,
    0x43,
    0x44,
    0x47,
    0x48,
    0x4D,
)
_TABLE_SIGN = 11
COMPRESSED, PASSWORD, DISTRIBUTED = 1, 2, 4


def hwp(release: Release, flags: int = COMPRESSED) -> bytes:
    return packed(section_of(release), flags)


def section_of(release: Release) -> bytes:
    """Return the records of the text."""
    return b"".join(
        _paragraph(part.text, 0, part.level) if isinstance(part, Line) else _table(part)
        for part in release
    )


def packed(section: bytes, flags: int = COMPRESSED, styles: bytes = b"") -> bytes:
    """Return the file whose only section has those records."""
    info = b"".join(_char_shape(size, bold) for size, bold in ((1400, 0), (1400, 1), (2200, 1)))
    info += styles or record(PARA_SHAPE, 0, bytes(54))
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000500, flags)
    return compound({
        "FileHeader": header.ljust(256, b"\0"),
        "DocInfo": _deflated(info, flags),
        "BodyText/Section0": _deflated(section, flags),
    })  # fmt: skip


def _deflated(data: bytes, flags: int) -> bytes:
    if not flags & COMPRESSED:
        return data
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(data) + engine.flush()


def record(tag: int, level: int, data: bytes) -> bytes:
    size = min(len(data), 0xFFF)
    head = struct.pack("<I", tag | level << 10 | size << 20)
    return head + (struct.pack("<I", len(data)) if size == 0xFFF else b"") + data


def _char_shape(size: int, bold: int) -> bytes:
    return record(CHAR_SHAPE, 0, bytes(42) + struct.pack("<iI", size, bold << 1) + bytes(22))


def _paragraph(
    line: Styled, depth: int, level: int = 0, shape: int = 0, within: bytes = b""
) -> bytes:
    text = "".join(text for text, _ in line)
    units = (
        struct.pack("<H4s8xH", _TABLE_SIGN, b" lbt", _TABLE_SIGN) if within else b""
    ) + text.encode("utf-16-le")
    shapes, at = b"", 0
    for part, bold in line or (("", False),):
        shapes += struct.pack("<II", at, 2 if level in (1, 2) else int(bold))
        at += len(part.encode("utf-16-le")) // 2
    units += struct.pack("<H", 13)
    head = struct.pack("<IIHBBHHHI", len(units) // 2, 0, shape, 0, 0, len(shapes) // 8, 0, 0, 0)
    return (
        record(PARA_HEADER, depth, head)
        + record(PARA_TEXT, depth + 1, units)
        + record(PARA_CHAR_SHAPE, depth + 1, shapes)
        + within
    )


def _table(grid: Grid) -> bytes:
    sizes = [len(grid.row(r)) for r in range(grid.height)]
    shape = struct.pack(f"<IHH10x{grid.height}HH", 0, grid.height, grid.width, *sizes, 1)
    within = record(CTRL_HEADER, 1, b" lbt" + bytes(42)) + record(TABLE, 2, shape)
    for r in range(grid.height):
        within += b"".join(map(_cell, grid.row(r)))
    return _paragraph((), 0, within=within)


def _cell(cell: Merged) -> bytes:
    lines = cell.lines or ((),)
    place = struct.pack("<HHHH", cell.column, cell.row, cell.columns, cell.rows)
    head = struct.pack("<iI", len(lines), 0) + place + bytes(22)
    return record(LIST_HEADER, 2, head) + b"".join(_paragraph(line, 2) for line in lines)
