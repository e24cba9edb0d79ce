"""The whole graph: a region for each programme, one for what several share, one for the rest.

Within a region a band for each label, so that the first sight is a map with readable names.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import sqrt

from graph.model import Entity
from graph.views.bands import NARROW, Band, make_bands, place_bands, region_height
from graph.views.material import Material
from graph.views.measure import text_width
from graph.views.nearness import distances, neighbours
from graph.views.scene import Counts, Heading, Layout, Place, Scene

_MARGIN = 26.0
_HEAD = 38.0
_LEAST = 180.0
_MOST = 100_000.0
_SHAPE = 1.42
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Region:
    """A titled part of the map: a programme with what is its own, or what several share.

    ``head`` is the id of the programme, which then stands at the top in place of a title.
    """

    ko: str
    en: str
    bands: tuple[Band, ...]
    size: int
    head: str = ""

    def height(self, width: float) -> float:
        """Return its height when it is ``width`` wide."""
        return _HEAD + region_height(self.bands, width)


def ecosystem(material: Material, title: str) -> Scene:
    """Compose the view of all of ``material``."""
    regions = _regions(material)
    programmes = material.labelled("Program")
    return Scene(
        view="ecosystem",
        title=title or "국가 연구개발 사업 생태계",
        title_en=title or "National R&D programmes",
        material=material,
        layouts=(_wide(regions), _narrow(regions)),
        counts=(
            Counts("사업", "programmes", len(programmes)),
            Counts("항목", "entities", len(material.entities)),
            Counts("진술", "statements", len(material.facts)),
            Counts("문서", "documents", len(material.sources)),
        ),
        ranked=overlaps_by_score(material),
    )


def overlaps_by_score(material: Material) -> tuple[str, ...]:
    """Return the ids of all overlaps, strongest first."""
    found = [fact for fact in material.facts if fact.predicate == "OVERLAPS_WITH"]
    return tuple(f.id for f in sorted(found, key=lambda f: (-f.score, f.order)))


def belonging(material: Material) -> dict[str, frozenset[str]]:
    """Return for each entity the programmes it stands nearest to, and those within two steps."""
    near = neighbours(material)
    steps: dict[str, dict[str, int]] = defaultdict(dict)
    for programme in material.labelled("Program"):
        for key, distance in distances(material, near, programme.id).items():
            steps[key][programme.id] = distance
    return {key: _members(material.entities[key].label, found) for key, found in steps.items()}


def _members(label: str, steps: dict[str, int]) -> frozenset[str]:
    """Fields and missions belong to who lists them, all else to whom it is near as well."""
    least = min(steps.values())
    most = least if label in ("Field", "Mission") else max(least, _NEAR)
    return frozenset(programme for programme, distance in steps.items() if distance <= most)


def _regions(material: Material) -> list[Region]:
    member = belonging(material)
    own: dict[str, list[Entity]] = defaultdict(list)
    shared: list[Entity] = []
    rest: list[Entity] = []
    for key, entity in material.entities.items():
        programmes = member.get(key, frozenset())
        if entity.label == "Program":
            continue
        if len(programmes) == 1:
            own[next(iter(programmes))].append(entity)
        else:
            (shared if programmes else rest).append(entity)
    regions = [
        _region(p.name, p.name_en or p.name, own[p.id], p.id) for p in material.labelled("Program")
    ]
    if shared:
        regions.insert(1, _region("여러 사업이 함께", "shared by programmes", shared))
    if rest:
        others = _region("그 밖", "others", rest)
        regions.insert(2 if shared and len(regions) == 3 else len(regions), others)
    return regions


def _region(ko: str, en: str, entities: list[Entity], head: str = "") -> Region:
    return Region(ko, en, make_bands(entities), len(entities), head)


def _wide(regions: list[Region]) -> Layout:
    """Columns of regions, as low as brings the map near the shape of a screen."""
    places: list[Place] = []
    headings: list[Heading] = []
    height = max(360.0, sqrt(sum(b.area for r in regions for b in r.bands) / _SHAPE))
    columns = _columns(regions, height)
    while sum(width + _MARGIN for _, width in columns) > height * _SHAPE:
        height *= 1.06
        columns = _columns(regions, height)
    x = 0.0
    for members, width in columns:
        y = 0.0
        for region in members:
            _add(region, x, y, width, places, headings)
            y += region.height(width) + _MARGIN
        x += width + _MARGIN
    return Layout("wide", tuple(places), tuple(headings))


def _columns(regions: list[Region], height: float) -> list[tuple[list[Region], float]]:
    """Each region in a column just wide enough; a small one below the one before it if it fits."""
    columns: list[tuple[list[Region], float]] = []
    for region in regions:
        if columns:
            members, width = columns[-1]
            stacked = [*members, region]
            if sum(r.height(width) + _MARGIN for r in stacked) - _MARGIN <= height:
                columns[-1] = (stacked, width)
                continue
        columns.append(([region], max(_narrowest(region, height), _title_width(region))))
    return columns


def _title_width(region: Region) -> float:
    return min(round(text_width(region.ko, 16.0)) + 34, 300)


def _narrowest(region: Region, height: float) -> float:
    """The least width, to within a few points, at which ``region`` is no higher than ``height``."""
    low, high = _LEAST, _LEAST
    while region.height(high) > height and high < _MOST:
        low, high = high, high * 1.5
    while high - low > 8:
        middle = (low + high) / 2
        if region.height(middle) > height:
            low = middle
        else:
            high = middle
    return round(high)


def _narrow(regions: list[Region]) -> Layout:
    places: list[Place] = []
    headings: list[Heading] = []
    y = 0.0
    for region in regions:
        _add(region, 0.0, y, NARROW, places, headings)
        y += region.height(NARROW) + _MARGIN / 2
    return Layout("narrow", tuple(places), tuple(headings))


def _add(
    region: Region,
    x: float,
    y: float,
    width: float,
    places: list[Place],
    headings: list[Heading],
) -> None:
    if region.head:
        places.append(Place(region.head, x, y, width, _HEAD - 8))
    else:
        headings.append(Heading(region.ko, region.en, x, y, width, 1, region.size))
    inner_places, inner_headings = place_bands(region.bands, x, y + _HEAD, width)
    places.extend(inner_places)
    headings.extend(inner_headings)
