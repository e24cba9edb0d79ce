"""How alike two names are in the words that the vocabulary does not know."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from graph.resources import vocabulary_folder
from graph.vocabulary.reader import read_words

_WORD = re.compile(r"[가-힣]{2,}|[A-Za-z][A-Za-z0-9-]{2,}")
_PARTICLE = re.compile(r"(?<=[가-힣]{2})(?:으로|에서|까지|을|를|의|과|와|로|에|은|는)$")


@cache
def _plain() -> frozenset[str]:
    """The words of programme prose that name no subject."""
    return read_words(vocabulary_folder() / "plain_words.txt")


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name that name a subject, without particles."""
    words = (_PARTICLE.sub("", word) for word in _WORD.findall(name))
    return tuple(word for word in words if word.casefold() not in _plain())


def pieces(name: str) -> frozenset[str]:
    """Return what is compared of a name: pairs of syllables, and whole Latin words.

    Pairs, because Korean compounds are written with and without spaces and share their stems.
    """
    found: set[str] = set()
    for word in words_of(name):
        if word.isascii():
            found.add(word.casefold().removesuffix("s"))
        else:
            found.update(word[at : at + 2] for at in range(len(word) - 1))
    return frozenset(found)


def rarity(names: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """Return how much each piece tells: the fewer of ``names`` have it, the more."""
    every = list(names)
    counts = Counter(piece for one in every for piece in one)
    return {piece: math.log(1 + len(every) / count) for piece, count in counts.items()}


def likeness(a: frozenset[str], b: frozenset[str], rare: Mapping[str, float]) -> float:
    """Return from 0 to 1 how much of both names' telling pieces is shared (Dice's measure)."""

    def weight(some: frozenset[str]) -> float:
        return sum(rare.get(piece, 0.0) for piece in sorted(some))

    whole = weight(a) + weight(b)
    return 2 * weight(a & b) / whole if whole else 0.0
