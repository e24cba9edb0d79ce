"""An IPython with the extension, connected to the graph of the examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell

from graph.model import KnowledgeGraph
from graph.projection import project
from graph.stores import open_store


@pytest.fixture
def shell(demo: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    with open_store("demo.kgl") as store:
        store.write(project(demo))
    opened: Any = InteractiveShell()  # type: ignore[no-untyped-call]
    opened.run_line_magic("load_ext", "graph.notebook")
    yield opened
    opened.history_manager.end_session()
    opened.atexit_operations = lambda: None
