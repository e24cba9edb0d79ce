"""Which parts of programmes are worth comparing: those that stand under one entry of an index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product

from graph.analysis.areas import areas_of
from graph.analysis.concepts import Concepts
from graph.analysis.parts import Part
from graph.analysis.wording import pieces, rarity, words_of

_COMMON = 40
"""A piece of wording that more names have leads to no pair."""

_SPECIAL = 0.6
"""Two kinds of one technology are compared where that one has few kinds."""

_Groups = dict[frozenset[str], list[int]]
"""Positions of parts by the programmes that list them."""


class Names:
    """The telling pieces of the parts' names: without what the vocabulary knows."""

    def __init__(self, parts: tuple[Part, ...], concepts: Concepts) -> None:
        self._names = {p.entity.id: _unknown(p.entity.name, concepts) for p in parts}
        self._pieces = {key: pieces(name) for key, name in self._names.items()}
        self.rare = rarity(self._pieces.values())

    def pieces(self, part: Part) -> frozenset[str]:
        """Return the pieces of the part's name."""
        return self._pieces[part.entity.id]

    def shared(self, a: Part, b: Part) -> tuple[str, ...]:
        """Return the words of the two names that lie wholly in what both share."""
        common = self.pieces(a) & self.pieces(b)
        words = (w for p in (a, b) for w in words_of(self._names[p.entity.id]))
        return tuple(sorted({w for w in words if (own := pieces(w)) and own <= common}))


def _unknown(name: str, concepts: Concepts) -> str:
    """The name with the technologies and areas of the vocabulary blanked out."""
    letters = list(name)
    for _, where in concepts.named_in(name):
        for at in where:
            letters[at] = " "
    left = "".join(letters)
    return " ".join(w for w in words_of(left) if not areas_of(w, concepts.vocabulary))


def candidates(parts: tuple[Part, ...], concepts: Concepts, names: Names) -> list[set[int]]:
    """Return, for the position of each part, those of later parts that it may meet."""
    later: list[set[int]] = [set() for _ in parts]
    entries = (
        _by_technology(parts, concepts),
        _by_area(parts, concepts),
        _by_wording(parts, names),
    )
    for left, right in chain.from_iterable(entries):
        later[left].add(right)
    return [
        {other for other in others if part.may_meet(parts[other])}
        for part, others in zip(parts, later, strict=True)
    ]


def _by_technology(parts: tuple[Part, ...], concepts: Concepts) -> Iterator[tuple[int, int]]:
    direct: dict[str, _Groups] = defaultdict(lambda: defaultdict(list))
    below: dict[str, _Groups] = defaultdict(lambda: defaultdict(list))
    next_below: dict[str, _Groups] = defaultdict(lambda: defaultdict(list))
    for at, part in enumerate(parts):
        for use in part.uses if part.entity.label == "Mission" else ():
            if use.concept.telling:
                direct[use.concept.key][part.programmes].append(at)
                for up, steps in concepts.broader(use.concept).items():
                    below[up][part.programmes].append(at)
                    if len(steps) == 2 and concepts.special(up) >= _SPECIAL:
                        next_below[up][part.programmes].append(at)
    for key, groups in sorted(direct.items()):
        yield from _across(groups)
        yield from _between(groups, below.get(key, {}))
    for _, groups in sorted(next_below.items()):
        yield from _across(groups)


def _by_area(parts: tuple[Part, ...], concepts: Concepts) -> Iterator[tuple[int, int]]:
    fields: dict[str, _Groups] = defaultdict(lambda: defaultdict(list))
    below: dict[str, _Groups] = defaultdict(lambda: defaultdict(list))
    for at, part in enumerate(parts):
        if part.entity.label == "Field":
            for name in part.areas:
                fields[name][part.programmes].append(at)
        reached = part.areas if part.entity.label == "Field" else _areas_of_uses(part)
        for name in reached:
            for up in concepts.areas_above(name):
                below[up][part.programmes].append(at)
    for name, groups in sorted(fields.items()):
        yield from _between(groups, below.get(name, {}))


def _areas_of_uses(part: Part) -> frozenset[str]:
    return part.named.union(area for use in part.uses for area in use.concept.areas)


def _by_wording(parts: tuple[Part, ...], names: Names) -> Iterator[tuple[int, int]]:
    index: dict[tuple[str, str], _Groups] = defaultdict(lambda: defaultdict(list))
    for at, part in enumerate(parts):
        for piece in names.pieces(part):
            index[part.entity.label, piece][part.programmes].append(at)
    for _, groups in sorted(index.items()):
        if sum(map(len, groups.values())) <= _COMMON:
            yield from _across(groups)


def _across(groups: _Groups) -> Iterator[tuple[int, int]]:
    for one, other in combinations(groups.values(), 2):
        yield from _ordered(product(one, other))


def _between(left: _Groups, right: _Groups) -> Iterator[tuple[int, int]]:
    for (one, some), (other, more) in product(left.items(), right.items()):
        if one != other:
            yield from _ordered(product(some, more))


def _ordered(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((a, b) if a < b else (b, a) for a, b in pairs)
