"""diff and --as-of, as they are typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from made import LEADS, TAKES_PART, entity, graph

from graph.exports import export

if TYPE_CHECKING:
    from command import Outcome

    Moonshot = Callable[..., Outcome]


@pytest.fixture
def two_dates(moonshot: Moonshot, tmp_path: Path) -> Moonshot:
    """A store of two documents, one published in March, one in June."""
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "march.txt").write_text(
        "설명회를 열다\n2026-03-03\n\n□ 과학기술정보통신부(장관 홍길동)는 3일 'K-문샷' 설명회를 개최했다.\n",
        encoding="utf-8",
    )
    (folder / "june.txt").write_text(
        "설명회를 열다\n2026-06-09\n\n□ 산업통상부(장관 김철수)는 9일 'K-문샷' 설명회를 개최했다.\n",
        encoding="utf-8",
    )
    assert moonshot("build", folder).code == 0
    return moonshot


def test_diff_takes_stores_and_statements(moonshot: Moonshot) -> None:
    export(graph(LEADS, TAKES_PART), "old.jsonl")
    export(graph(TAKES_PART), "new.jsonl")
    moonshot("load", "old.jsonl", "--store", "old.kgl")
    done = moonshot("diff", "old.kgl", "new.jsonl")
    assert done.code == 1
    row, total = done.out.splitlines()[2:]
    assert total == "(1 row)"
    assert row.split("  ") == [
        "withdrawn",
        "(가나부)-[LEADS]->(하늘 사업)",
        "gone",
        "a.txt:0-16",
        "가나부는 하늘 사업을 이끈다.",
    ]
    assert done.err == "0 added, 1 withdrawn, 0 changed\n"
    same = moonshot("diff", "old.kgl", "old.jsonl")
    assert (same.code, same.out) == (0, "")


def test_diff_for_programs(moonshot: Moonshot) -> None:
    old, new = (
        replace(TAKES_PART, subject=entity("Organization", name), qualifiers={"role": role})
        for name, role in (("산업통상자원부", "참여"), ("산업통상부", "운영"))
    )
    export(graph(old), "old.jsonl")
    export(graph(replace(new, evidence=new.evidence[:1])), "new.jsonl")
    done = moonshot("diff", "old.jsonl", "new.jsonl", "--format", "json")
    (row,) = json.loads(done.out)
    assert row["change"] == "changed"
    assert row["renamed"] == [{"from": "산업통상자원부", "to": "산업통상부"}]
    assert (row["before"]["qualifiers"], row["after"]["qualifiers"]) == (
        {"role": "참여"},
        {"role": "운영"},
    )
    assert [(e["is"], e["document"]) for e in row["evidence"]] == [
        ("as before", "a.txt"),
        ("gone", "b.txt"),
    ]
    assert json.loads(moonshot("diff", "new.jsonl", "new.jsonl", "--format", "json").out) == []


def test_trouble_is_no_difference(moonshot: Moonshot) -> None:
    Path("bad.jsonl").write_text("{", encoding="utf-8")
    done = moonshot("diff", "bad.jsonl", "bad.jsonl")
    assert (done.code, done.out) == (2, "")
    assert done.complaint.startswith("bad.jsonl:1: ")


def test_diff_of_two_dates_of_one_store(two_dates: Moonshot) -> None:
    done = two_dates("diff", "2026-03", "2026-06-09", "--format", "json")
    rows = json.loads(done.out)
    assert done.code == 1
    assert {row["change"] for row in rows} == {"added", "changed"}
    new = {e["document"] for row in rows for e in row["evidence"] if e["is"] == "new"}
    assert new == {"june.txt"}
    assert two_dates("diff", "2026-03-03", "2026-06-08").code == 0
    assert two_dates("diff", "2026", "moonshot.kgl").code == 0
    two_dates("export", "statements", "-o", "all.jsonl")
    assert two_dates("diff", "2026-03", "2026-06", "--store", "all.jsonl").code == 1


def names(done: Outcome) -> set[str]:
    assert done.code == 0
    records = [json.loads(line) for line in done.out.splitlines()]
    return {r[end]["name"] for r in records for end in ("subject", "object")}


def test_only_what_was_published_by_then_is_known(two_dates: Moonshot) -> None:
    known = names(two_dates("export", "statements", "--as-of", "2026-03-31"))
    assert "홍길동" in known
    assert "김철수" not in known
    assert "김철수" in names(two_dates("export", "statements", "--as-of", "2026-06"))
    assert names(two_dates("export", "statements", "--as-of", "2026-03-02")) == set()


@pytest.mark.parametrize(
    "command",
    [
        ("ask", "organization-profile", "organization=산업통상부"),
        ("explain", "산업통상부"),
        ("render", "--view", "around", "산업통상부", "-o", "-"),
        ("cypher", "MATCH (n:Organization {name: '산업통상부'}) RETURN 1 / size(collect(n))"),
    ],
)
def test_what_came_later_is_not_there(two_dates: Moonshot, command: tuple[str, ...]) -> None:
    assert two_dates(*command, "--as-of", "2026-06-09").code == 0
    assert two_dates(*command, "--as-of", "2026-06-08").code == 1


def test_counts_of_a_date(two_dates: Moonshot) -> None:
    done = two_dates("info", "--as-of", "2026-03", "--format", "json")
    assert [r["document"] for r in json.loads(done.out) if r["part"] == "documents"] == [
        "march.txt"
    ]


@pytest.mark.parametrize("date", ["2026-13", "yesterday", "2026-3-1", "2026-02-30", "99"])
def test_no_date_is_wrong_usage(two_dates: Moonshot, date: str) -> None:
    done = two_dates("export", "statements", "--as-of", date)
    assert (done.code, done.out) == (2, "")
    assert "no date" in done.complaint


def test_what_cannot_be_told_of_a_date_is_said(moonshot: Moonshot, documents: Path) -> None:
    moonshot("build", documents)
    done = moonshot("info", "--as-of", "2026")
    assert "2026: left out as of no known date: 2 documents" in done.err


def test_nothing_is_written_to_the_past(two_dates: Moonshot) -> None:
    done = two_dates("cypher", "--write", "--as-of", "2026", "CREATE (n:Field {id: 'x'})")
    assert done.code == 2
