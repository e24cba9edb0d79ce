"""Compound files (MS-CFB), as HWP 5 is wrapped in: a small file system of 512-byte sectors."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from itertools import pairwise

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file of ``streams``; a slash in a name stands for one folder."""
    entries = _entries(streams)
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(data: bytes) -> int:
        """Store in sectors, and return the number of the first."""
        if not data:
            return _END
        first, count = len(sectors), -(-len(data) // _SECTOR)
        padded = data.ljust(count * _SECTOR, b"\0")
        sectors.extend(padded[i * _SECTOR : (i + 1) * _SECTOR] for i in range(count))
        fat.extend([*range(first + 1, first + count), _END])
        return first

    small, small_fat = b"", list[int]()
    places: dict[str, int] = {}
    for name, data in streams.items():
        if len(data) >= _CUTOFF:
            places[name] = store(data)
            continue
        first, count = len(small) // _SMALL, -(-len(data) // _SMALL)
        places[name] = first if count else _END
        small += data.ljust(count * _SMALL, b"\0")
        small_fat.extend([*range(first + 1, first + count), _END] if count else [])
    mini = store(small)
    mini_fat = store(struct.pack(f"<{len(small_fat)}I", *small_fat))
    tree = b"".join(
        _entry(
            e,
            places.get(e[0], mini if not e[0] else _END),
            len(streams.get(e[0], small if not e[0] else b"")),
        )
        for e in entries
    )
    folder = store(tree)
    count = 1
    while (len(sectors) + count) * 4 > count * _SECTOR:
        count += 1
    places_of_fat = range(len(sectors), len(sectors) + count)
    fat.extend([_FAT] * count)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(count * _SECTOR, b"\xff")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, count, folder, 0, _CUTOFF, mini_fat, 1 if small_fat else 0, _END, 0,
    )  # fmt: skip
    difat = [*places_of_fat, *[_FREE] * (109 - count)]
    return header + struct.pack("<109I", *difat) + b"".join(sectors) + table


Entry = tuple[str, str, int, int, int]
"""Path, name, kind (5 root, 1 folder, 2 stream), first child, next sibling."""


def _entries(streams: Mapping[str, bytes]) -> list[Entry]:
    """The root, the folders, the streams; siblings hang one on the other's right."""
    folders = sorted({name.partition("/")[0] for name in streams if "/" in name})
    names = [*folders, *sorted(streams)]
    number = {name: i for i, name in enumerate(names, 1)}

    def chain(group: list[str]) -> dict[str, int]:
        return {a: number[b] for a, b in pairwise(group)}

    def order(name: str) -> tuple[int, str]:
        own = name.rpartition("/")[2]
        return len(own), own.upper()

    top = sorted((n for n in names if "/" not in n), key=order)
    following = chain(top)
    children = {}
    for folder in folders:
        inner = sorted((n for n in streams if n.startswith(f"{folder}/")), key=order)
        following |= chain(inner)
        children[folder] = number[inner[0]]
    found = [("", "Root Entry", 5, number[top[0]], _NONE)]
    for name in names:
        kind = 1 if name in folders else 2
        own = name.rpartition("/")[2]
        found.append((name, own, kind, children.get(name, _NONE), following.get(name, _NONE)))
    return found


def _entry(entry: Entry, place: int, size: int) -> bytes:
    _, name, kind, child, right = entry
    written = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIQ", written, len(written) + 2, kind, 1, _NONE, right, child,
        0 if kind == 1 else place, 0 if kind == 1 else size,
    )  # fmt: skip
