"""When and where an event was held; since when a law is in force."""

from __future__ import annotations

import pytest
from reading import statements

STAMP = "입력 2026.03.11\n"


def told(text: str, label: str) -> dict[str, object]:
    """Return the properties, but for the kind, of the one entity of that label."""
    found = {
        e.id: {k: v for k, v in e.properties if k != "kind"}
        for s in statements(text)
        for e in (s.subject, s.object)
        if e.label == label
    }
    assert len(found) == 1
    return dict(next(iter(found.values())))


@pytest.mark.parametrize(
    ("sentence", "date", "place"),
    [
        (
            "국방부는 ’26년 6월 18일(목), 서울 하늘호텔에서 「하늘 추진대회」를 개최했다.",
            "2026-06-18",
            "서울 하늘호텔",
        ),
        (
            "국방부는 9일 대전 하늘회관에서 「하늘 추진대회」를 열었다.",
            "2026-03-09",
            "대전 하늘회관",
        ),
        ("국방부는 2월 3일 「하늘 추진대회」를 개최했다.", "2026-02-03", None),
        ("국방부는 25일 「하늘 추진대회」를 개최한다.", None, None),
        ("국방부는 「하늘 추진대회」를 개최했다.", None, None),
    ],
)
def test_events(sentence: str, date: str | None, place: str | None) -> None:
    got = told(STAMP + sentence, "Event")
    assert (got.get("date"), got.get("place")) == (date, place)


def test_date_in_brackets_behind_the_event() -> None:
    text = "국방부는 「하늘 추진대회」를 개최했다. 제8차 구름장관회의('26. 4. 30.) 후속조치로 마련했다."
    found = {
        e.name: dict(e.properties).get("date")
        for s in statements(text)
        for e in (s.subject, s.object)
        if e.label == "Event"
    }
    assert found["제8차 구름장관회의"] == "2026-04-30"


def test_overview_line_gives_the_fullest_place() -> None:
    text = (
        "국방부는 2026년 6월 18일 하늘호텔에서 「하늘 추진대회」를 개최했다.\n"
        "- (일시/장소) '26. 6. 18.(목) 오후 2시, 하늘호텔 무지개홀(2층)\n"
    )
    assert told(text, "Event") == {"date": "2026-06-18", "place": "하늘호텔 무지개홀(2층)"}


def test_law_in_force() -> None:
    assert told("「하늘법」(’26.8. 시행예정, 하늘핵심기술)과 「하늘법」(하늘핵심기술)", "Law") == {
        "in_force": "2026-08"
    }
