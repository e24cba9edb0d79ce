from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import Edge, Node, Path, Result
from graph.views.columns import cell_width
from graph.views.table import STYLES, cell_text, format_result

A = Node("organization/가", "Organization", {"id": "organization/가", "name": "가 기관"})
B = Node("program/나", "Program", {"id": "program/나", "name": "나 사업"})
LEADS = Edge(A.id, B.id, "LEADS", {"id": "x", "derived": False, "evidence": ["d#0-1"], "rule": "r"})
BACK = Edge(B.id, A.id, "HAS", {"derived": True, "goal": "2배", "id": "y"})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (0.9, "0.9"),
        (A, "가 기관"),
        (LEADS, "LEADS"),
        (BACK, "HAS (derived) {goal: 2배}"),
        (Path((A, B), (LEADS,)), "가 기관 -[LEADS]-> 나 사업"),
        (Path((A, B), (BACK,)), "가 기관 <-[HAS, derived]- 나 사업"),
        (Path((A,), ()), "가 기관"),
        ([A, "b", None], "가 기관; b; "),
        ({"a": 1, "b": [A]}, "a: 1, b: 가 기관"),
    ],
)
def test_a_cell_is_what_a_person_reads(value: object, text: str) -> None:
    assert cell_text(value) == text  # type: ignore[arg-type]


def test_columns_line_up_under_wide_letters() -> None:
    result = Result(("name", "number"), (("과학기술정보통신부", 1), ("KIST", 22)))
    assert format_result(result) == (
        "name                number\n"
        "──────────────────  ──────\n"
        "과학기술정보통신부  1\n"
        "KIST                22\n"
        "(2 rows)\n"
    )


def test_a_long_quote_is_wrapped_to_the_terminal_and_whole_without_one() -> None:
    quote = "정부는 " * 30 + "끝"
    result = Result(("n", "quote"), (("가", quote),))
    narrow = format_result(result, "table", 40).splitlines()
    assert all(cell_width(line) <= 40 for line in narrow)
    assert sum("정부는" in line for line in narrow) == 4
    assert "…" in narrow[5]
    assert quote in format_result(result)


@pytest.mark.parametrize("style", sorted(STYLES))
def test_an_answer_without_rows_or_columns_is_still_an_answer(style: str) -> None:
    assert format_result(Result(("a", "b"), ()), style).isascii() is (style != "table")
    format_result(Result((), ()), style)


@pytest.mark.parametrize("style", ["table", "markdown"])
def test_what_a_document_holds_cannot_steer_the_terminal(style: str) -> None:
    hostile = "\x1b[31mred\x1b]0;title\x07\u202eturned\nnext\ttab\x00"
    text = format_result(Result(("\x1bc",), ((hostile,),)), style)
    assert not any((ord(c) < 32 and c != "\n") or c == "\u202e" for c in text)
    assert "x1b" in text
    assert "u202e" in text
    assert "turned next tab" in text


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1+1", "@SUM(A1)", " =1", "\t=1"])
def test_a_spreadsheet_gets_no_formula(cell: str) -> None:
    text = format_result(Result(("a",), ((cell,),)), "csv")
    ((_,), (read,)) = csv.reader(io.StringIO(text, newline=""))
    assert read == f"'{cell}"


def test_a_number_stays_a_number() -> None:
    assert format_result(Result(("a",), ((-3,), (0.5,))), "csv") == "a\r\n-3\r\n0.5\r\n"


def test_markdown_keeps_its_cells() -> None:
    text = format_result(
        Result(("a", "b"), (("x|y -[A_B]-> z", "<b>*z*</b>\n` [a](b) _c_"),)), "markdown"
    )
    assert (
        text.splitlines()[2] == "| x\\|y -[A_B]-> z | &lt;b>\\*z\\*&lt;/b> \\` [a\\](b) \\_c\\_ |"
    )


def test_json_keeps_all_of_a_node_and_a_statement() -> None:
    result = Result(("a", "r", "p"), ((A, LEADS, Path((A, B), (LEADS,))),))
    (record,) = json.loads(format_result(result, "json"))
    assert record["a"] == {"label": "Organization", "id": A.id, "name": "가 기관"}
    assert record["r"]["source"] == A.id
    assert record["r"]["evidence"] == ["d#0-1"]
    assert [n["name"] for n in record["p"]["nodes"]] == ["가 기관", "나 사업"]
    assert json.loads(format_result(result, "jsonl")) == record


def test_another_style_is_refused() -> None:
    with pytest.raises(InputError, match="unknown format 'xml'; known are table, csv"):
        format_result(Result((), ()), "xml")


_TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)


@given(st.lists(st.tuples(_TEXTS, _TEXTS), max_size=5), st.integers(0, 90))
def test_every_line_of_a_table_fits(rows: list[tuple[str, str]], width: int) -> None:
    lines = format_result(Result(("one", "둘"), tuple(rows)), "table", width).split("\n")
    limit = max(width, 16)
    if width:
        assert all(cell_width(line) <= limit for line in lines)
    assert lines[-2:] == ["(1 row)" if len(rows) == 1 else f"({len(rows)} rows)", ""]


@given(st.lists(st.tuples(_TEXTS, _TEXTS), max_size=5))
def test_csv_reads_back(rows: list[tuple[str, str]]) -> None:
    text = format_result(Result(("a", "b"), tuple(rows)), "csv")
    read = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))][1:]
    assert len(read) == len(rows)
    for got, gave in zip(read, rows, strict=True):
        for cell, was in zip(got, gave, strict=True):
            assert cell.removeprefix("'") == was.replace("\x00", "\\x00").removeprefix("'")
