"""People and their posts."""

from __future__ import annotations

import pytest
from reading import named, posts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("김하늘 한국기계연구원 원장은 말했다.", [("김하늘", "원장", "한국기계연구원", "")]),
        (
            "김하늘 한국과학기술연구원(KIST) 원장은 말했다.",
            [("김하늘", "원장", "한국과학기술연구원", "")],
        ),
        ("김하늘 우주항공청장이 말했다.", [("김하늘", "청장", "우주항공청", "")]),
        ("국방부(장관 김하늘, 이하 ‘국방부’)는", [("김하늘", "장관", "국방부", "")]),
        (
            "박민수 과기정통부 과학기술정책국장은",
            [("박민수", "국장", "과학기술정보통신부", "과학기술정책국")],
        ),
        (
            "배경훈 부총리 겸 과학기술정보통신부 장관은",
            [("배경훈", "부총리 겸 장관", "과학기술정보통신부", "")],
        ),
        ("박민수 교수는 말했다.", [("박민수", "교수", "", "")]),
        ("네이버 박민수 대표는 말했다.", [("박민수", "대표", "네이버", "")]),
        ("네이버(NAVER) 박민수 대표는 말했다.", [("박민수", "대표", "네이버", "")]),
        ("네이버를 박민수 대표는 말했다.", [("박민수", "대표", "", "")]),
        (
            "에밀리 라이트 미국 에너지부 장관은 말했다.",
            [("에밀리 라이트", "장관", "미국 에너지부", "")],
        ),
        ("공동 위원장은 오지 않았다.", []),
        ("주요 참석자는 많았다.", []),
        ("국방부(장관실 안)는", []),
        ("6개 부처 정부위원은 오지 않았다.", []),
        ("박민수 국방부 장관실에서 만났다.", []),
        ("강조 장관은 말했다.", []),
        ("배 부총리는 말했다.", []),
    ],
)
def test_people(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("박민수 구름전자 대표는 말했다.", ["구름전자"]),
        ("박민수 신임 대표는 말했다.", []),
        ("박민수 기술 이사는 말했다.", []),
        ("매출 구름전자 대표는 말했다.", []),
    ],
)
def test_employers(text: str, expected: list[str]) -> None:
    """One word between a name and a post in business is where they work."""
    assert named(text, "Organization") == expected
