"""Which organizations are offices of the state."""

from __future__ import annotations

from graph.model import Entity

_KINDS = frozenset({"ministry", "agency", "commission", "office", "government"})


def is_government(entity: Entity) -> bool:
    """Say whether an organization is a ministry or another office of the state."""
    return dict(entity.properties).get("kind") in _KINDS
