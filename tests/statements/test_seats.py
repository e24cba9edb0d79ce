"""Tables of people."""

from __future__ import annotations

from reading import facts

ATTENDEES = """국방부는 3일 「하늘 추진대회」를 개최했다.

□ 주요 참석자

성 명\t직 위\t기 관
김하늘\t원장\t한국기계연구원
이바다\t대표\t구름전자
"""


def test_attendee_table_in_any_column_order() -> None:
    assert {
        ("김하늘", "HOLDS_POSITION", "한국기계연구원"),
        ("이바다", "HOLDS_POSITION", "구름전자"),
        ("이바다", "PARTICIPATES_IN", "하늘 추진대회"),
        ("구름전자", "PARTICIPATES_IN", "하늘 추진대회"),
    } <= facts(ATTENDEES)


def test_table_of_a_committees_members() -> None:
    text = (
        "### 하늘기술 정책위원회 위원 명단\n\n연번\t성명\t소속\t직위\n"
        "1\t김하늘\t고려대학교\t교수\n2\t이바다\t한국화학연구원\t본부장\n"
    )
    assert facts(text, "PARTICIPATES_IN") == {
        (who, "PARTICIPATES_IN", "하늘기술 정책위원회") for who in ("김하늘", "이바다")
    }
