"""How many steps entities stand apart."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping

from graph.views.material import Material

Near = Mapping[str, set[str]]


def neighbours(material: Material) -> Near:
    """Return for each entity those that a statement joins to it; overlaps do not count."""
    near: dict[str, set[str]] = defaultdict(set)
    for fact in material.facts:
        if fact.predicate != "OVERLAPS_WITH":
            near[fact.source].add(fact.target)
            near[fact.target].add(fact.source)
    return near


def distances(material: Material, near: Near, start: str) -> dict[str, int]:
    """Return the steps from ``start`` to each entity that can be reached, other programmes left out.

    No way leads through a year or another programme: they would join everything.
    """
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        if at != start and material.entities[at].label in ("Program", "Year"):
            continue
        for key in near.get(at, ()):
            if key not in found:
                found[key] = found[at] + 1
                waiting.append(key)
    return {k: d for k, d in found.items() if k == start or material.entities[k].label != "Program"}
