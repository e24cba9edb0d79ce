"""How two technologies are related: the same, one broader than the other, two kinds of one thing."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis.concepts import Concept, Concepts

SAME_TECHNOLOGY, BROADER_STEP, SIBLINGS = 0.9, 0.85, 0.7
"""One technology on both sides; what each step to a broader one leaves; two kinds of one thing."""


@dataclass(frozen=True, slots=True)
class Relation:
    """The more general of two technologies, from 0 to 1 how near they are, and a line saying how.

    ``tool`` marks what serves any aim (a foundation model, a data centre).
    """

    shared: Concept
    strength: float
    basis: str
    tool: bool


class Relations:
    """Finds relations and keeps what it has found."""

    def __init__(self, concepts: Concepts) -> None:
        self.concepts = concepts
        self._found: dict[tuple[str, str], Relation | None] = {}

    def between(self, a: Concept, b: Concept) -> Relation | None:
        """Return how two technologies are related; the order does not matter."""
        first, second = (a, b) if a.key <= b.key else (b, a)
        key = (first.key, second.key)
        if key not in self._found:
            self._found[key] = self._relation(first, second)
        return self._found[key]

    def _relation(self, a: Concept, b: Concept) -> Relation | None:
        if not (a.telling and b.telling):
            return None
        if a.key == b.key:
            return self._made(a, SAME_TECHNOLOGY, f"shared technology: {a.name}")
        for low, high in ((a, b), (b, a)):
            if chain := self.concepts.broader(low).get(high.key):
                strength = SAME_TECHNOLOGY * BROADER_STEP ** (len(chain) - 1)
                return self._made(high, strength, "broader: " + " → ".join(chain))
        return self._siblings(a, b)

    def _siblings(self, a: Concept, b: Concept) -> Relation | None:
        """Two kinds of one technology: the nearer, the fewer kinds it has."""
        parents = self._parents(a) & self._parents(b)
        if not parents:
            return None
        name = max(parents, key=lambda n: (self.concepts.special(n), n))
        strength = SAME_TECHNOLOGY * BROADER_STEP**2 * SIBLINGS * self.concepts.special(name)
        first, second = sorted((a.name, b.name))
        parent = Concept(name, name, self.concepts.vocabulary.term("Technology", name))
        return self._made(parent, strength, f"both {name}: {first}, {second}")

    def _parents(self, concept: Concept) -> set[str]:
        return {up for up, chain in self.concepts.broader(concept).items() if len(chain) == 2}

    def _made(self, shared: Concept, strength: float, basis: str) -> Relation:
        return Relation(shared, strength, basis, self.concepts.is_tool(shared))
