from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import dist

import pytest

from graph.ontology import ontology
from graph.views.style import LABELS, PREDICATES, label_style, predicate_style

BACKS = {"light": "#ffffff", "dark": "#14171b"}


def _linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def _contrast(one: str, other: str) -> float:
    lights = sorted(
        sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), _linear(c), strict=True))
        for c in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def test_every_label_and_predicate_of_the_ontology_has_a_style() -> None:
    assert set(LABELS) == set(ontology().labels)
    assert set(PREDICATES) == set(ontology().predicates) | set(ontology().links)


def test_no_two_labels_share_a_shape_or_a_caption() -> None:
    for a, b in combinations(LABELS.values(), 2):
        assert a.outline != b.outline
        assert a.shape != b.shape
        assert {a.ko, a.en}.isdisjoint({b.ko, b.en})


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_stand_out_from_the_background(theme: str) -> None:
    for name, style in LABELS.items():
        assert _contrast(getattr(style, theme), BACKS[theme]) >= 3, name


SIGHT = {
    "all colours": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}  # fmt: skip
"""Machado, Oliveira and Fernandes (2009), at full strength, on linear light."""

CONES = ((0.4122214708, 0.5363325363, 0.0514459929), (0.2119034982, 0.6806995451, 0.1073969566), (0.0883024619, 0.2817188376, 0.6299787005))  # fmt: skip
OKLAB = ((0.2104542553, 0.7936177850, -0.0040720468), (1.9779984951, -2.4285922050, 0.4505937099), (0.0259040371, 0.7827717662, -0.8086757660))  # fmt: skip


def _times(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _seen(colour: str, sight: str) -> list[float]:
    """The colour in OKLab, where distances are those that people see."""
    light = [min(max(part, 0.0), 1.0) for part in _times(SIGHT[sight], _linear(colour))]
    return _times(OKLAB, [part ** (1 / 3) for part in _times(CONES, light)])


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_are_told_apart_whatever_colours_one_sees(theme: str, sight: str) -> None:
    drawn = {n: getattr(s, theme) for n, s in LABELS.items() if n not in ("Document", "Passage")}
    for (one, a), (other, b) in combinations(drawn.items(), 2):
        assert dist(_seen(a, sight), _seen(b, sight)) >= 0.1, (one, other)


def test_outlines_stay_within_the_unit_circle() -> None:
    for style in LABELS.values():
        assert all(x * x + y * y <= 1.7 for x, y in style.outline)


def test_what_is_not_declared_is_called_by_its_own_name() -> None:
    assert label_style("Comet").ko == "Comet"
    assert predicate_style("ORBITS").back == "ORBITS"
