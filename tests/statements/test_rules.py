"""Each rule with what it reads and what it leaves."""

from __future__ import annotations

import pytest
from reading import facts, qualifier

SKY = "'K-하늘' 프로젝트를 추진한다.\n\n"


def test_marked_list_of_missions() -> None:
    text = (
        SKY
        + "K-하늘의 3대 미션은 ▲하늘 지도 개발 ▲구름 저장 실증 ▲우주·해양 등 극한 환경 활용 등이다."
    )
    assert facts(text, "HAS_MISSION") == {
        ("K-하늘", "HAS_MISSION", m)
        for m in ("하늘 지도 개발", "구름 저장 실증", "우주·해양 등 극한 환경 활용")
    }


def test_list_without_a_head_noun_is_left() -> None:
    text = SKY + "K-하늘에서는 ▲예산 마련을 위한 길 ▲정부의 역할 등 육성방안 논의가 진행되었다."
    assert facts(text, "HAS_MISSION", "HAS_FIELD") == set()


def test_bullets_under_their_head_noun() -> None:
    text = SKY + "K-하늘의 미션은 다음과 같다.\n\n - 하늘 지도 개발\n - 구름 저장 실증\n"
    assert ("K-하늘", "HAS_MISSION", "구름 저장 실증") in facts(text)


def test_bracketed_list_counts() -> None:
    assert (
        len(
            facts(
                SKY + "K-하늘 3대 핵심미션(가나 선도, 다라 확보, 마바 기반)을 세웠다.",
                "HAS_MISSION",
            )
        )
        == 3
    )
    assert not facts(
        SKY + "K-하늘 4대 핵심미션(가나 선도, 다라 확보, 마바 기반)을 세웠다.", "HAS_MISSION"
    )


def test_fields_named_as_examples() -> None:
    text = SKY + "K-하늘은 바이오·소재·로봇 등 8대 분야 과제를 푼다."
    assert facts(text, "HAS_FIELD") == {
        ("K-하늘", "HAS_FIELD", f) for f in ("바이오", "소재", "로봇")
    }


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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("K-하늘은 2035년까지 지도를 완성한다는 계획이다.", {2035}),
        (
            "2030년 세계 최고 지도 확보, 2040년 세계 최초 지도 선점을 목표로 하는 K-하늘을 연다.",
            {2030, 2040},
        ),
        ("K-하늘은 2023년부터 2030년까지 8262억원을 투입한다.", set()),
        ("K-하늘은 2021년까지 지도를 완성한다는 계획이었다.", set()),
        ("K-하늘은 2030년대에 끝난다.", set()),
    ],
)
def test_target_years(sentence: str, expected: set[int]) -> None:
    text = "입력 2026.01.02\n" + SKY + sentence
    assert {int(year) for _, _, year in facts(text, "TARGETS_YEAR")} == expected


def test_goal_is_the_documents_wording() -> None:
    text = SKY + "K-하늘은 2030년까지 생산성을 2배로 높이고, 2035년까지 지도를 완성한다는 계획이다."
    assert qualifier(text, "TARGETS_YEAR", "goal") == {
        ("K-하늘", "2030"): "생산성을 2배로 높이고",
        ("K-하늘", "2035"): "지도를 완성",
    }


def test_agencys_own_mission_with_a_year() -> None:
    text = "입력 2026.01.02\n우주항공청은 2032년에 차세대발사체로 달 착륙선을 보낸다."
    assert ("달 착륙선", "TARGETS_YEAR", "2032") in facts(text)
    assert ("달 착륙선", "INVOLVES", "차세대발사체") in facts(text)
    assert ("우주항공청", "LEADS", "달 착륙선") in facts(text)


def test_laws_with_the_classes_they_define() -> None:
    text = "「산업기술보호법」(국가핵심기술)과 「하늘법」(하늘핵심기술), 「바다법」(2026년 시행)을 고쳤다."
    assert facts(text, "GOVERNS") == {
        ("산업기술보호법", "GOVERNS", "국가핵심기술"),
        ("하늘법", "GOVERNS", "하늘핵심기술"),
    }


