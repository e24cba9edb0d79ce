from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.cli import main
from graph.exports.jsonl import loads
from graph.projection import project
from graph.stores import open_store

STATEMENTS = Path(__file__).parent.parent / "documents" / "two_programmes.jsonl"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("store") / "test.kgl")
    with open_store(path) as store:
        store.write(project(loads(STATEMENTS.read_text(encoding="utf-8").splitlines())))
    return path


@pytest.fixture
def run(address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("MOONSHOT_GRAPH_STORE", address)

    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        said = capsys.readouterr()
        return int(stop.value.code or 0), said.out, said.err

    return call


def test_without_a_query_the_questions_are_listed(run: Run) -> None:
    code, out, _ = run("ask", "--format", "json")
    listed = {record["query"]: record for record in json.loads(out)}
    assert code == 0
    assert len(listed) == 16
    assert listed["agencies-covering"]["parameters"] == "field=양자,인공지능"
    assert listed["connection"]["parameters"] == "first=… second=…"


def test_an_answer_goes_to_standard_output(run: Run) -> None:
    code, out, err = run("ask", "agencies-covering", "field=quantum,AI", "--format", "jsonl")
    first = json.loads(out.splitlines()[0])
    assert (code, err) == (0, "")
    assert (first["organization"]["name"], first["directness"]) == ("가온연구원", "direct")
    assert first["quotes"] == ["가온연구원은 양자와 인공지능 두 분야의 연구를 맡는다."]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["ask", "agencies"], 2, "no query 'agencies'; near it: agencies-covering"),
        (["ask", "evidence", "who=x"], 2, "evidence has no parameter 'who'"),
        (["ask", "connection", "first=GRI"], 2, "connection needs second=…"),
        (["ask", "evidence", "about"], 2, "'about' is not NAME=VALUE"),
        (["ask", "evidence", "about=가온연구언"], 1, "near it: 가온연구원"),
        (["overlap", "GATE", "K-립"], 1, "'K-립': no Program of that name"),
        (["overlap", "GATE", "GATE Project"], 2, "are one programme"),
        (["cypher", "MATCH (n"], 1, "Cypher:"),
        (["cypher", "MATCH (n) DETACH DELETE n"], 1, "give --write to allow it"),
        (["info", "--store", "gone.kgl"], 1, "gone.kgl: no such store"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_printed(
    arguments: list[str], code: int, said: str, run: Run
) -> None:
    got, out, err = run(*arguments)
    assert (got, out) == (code, "")
    assert said in err
    assert "Traceback" not in err


def test_cypher_takes_typed_values(run: Run) -> None:
    _, out, _ = run(
        "cypher", "RETURN $i AS i, $t AS t, $l AS l, $q AS q, $b AS b, $n AS n, $h AS h",
        "i=3", "t=양자", "l=양자,2", 'q="2026"', "b=true", "n=NaN", "h=99999999999999999999",
        "--format", "jsonl",
    )  # fmt: skip
    assert json.loads(out) == {
        "i": 3, "t": "양자", "l": ["양자", 2], "q": "2026", "b": True, "n": "NaN",
        "h": "99999999999999999999",
    }  # fmt: skip


def test_cypher_writes_only_when_told(run: Run, tmp_path: Path) -> None:
    store = str(tmp_path / "mine.kgl")
    assert (
        run("cypher", "CREATE (:Law {id: 'law/x', name: 'x'})", "--store", store, "--write")[0] == 0
    )
    assert "\nx\n" in run("cypher", "MATCH (l:Law) RETURN l", "--store", store)[1]


def test_overlap_shows_both_sides(run: Run) -> None:
    code, out, _ = run("overlap", "K-Leap", "GATE")
    titles = [line for line in out.splitlines() if "∩" in line or "∖" in line]
    assert code == 0
    assert titles == [
        "K-도약 ∩ 미래전략 GATE 프로젝트",
        "K-도약 ∖ 미래전략 GATE 프로젝트",
        "미래전략 GATE 프로젝트 ∖ K-도약",
    ]
    assert "shared technology: 양자컴퓨터" in out


def test_overlap_is_one_table_for_programs(run: Run) -> None:
    _, out, _ = run("overlap", "K-Leap", "GATE", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["part"] for row in rows if row["score"]} == {"K-도약 ∩ 미래전략 GATE 프로젝트"}
    assert [row["item"] for row in rows if row["part"].startswith("K-도약 ∖")] == [
        "도약기술육성법", "초저전력 추론칩", "AI 가속기",
    ]  # fmt: skip


def test_info_counts(run: Run) -> None:
    _, out, _ = run("info", "--format", "json")
    rows = json.loads(out)
    documents = {r["document"]: r for r in rows if r["part"] == "documents"}
    assert documents["a_leap_launch.txt"]["title"] == "K-도약, 네 분야로 첫발"
    assert documents["b_gate_plan.txt"]["title"] == ""
    assert {r["label"]: r["number"] for r in rows if r["part"] == "labels"}["Program"] == 2
    assert {r["predicate"] for r in rows if r["part"] == "predicates"} >= {"LEADS", "FROM"}
    assert next(r["program"] for r in rows if r["part"] == "versions") == "moonshot-graph"
    assert "── " in run("info")[1]
