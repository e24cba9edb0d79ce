"""Numbers and bullets that a word processor sets before paragraphs without writing them down."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_HANGUL = "가나다라마바사아자차카타파하"
_JAMO = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_ROMAN = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_PLACE = re.compile(r"[\^%](\d{1,2})")


def _of(letters: str) -> Callable[[int], str]:
    return lambda n: letters[(n - 1) % len(letters)]


def _roman(number: int) -> str:
    written, left = "", number % 400
    for value, letters in _ROMAN:
        written += letters * (left // value)
        left %= value
    return written


def _enclosed(first: str, most: int) -> Callable[[int], str]:
    return lambda n: chr(ord(first) + n - 1) if n <= most else f"({n})"


_LATIN = "abcdefghijklmnopqrstuvwxyz"
_STYLES: Mapping[str, Callable[[int], str]] = {
    "digit": str,
    "circled": _enclosed("①", 20),
    "roman": _roman,
    "small roman": lambda n: _roman(n).lower(),
    "latin": _of(_LATIN.upper()),
    "small latin": _of(_LATIN),
    "circled latin": _enclosed("Ⓐ", 26),
    "circled small latin": _enclosed("ⓐ", 26),
    "hangul": _of(_HANGUL),
    "circled hangul": _enclosed("㉮", 14),
    "jamo": _of(_JAMO),
    "circled jamo": _enclosed("㉠", 14),
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is written, where ``^1`` is the number of the first level.

    A bullet is a format without places.
    """

    format: str
    style: str = "digit"
    start: int = 1


@dataclass
class Counters:
    """How far each list of one document has counted."""

    reached: dict[str, list[int]] = field(default_factory=dict)

    def mark(self, key: str, levels: Mapping[int, Level], depth: int) -> str:
        """Return the mark of the next paragraph at ``depth`` (0 the outermost) of the list ``key``."""
        level = levels.get(depth)
        if level is None:
            return ""
        if not _PLACE.search(level.format):
            return level.format
        counts = self.reached.setdefault(key, [])
        del counts[depth + 1 :]
        while len(counts) <= depth:
            above = levels.get(len(counts))
            counts.append((above.start if above else 1) - (len(counts) == depth))
        counts[depth] += 1
        return _PLACE.sub(lambda m: _written(int(m[1]) - 1, counts, levels), level.format)


def _written(depth: int, counts: list[int], levels: Mapping[int, Level]) -> str:
    if depth >= len(counts) or depth < 0:
        return ""
    level = levels.get(depth)
    style = _STYLES.get(level.style if level else "digit", str)
    return style(max(1, counts[depth]))
