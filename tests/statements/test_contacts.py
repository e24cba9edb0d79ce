"""Whom to ask: department, post, name and telephone number."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, facts, qualifier, read_by, rule_rows

from graph.statements import Rule, contacts

CASES: RuleCases = {
    contacts.contacts: [
        (
            "문의: 국방부 하늘정책과 김하늘 과장(02-123-4567)\n",
            {
                ("김하늘", "HOLDS_POSITION", "하늘정책과"),
                ("하늘정책과", "PART_OF", "국방부"),
            },
        ),
        ("국방부 하늘정책과 김하늘 과장은 구름전화 02-123-4567을 소개했다.\n", NOTHING),
        ("문의: 국방부 하늘정책과 김하늘 과장\n", NOTHING),
        ("국방부 하늘정책과 김하늘 과장(구름관 123호)\n", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected


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


def test_telephone_in_a_cell_of_its_own() -> None:
    text = "담당 부서\t국방부 하늘정책과\t책임자\t과 장\t김하늘\t(02-123-4567)\n\t\t담당자\t사무관\t이바다\t(02-123-4568)\n"
    assert set(qualifier(text, "HOLDS_POSITION", "phone")) == {
        ("김하늘", "하늘정책과"),
        ("이바다", "하늘정책과"),
    }
