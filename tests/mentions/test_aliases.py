"""Short forms that a document introduces in brackets."""

from __future__ import annotations

import pytest
from reading import named

from graph.mentions.aliases import short_forms
from graph.model import Span


@pytest.mark.parametrize(
    ("name", "rest", "expected"),
    [
        ("하늘부", "(장관 김하늘, 이하 ‘하부’)는 왔다.", ["하부"]),
        ("하늘연구원", "(KSKY)은 왔다.", ["KSKY"]),
        ("구름 계획", "(’26~’30)(이하 ‘구름계획’)은", ["구름계획"]),
        ("하늘연구원", "(총괄)은 왔다.", []),
        ("하늘연구원", "(2026년)은 왔다.", []),
        ("하늘연구원", "(원장 김하늘)은 왔다.", []),
        ("하늘연구원", "은 (KSKY) 왔다.", []),
    ],
)
def test_short_forms(name: str, rest: str, expected: list[str]) -> None:
    assert list(short_forms(name + rest, Span(0, len(name)))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("해양수산부(이하 ‘해부’)는 왔다. 해부가 갔다.", ["해양수산부"] * 3),
        ("해양수산부는 왔다. 해부가 갔다.", ["해양수산부"]),
    ],
)
def test_a_short_form_means_its_name_from_then_on(text: str, expected: list[str]) -> None:
    assert named(text, "Organization") == expected
