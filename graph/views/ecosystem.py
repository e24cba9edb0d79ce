"""The whole graph: a region for each programme, one for what several share, one for the rest.

Within a region a band for each label, so that the first sight is a map with readable names.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from math import ceil, sqrt

from graph.model import Entity
from graph.views.bands import NARROW, Band, make_bands, place_bands, region_height
from graph.views.material import Material
from graph.views.scene import Counts, Heading, Layout, Place, Scene

_MARGIN = 34.0
_HEAD = 38.0
_LEAST = 196.0
_SHAPE = 1.6
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
    """Return for each entity the programmes it stands nearest to, and those within two steps.

    Years, other programmes and overlaps do not count as a way: they would join everything.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for fact in material.facts:
        if fact.predicate != "OVERLAPS_WITH":
            near[fact.source].add(fact.target)
            near[fact.target].add(fact.source)
    steps: dict[str, dict[str, int]] = defaultdict(dict)
    for programme in material.labelled("Program"):
        for key, distance in _distances(material, near, programme.id).items():
            steps[key][programme.id] = distance
    return {
        key: frozenset(p for p, d in found.items() if d <= max(min(found.values()), _NEAR))
        for key, found in steps.items()
    }


def _distances(material: Material, near: dict[str, set[str]], start: str) -> dict[str, int]:
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        if at != start and material.entities[at].label in ("Program", "Year"):
            continue
        for key in near[at]:
            if key not in found:
                found[key] = found[at] + 1
                waiting.append(key)
    return {k: d for k, d in found.items() if k == start or material.entities[k].label != "Program"}


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
        regions.append(_region("그 밖", "others", rest))
    return regions


def _region(ko: str, en: str, entities: list[Entity], head: str = "") -> Region:
    return Region(ko, en, make_bands(entities), len(entities), head)


def _wide(regions: list[Region]) -> Layout:
    """Shelves of regions, the lowest shelf height that brings the map near the shape of a screen."""
    places: list[Place] = []
    headings: list[Heading] = []
    count = max(1, round(sqrt(len(regions) / 4)))
    size = ceil(len(regions) / count)
    shelves = [regions[at : at + size] for at in range(0, len(regions), size)]
    target, widths = _fit(shelves)
    y = 0.0
    for shelf, shelf_widths in zip(shelves, widths, strict=True):
        x = 0.0
        for region, width in zip(shelf, shelf_widths, strict=True):
            _add(region, x, y, width, places, headings)
            x += width + _MARGIN
        y += max(r.height(w) for r, w in zip(shelf, shelf_widths, strict=True)) + _MARGIN
    return Layout("wide", tuple(places), tuple(headings))


def _fit(shelves: list[list[Region]]) -> tuple[float, list[list[float]]]:
    height = 420.0
    while True:
        widths = [[_narrowest(region, height) for region in shelf] for shelf in shelves]
        across = max((sum(w) + _MARGIN * (len(w) - 1) for w in widths), default=0.0)
        if across <= height * len(shelves) * _SHAPE:
            return height, widths
        height *= 1.06


def _narrowest(region: Region, height: float) -> float:
    width = _LEAST
    while region.height(width) > height and width < 60_000:
        width = max(width * 1.04, width + 12)
    return round(width)


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
