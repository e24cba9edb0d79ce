from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from made import TAKES_PART, WHOLE, graph

from graph.errors import StatementsError
from graph.exports.jsonl import dumps, loads
from graph.model import Confidence, KnowledgeGraph


def record(**changes: Any) -> str:
    """One good line with some parts replaced."""
    good: dict[str, Any] = json.loads(next(dumps(graph(TAKES_PART))))
    return json.dumps({**good, **changes})


def test_round_trip_is_exact() -> None:
    assert loads(dumps(WHOLE)) == WHOLE


def test_lines_are_sorted_and_the_same_whatever_the_order() -> None:
    turned = KnowledgeGraph(WHOLE.sources, tuple(reversed(WHOLE.statements)))
    assert list(dumps(turned)) == list(dumps(WHOLE))
    assert all(line.endswith("}\n") and "\n" not in line[:-1] for line in dumps(WHOLE))


def test_a_line_has_the_agreed_parts() -> None:
    line = json.loads(next(dumps(graph(TAKES_PART))))
    assert {"subject", "predicate", "object", "qualifiers", "derived", "evidence"} <= set(line)
    assert set(line["evidence"][0]) == {"document", "start", "end", "quote", "source"}


def test_files_laid_end_to_end_make_one_graph() -> None:
    first, second = (graph(replace(TAKES_PART, evidence=(e,))) for e in TAKES_PART.evidence)
    assert loads([*dumps(first), *dumps(second)]) == graph(TAKES_PART)


def test_the_greater_confidence_counts_where_files_meet() -> None:
    bare, weak, sure = (
        replace(TAKES_PART, confidence=c) for c in (None, Confidence(0.5), Confidence(0.9, 20, 20))
    )
    lines = [line for s in (bare, weak, sure, bare) for line in dumps(graph(s))]
    assert loads(lines).statements == (sure,)


def test_empty_lines_are_skipped() -> None:
    assert loads(["\n", *dumps(WHOLE), " \n"]) == WHOLE


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "Expecting"),
        ("[]", "list"),
        ("[" * 100_000, "recursion"),
        ("{}", "no 'evidence'"),
        (record(predicate="LIKES"), "unknown predicate"),
        (record(predicate="HOSTS"), "cannot point to"),
        (record(subject={"label": "Robot", "id": "x", "name": "x"}), "unknown label"),
        (record(subject={"label": "Organization", "id": "x", "name": " "}), "without a name"),
        (record(subject={"label": "Organization", "id": 3, "name": "x"}), "no text"),
        (record(subject=["label"]), "list"),
        (record(evidence=[]), "without evidence"),
        (
            record(evidence=[{"document": "a", "start": 0, "end": 9, "quote": "짧다"}]),
            "does not fit",
        ),
        (
            record(evidence=[{"document": "a", "start": 0.0, "end": 1, "quote": "a"}]),
            "whole number",
        ),
        (record(qualifiers={"role": None}), "no value"),
        (record(qualifiers={"colour": "red"}), "no qualifier"),
        (record(qualifiers={"role": float("nan")}), "no number"),
        (record(basis="all"), "no list"),
        (record(confidence="sure"), "no number"),
        (record(confidence=True), "no number"),
        (record(confidence=1.01), "no confidence"),
        (record(confidence=0.5, right=2, judged=1), "no confidence"),
        (record(confidence=0.5, right=0.5), "whole number"),
    ],
)
def test_a_bad_line_is_named(line: str, why: str) -> None:
    with pytest.raises(StatementsError, match=r"^some\.jsonl:2: ") as caught:
        loads([record(), line], "some.jsonl")
    assert why in str(caught.value)
