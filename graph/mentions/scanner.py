"""Finds known names in running text, whatever the spacing: ``피지컬 AI`` and ``피지컬AI`` are one."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graph.korean import ends_word, starts_word
from graph.model import Entity, Span

_PREFIX = 2
"""Names are indexed by this many letters, so a position is compared with few of them."""


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without spaces and case, and where each of its letters stands in the original."""

    letters: str
    positions: tuple[int, ...]


def squeeze(text: str) -> Squeezed:
    """Drop spaces within lines (a line break or a tab still separates) and fold case.

    >>> squeeze("피지컬 AI").letters
    '피지컬ai'
    """
    letters, positions = [], []
    dropped = {at for match in _REPEATED.finditer(text) for at in range(*match.span())}
    for at, letter in enumerate(text):
        if at in dropped:
            continue
        if letter in "\n\t" or not letter.isspace():
            folded = unicodedata.normalize("NFKC", letter).casefold()
            letters.append(folded[0] if folded else letter)
            positions.append(at)
    return Squeezed("".join(letters), tuple(positions))


_REPEATED = re.compile(r"(?<=인공지능)\(AI\)(?=\s?[가-힣])")
"""``인공지능(AI) 반도체``: the abbreviation within a longer name says it twice."""


def _is_written_so(name: str, text: str) -> bool:
    return text.isupper() if name.isupper() else not re.search(r"\s", text)


class Scanner:
    """Finds the names of entities in a text.

    Of two names that are the same letters the first counts, and its own before those of ``beyond``.
    An abbreviation (ADD) is found only in capitals and a single Latin word (OpenAI) only as one, so that
    neither is taken for other words.
    """

    def __init__(self, names: Iterable[tuple[str, Entity]], beyond: Scanner | None = None) -> None:
        known: dict[tuple[str, str], tuple[str, Entity]] = {}
        for name, entity in names:
            key = squeeze(name).letters
            if len(key) >= _PREFIX:
                capitals = name if name.isascii() and " " not in name else ""
                known.setdefault((key, entity.label), (capitals, entity))
        self._keys = frozenset(known)
        self._beyond = beyond
        self._names: dict[str, list[tuple[str, str, Entity]]] = defaultdict(list)
        longest_first = sorted(known.items(), key=lambda item: (-len(item[0][0]), item[0]))
        for (key, _), (capitals, entity) in longest_first:
            self._names[key[:_PREFIX]].append((key, capitals, entity))

    def find(
        self, text: str, may_end: Callable[[str, int, Entity], bool]
    ) -> Iterator[tuple[Span, Entity]]:
        """Yield every occurrence, longest names first at each position.

        ``may_end(text, end, entity)`` accepts ends that are not word ends (``우주항공청장``).
        """
        squeezed = squeeze(text)
        letters, positions = squeezed.letters, squeezed.positions
        for at in range(len(letters) - _PREFIX + 1):
            known = list(self._starting_with(letters[at : at + _PREFIX]))
            if not known or not starts_word(text, positions[at]):
                continue
            for name, capitals, entity in known:
                if not letters.startswith(name, at):
                    continue
                end = positions[at + len(name) - 1] + 1
                if capitals and not _is_written_so(capitals, text[positions[at] : end]):
                    continue
                if ends_word(text, end) or may_end(text, end, entity):
                    yield Span(positions[at], end), entity

    def _starting_with(self, prefix: str) -> Iterator[tuple[str, str, Entity]]:
        yield from self._names.get(prefix, ())
        if self._beyond:
            for name, capitals, entity in self._beyond._starting_with(prefix):
                if (name, entity.label) not in self._keys:
                    yield name, capitals, entity
