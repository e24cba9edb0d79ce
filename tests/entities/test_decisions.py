"""The rows of a decisions file: what is read, and what is refused with its line."""

from __future__ import annotations

import pytest

from graph.entities import parse_decisions
from graph.errors import DecisionsError

HEAD = "kind,a,predicate,b,document,quote,qualifiers,by,date,why\n"


def test_a_row_becomes_a_decision() -> None:
    text = (
        HEAD
        + 'missing,가,HOLDS_POSITION,나,a.txt,"글, ""말""",title=장관; phone=02,김,2026-07-01,\n'
    )
    (decision,) = parse_decisions(text, "d.csv")
    assert (decision.kind, decision.a, decision.predicate, decision.b) == (
        "missing", "가", "HOLDS_POSITION", "나",
    )  # fmt: skip
    assert decision.quote == '글, "말"'
    assert decision.qualifiers == (("phone", "02"), ("title", "장관"))
    assert decision.where == "d.csv:2"
    assert decision.reason == "decided by 김, 2026-07-01"


def test_the_line_is_where_the_row_begins() -> None:
    text = HEAD + '# 메모\n\nmissing,가,LEADS,나,a.txt,"두\n줄",,,,\nsame,가,,나,,,,,,\n'
    assert [d.where for d in parse_decisions(text, "d.csv")] == ["d.csv:4", "d.csv:6"]


def test_columns_may_be_left_out_and_stand_in_any_order() -> None:
    (decision,) = parse_decisions("b,a,kind\n나,가,SAME\n", "d.csv")
    assert (decision.kind, decision.a, decision.b) == ("same", "가", "나")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a,b\n", "1: no column 'kind'"),
        ("", "1: no column"),
        ("kind,a,b,colour\n", "1: unknown column 'colour'"),
        ("kind,a,b,a\n", "1: column 'a' stands twice"),
        (HEAD + "like,가,,나\n", "2: unknown kind 'like'; known are same"),
        (HEAD + "same,가,,\n", "2: same needs both a and b"),
        (HEAD + "same,가,LEADS,나\n", "2: same takes no predicate"),
        (HEAD + "same,가,,나,a.txt\n", "2: same takes no document"),
        (HEAD + "same,가,,가\n", "2: a and b are one and the same name"),
        (
            HEAD + "different,가 나,,가나\n",
            "2: a and b are one and the same name, '가 나'; say in which",
        ),
        (HEAD + "different,가,,가,,글\n", "2: a quote needs its document"),
        (HEAD + "wrong,가,LIKES,나\n", "2: unknown predicate 'LIKES'"),
        (HEAD + "wrong,가,,나\n", "2: unknown predicate ''"),
        (HEAD + "wrong,가,LEADS,나,,,role=x\n", "2: LEADS has no qualifier role"),
        (HEAD + "missing,가,LEADS,나\n", "2: missing needs a document and a quote"),
        (HEAD + "missing,가,OVERLAPS_WITH,나,a.txt,글\n", "2: OVERLAPS_WITH is only derived"),
        (HEAD + "missing,가,LEADS,나,a.txt,글,role\n", "2: qualifiers are NAME=VALUE"),
        (HEAD + "same,가,,나,,,,,,하나, 둘\n", "2: 11 cells under 10 columns; put a cell"),
        (HEAD + 'same,"가"x,,나\n', "2: not a row of CSV"),
        (HEAD + 'same,"가,,나\n', "not a row of CSV"),
    ],
)
def test_a_row_that_cannot_be_understood_is_named(text: str, why: str) -> None:
    with pytest.raises(DecisionsError, match=r"^d\.csv:\d+: ") as caught:
        parse_decisions(text, "d.csv")
    assert why in str(caught.value)
