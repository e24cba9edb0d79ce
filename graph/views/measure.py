"""How much room text takes, without a screen: a full-width character is as wide as it is high."""

from __future__ import annotations

import unicodedata
from math import ceil

SIZE = 12.5
"""The size of names in points; scripts/draw.js uses the same."""

LINE = 15.5
"""From one line of a name to the next."""

_WIDE, _NARROW = frozenset("MWmw@%—…"), frozenset("iljtfrI.,:;'|()[]! ·-")


def text_width(text: str, size: float = SIZE) -> float:
    """Return the width of ``text`` in points, a little generous.

    >>> text_width("양자") > text_width("AI")
    True
    """
    return size * sum(map(_em, text))


def lines_needed(text: str, width: float) -> int:
    """Return how many lines of ``width`` points the text takes when it is broken."""
    return max(1, ceil(text_width(text) * 1.04 / max(width, SIZE)))


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.38
    if letter in _WIDE:
        return 0.95
    if unicodedata.east_asian_width(letter) in "WF":
        return 0.95
    return 0.7 if letter.isupper() else 0.6
