from __future__ import annotations

from pathlib import Path

import pytest

from graph.catalogue import Catalogue
from graph.errors import QueryError

MINE = "// 내 것\n// mine\n// @returns x\nRETURN 1 AS x\n"


def test_a_folder_of_ones_own_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "evidence.cypher").write_text(MINE, encoding="utf-8")
    assert Catalogue.load(tmp_path).get("evidence").question_en == "mine"
    assert Catalogue.load().get("evidence").question_en != "mine"
    monkeypatch.setenv("MOONSHOT_GRAPH_QUERIES", str(tmp_path))
    assert Catalogue.load().get("evidence").question_en == "mine"
    assert "conflicts" in Catalogue.load().names()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="gone: no folder of queries"):
        Catalogue.load(tmp_path / "gone")


def test_two_files_of_one_name_in_a_folder_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mine.cypher").write_text(MINE, encoding="utf-8")
    with pytest.raises(QueryError, match="a second query of the name mine"):
        Catalogue.load(tmp_path)


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(QueryError, match="no query 'agencies-coverin'; near it: agencies-covering"):
        Catalogue.load().get("agencies-coverin")


@pytest.mark.parametrize("name", Catalogue.load().names())
def test_shipped_questions_stand_in_both_languages(name: str) -> None:
    query = Catalogue.load().get(name)
    assert any("가" <= letter <= "힣" for letter in query.question_ko)
    assert query.question_ko.endswith(("?", ")"))
    assert query.question_en.isascii() or "×" in query.question_en
    assert query.tags
    assert all(parameter.meaning for parameter in query.parameters)


@pytest.mark.parametrize("name", Catalogue.load().names())
def test_shipped_queries_are_one_statement_with_comments_in_the_header_only(name: str) -> None:
    text = Catalogue.load().get(name).text
    body = [line for line in text.splitlines() if not line.startswith("//")]
    assert not any("//" in line or ";" in line or "/*" in line for line in body)
    assert "ORDER BY" in text
    assert not any(word in text.upper() for word in ("MERGE", "CREATE ", "DELETE", " SET "))
