"""Nodes and edges as databases hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

PropertyValue = str | int | float | bool | list[str]
"""Every database that we write to can hold these."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its one label and its properties; ``id`` is among them."""

    id: str
    label: str
    properties: Mapping[str, PropertyValue]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship between two nodes, given by their ids; ``id`` is empty for plain links."""

    source: str
    target: str
    type: str
    properties: Mapping[str, PropertyValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Path:
    """A walk: ``nodes`` has one more member than ``edges``."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """Nodes sorted by label and id, edges by source, type, target and id."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
