"""make score: scores, errors and what changed; with the shared documents and without."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from graph.marking import Judgement, judge
from graph.pipeline import extract
from tools import before
from tools.before import NoCommitError, statements_at
from tools.score import changes, errors, scores
from tools.sets import ROOT, MarkedSet, marked_sets


@pytest.fixture(scope="module")
def own() -> MarkedSet:
    return next(s for s in marked_sets() if s.own)


@pytest.fixture(scope="module")
def judged(own: MarkedSet) -> Judgement:
    return judge(own.lines(), extract([own.documents]).graph.statements)


def test_it_works_without_the_shared_documents(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tools.score", "--shared", str(tmp_path / "none")]
    done = subprocess.run(
        [*command, "--since", "no-such-commit"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "only the repository's own" in done.stdout.splitlines()[0]
    assert "no comparison with no-such-commit" in done.stdout
    assert "seeds" not in done.stdout


def test_scores_name_predicates_and_documents(own: MarkedSet, judged: Judgement) -> None:
    lines = list(scores(judged))
    assert lines[1].startswith("all ")
    started = {line.split()[0] for line in lines if line.strip()}
    assert {m.line.triple.predicate for m in judged.lines if m.line.core} <= started
    assert {path.stem[:33] for path in own.files()} <= started


def test_errors_come_commonest_first_and_are_named(own: MarkedSet, judged: Judgement) -> None:
    lines = list(errors(own, judged, 1))
    counts = [int(line.split()[0]) for line in lines if line[:4].strip().isdigit()]
    assert counts == sorted(counts, reverse=True)
    missed = sum(m.by is None and m.line.core for m in judged.lines)
    differing = sum(bool(m.differing) and m.line.core for m in judged.lines)
    assert sum(counts) == missed + differing + sum(not c.right for c in judged.claims)


def test_changes_are_told_in_both_directions(
    own: MarkedSet, judged: Judgement, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = [c for c in judged.claims if c.right]
    right = [c.statement for c in claims]
    turned = replace(right[1], subject=replace(right[1].subject, name="없는 이름"))

    def earlier(revision: str, marked: MarkedSet) -> tuple[object, ...]:
        return (*right[2:], turned)

    monkeypatch.setattr("tools.score.statements_at", earlier)
    lines = list(changes(own, judge(own.lines(), right[1:]), "v1"))
    assert lines[0].startswith("\nsince v1: precision")
    assert any(line.startswith("  + wrong no longer") and "없는 이름" in line for line in lines)
    monkeypatch.setattr("tools.score.statements_at", lambda *_: tuple(right))
    lines = list(changes(own, judge(own.lines(), right[10:]), "v1"))
    assert sum("− lost" in line for line in lines) >= 1
    assert not any("found now" in line for line in lines)


def test_the_last_commit_is_read_once_and_kept(
    own: MarkedSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        before._git("rev-parse", "HEAD")
    except NoCommitError as error:
        pytest.skip(f"no git checkout here: {error}")
    monkeypatch.setattr(before, "CACHE", tmp_path)
    small = tmp_path / "docs"
    small.mkdir()
    first = own.files()[0]
    (small / first.name).write_bytes(first.read_bytes())
    marked = replace(own, documents=small)
    found = statements_at("HEAD", marked)
    (kept,) = tmp_path.glob("*.jsonl")
    kept.write_text(kept.read_text(encoding="utf-8").splitlines(keepends=True)[0], encoding="utf-8")
    assert found
    assert len(statements_at("HEAD", marked)) == 1, "the second time it comes from the cache"
    (small / first.name).write_bytes(first.read_bytes() + b"\n")
    assert len(statements_at("HEAD", marked)) == len(found), "another document is read anew"
