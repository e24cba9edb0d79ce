"""Runs commands as the console script does, in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command import Outcome

from graph.cli import main

Moonshot = Callable[..., Outcome]


@pytest.fixture
def moonshot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Moonshot:
    """Return what runs ``moonshot`` with the arguments given, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MOONSHOT_GRAPH_STORE", raising=False)

    def run(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main([str(a) for a in arguments])
        code = stopped.value.code
        assert isinstance(code, int)
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder of two small documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "□ 과학기술정보통신부(장관 홍길동)는 3일 'K-문샷' 설명회를 개최했다.\n", encoding="utf-8"
    )
    (folder / "two.txt").write_text("산업통상부(장관 김철수)는 답했다.\n", encoding="utf-8")
    return folder
