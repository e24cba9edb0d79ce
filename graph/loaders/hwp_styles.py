"""The styles of an HWP 5 file: the height and weight of letters, the lists of paragraphs."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.loaders.hwp_records import BULLET, CHAR_SHAPE, NUMBERING, PARA_SHAPE, Record
from graph.loaders.numbering import Level

_STYLES = {
    0: "digit",
    1: "circled",
    2: "roman",
    3: "small roman",
    4: "latin",
    5: "small latin",
    6: "circled latin",
    7: "circled small latin",
    8: "hangul",
    9: "circled hangul",
    10: "jamo",
    11: "circled jamo",
}
_SIZE_AT, _PROPERTIES_AT, _BOLD = 42, 46, 0x2
_LIST_AT = 30
_HEAD = 12
"""Bytes before the letters of a bullet, or of one level of a numbering."""
_KINDS = {2: "NUMBER", 3: "BULLET"}


@dataclass(frozen=True, slots=True)
class Shape:
    """The list that paragraphs of one shape belong to, and their depth in it."""

    key: str
    level: int


@dataclass(frozen=True, slots=True)
class Styles:
    """By number: size and weight of letters, shapes of paragraphs; by key: the levels of lists."""

    letters: tuple[tuple[float, bool], ...]
    shapes: tuple[Shape | None, ...]
    lists: Mapping[str, Mapping[int, Level]]


def read_styles(records: Iterable[Record]) -> Styles:
    """Return the styles among the records of ``DocInfo``."""
    letters: list[tuple[float, bool]] = []
    shapes: list[Shape | None] = []
    lists: dict[str, Mapping[int, Level]] = {}
    bullets = numberings = 0
    for record in _all(records):
        if record.tag == CHAR_SHAPE:
            bold = bool(record.number(_PROPERTIES_AT, "<I") & _BOLD)
            letters.append((record.number(_SIZE_AT, "<i") / 100, bold))
        elif record.tag == BULLET:
            bullets += 1
            lists[f"BULLET {bullets}"] = dict.fromkeys(range(10), _bullet(record))
        elif record.tag == NUMBERING:
            numberings += 1
            lists[f"NUMBER {numberings}"] = _levels(record.data)
        elif record.tag == PARA_SHAPE:
            shapes.append(_shape(record))
    return Styles(tuple(letters), tuple(shapes), lists)


def _all(records: Iterable[Record]) -> Iterable[Record]:
    for record in records:
        yield record
        yield from record.within


def _shape(record: Record) -> Shape | None:
    properties = record.number(0, "<I")
    kind = _KINDS.get(properties >> 23 & 0x3)
    return Shape(f"{kind} {record.number(_LIST_AT)}", properties >> 25 & 0x7) if kind else None


def _bullet(record: Record) -> Level:
    return Level(chr(record.number(_HEAD)) if record.number(_HEAD) > 31 else "", "none")


def _levels(data: bytes) -> dict[int, Level]:
    """The seven levels of a numbering: a head, then the format in UTF-16 with its length before it."""
    levels: dict[int, Level] = {}
    at = 0
    for depth in range(7):
        if at + _HEAD + 2 > len(data):
            break
        properties, size = struct.unpack_from("<I8xH", data, at)
        at += _HEAD + 2
        text = data[at : at + 2 * size].decode("utf-16-le", "replace")
        levels[depth] = Level(text, _STYLES.get(properties >> 5 & 0xF, "digit"))
        at += 2 * size
    return levels