def test_law_that_a_programme_stands_on() -> None:
    assert ("하늘법", "GOVERNS", "K-하늘") in facts(
        SKY + "K-하늘은 「하늘법」에 따라 세운 계획이다."
    )
    assert not facts(SKY + "K-하늘은 「하늘법」을 고치자고 한다.", "GOVERNS")


def test_hosts_of_an_event() -> None:
    text = "국방부와 교육부는 3일 「하늘 추진대회」를 개최했다고 밝혔다."
    assert facts(text, "HOSTS") == {(o, "HOSTS", "하늘 추진대회") for o in ("국방부", "교육부")}


def test_event_that_was_called_off_has_no_host() -> None:
    assert not facts("국방부는 「하늘 추진대회」를 개최하지 않았다.", "HOSTS")


def test_event_is_about_the_programme_in_its_name_or_on_its_agenda() -> None:
    text = (
        SKY
        + "정부는 제5회 구름장관회의에서 K-하늘 추진현황을 안건으로 논의했다. 'K-하늘 업무협약식'이 열렸다."
    )
    assert facts(text, "ABOUT") == {
        ("제5회 구름장관회의", "ABOUT", "K-하늘"),
        ("K-하늘 업무협약식", "ABOUT", "K-하늘"),
    }


def test_attendance() -> None:
    text = "국방부는 3일 ‘제2차 하늘 전략대화’를 열었다. 김하늘 국방부 장관과 함께 삼성전자, 구름전자, 네이버 등이 참석했다."
    got = facts(text, "PARTICIPATES_IN")
    assert got == {
        (w, "PARTICIPATES_IN", "제2차 하늘 전략대화")
        for w in ("김하늘", "삼성전자", "구름전자", "네이버")
    }


def test_absence_is_no_attendance() -> None:
    text = "국방부는 3일 ‘제2차 하늘 전략대화’를 열었다. 삼성전자와 네이버는 참석하지 않았다."
    assert not facts(text, "PARTICIPATES_IN")


def test_roles_in_brackets() -> None:
    text = SKY + "K-하늘을 위해 핵심 지도 제작(국방부, 교육부), 구름 조달(조달청)을 맡는다."
    assert qualifier(text, "PARTICIPATES_IN", "role") == {
        ("국방부", "K-하늘"): "핵심 지도 제작",
        ("교육부", "K-하늘"): "핵심 지도 제작",
        ("조달청", "K-하늘"): "구름 조달",
    }


def test_parts_of_a_body() -> None:
    text = (
        "국방부는 구름별 협의체와 하늘 지원팀으로 이루어진 ‘하늘 얼라이언스’를 구축하여 운영한다."
    )
    assert facts(text, "PART_OF") == {
        (p, "PART_OF", "하늘 얼라이언스") for p in ("구름별 협의체", "하늘 지원팀")
    }
    assert facts(text, "LEADS") == {("국방부", "LEADS", "하늘 얼라이언스")}


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


CONTACTS = """담당 부서\t국방부 하늘정책과\t책임자\t과 장\t김하늘 (02-123-4567)
\t\t담당자\t사무관\t이바다 (02-123-4568)
교육부\t구름정책관 지도과\t책임자\t과 장\t박구름 (044-203-1111)
"""


def test_contact_table() -> None:
    assert facts(CONTACTS, "PART_OF") == {
        ("하늘정책과", "PART_OF", "국방부"),
        ("지도과", "PART_OF", "구름정책관"),
        ("구름정책관", "PART_OF", "교육부"),
    }
    assert qualifier(CONTACTS, "HOLDS_POSITION", "phone") == {
        ("김하늘", "하늘정책과"): "02-123-4567",
        ("이바다", "하늘정책과"): "02-123-4568",
        ("박구름", "지도과"): "044-203-1111",
    }


