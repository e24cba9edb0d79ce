from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import LoadError
from tools import fuzz_readers
from tools.fuzz_readers import made, outcome, run, seeds


def test_damaged_files_of_every_form_become_documents_or_complaints(tmp_path: Path) -> None:
    faults: list[str] = []
    counts = run(seed=7, start=0, count=280, at=tmp_path / "at", shown=faults.append)
    assert not faults
    for form in seeds():
        assert counts[f"{form} document"], form
        assert counts[f"{form} complaint"], form


def test_undamaged_files_are_documents() -> None:
    assert {outcome(form, data) for form, data in seeds().items()} == {"document"}


def test_an_input_is_always_the_same() -> None:
    assert [made(3, n) for n in range(14)] == [made(3, n) for n in range(14)]
    assert made(3, 0) != made(4, 0)


def test_a_fault_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(form: str, data: bytes) -> str:
        raise KeyError(form)

    monkeypatch.setattr(fuzz_readers, "outcome", fail)
    faults: list[str] = []
    counts = run(seed=1, start=0, count=1, at=tmp_path / "at", shown=faults.append)
    assert counts == {f"{made(1, 0)[0]} fault": 1}
    assert "KeyError" in faults[0]


def test_a_complaint_of_two_lines_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def complain(form: str, data: bytes) -> None:
        raise LoadError("a\nb", "is broken")

    monkeypatch.setattr(fuzz_readers, "read", complain)
    with pytest.raises(RuntimeError, match="not one line"):
        outcome("txt", b"")
