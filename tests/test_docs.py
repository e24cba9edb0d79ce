"""What the READMEs say is so: commands run, names exist, links lead somewhere, the two are twins."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.catalogue import Catalogue
from graph.cli import COMMANDS, main
from graph.confidence import UNMEASURED, measured
from graph.ontology import ontology

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.ko.md")
PAGES = sorted(
    str(path.relative_to(ROOT))
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "decisions").glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "benchmarks").glob("*.md"),
        *(ROOT / "examples").glob("README*"),
    ]
)
ELSEWHERE = ("bolt://", "bolt+", "neo4j://", "neo4j+", "docker", "NEO4J_", "…")
"""A command with one of these needs what a reader must bring along."""


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str, *languages: str) -> Iterator[str]:
    """The fenced blocks of those languages; without any, all."""
    for language, body in re.findall(
        r"^```(\w*)[^\n]*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL
    ):
        if not languages or language in languages:
            yield body


def commands(text: str) -> Iterator[str]:
    """The moonshot commands in a page's shell blocks that need nothing but this project."""
    for block in blocks(text, "sh", "bash", "shell", "console"):
        for line in block.replace("\\\n", " ").splitlines():
            command = line.removeprefix("$ ").strip()
            if command.startswith("moonshot ") and not any(word in command for word in ELSEWHERE):
                yield command


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example documents, and the graph that the demo makes of them."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MOONSHOT_GRAPH_STORE", raising=False)
    assert run("moonshot build examples") == 0
    return tmp_path


def run(command: str) -> object:
    words = shlex.split(command, comments=True)
    words = words[: min([i for i, w in enumerate(words) if w in ("|", ">")] or [len(words)])]
    with pytest.raises(SystemExit) as stopped:
        main(words[1:])
    return stopped.value.code


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize("name", READMES)
def test_the_commands_run(name: str) -> None:
    found = list(commands(read(name)))
    assert len(found) >= 5
    assert [command for command in found if run(command) != 0] == []


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize("name", READMES)
def test_the_python_blocks_run(name: str) -> None:
    for block in blocks(read(name), "python"):
        if not any(word in block for word in ELSEWHERE):
            exec(compile(block, name, "exec"), {})


@pytest.mark.parametrize("name", READMES)
def test_the_two_commands_come_first(name: str) -> None:
    text = read(name)
    assert 0 < text.index("make demo") < text.index("make test")
    assert text.index("make demo") < len(text) / 2


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("kind", ["command", "query", "label", "predicate", "link"])
def test_everything_is_documented(name: str, kind: str) -> None:
    names = {
        "command": [f"moonshot {command}" for command in COMMANDS],
        "query": Catalogue.load().names(),
        "label": list(ontology().labels),
        "predicate": list(ontology().predicates),
        "link": list(ontology().links),
    }[kind]
    text = read(name)
    assert [n for n in names if not re.search(rf"(?<![\w-]){re.escape(n)}(?![\w-])", text)] == []


def test_the_readmes_are_twins() -> None:
    english, korean = map(read, READMES)
    assert list(commands(english)) == list(commands(korean))
    for pattern in (r"^#+ ", r"^\|", r"^```"):
        counts = [len(re.findall(pattern, text, re.MULTILINE)) for text in (english, korean)]
        assert counts[0] == counts[1], pattern


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    text = re.sub(r"^```.*?^```$", "", read(name), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:|#", target):
            assert ((ROOT / name).parent / target.split("#")[0]).exists(), target


def test_every_decision_has_its_number() -> None:
    pages = sorted((ROOT / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in pages]
    assert len(set(numbers)) == len(numbers)
    for path in pages:
        heading = path.read_text(encoding="utf-8").splitlines()[0]
        assert re.match(rf"# 0*{int(path.name[:4])}\b", heading), path.name


def test_the_page_on_confidence_names_every_measured_rule() -> None:
    text = read("docs/confidence.md")
    assert [rule for rule in measured() if f"| `{rule}` |" not in text] == []
    assert f"| {UNMEASURED.value}: as if" in text
