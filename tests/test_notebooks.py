"""The notebooks run from start to end, and the outputs committed with them are theirs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def outputs(notebook: Any) -> list[list[Any]]:
    """Return the outputs of the cells; a whole page counts as shown, whatever is in it."""
    found = []
    for cell in notebook.cells:
        shown = []
        for output in cell.get("outputs", []):
            data = dict(output.get("data", {"text/plain": output.get("text", "")}))
            if "<iframe" in "".join(data.get("text/html", "")):
                data = {"text/html": "a page"}
            shown.append(data)
        found.append(shown)
    return found


def test_there_are_three() -> None:
    assert [n.stem for n in NOTEBOOKS] == ["01-build-and-look", "02-ask-in-cypher", "03-overlap"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_runs_and_its_outputs_are_fresh(path: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "notebooks").mkdir()
    committed: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    run: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    resources = {"metadata": {"path": str(tmp_path / "notebooks")}}
    NotebookClient(run, timeout=180, resources=resources).execute()
    assert outputs(run) == outputs(committed), "run 'make notebooks' and look at what changed"
