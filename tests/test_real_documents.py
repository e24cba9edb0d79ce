"""The real documents beside the project, marked by the tool that lies with them."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graph.exports.jsonl import dumps
from graph.model import KnowledgeGraph
from graph.pipeline import extract

ROOT = Path(__file__).resolve().parent.parent

MARKS = {
    # documents, gold: precision, recall, strict F1
    "seeds": ("seeds", "gold", 0.97, 0.97, 0.95),
    "dev": ("dev/docs", "dev/gold", 0.90, 0.80, 0.75),
}


def score(shared: Path, graph: KnowledgeGraph, out: Path, gold: str, documents: str) -> Any:
    out.write_text("".join(dumps(graph)), encoding="utf-8")
    tool = [sys.executable, str(shared / "tools" / "score.py"), str(out)]
    done = subprocess.run(
        [*tool, str(shared / gold), str(shared / documents), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", MARKS)
def test_marks(shared: Path, tmp_path: Path, name: str) -> None:
    documents, gold, precision, recall, strict = MARKS[name]
    report = extract([shared / documents])
    assert report.failures == ()
    got = score(shared, report.graph, tmp_path / "out.jsonl", gold, documents)
    assert got["evidence"] == 1
    assert got["total"]["precision"] >= precision
    assert got["total"]["recall"] >= recall
    assert got["total"]["strict_f1"] >= strict


def test_overlap_marks(shared: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("".join(dumps(extract([shared / "seeds"]).graph)), encoding="utf-8")
    tool = [sys.executable, str(shared / "tools" / "score_overlap.py"), str(out)]
    done = subprocess.run(
        [*tool, str(shared / "gold" / "overlap.jsonl")], capture_output=True, text=True, check=True
    )
    words = done.stdout.split()
    precision, recall, ranking = (
        float(words[words.index(w) + 1]) for w in ("precision", "recall", "ranking")
    )
    assert precision >= 0.80
    assert recall >= 0.85
    assert ranking >= 0.95


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_examples_and_real_documents_hold_the_same_core_facts(
    shared: Path, demo: KnowledgeGraph
) -> None:
    tool = scorer(shared)
    gold = [g for g in tool.load_gold(shared / "gold") if g["tier"] == "core"]

    def held(graph: KnowledgeGraph) -> set[int]:
        got = [
            {
                "subject": {"label": s.subject.label, "name": s.subject.name},
                "predicate": s.predicate,
                "object": {"label": s.object.label, "name": s.object.name},
            }
            for s in graph.statements
            if not s.derived
        ]
        return {
            number
            for number, g in enumerate(gold)
            if any(tool.same_triple(form, s) for form in [g, *g.get("alt", [])] for s in got)
        }

    real = held(extract([shared / "seeds"]).graph)
    assert held(demo) == real == set(range(len(gold)))


def test_no_sentence_of_the_real_documents_stands_here(shared: Path) -> None:
    tool = [sys.executable, str(shared / "tools" / "copied.py"), str(ROOT)]
    folders = [str(shared / "seeds"), str(shared / "dev" / "docs")]
    done = subprocess.run([*tool, *folders], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
