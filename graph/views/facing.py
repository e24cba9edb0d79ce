"""Puts overlapping pairs on rows so that the two ends of a pair face each other.

Pairs go strongest first. A part that meets several others becomes a tall card beside all of them; a
weaker pair whose ends already stand elsewhere is left to a slanting line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from graph.views.meeting import Pair

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Slot:
    """The rows of one card within its cluster."""

    id: str
    side: Side
    row: int
    span: int


@dataclass(slots=True)
class _Cluster:
    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    late: list[tuple[str, Side, str]] = field(default_factory=list)
    """Parts that came when both sides were taken: id, side, and the card that they belong beside."""

    def side(self, side: Side) -> list[str]:
        return self.left if side == "left" else self.right


def face(pairs: Sequence[Pair], apart: frozenset[str] = frozenset()) -> Iterator[tuple[Slot, ...]]:
    """Yield clusters of cards, strongest first; ids in ``apart`` have a place elsewhere."""
    for cluster in _clusters([p for p in pairs if p.left not in apart and p.right not in apart]):
        yield tuple(_slots(cluster))
    alone = [p for p in pairs if (p.left in apart) != (p.right in apart)]
    placed = {end for p in pairs if not {p.left, p.right} & apart for end in (p.left, p.right)}
    for pair in alone:
        side: Side = "left" if pair.right in apart else "right"
        key = pair.left if side == "left" else pair.right
        if key not in placed:
            placed.add(key)
            yield (Slot(key, side, 0, 1),)


def rows_of(cluster: Sequence[Slot]) -> int:
    """Return how many rows a cluster takes."""
    return max(slot.row + slot.span for slot in cluster)


def _clusters(pairs: Sequence[Pair]) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    at: dict[str, _Cluster] = {}
    for pair in pairs:
        left, right = at.get(pair.left), at.get(pair.right)
        if left is None and right is None:
            cluster = _Cluster([pair.left], [pair.right])
            clusters.append(cluster)
            at[pair.left] = at[pair.right] = cluster
        elif right is None and left is not None and len(left.left) == 1:
            left.right.append(pair.right)
            at[pair.right] = left
        elif left is None and right is not None and len(right.right) == 1:
            right.left.append(pair.left)
            at[pair.left] = right
    for pair in pairs:
        if pair.left not in at:
            at[pair.left] = at[pair.right]
            at[pair.right].late.append((pair.left, "left", pair.right))
        elif pair.right not in at:
            at[pair.right] = at[pair.left]
            at[pair.left].late.append((pair.right, "right", pair.left))
    return clusters


def _slots(cluster: _Cluster) -> Iterator[Slot]:
    """The hub spans the rows of its partners; late parts extend the last partner or the hub."""
    hub_side: Side = "left" if len(cluster.left) == 1 else "right"
    leaf_side: Side = "right" if hub_side == "left" else "left"
    hub, leaves = cluster.side(hub_side)[0], list(cluster.side(leaf_side))
    by_hub = [key for key, side, beside in cluster.late if side == leaf_side and beside == hub]
    leaves += by_hub
    beside = [b for _, side, b in cluster.late if side == hub_side and b in leaves]
    if beside:
        last = max(sorted(set(beside)), key=beside.count)
        leaves.remove(last)
        leaves.append(last)
    rows = len(leaves)
    yield Slot(hub, hub_side, 0, rows)
    facing_last = [
        k for k, side, b in cluster.late if side == hub_side and leaves and b == leaves[-1]
    ]
    for row, key in enumerate(leaves):
        yield Slot(key, leaf_side, row, 1 + (len(facing_last) if row == rows - 1 else 0))
    for number, key in enumerate(facing_last):
        yield Slot(key, hub_side, rows + number, 1)
    row = rows + len(facing_last)
    done = {hub, *leaves, *facing_last}
    for key, side, _ in cluster.late:
        if key not in done:
            yield Slot(key, side, row, 1)
            row += 1
