"""A view before it is a page: what is drawn, where it stands, and what is said beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from graph.model import ResultValue
from graph.views.material import Material

Lines = Literal["all", "overlaps"]
"""Which relationships are drawn before anything is selected."""


@dataclass(frozen=True, slots=True)
class Place:
    """The room of one entity: its left upper corner and its size, in points at scale 1.

    ``mirrored``: its mark stands at the right end, its name to the left of it.
    """

    id: str
    x: float
    y: float
    width: float
    height: float
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of text with an optional count.

    Level 1 stands above a region, 2 above a column of names, 3 before the names of a band.
    """

    ko: str
    en: str
    x: float
    y: float
    width: float
    level: int = 1
    count: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Places for one width of screen, number of steps from the focus, and language of names.

    With ``cards`` an entity is a card that fills its place, otherwise a mark with its name beside it.
    """

    width: Literal["wide", "narrow"]
    places: tuple[Place, ...]
    headings: tuple[Heading, ...] = ()
    cards: bool = False
    steps: int = 0
    language: Literal["ko", "en"] = "ko"

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of all that is placed."""
        right = [p.x + p.width for p in self.places] + [h.x + h.width for h in self.headings]
        low = [p.y + p.height for p in self.places] + [h.y + 20 for h in self.headings]
        return (max(right, default=0.0), max(low, default=0.0))


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands in the summary of a view: Korean and English wording, and a number."""

    ko: str
    en: str
    number: int


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of an answer; cells that name an entity of the view carry its id."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A view: title (``title_en`` where English readers see another), material, layouts, how it opens.

    ``ranked`` are the ids of the facts that the summary lists, best first.
    """

    view: str
    title: str
    material: Material
    layouts: tuple[Layout, ...]
    lines: Lines = "all"
    focus: tuple[str, ...] = ()
    counts: tuple[Counts, ...] = ()
    ranked: tuple[str, ...] = ()
    table: Table | None = None
    title_en: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)


def plain(value: ResultValue) -> str:
    """Return a value of a row as text."""
    from graph.model import Edge, Node, Path

    if value is None:
        return ""
    if isinstance(value, Node):
        return str(value.properties.get("name") or value.properties.get("quote") or value.id)
    if isinstance(value, Edge):
        return value.type
    if isinstance(value, Path):
        return " → ".join(plain(node) for node in value.nodes)
    if isinstance(value, list):
        return " · ".join(plain(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {plain(item)}" for key, item in value.items())
    return str(value)
