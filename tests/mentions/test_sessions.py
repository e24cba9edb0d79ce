"""Sessions called by their number alone."""

from __future__ import annotations

import pytest
from reading import document

from graph.mentions import find_names
from graph.vocabulary import vocabulary


def events(text: str) -> set[str]:
    return {
        m.entity.name
        for m in find_names(document(text), vocabulary()).mentions
        if m.label == "Event"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "국가우주위원회는 25일 서울에서 제2차 전체회의를 열었다.",
            {"국가우주위원회 제2차 전체회의"},
        ),
        ("하늘바다위원회가 9일 첫 회의를 개최했다.", {"하늘바다위원회 첫 회의"}),
        (
            "The Blue Sky Committee held its second meeting in May.",
            {"second meeting of the Blue Sky Committee"},
        ),
        ("The Blue Sky Committee left its second meeting in May.", set()),
        ("네이버는 25일 제2차 회의를 열었다.", set()),
        ("국가우주위원회는 25일 제2차 회의를 미뤘다.", set()),
        (
            "국가우주위원회는 제2차 회의를 열었다. 국가바이오위원회는 제2차 회의를 열었다.",
            set(),
        ),
    ],
)
def test_sessions(text: str, expected: set[str]) -> None:
    assert events(text) == expected
