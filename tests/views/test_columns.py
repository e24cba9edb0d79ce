from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.views.columns import GAP, LEAST, cell_width, fit, wrapped


def test_narrow_columns_keep_their_width_and_wide_ones_share() -> None:
    assert fit([4, 100, 60], 0) == [4, 100, 60]
    assert fit([4, 10, 20], 80) == [4, 10, 20]
    assert fit([4, 100, 60], 60) == [4, 26, 26]


@given(st.lists(st.integers(1, 200), min_size=1, max_size=12), st.integers(1, 200))
def test_the_columns_fit_where_they_can(wanted: list[int], width: int) -> None:
    sizes = fit(wanted, width)
    assert all(min(LEAST, want) <= size <= want for size, want in zip(sizes, wanted, strict=True))
    if width >= (LEAST + GAP) * len(wanted):
        assert sum(sizes) + GAP * (len(sizes) - 1) <= width


@given(st.text("가a \u0301힣", max_size=60), st.integers(2, 20))
def test_wrapping_loses_nothing_but_space(text: str, size: int) -> None:
    lines = wrapped(text, size, 0)
    assert all(cell_width(line) <= size for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_what_is_left_out_is_marked() -> None:
    assert wrapped("하나 둘 셋 넷 다섯", 7, 2) == ["하나 둘", "셋 넷…"]
