"""Fields and goals in tables, with the years and agencies beside them."""

from __future__ import annotations

import pytest
from reading import SKY, facts, qualifier


@pytest.mark.parametrize(
    "table",
    [
        "<p><b>하늘</b> 지도 개발</p>\t<p><b>바다</b> 섬 탐사</p>\n<p>구름 저장</p>\t<p>등대 실증</p>\n",
        "**하늘** 지도 개발\t**바다** 섬 탐사\n구름 저장\t등대 실증\n",
        "분야\t임무\n하늘\t지도 개발\n하늘\t구름 저장\n바다\t섬 탐사\n바다\t등대 실증\n",
        "| 분야 | 임무 |\n|---|---|\n| 하늘 | 지도 개발 |\n| 하늘 | 구름 저장 |\n| 바다 | 섬 탐사 |\n| 바다 | 등대 실증 |\n",
        "- 하늘: 지도 개발\n- 하늘: 구름 저장\n- 바다: 섬 탐사\n- 바다: 등대 실증\n",
    ],
)
def test_missions_by_field_in_many_layouts(table: str) -> None:
    text = SKY + "[K-하늘 분야별 '27년 신규 임무]\n\n" + table
    assert facts(text, "IN_FIELD") == {
        ("지도 개발", "IN_FIELD", "하늘"),
        ("구름 저장", "IN_FIELD", "하늘"),
        ("섬 탐사", "IN_FIELD", "바다"),
        ("등대 실증", "IN_FIELD", "바다"),
    }
    assert set(qualifier(text, "HAS_MISSION", "year_start").values()) == {2027}


COLUMNS = (
    SKY
    + """[K-하늘 분야별 과제]

분야\t과제\t목표연도\t주관기관
하늘\t지도 개발\t’29년\t한국기계연구원
\t구름 저장\t2031년\t한국화학연구원
바다\t섬 탐사\t미정\t하늘꿈
"""
)


def test_columns_of_years_and_agencies() -> None:
    assert facts(COLUMNS, "TARGETS_YEAR") == {
        ("지도 개발", "TARGETS_YEAR", "2029"),
        ("구름 저장", "TARGETS_YEAR", "2031"),
    }
    assert facts(COLUMNS, "LEADS") == {
        ("한국기계연구원", "LEADS", "지도 개발"),
        ("한국화학연구원", "LEADS", "구름 저장"),
    }
    assert ("구름 저장", "IN_FIELD", "하늘") in facts(COLUMNS)


@pytest.mark.parametrize(
    "table",
    [
        # Neither the title nor a header speaks of missions.
        "[K-하늘 예산]\n\n분야\t금액\n하늘\t3억\n바다\t4억\n",
        "[K-하늘 날씨]\n\n하늘: 맑음\t바다: 흐림\n구름: 많음\t바람: 셈\n",
    ],
)
def test_other_tables_hold_no_goals(table: str) -> None:
    assert not facts(SKY + table, "HAS_MISSION", "HAS_FIELD", "IN_FIELD")


def test_a_year_that_is_no_target_is_left() -> None:
    text = SKY + "[K-하늘 과제]\n\n과제\t시작연도\n지도 개발\t2029년\n구름 저장\t미정\n"
    assert len(facts(text, "HAS_MISSION")) == 2
    assert not facts(text, "TARGETS_YEAR")
