"""The group: help, versions, streams, signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command import Outcome
from made import AIMS, GOVERNS, LEADS, TAKES_PART
from made import graph as made

import graph
from graph.cli import COMMANDS
from graph.exports import export

Moonshot = Callable[..., Outcome]
ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "IPython",
    "jinja2",
    "kglite",
    "kiwipiepy",
    "neo4j",
    "networkx",
    "numpy",
    "pandas",
    "pyvis",
)


def process(
    *arguments: str,
    folder: Path,
    code: str = "from graph.cli import main; main()",
    **environment: str,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        timeout=120,
    )


@pytest.fixture
def store(tmp_path: Path, moonshot: Moonshot) -> Path:
    export(made(LEADS, TAKES_PART, AIMS, GOVERNS), "in.jsonl")
    assert moonshot("load", "in.jsonl").code == 0
    return tmp_path


def test_help_lists_every_command(moonshot: Moonshot) -> None:
    done = moonshot("--help")
    assert (done.code, done.err) == (0, "")
    assert all(f"\n  {name} " in done.out for name in COMMANDS)


def test_without_arguments_it_helps(moonshot: Moonshot) -> None:
    done = moonshot()
    assert (done.code, done.out) == (2, "")
    assert "Commands:" in done.err


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help(moonshot: Moonshot, name: str) -> None:
    done = moonshot(name, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: moonshot {name} ")
    assert len(done.out.splitlines()) > 5


def test_version(moonshot: Moonshot) -> None:
    assert moonshot("--version").out == f"moonshot, version {graph.__version__}\n"


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom graph.cli import main\n"
        "try:\n    main(['--help'])\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = process(folder=tmp_path, code=code)
    assert done.returncode == 0
    assert not set(HEAVY) & set(done.stderr.decode().split())


def test_debug_shows_the_traceback(moonshot: Moonshot, tmp_path: Path) -> None:
    assert "Traceback" not in moonshot("info").err
    done = process("--debug", "info", folder=tmp_path)
    assert done.returncode == 1
    assert b"Traceback" in done.stderr
    assert b"InputError" in done.stderr


def test_a_mistake_of_ours_is_one_line_too(
    moonshot: Moonshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(place: str) -> None:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("graph.cli.compare.read_graph", broken)
    done = moonshot("diff", "a", "b")
    assert done.code == 2
    assert "ZeroDivisionError: of all things; moonshot --debug shows where" in done.complaint


def test_ctrl_c_is_one_line(moonshot: Moonshot, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(place: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.cli.compare.read_graph", interrupted)
    done = moonshot("diff", "a", "b")
    assert (done.code, done.complaint) == (130, "stopped")


def _until_others_work(pid: int) -> None:
    """Wait until the process has given work to others; where that cannot be seen, long enough."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    for _ in range(300):
        if children.exists() and len(children.read_text().split()) > 1:
            time.sleep(0.3)
            return
        time.sleep(0.1 if children.exists() else 0.02)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_ctrl_c_while_others_read(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number}.txt").write_text(
            "과학기술정보통신부(장관 홍길동)는 답했다.\n" * 50, encoding="utf-8"
        )
    with subprocess.Popen(
        [sys.executable, "-m", "graph", "build", "documents", "--jobs", "2"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        _until_others_work(running.pid)
        os.killpg(running.pid, signal.SIGINT)
        _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (130, b"moonshot: stopped\n")
    assert not list(tmp_path.glob("*.kgl"))


@pytest.mark.parametrize("encoding", ["cp949", "ascii", "latin-1"])
def test_output_is_utf8_on_any_console(store: Path, encoding: str) -> None:
    done = process("export", "statements", folder=store, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") == Path(store, "in.jsonl").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
@pytest.mark.parametrize("arguments", [("export", "graphml"), ("ask",), ("info",)])
def test_a_reader_that_leaves_is_no_error(store: Path, arguments: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "graph", *arguments],
        cwd=store,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=write,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_no_colour_and_no_bar_without_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("과학기술정보통신부(장관 홍길동)는 답했다.\n", encoding="utf-8")
    done = process("build", "a.txt", folder=tmp_path)
    assert done.returncode == 0
    assert b"\x1b" not in done.stderr
    assert b"\r" not in done.stderr
    assert b"reading" not in done.stderr


def test_output_is_the_same_from_run_to_run(store: Path) -> None:
    first, second = (
        process("export", "jsonld", folder=store, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")
    )
    assert first == second


def test_running_the_module_is_the_command(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "graph", "--version"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.stdout == f"moonshot, version {graph.__version__}\n"
