"""What is listed with organizations is one."""

from __future__ import annotations

import pytest
from reading import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "하늘병원, 과기정통부, 국방부 등 관계부처 합동",
            ["하늘병원", "과학기술정보통신부", "국방부"],
        ),
        ("구름전자, 삼성전자, 네이버 등이 참석했다.", ["구름전자", "삼성전자", "네이버"]),
        ("하늘대화, 국방부, 교육부 등 관계부처 합동", ["하늘대화", "국방부", "교육부"]),
        ("사과, 배, 감 등 관계부처 합동", []),
        # Without a word that its members are bodies or take part.
        ("구름전자, 삼성전자, 네이버 등이 웃었다.", ["삼성전자", "네이버"]),
        # With one organization only.
        ("구름전자, 삼성전자 등이 참석했다.", ["삼성전자"]),
        ("김하늘 대표, 삼성전자, 네이버 등이 참석했다.", ["삼성전자", "네이버"]),
        ("3개 나라, 삼성전자, 네이버 등이 참석했다.", ["삼성전자", "네이버"]),
        ("연구자, 삼성전자, 네이버 등이 참석했다.", ["삼성전자", "네이버"]),
    ],
)
def test_lists(text: str, expected: list[str]) -> None:
    assert named(text, "Organization") == expected
