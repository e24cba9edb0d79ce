"""Bodies that only the post of their head tells."""

from __future__ import annotations

import pytest

from graph.mentions.offices import offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("하늘부(장관 김하늘)는 말했다.", [("하늘부", "ministry")]),
        ("하늘청(청장 김하늘, 이하 ‘하청’)은 말했다.", [("하늘청", "agency")]),
        ("하늘부 장관은 말했다.", [("하늘부", "ministry")]),
        ("하늘부 제2차관은 말했다.", [("하늘부", "ministry")]),
        ("하늘시(시장 김하늘)는 말했다.", [("하늘시", "")]),
        ("구름전자(대표 김하늘)는 말했다.", [("구름전자", "")]),
        ("정부 장관은 말했다.", []),
        ("하늘부 장관실에서 만났다.", []),
        ("하늘부는 말했다.", []),
        ("구름전자(본사 하늘시)는 말했다.", []),
    ],
)
def test_offices(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[s.start : s.end], kind) for s, kind in offices(text)] == expected
