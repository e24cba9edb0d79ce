"""The vocabulary's technologies as concepts: what a name means and what is broader than it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.analysis.areas import ENABLING, areas_of, with_broader
from graph.korean import ends_word, starts_word
from graph.model import Entity, name_key
from graph.vocabulary import Term, Vocabulary

_STEPS = 3
"""How far up a broader technology still says something of a narrower one."""

_WHOLE_AREAS = frozenset({"area", "general", "legal-class"})
"""Kinds that say too little to be what two missions share."""

_RANK = (1.0, 0.75, 0.6)
"""What a technology's first, second and further areas count."""

_AREA_STEP = 0.75
"""What each step up to a broader area leaves."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What a technology's name means.

    ``key`` is equal for equal meanings; ``term`` is its row, or for a name that the vocabulary does
    not know, the row that the name ends in (its head), if any.
    """

    key: str
    name: str
    term: Term | None = None

    @property
    def telling(self) -> bool:
        """Say whether to share it says more than to share an area."""
        return self.term is None or self.term.kind not in _WHOLE_AREAS

    @property
    def areas(self) -> tuple[str, ...]:
        """The names of its areas, the most fitting first."""
        return self.term.fields if self.term else ()


class Concepts:
    """Reads names as concepts. One is made for each derivation; it keeps what it has looked up."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        terms = vocabulary.terms("Technology")
        self._chains = {t.name: self._climb(t) for t in terms}
        below = Counter(up for chains in self._chains.values() for up in chains)
        scale = math.log(len(terms) + 1) or 1.0
        self._special = {t.name: 1 - math.log(below[t.name] + 1) / scale for t in terms}
        self._starts = _by_start(vocabulary)
        self._above: dict[str, dict[str, int]] = {}

    def of(self, entity: Entity) -> Concept:
        """Return what a ``Technology`` means."""
        for name in (entity.name, *entity.aliases, entity.name_en):
            terms = self.vocabulary.lookup(name, "Technology") if name else ()
            if terms:
                return Concept(terms[0].name, terms[0].name, terms[0])
        return Concept(entity.id, entity.name, self._head(entity.name))

    def _head(self, name: str) -> Term | None:
        """The row that a compound ends in: a 초경량 태양광 모듈 is a 태양광 모듈."""
        words = name.split()
        for start in range(1, len(words)):
            terms = self.vocabulary.lookup(" ".join(words[start:]), "Technology")
            if terms:
                return terms[0]
        return None

    def broader(self, concept: Concept) -> dict[str, tuple[str, ...]]:
        """Return the broader technologies by name, each with the chain of names up to it."""
        if concept.term is None:
            return {}
        chains = self._chains[concept.term.name]
        if concept.key == concept.term.name:
            return chains
        own = {concept.term.name: (concept.name, concept.term.name)}
        return own | {up: (concept.name, *chain) for up, chain in chains.items()}

    def _climb(self, term: Term) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        waiting: list[tuple[str, ...]] = [(term.name,)]
        while waiting:
            chain = waiting.pop(0)
            below = self.vocabulary.term("Technology", chain[-1])
            for name in below.broader if below and len(chain) <= _STEPS else ():
                up = self.vocabulary.term("Technology", name)
                if up and up.kind not in _WHOLE_AREAS and name not in found and name not in chain:
                    found[name] = (*chain, name)
                    waiting.append((*chain, name))
        return found

    def special(self, name: str) -> float:
        """Say from 0 to 1 how special a technology is: the fewer it has below it, the more."""
        return self._special.get(name, 1.0)

    def fit(self, concept: Concept, areas: frozenset[str]) -> tuple[float, str]:
        """Say from 0 to 1 how well a technology falls in one of ``areas``, and in which."""
        best = (0.0, "")
        for rank, name in enumerate(concept.areas):
            for up, steps in self.areas_above(name).items():
                value = _RANK[min(rank, len(_RANK) - 1)] * _AREA_STEP**steps
                if up in areas and value > best[0]:
                    best = (value, up)
        return best

    def areas_above(self, name: str) -> dict[str, int]:
        """Return an area and those that it belongs to, with the steps up to them."""
        if name not in self._above:
            area = self.vocabulary.term("Field", name)
            self._above[name] = with_broader(area, self.vocabulary) if area else {}
        return self._above[name]

    def field_areas(self, name: str) -> tuple[Term, ...]:
        """Return the areas of a field's name; of a field called by a technology, that one's area."""
        found = areas_of(name, self.vocabulary)
        if found:
            return found
        firsts = [c.areas[0] for c, _ in self.named_in(name) if c.areas]
        areas = [self.vocabulary.term("Field", first) for first in dict.fromkeys(firsts)]
        return tuple(a for a in areas if a)

    def enabling(self, area: str) -> bool:
        """Say whether an area serves all others."""
        term = self.vocabulary.term("Field", area)
        return term is not None and term.kind == ENABLING

    def is_tool(self, concept: Concept) -> bool:
        """Say whether a technology serves any aim: a foundation model, a data centre, AI."""
        return bool(concept.areas) and self.enabling(concept.areas[0])

    def named_in(self, text: str) -> Iterator[tuple[Concept, range]]:
        """Yield the technologies that ``text`` names and where, the longest name at each place."""
        at = 0
        while at < len(text):
            found = self._longest(text, at) if starts_word(text, at) else None
            if found:
                term, end = found
                yield Concept(term.name, term.name, term), range(at, end)
                at = end
            else:
                at += 1

    def _longest(self, text: str, at: int) -> tuple[Term, int] | None:
        known = self._starts.get(name_key(text[at : at + 1]), {}) if text[at].isalnum() else {}
        for end in range(min(len(text), at + 40), at + 1, -1):
            term = _known(known, text[at:end]) if text[end - 1].isalnum() else None
            if term and (ends_word(text, end) or _joined(text, at, end)):
                return term, end
        return None


def _known(known: Mapping[str, Term], name: str) -> Term | None:
    """The term of that name, in English in the singular or plural."""
    key = name_key(name)
    return known.get(key) or (known.get(key.removesuffix("s")) if key.isascii() else None)


def _joined(text: str, start: int, end: int) -> bool:
    """A name of three syllables or more may open a compound: 휴머노이드로봇."""
    return bool(re.fullmatch(r"[가-힣]{3,}", text[start:end])) and bool(
        re.match(r"[가-힣]", text[end : end + 1])
    )


def _by_start(vocabulary: Vocabulary) -> dict[str, dict[str, Term]]:
    found: dict[str, dict[str, Term]] = defaultdict(dict)
    for term in vocabulary.terms("Technology"):
        for name in (term.name, term.name_en, *term.aliases):
            key = name_key(name)
            if len(key) > 1:
                found[key[0]].setdefault(key, term)
    return dict(found)
