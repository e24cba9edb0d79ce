from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.korean import ends_word, noun_phrase_before, sentences, starts_word
from graph.model import Span


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("비가 왔다. 눈도 왔다.", ["비가 왔다.", "눈도 왔다."]),
        ("그는 “간다. 온다.”고 했다. 끝.", ["그는 “간다. 온다.”고 했다.", "끝."]),
        ("2026. 6. 18.(목) 회의를 열었다.", ["2026. 6. 18.(목) 회의를 열었다."]),
        ("’26년에 시작한다. ‘가나’를 만든다.", ["’26년에 시작한다.", "‘가나’를 만든다."]),
        ("Dr. Kim came. He left.", ["Dr. Kim came.", "He left."]),
        ("성장률은 2.5%다. 높다.", ["성장률은 2.5%다.", "높다."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet="가나다. “”‘’()\n'\"18A", max_size=60))
def test_sentences_lose_no_letter(text: str) -> None:
    whole = "".join("".join(piece.split()) for piece in split(text))
    assert whole == "".join(text.split())


@pytest.mark.parametrize(
    ("word", "size", "expected"),
    [
        ("과기정통부는", 5, True),
        ("과기정통부에서도", 5, True),
        ("산업부문", 3, False),
        ("우주항공청장", 5, False),
        ("AI를", 2, True),
        ("AIX", 2, False),
        ("연구원", 3, True),
    ],
)
def test_ends_word(word: str, size: int, expected: bool) -> None:
    assert ends_word(word, size) is expected


def test_starts_word_at_a_new_script() -> None:
    assert starts_word("Si반도체", 2)
    assert not starts_word("신반도체", 1)
    assert starts_word("②반도체", 1)


def test_noun_phrase_stops_at_particles() -> None:
    text = "핵심인 하늘 지도 기술을 개발한다"
    phrase = noun_phrase_before(text, Span(0, len(text)), text.index("을"))
    assert phrase is not None
    assert text[phrase.start : phrase.end] == "하늘 지도 기술"
