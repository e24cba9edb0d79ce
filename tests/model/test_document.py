from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from graph.model import Document, Evidence, KnowledgeGraph, Result, Source, Span


@given(st.text(min_size=1), st.data())
def test_a_quote_is_verbatim(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = Document(Source("a.txt"), text, ())
    if not text[start:end].strip():
        with pytest.raises(ValueError, match="empty quote"):
            document.quote(Span(start, end))
        return
    evidence = document.quote(Span(start, end))
    assert evidence == Evidence("a.txt", start, end, text[start:end])
    assert evidence.id == f"a.txt#{start}-{end}"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forwards_from_the_start(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_cover() -> None:
    assert Span(1, 5).covers(Span(1, 5))
    assert Span(1, 5).covers(Span(2, 3))
    assert not Span(1, 5).covers(Span(0, 3))
    assert len(Span(1, 5)) == 4


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 2, "가"), (-1, 0, "가"), (0, 1, " ")])
def test_evidence_fits_its_place(start: int, end: int, quote: str) -> None:
    with pytest.raises(ValueError, match=r"^a\.txt: "):
        Evidence("a.txt", start, end, quote)


def test_letters_beyond_the_first_plane_count_as_one() -> None:
    document = Document(Source("a.txt"), "가🚀나", ())
    assert document.quote(Span(1, 2)).quote == "🚀"


def test_an_empty_graph_has_no_entities() -> None:
    assert KnowledgeGraph().entities == ()


def test_rows_are_records() -> None:
    assert Result(("a", "b"), ((1, "x"),)).records() == [{"a": 1, "b": "x"}]


def test_a_row_has_a_value_for_each_column() -> None:
    with pytest.raises(ValueError, match="shorter"):
        Result(("a", "b"), ((1,),)).records()
