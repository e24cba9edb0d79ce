"""Columns of a terminal: Hangul takes two, and cells are wrapped to fit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

GAP = 2
LEAST = 6
"""No column is made narrower than this, however narrow the terminal."""


def cell_width(text: str) -> int:
    """Return the columns that ``text`` takes in a terminal."""
    return sum(_letter_width(letter) for letter in text)


@lru_cache(maxsize=8192)
def _letter_width(letter: str) -> int:
    from wcwidth import wcwidth

    return max(0, wcwidth(letter))


def fit(wanted: Sequence[int], width: int) -> list[int]:
    """Return the widths of the columns in a terminal of ``width`` columns; 0 is unlimited.

    Narrow columns keep what they want, the wide ones share what is left evenly.
    """
    sizes = list(wanted)
    spare = width - GAP * (len(sizes) - 1)
    if not width or sum(sizes) <= spare:
        return sizes
    waiting = sorted(range(len(sizes)), key=lambda i: (sizes[i], i))
    for done, column in enumerate(waiting):
        share = max(LEAST, spare // (len(waiting) - done))
        sizes[column] = min(sizes[column], share)
        spare -= sizes[column]
    return sizes


def padded(cells: Sequence[str], sizes: Sequence[int]) -> str:
    """Return one line of a table, without space at its end."""
    parts = (
        _cut(cell, size) + " " * max(0, size - cell_width(_cut(cell, size)))
        for cell, size in zip(cells, sizes, strict=True)
    )
    return (" " * GAP).join(parts).rstrip()


def wrapped(text: str, size: int, most: int) -> list[str]:
    """Return ``text`` as lines of at most ``size`` columns, broken at spaces where there are any.

    ``most`` is the greatest number of lines, 0 for any; the last one then ends in ``…``.
    """
    lines: list[str] = []
    rest = text
    while rest and (not most or len(lines) < most):
        at = _break(rest, size)
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    if rest:
        lines[-1] = _cut(lines[-1] + "…", size)
    return lines or [""]


def _break(text: str, size: int) -> int:
    """Where the first line of ``text`` ends: at a space if that does not waste half of it."""
    used = 0
    for at, letter in enumerate(text):
        used += _letter_width(letter)
        if used > size:
            space = text.rfind(" ", 0, at + 1)
            return space if space > at // 2 else max(1, at)
    return len(text)


def _cut(text: str, size: int) -> str:
    if cell_width(text) <= size:
        return text
    kept, used = "", 0
    for letter in text:
        used += _letter_width(letter)
        if used > size - 1:
            break
        kept += letter
    return kept + "…"
