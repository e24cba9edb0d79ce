"""Runs the notebooks, in a folder of their own, and keeps only what is the same from run to run.

``make notebooks`` writes their outputs into the files; the tests compare a fresh run with them.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "notebooks"
_SECONDS = 300
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_FRAME = re.compile(r"<iframe.*?</iframe>", re.DOTALL)


class _ThisCheckout(KernelSpecManager):
    """One kernel: this interpreter on this checkout, whatever kernels are installed here."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        del kernel_name
        launch = [sys.executable, "-m", "ipykernel_launcher", "--log-level=ERROR"]
        return KernelSpec(argv=[*launch, "-f", "{connection_file}"], **_KERNEL)


class _Kernel(AsyncKernelManager):
    """Starts that kernel."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, kernel_spec_manager=_ThisCheckout())


def notebooks() -> list[Path]:
    """Return the files of all notebooks, sorted."""
    return sorted(FOLDER.glob("*.ipynb"))


def read(path: Path) -> Any:
    """Return the notebook in a file."""
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def execute(notebook: Any) -> Any:
    """Run all cells of ``notebook`` beside copies of the documents; return it without what varies.

    Raises ``CellExecutionError`` where a cell fails.
    """
    with tempfile.TemporaryDirectory(prefix="notebooks-") as place:
        here = Path(place)
        shutil.copytree(ROOT / "examples", here / "examples")
        shutil.copytree(
            FOLDER, here / "notebooks", ignore=shutil.ignore_patterns("*.ipynb", "*.kgl*")
        )
        client = NotebookClient(
            notebook,
            kernel_manager_class=_Kernel,
            timeout=_SECONDS,
            resources={"metadata": {"path": str(here / "notebooks")}},
        )
        client.execute(env=_environment(here))
    return settled(notebook)


def _environment(home: Path) -> dict[str, str]:
    """The kernel's environment: this checkout first, nobody's own settings of IPython or Moonshot."""
    mine = {k: v for k, v in os.environ.items() if not k.startswith("MOONSHOT_")}
    return {
        **mine,
        "IPYTHONDIR": str(home / "ipython"),
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": str(ROOT),
        "PYTHONSAFEPATH": "1",
    }


def settled(notebook: Any) -> Any:
    """Return ``notebook`` without times, versions and whatever else differs from run to run."""
    notebook.metadata = nbformat.from_dict({"kernelspec": _KERNEL})  # type: ignore[no-untyped-call]
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})  # type: ignore[no-untyped-call]
    return notebook


def shown(notebook: Any) -> list[Any]:
    """Return the outputs of each cell, a page only by the statements that it shows.

    Its script and places may change without anything being said differently.
    """
    return [[_shown(output) for output in cell.get("outputs", [])] for cell in notebook.cells]


def _shown(output: Any) -> Any:
    page = output.get("data", {}).get("text/html", "")
    if not _FRAME.search(page):
        return output
    return {**output, "data": {**output["data"], "text/html": _FRAME.sub("<iframe>", page)}}


def main() -> None:
    """Run the notebooks named on the command line, or all, and write their outputs."""
    for path in [Path(name) for name in sys.argv[1:]] or notebooks():
        after = execute(read(path))
        if after == read(path):
            print(f"{path.name}: as it was")
            continue
        nbformat.write(after, path)  # type: ignore[no-untyped-call]
        print(f"{path.name}: written")


if __name__ == "__main__":
    main()
