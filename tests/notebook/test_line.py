"""What stands behind a magic's name."""

from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.notebook.line import Line, read_line, read_values


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("", Line(())),
        ("a.kgl", Line(("a.kgl",))),
        ("a.kgl >> db", Line(("a.kgl",), "db")),
        (">> db", Line((), "db")),
        (" --write >>db ", Line(("--write",), "db")),
        ('q event="NEXT 추진대회"', Line(("q", "event=NEXT 추진대회"))),
        ("q a='>> b'", Line(("q", "a=>> b"))),
    ],
)
def test_words_and_what_keeps_the_result(line: str, read: Line) -> None:
    assert read_line(line) == read


@pytest.mark.parametrize(
    ("line", "why"),
    [("q >>", "give the name"), ("q >> 1a", "give the name"), ('q a="b', "quote is not closed")],
)
def test_what_cannot_be_read(line: str, why: str) -> None:
    with pytest.raises(QueryError, match=why):
        read_line(line)


def test_values_are_text_or_variables() -> None:
    given = read_values(("a=1", "b=$list", "c=x=y", "d="), {"list": ["양자", "AI"]})
    assert given == {"a": "1", "b": ["양자", "AI"], "c": "x=y", "d": ""}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("a",), "'a': write NAME=VALUE"),
        (("=a",), "write NAME=VALUE"),
        (("a=1", "a=2"), "a: given twice"),
        (("a=$none",), r"\$none: no Python variable 'none'"),
    ],
)
def test_what_is_no_value(words: tuple[str, ...], why: str) -> None:
    with pytest.raises(QueryError, match=why):
        read_values(words, {})
