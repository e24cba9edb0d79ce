from __future__ import annotations

from itertools import combinations

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


def test_outlines_stay_within_the_unit_circle() -> None:
    for style in LABELS.values():
        assert all(x * x + y * y <= 1.7 for x, y in style.outline)


def test_what_is_not_declared_is_called_by_its_own_name() -> None:
    assert label_style("Comet").ko == "Comet"
    assert predicate_style("ORBITS").back == "ORBITS"
