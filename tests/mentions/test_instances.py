"""Products by their own names."""

from __future__ import annotations

import pytest
from reading import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("소형모듈원자로(SMR) ‘HANUL’을 선보였다.", ["소형모듈원자로", "HANUL"]),
        ("휴머노이드 ‘하늘이(HANULI)’를 선보였다.", ["휴머노이드", "하늘이", "하늘이"]),
        ("휴머노이드 ‘겨울’이 왔다.", ["휴머노이드"]),
        ("휴머노이드 ‘HANUL’ 프로젝트를 시작했다.", ["휴머노이드"]),
        ("잔치 ‘HANUL’을 열었다.", []),
    ],
)
def test_a_quoted_name_behind_a_technology(text: str, expected: list[str]) -> None:
    assert named(text, "Technology") == expected
