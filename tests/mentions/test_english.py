"""Names and people in English text."""

from __future__ import annotations

import pytest
from reading import NO_NAME, Name, named, posts

from graph.mentions.english import english_forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They run the Blue Sky Project in town.", {("Program", "Blue Sky Project")}),
        ("They met at the Cloud Forum today.", {("Event", "Cloud Forum")}),
        ("She met the Cloud Institute of Rain.", {("Organization", "Cloud Institute of Rain")}),
        (
            "She met the Cloud Institute and the Rain Agency.",
            {("Organization", "Cloud Institute"), ("Organization", "Rain Agency")},
        ),
        ("The Ministry of Sky and Sea said so.", {("Organization", "Ministry of Sky and Sea")}),
        ("It is set by the Cloud Promotion Act of today.", {("Law", "Cloud Promotion Act")}),
        ("It rests on the Act on Rain.", {("Law", "Act on Rain")}),
        ("It rests on the Special Act on Rain.", {("Law", "Special Act on Rain")}),
        ("It rests on the Special Act of today.", NO_NAME),
        (
            "They met KAIST and Cloud National University.",
            {("Organization", "Cloud National University")},
        ),
        ("They run the project in town.", NO_NAME),
        ("The Strategy is new.", NO_NAME),
        ("They act on Cloud Seeding.", NO_NAME),
        ("She met a committee of Cloud experts.", NO_NAME),
        (
            "They wrote the Master Plan to Foster National Kites last year.",
            {("Program", "Master Plan to Foster National Kites")},
        ),
        (
            "They run the Cloud Partnership, a programme of two cities.",
            {("Program", "Cloud Partnership")},
        ),
        ("They run the Cloud Partnership in two cities.", {("Organization", "Cloud Partnership")}),
        # A headline: every word has a capital.
        ("Blue Sky Project Opens Its Doors", NO_NAME),
    ],
)
def test_capitalised_words_that_end_in_a_telling_noun(text: str, expected: set[Name]) -> None:
    assert {(f.label, text[f.span.start : f.span.end]) for f in english_forms(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jane Doe, president of the Cloud Institute, spoke.",
            [("Jane Doe", "president", "Cloud Institute", "")],
        ),
        (
            "Jane Doe, the Minister of Science and ICT, spoke.",
            [("Jane Doe", "Minister", "과학기술정보통신부", "")],
        ),
        ("Minister of Education Jane Doe spoke.", [("Jane Doe", "Minister", "교육부", "")]),
        ("Science Minister Jane Doe spoke.", [("Jane Doe", "Minister", "과학기술정보통신부", "")]),
        (
            "Jane Doe, Director General for Rain Policy at MSIT, spoke.",
            [("Jane Doe", "Director General", "과학기술정보통신부", "")],
        ),
        (
            "The Cloud Council met under its vice chairman, Jane Doe.",
            [("Jane Doe", "vice chairman", "Cloud Council", "")],
        ),
        ("Rain fell on the Cloud Council under the vice chairman, Jane Doe.", []),
        ("Foreign Minister and Rain Minister Jane Doe spoke.", []),
        ("Jane Doe visited the Cloud Institute.", []),
        ("The president of the Cloud Institute spoke.", []),
        ("Jane Doe, a friend of the Cloud Institute, spoke.", []),
    ],
)
def test_posts_beside_names(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


@pytest.mark.parametrize(
    ("year", "ministry"), [("2024-05-01", "산업통상자원부"), ("2026-05-01", "산업통상부")]
)
def test_the_press_calls_a_ministry_by_one_word_of_its_day(year: str, ministry: str) -> None:
    text = f"date: {year}\n\nThe trade ministry said so. The rain ministry denied it."
    assert named(text, "Organization") == [ministry]
