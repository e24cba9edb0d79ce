"""A result as a table, a frame, a page and a network."""

from __future__ import annotations

import math
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from graph.connection import Answer, Connection
from graph.errors import InputError, QueryError
from graph.model import Result
from graph.stores import open_store


class Tags(HTMLParser):
    """The tags of a page, and its text without what stands in attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def answer(*rows: tuple[object, ...], columns: tuple[str, ...] = ("a",)) -> Answer:
    return Answer(Result(columns, rows), open_store(":memory:"))  # type: ignore[arg-type]


def test_a_frame_holds_numbers_and_names(db: Connection) -> None:
    frame = db.run(
        "MATCH (p:Program)-[r:TARGETS_YEAR]->(y:Year) "
        "RETURN p, r, y.year AS year, [p] AS list, {it: p} AS map ORDER BY year, p.name LIMIT 1"
    ).to_frame()
    row = frame.iloc[0].to_dict()
    assert frame["year"].dtype.kind == "i"
    assert row["p"] == "K-문샷"
    assert row["r"].startswith("TARGETS_YEAR {goal: ")
    assert row["list"] == ["K-문샷"]
    assert row["map"] == {"it": "K-문샷"}


def test_a_frame_of_whole_nodes(db: Connection) -> None:
    found = db.run("MATCH (p:Program {name: 'K-문샷'}) RETURN p")
    whole: Any = found.to_frame(whole=True).iloc[0, 0]
    assert whole["label"] == "Program"


def test_the_drivers_names_for_the_frame() -> None:
    assert answer((1,)).to_df().equals(answer((1,)).to_data_frame())


def test_an_empty_frame_has_its_columns() -> None:
    assert list(answer(columns=("a", "b")).to_frame().columns) == ["a", "b"]


def test_it_is_read_as_the_drivers_results_are() -> None:
    two = answer((1, "x"), (2, None), columns=("a", "b"))
    assert (len(two), two.keys(), two.value(), two.value("b")) == (
        2,
        ["a", "b"],
        [1, 2],
        ["x", None],
    )
    assert two.values() == [[1, "x"], [2, None]]
    assert two.evaluate() == 1
    assert two[1]["a"] == 2
    assert answer().evaluate() is None
    with pytest.raises(QueryError, match="2 rows, not one"):
        two.single()


def test_a_table_escapes_what_documents_say() -> None:
    shown = answer(
        ("<script>alert(1)</script>",), ([f"<b>{n}</b>" for n in range(5)],)
    )._repr_html_()
    tags = Tags(shown)
    assert not {"script", "b"} & set(tags.tags)
    assert "<script>alert(1)</script>" in "".join(tags.text)
    assert "<summary>+3</summary>" in shown


def test_a_long_table_says_what_is_left_out() -> None:
    long = answer(*((n,) for n in range(60)))
    assert "… 10 more rows" in long._repr_html_()
    assert "… 10 more rows" in repr(long)
    assert "rows" not in answer((math.pi,))._repr_html_()


def test_a_page_without_its_frame_still_says_everything(db: Connection) -> None:
    page = db.render("overlap", "K-문샷", "NEXT")
    shown = page._repr_html_()
    assert shown.count("<iframe") == 1
    assert 'sandbox="allow-scripts allow-downloads"' in shown
    left = shown.partition("</iframe>")[2]
    assert set(Tags(left).tags) <= {
        "details",
        "summary",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "p",
    }
    assert "OVERLAPS_WITH (derived)" in left
    assert "신약개발 속도 10배 이상 증가" in left


def test_what_sanitizers_leave_of_a_page_is_its_table(db: Connection) -> None:
    bleach = pytest.importorskip("bleach")
    allowed = ["details", "summary", "table", "thead", "tbody", "tr", "th", "td", "p"]
    page = db.render("around", "KIST")._repr_html_()
    left = bleach.clean(page, tags=allowed, attributes={}, strip=True)
    assert left.strip().startswith("<details><summary>")
    assert "오상록" in left
    assert not re.search("script|srcdoc|function", left)


def test_a_page_of_an_answer_without_entities_shows_its_rows(db: Connection) -> None:
    page = db.run("RETURN 1 AS one, 'x' AS letter").graph(title="하나")
    assert page.title == "하나"
    assert ">one</th>" in page._repr_html_().partition("</iframe>")[2]


def test_a_page_is_saved_as_it_is(db: Connection, tmp_path: Path) -> None:
    page = db.render("around", "KIST")
    page.save(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page.html
    assert "page.html" in repr(page)


def test_an_unknown_view_is_refused(db: Connection) -> None:
    with pytest.raises(InputError, match="no view"):
        db.render("pie")


def test_a_network_of_the_values(db: Connection) -> None:
    network = db.run("MATCH (p:Program)-[r:HAS_FIELD]->(f:Field) RETURN p, r, f").to_networkx()
    assert {data["label"] for _, data in network.nodes(data=True)} == {"Program", "Field"}
    assert {data["type"] for _, _, data in network.edges(data=True)} == {"HAS_FIELD"}
