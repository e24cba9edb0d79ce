"""The built wheel works by itself: in an environment of its own, away from the checkout, with what it ships."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable, Iterable, Iterator
from email import message_from_bytes
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import graph

ROOT = Path(__file__).resolve().parent.parent
OURS = "moonshot_graph"
DEVELOPMENT = ("hypothesis", "mypy", "pytest", "ruff")
Run = Callable[..., str]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout as a packager would."""
    folder = tmp_path_factory.mktemp("dist")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel and the packages that it depends on, and nothing else.

    The dependencies are linked from where the tests run, so no network is needed; this package is not
    among them, so that only the wheel can be what is used.
    """
    folder = tmp_path_factory.mktemp("away") / "venv"
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    python = str(_binary(folder, "python"))
    pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "--no-index", "--no-deps", str(wheel)], check=True, capture_output=True)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    target = Path(
        subprocess.run(
            [python, "-c", where], check=True, capture_output=True, text=True
        ).stdout.strip()
    )
    for path in _needed(wheel):
        if not (target / path.name).exists():
            (target / path.name).symlink_to(path)
    return folder


def _needed(wheel: Path) -> list[Path]:
    """The files and folders in site-packages of all that the wheel says it needs."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        declared = message_from_bytes(archive.read(name)).get_all("Requires-Dist", [])
    waiting = list(_required(declared))
    found: dict[str, set[Path]] = {}
    while waiting:
        name = waiting.pop()
        if name not in found:
            package = distribution(name)
            waiting.extend(_required(package.requires or []))
            tops = {Path(file).parts[0] for file in package.files or []} - {"..", "__pycache__"}
            found[name] = {Path(str(package.locate_file(top))) for top in tops}
    return sorted(path for paths in found.values() for path in paths)


def _required(declared: Iterable[str]) -> Iterator[str]:
    for requirement in map(Requirement, declared):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name


def _binary(folder: Path, name: str) -> Path:
    scheme = sysconfig.get_preferred_scheme("prefix")
    scripts = sysconfig.get_path("scripts", scheme, {"base": str(folder)})
    return Path(scripts) / name


@pytest.fixture
def run(installed: Path, tmp_path: Path) -> Run:
    """Run a program of that environment in an empty folder, without a way back to the checkout."""
    environment = {
        k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "MOONSHOT", "VIRTUAL"))
    }

    def call(program: str, *arguments: str) -> str:
        done = subprocess.run(
            [_binary(installed, program), *arguments],
            cwd=tmp_path,
            env={**environment, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return call


def test_it_holds_the_package_and_all_that_it_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    shipped = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "graph").rglob("*")
        if path.is_file() and path.suffix != ".pyc" and not path.name.startswith(".")
    }
    queries = {f"graph/{path.relative_to(ROOT)}" for path in (ROOT / "queries").rglob("*.cypher")}
    about = {name for name in names if name.startswith(f"{OURS}-")}
    assert queries
    assert {"graph/schema.cypher", "graph/ontology.toml", "graph/py.typed"} <= shipped
    assert names - about == shipped | queries
    assert any(name.endswith("licenses/LICENSE") for name in about)


def test_it_is_the_wheel_that_is_used(run: Run, installed: Path) -> None:
    code = (
        "import graph, graph.resources as r; from importlib.metadata import packages_distributions as p;"
        "print(graph.__file__, r.queries_folder(), *p()['graph'], graph.__version__, sep='\\n')"
    )
    package, queries, *owners, version = run("python", "-c", code).splitlines()
    assert Path(package).is_relative_to(installed)
    assert Path(queries).is_relative_to(installed)
    assert owners == ["moonshot-graph"]
    assert version == graph.__version__


def test_development_tools_are_not_needed(run: Run) -> None:
    code = "from importlib.util import find_spec; import sys; print([n for n in sys.argv[1:] if find_spec(n)])"
    assert run("python", "-c", code, *DEVELOPMENT).strip() == "[]"


@pytest.mark.parametrize("name", ["moonshot", "moonshot-graph"])
def test_it_brings_the_command(run: Run, name: str) -> None:
    assert run(name, "--version") == f"moonshot, version {graph.__version__}\n"


def test_build_ask_and_render(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(
        "□ 과학기술정보통신부(장관 홍길동)는 3일 'K-문샷' 설명회를 개최했다.\n", encoding="utf-8"
    )
    run("moonshot", "build", "news.txt")
    answer = run("moonshot", "ask", "people-positions", "--format", "csv")
    assert "홍길동" in answer
    run("moonshot", "render", "-o", "page.html")
    assert "홍길동" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_every_canned_query_came_along(run: Run) -> None:
    listed = run("moonshot", "ask", "--format", "csv")
    assert {line.split(",")[0] for line in listed.splitlines()} >= {
        path.stem for path in (ROOT / "queries").rglob("*.cypher")
    }
