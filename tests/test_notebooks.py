"""The notebooks run from start to end, and the outputs committed with them are theirs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

from tools import notebooks

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = notebooks.notebooks()

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


def made(*cells: str) -> Any:
    """A notebook of code cells."""
    new: Any = nbformat.v4
    return new.new_notebook(cells=[new.new_code_cell(cell) for cell in cells])


def test_what_analysts_ask_has_a_notebook() -> None:
    assert [path.stem for path in NOTEBOOKS] == [
        "01-build-and-look",
        "02-agencies-quantum-ai",
        "03-overlap",
        "04-people",
        "05-targets",
        "06-changes",
        "07-network",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_runs_and_its_outputs_are_fresh(path: Path) -> None:
    fresh = notebooks.execute(notebooks.read(path))
    shown = notebooks.shown(notebooks.read(path))
    assert notebooks.shown(fresh) == shown, "run 'make notebooks' and look at what changed"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_nothing_is_kept_that_differs_from_run_to_run(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert notebooks.read(path) == notebooks.settled(notebooks.read(path))
    assert not [word for word in (" at 0x", "/tmp/", str(ROOT)) if word in text]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_every_question_has_its_text_and_every_cell_ran(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert cells[0]["cell_type"] == "markdown"
    assert "".join(cells[0]["source"]).startswith("# ")
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))


def test_the_kernel_runs_this_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever is installed elsewhere, and wherever this was started."""
    (tmp_path / "graph.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOONSHOT_GRAPH_STORE", "other.kgl")
    cell = "import graph, os\nprint(graph.__file__, os.environ.get('MOONSHOT_GRAPH_STORE'))"
    ran = notebooks.execute(made(cell))
    assert ran.cells[0].outputs[0].text.strip() == f"{ROOT / 'graph' / '__init__.py'} None"


def test_a_cell_that_fails_is_not_passed_over() -> None:
    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        notebooks.execute(made("1 / 0"))


def test_another_output_is_noticed_another_script_of_a_page_is_not() -> None:
    def output(page: str) -> Any:
        cell: Any = made("page").cells[0]
        cell.outputs = [
            nbformat.v4.new_output("display_data", {"text/html": page})  # type: ignore[no-untyped-call]
        ]
        return notebooks.shown(nbformat.v4.new_notebook(cells=[cell]))  # type: ignore[no-untyped-call]

    before = output("<iframe srcdoc='1'></iframe><table>one</table>")
    assert output("<iframe srcdoc='2'></iframe><table>one</table>") == before
    assert output("<iframe srcdoc='1'></iframe><table>two</table>") != before
