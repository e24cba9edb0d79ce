from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from graph.vocabulary import Vocabulary, vocabulary
from graph.vocabulary.reader import FILES, read_terms


def names(name: str, label: str = "Organization", on: str = "") -> list[str]:
    return [t.name for t in vocabulary().lookup(name, label, on)]


@pytest.mark.parametrize(
    "written", ["과기정통부", "과학기술 정보통신부", "MSIT", "msit", "Ministry of Science and ICT"]
)
def test_one_ministry_under_all_its_names(written: str) -> None:
    assert names(written) == ["과학기술정보통신부"]


def test_short_form_goes_by_the_date() -> None:
    assert names("산업부", on="2024-05-01")[0] == "산업통상자원부"
    assert names("산업부", on="2026-06-18")[0] == "산업통상부"
    assert names("산업부")[0] == "산업통상부"


def test_institutes_of_like_names_stay_apart() -> None:
    assert [names(n) for n in ("KIST", "KISTI", "KISTEP")] == [
        ["한국과학기술연구원"],
        ["한국과학기술정보연구원"],
        ["한국과학기술기획평가원"],
    ]


def test_every_name_finds_its_term() -> None:
    words = vocabulary()
    for label in FILES:
        for term in words.terms(label):
            for name in (term.name, *term.aliases):
                assert term in words.lookup(name, label), (label, name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("김하늘", True),
        ("남궁민수", True),
        ("하늘", True),
        ("공동위원장", False),
        ("Kim", False),
        ("김", False),
    ],
)
def test_personal_names(text: str, expected: bool) -> None:
    assert vocabulary().is_personal_name(text) is expected


@pytest.mark.parametrize(
    ("text", "title", "head"),
    [
        ("정책연구소장", "소장", True),
        ("사무관", "사무관", False),
        ("제2차관", "제2차관", False),
        ("하늘", "", False),
    ],
)
def test_titles(text: str, title: str, head: bool) -> None:
    assert vocabulary().title_of(text) == title
    assert vocabulary().is_head(text) is head


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("name,colour\n가,빨강\n", "a.csv:2: unknown column 'colour'"),
        ("name,kind\n,ministry\n", "a.csv:2: a row without a name"),
        ("name,kind\n가\n", "a.csv:2: 1 cells under 2 columns"),
        ("kind\nministry\n", "a.csv:1: no column 'name'"),
    ],
)
def test_faulty_rows_are_named(tmp_path: Path, content: str, why: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError, match=why.replace("(", "\\(")):
        list(read_terms("Organization", path))


def test_analysts_rows_are_added_and_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "organizations.csv").write_text("name,aliases\n하늘연구소,하연\n", encoding="utf-8")
    monkeypatch.setenv("MOONSHOT_GRAPH_VOCABULARY", str(tmp_path))
    read = vocabulary.__wrapped__
    own: Vocabulary = read()
    assert [t.name for t in own.lookup("하연")] == ["하늘연구소"]
    (tmp_path / "organizations.csv").write_text("name,aliases\n하늘연구소,KIST\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"organizations\.csv:2: 'KIST' also names"):
        read()
