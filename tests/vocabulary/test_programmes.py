"""What in a programme's name tells it from others."""

from __future__ import annotations

import pytest

from graph.vocabulary import vocabulary
from graph.vocabulary.programmes import distinctive, proper_name


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("K-구름 추진전략", "K-구름"),
        ("Blue Sky Project", "Blue Sky"),
        ("K-구름", "K-구름"),
        ("전략", "전략"),
    ],
)
def test_proper_name(name: str, bare: str) -> None:
    assert proper_name(name) == bare


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("하늘기술 선도 SKY 프로젝트", "SKY"),
        ("K-구름 추진전략", "K-구름"),
        ("하늘기술 프로젝트", ""),
        ("Blue Sky Project", ""),
        ("Blue Initiative", ""),
        ("K-Sky Project", "K-Sky"),
    ],
)
def test_distinctive_word(name: str, word: str) -> None:
    assert distinctive(name, vocabulary()) == word
