"""--min-confidence and --trace, as they are typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command import Outcome

from graph.exports.jsonl import loads

Moonshot = Callable[..., Outcome]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def least(out: str) -> float:
    return min(float(json.loads(line)["confidence"]) for line in out.splitlines())


def test_every_extracted_statement_has_a_confidence(moonshot: Moonshot) -> None:
    lines = [json.loads(line) for line in moonshot("extract", EXAMPLES).out.splitlines()]
    assert all(0 < line["confidence"] <= 1 for line in lines)
    assert all(0 <= line["right"] <= line["judged"] for line in lines)


def test_a_threshold_holds_wherever_statements_come_out(moonshot: Moonshot) -> None:
    moonshot("build", EXAMPLES)
    whole = moonshot("export", "statements").out
    read = moonshot("extract", EXAMPLES, "--min-confidence", "0.9").out
    shown = moonshot("export", "statements", "--min-confidence", "0.9").out
    assert least(whole) < 0.9 <= least(read)
    assert read == shown
    moonshot("build", EXAMPLES, "--store", "cut.kgl", "--min-confidence", "0.9")
    assert moonshot("export", "statements", "--store", "cut.kgl").out == read
    assert moonshot("export", "statements").out == whole, "the store itself is not touched"


def test_questions_are_answered_from_what_is_sure(moonshot: Moonshot) -> None:
    moonshot("build", EXAMPLES)
    all_rows = moonshot("ask", "evidence", "--format", "jsonl").out.splitlines()
    sure = moonshot("ask", "evidence", "--format", "jsonl", "--min-confidence", "0.9").out
    rows = [json.loads(line) for line in sure.splitlines()]
    assert 0 < len(rows) < len(all_rows)
    assert min(row["confidence"] for row in rows) >= 0.9
    met = moonshot("overlap", "K-문샷", "NEXT", "--min-confidence", "1")
    assert met.code == 1, "nothing is that sure, so the programme is not known"
    page = moonshot("render", "--min-confidence", "0.9", "-o", "page.html")
    assert page.code == 0


@pytest.mark.parametrize("value", ["1.5", "-1", "much"])
def test_a_threshold_is_a_share(moonshot: Moonshot, value: str) -> None:
    done = moonshot("extract", EXAMPLES, f"--min-confidence={value}")
    assert done.code == 2
    assert "--min-confidence" in done.complaint


def test_load_and_export_keep_every_byte(moonshot: Moonshot) -> None:
    written = moonshot("extract", EXAMPLES).out
    Path("in.jsonl").write_text(written, encoding="utf-8")
    moonshot("load", "in.jsonl")
    assert moonshot("export", "statements").out == written


def test_a_trace_is_a_page_and_statements_stay_away(moonshot: Moonshot, documents: Path) -> None:
    done = moonshot("extract", documents, "--trace", "trace.html")
    assert (done.code, done.out) == (0, "")
    page = Path("trace.html").read_text(encoding="utf-8")
    assert "홍길동" in page
    assert "김철수" in page
    assert "post-in-text" in page
    moonshot("extract", documents, "--trace", "trace.html", "-o", "out.jsonl")
    assert loads(Path("out.jsonl").read_text(encoding="utf-8").splitlines()).statements


def test_a_trace_with_gold_says_what_was_missed(moonshot: Moonshot, documents: Path) -> None:
    line = {
        "tier": "core",
        "subject": {"label": "Organization", "names": ["과학기술정보통신부"]},
        "predicate": "LEADS",
        "object": {"label": "Program", "names": ["달나라 계획"]},
        "quote": "개최했다",
    }
    Path("gold").mkdir()
    Path("gold/one.jsonl").write_text(json.dumps(line), encoding="utf-8")
    moonshot("extract", documents, "--trace", "trace.html", "--gold", "gold")
    page = Path("trace.html").read_text(encoding="utf-8")
    assert "Program 달나라 계획 was not found" in page
    assert "not marked" in page, "two.txt has no gold"


def test_gold_without_a_trace_is_wrong_usage(moonshot: Moonshot, documents: Path) -> None:
    Path("gold").mkdir()
    assert moonshot("extract", documents, "--gold", "gold").code == 2
    done = moonshot("extract", documents, "--gold", "gold", "--trace", "t.html")
    assert "marks none" in done.complaint
