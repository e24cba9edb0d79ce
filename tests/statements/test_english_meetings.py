"""What English sentences say of gatherings."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, named, read_by, rule_rows

from graph.statements import Rule, english_meetings

CASES: RuleCases = {
    english_meetings.followed: [
        (
            "KASA held a public hearing on Sky Maps. The hearing follows the Sky Map Forum that KASA held in May.",
            {
                ("public hearing on Sky Maps", "FOLLOWS", "Sky Map Forum"),
                ("우주항공청", "HOSTS", "Sky Map Forum"),
            },
        ),
        ("KASA held a public hearing on Sky Maps. The road follows the Sky Map Forum.", NOTHING),
        ("KASA saw the Sky Map Forum that KASA left in May.", NOTHING),
    ],
    english_meetings.meetings_of_bodies: [
        (
            "It was said at the third meeting of the Cloud Committee.",
            {("Cloud Committee", "HOSTS", "third meeting of the Cloud Committee")},
        ),
        ("It was said at the launch ceremony of the Blue Sky Project.", NOTHING),
        ("The Cloud Committee rested.", NOTHING),
    ],
    english_meetings.put_before: [
        (
            "The Rain Agency unveiled the Blue Sky Project at a meeting of the Cloud Committee.",
            {("meeting of the Cloud Committee", "ABOUT", "Blue Sky Project")},
        ),
        ("The Blue Sky Project was praised at a meeting of the Cloud Committee.", NOTHING),
        (
            "The Rain Agency unveiled the Blue Sky Project before a meeting of the Cloud Committee.",
            NOTHING,
        ),
    ],
    english_meetings.attended: [
        (
            "The Blue Sky Forum was joined by many, including Jane Doe, president of the Cloud Institute.",
            {("Jane Doe", "PARTICIPATES_IN", "Blue Sky Forum")},
        ),
        (
            "The Blue Sky Forum opened. Jane Doe, president of the Cloud Institute, who chaired the meeting, spoke.",
            {
                ("Jane Doe", "PARTICIPATES_IN", "Blue Sky Forum"),
                ("Jane Doe", "LEADS", "Blue Sky Forum"),
            },
        ),
        ("Jane Doe, president of the Cloud Institute, missed the Blue Sky Forum.", NOTHING),
        (
            "The Blue Sky Forum opened. Jane Doe, president of the Cloud Institute, read of it.",
            NOTHING,
        ),
        (
            "The Blue Sky Forum opened. KAIST President Jane Doe attended the meeting along with the Rain Agency.",
            {
                ("Jane Doe", "PARTICIPATES_IN", "Blue Sky Forum"),
                ("Rain Agency", "PARTICIPATES_IN", "Blue Sky Forum"),
            },
        ),
        (
            "Jane Doe, president of the Cloud Institute, attended the meeting. Later came the Blue Sky Forum.",
            NOTHING,
        ),
        (
            "The Blue Sky Forum was dull. It rained.\n\nPrices rose, including those of Jane Doe, president of the Cloud Institute.",
            NOTHING,
        ),
    ],
    english_meetings.joined_by: [
        (
            'The Ministry of Science and ICT hosted the "Blue Sky Dialogue" in Seoul. Minister Kim Ha-neul was joined by Lee Ba-da, president of Sky University.',
            {("Lee Ba-da", "PARTICIPATES_IN", "Blue Sky Dialogue")},
        ),
        (
            'The Ministry of Science and ICT hosted the "Blue Sky Dialogue" in Seoul. It was mocked by Lee Ba-da, president of Sky University.',
            NOTHING,
        ),
        ("Minister Kim Ha-neul was joined by Lee Ba-da, president of Sky University.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "They met at the launch ceremony of the Blue Sky Project on May 2.",
            "launch ceremony of the Blue Sky Project",
        ),
        (
            "They met at a meeting of the Cloud Committee in Paris.",
            "meeting of the Cloud Committee",
        ),
        ("They met at a plenary session.", "plenary session"),
    ],
)
def test_a_gathering_is_named_without_its_day_and_place(text: str, name: str) -> None:
    assert named(text, "Event") == [name]


@pytest.mark.parametrize("text", ["They met at a meeting.", "The forum of ideas was open."])
def test_a_word_for_a_gathering_alone_names_none(text: str) -> None:
    assert named(text, "Event") == []
