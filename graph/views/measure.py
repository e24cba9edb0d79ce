"""How much room text takes, without a screen: a full-width character is as wide as it is high."""

from __future__ import annotations

import unicodedata
from math import ceil

SIZE = 12.5
"""The size of names in points; scripts/draw.js uses the same."""

LINE = 15.5
"""From one line of a name to the next."""


def text_width(text: str, size: float = SIZE) -> float:
    """Return the width of ``text`` in points, a little generous.

    >>> text_width("양자") > text_width("AI")
    True
    """
    full = sum(1 for letter in text if unicodedata.east_asian_width(letter) in "WF")
    return size * (full * 0.97 + (len(text) - full) * 0.6)


def lines_needed(text: str, width: float) -> int:
    """Return how many lines of ``width`` points the text takes when it is broken."""
    return max(1, ceil(text_width(text) * 1.06 / max(width, SIZE)))
