"""A server over the example documents, as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

Start = Callable[..., str]


@contextmanager
def running(store: Path, *options: str) -> Iterator[str]:
    """Run ``moonshot serve`` on a free port; yield its address without the slash at the end."""
    command = [sys.executable, "-m", "graph", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield process.stdout.readline().split("/ shows")[0].split("/?token")[0].strip()
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def address(demo_store: Path) -> Iterator[str]:
    """Where the store is served."""
    with running(demo_store) as found:
        yield found


@pytest.fixture(scope="module")
def guarded(demo_store: Path) -> Iterator[str]:
    """Where it is served to those who know the token."""
    with running(demo_store, "--host", "0.0.0.0", "--token", "하늘") as found:
        yield found.replace("0.0.0.0", "127.0.0.1")
