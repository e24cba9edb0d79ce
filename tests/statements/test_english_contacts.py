"""Posts from English contact lines."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, qualifier, read_by, rule_rows

from graph.statements import Rule, english_contacts

IN_DIVISION: set[Fact] = {
    ("Jane Doe", "HOLDS_POSITION", "Cloud Division"),
    ("Cloud Division", "PART_OF", "과학기술정보통신부"),
}

CASES: RuleCases = {
    english_contacts.contacts: [
        ("Cloud Division, MSIT: Jane Doe, Director (+82-44-202-4310)", IN_DIVISION),
        ("Contact: Jane Doe, Director, Cloud Division, MSIT, +82-44-202-4310", IN_DIVISION),
        ("Cloud Division, MSIT\nJane Doe, Director, +82-44-202-4310", IN_DIVISION),
        (
            "Ministry of Science and ICT (MSIT)\n\nContact: Jane Doe, Director (+82-44-202-4310)",
            {("Jane Doe", "HOLDS_POSITION", "과학기술정보통신부")},
        ),
        ("Contact: Jane Doe, Director, +82-44-202-4310", NOTHING),
        ("Cloud Division, MSIT: Jane Doe, Director", NOTHING),
        ("Cloud Division, MSIT: Jane Doe, +82-44-202-4310", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected


def test_the_number_is_told() -> None:
    text = "Cloud Division, MSIT: Jane Doe, Director (+82-44-202-4310)"
    assert qualifier(text, "HOLDS_POSITION", "phone") == {
        ("Jane Doe", "Cloud Division"): "+82-44-202-4310"
    }
