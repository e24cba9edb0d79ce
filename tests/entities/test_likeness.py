from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given

from graph.entities import likeness


@given(st.text(max_size=12), st.text(max_size=12))
def test_it_is_from_nothing_to_one_and_the_same_both_ways(a: str, b: str) -> None:
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, b) == likeness(b, a)


def test_spelling_counts_by_the_letter() -> None:
    assert likeness("K-문샷", "K 문샷") == 1
    assert likeness("홍길림", "홍길립") == 0.89
    assert likeness("가", "나다") < 0.5