def test_every_statement_quotes_its_document() -> None:
    from reading import document, statements

    for text in (ATTENDEES, CONTACTS, SKY):
        read = document(text)
        for statement in statements(text):
            assert all(read.text[e.start : e.end] == e.quote for e in statement.evidence)


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


def test_joining_without_an_event_is_in_the_programme() -> None:
    text = (
        SKY
        + "국방부는 3일 「하늘 추진대회」를 개최했다.\n\nK-하늘에는 삼성전자와 네이버가 참여한다."
    )
    assert facts(text, "PARTICIPATES_IN") == {
        ("삼성전자", "PARTICIPATES_IN", "K-하늘"),
        ("네이버", "PARTICIPATES_IN", "K-하늘"),
    }


def test_each_clause_has_its_own_subject() -> None:
    text = "국방부는 시험장을 열고, 한국기계연구원은 양자센서와 휴머노이드를 개발한다."
    assert facts(text, "DEVELOPS") == {
        ("한국기계연구원", "DEVELOPS", "양자센서"),
        ("한국기계연구원", "DEVELOPS", "휴머노이드"),
    }


def test_members_on_one_line() -> None:
    text = "구름병 연구개발 전략위원회가 열렸다.\n\n위원: 김하늘 고려대학교 교수, 이바다 한국화학연구원 책임연구원"
    assert facts(text, "PARTICIPATES_IN") == {
        (who, "PARTICIPATES_IN", "구름병 연구개발 전략위원회") for who in ("김하늘", "이바다")
    }


def test_people_in_bullets_below_their_heading() -> None:
    text = (
        "국방부는 3일 「하늘 추진대회」를 개최했다.\n\n< 추진대회 주요 참석자 >\n"
        " · (정부) 김하늘 국방부 장관\n · (연구기관) 이바다 한국기계연구원 원장\n"
    )
    assert {
        ("김하늘", "PARTICIPATES_IN", "하늘 추진대회"),
        ("이바다", "PARTICIPATES_IN", "하늘 추진대회"),
    } <= facts(text)


def test_counted_lead_and_numbered_goals() -> None:
    text = SKY + (
        "□ K-하늘은 다음의 2대 과제로 구성된다.\n"
        "  ㅇ (과제 1) 하늘 지도 개발 : ’30년까지 절반\n  ㅇ (과제 2) 구름 저장 실증 : ’31년까지 두 배\n"
    )
    assert facts(text, "HAS_MISSION", "HAS_FIELD") == {
        ("K-하늘", "HAS_MISSION", "하늘 지도 개발"),
        ("K-하늘", "HAS_MISSION", "구름 저장 실증"),
    }


def test_table_of_a_committees_members() -> None:
    text = (
        "### 하늘기술 정책위원회 위원 명단\n\n연번\t성명\t소속\t직위\n"
        "1\t김하늘\t고려대학교\t교수\n2\t이바다\t한국화학연구원\t본부장\n"
    )
    assert facts(text, "PARTICIPATES_IN") == {
        (who, "PARTICIPATES_IN", "하늘기술 정책위원회") for who in ("김하늘", "이바다")
    }


def test_telephone_in_a_cell_of_its_own() -> None:
    text = "담당 부서\t국방부 하늘정책과\t책임자\t과 장\t김하늘\t(02-123-4567)\n\t\t담당자\t사무관\t이바다\t(02-123-4568)\n"
    assert set(qualifier(text, "HOLDS_POSITION", "phone")) == {
        ("김하늘", "하늘정책과"),
        ("이바다", "하늘정책과"),
    }


def test_a_noun_of_doing_alone_is_no_mission() -> None:
    text = "입력 2026.01.02\n우주항공청은 누리호를 2031년 발사를 목표로 만든다."
    assert not facts(text, "TARGETS_YEAR")
