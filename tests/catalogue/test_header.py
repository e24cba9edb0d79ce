from __future__ import annotations

from pathlib import Path

import pytest

from graph.catalogue import read_query
from graph.errors import QueryError

GOOD = """// 무엇이 있는가?
// What is there?
// More about it.
// @param field: list of Field = 양자, 인공지능 — the fields
// @param who: Person — the person
// @param least: int = 3 — at least so many
// @returns name, number
// @tags one, two
MATCH (f:Field) WHERE f.name IN $field AND f.name <> '$text' // $comment
RETURN f.name AS name, $least AS number, $who
"""


def _write(folder: Path, text: str) -> Path:
    path = folder / "some" / "what-is.cypher"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_all_of_a_header_is_read(tmp_path: Path) -> None:
    query = read_query(_write(tmp_path, GOOD))
    assert (query.name, query.group) == ("what-is", "some")
    assert (query.question_ko, query.question_en) == ("무엇이 있는가?", "What is there?")
    assert query.notes == ("More about it.",)
    assert (query.columns, query.tags) == (("name", "number"), ("one", "two"))
    field, who, least = query.parameters
    assert (field.type, field.is_list, field.default) == ("Field", True, "양자, 인공지능")
    assert (who.default, who.names_entity, least.names_entity) == (None, True, False)
    assert query.usage == "field=양자,인공지능 who=… least=3"
    assert query.text == GOOD


def test_an_empty_default_means_any(tmp_path: Path) -> None:
    text = "// 가\n// a\n// @param p: Program = '' — any\n// @returns x\nRETURN $p AS x\n"
    (parameter,) = read_query(_write(tmp_path, text)).parameters
    assert (parameter.default, parameter.signature) == ("", "[p]")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("// @param who: Person — the person\n", "", "what-is.cypher:9: $who is used but not"),
        (", $who", "", "what-is.cypher:5: parameter who is declared but not used"),
        ("who: Person", "field: Person", "what-is.cypher:5: parameter field is declared twice"),
        ("who: Person", "who: Ghost", "what-is.cypher:5: unknown type Ghost; known are text"),
        ("who: Person — the person", "who Person", "what-is.cypher:5: not '@param name: type"),
        ("@tags", "@tag", "what-is.cypher:8: unknown @tag"),
        ("// @returns name, number\n", "", "what-is.cypher:1: the header needs"),
        ("// What is there?\n// More about it.\n", "", "what-is.cypher:1: the header needs"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    assert old in GOOD
    with pytest.raises(QueryError) as error:
        read_query(_write(tmp_path, GOOD.replace(old, new)))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "q.cypher"
    path.write_bytes("// 질문".encode("cp949"))
    with pytest.raises(QueryError, match=r"q\.cypher: cannot be read"):
        read_query(path)
