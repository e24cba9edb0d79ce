from __future__ import annotations

from pathlib import Path

import made
import pytest
from click.testing import CliRunner

from graph.cli import moonshot
from graph.projection import project
from graph.stores import open_store


@pytest.fixture
def stored(tmp_path: Path) -> str:
    """A store file with the made-up graph."""
    path = str(tmp_path / "made.kgl")
    with open_store(path) as store:
        store.write(project(made.graph(made.LEADS, made.TAKES_PART, made.AIMS, made.GOVERNS)))
    return path


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(moonshot, arguments)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("--view", "around", "MG"), ("--view", "query", "laws-governing")]
)
def test_render_writes_a_page(stored: str, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    page = tmp_path / "page.html"
    code, out, said = run("render", *arguments, "--store", stored, "-o", str(page))
    assert (code, out) == (0, "")
    assert said.strip() == f"{page}: written"
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_render_to_standard_output(stored: str) -> None:
    code, out, said = run("render", "--store", stored, "-o", "-")
    assert (code, said) == (0, "")
    assert out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--view", "around", "가나"), 1, "가나부"),
        (("--view", "overlap"), 1, "two programmes"),
        (("--view", "overlap", "하늘 사업"), 2, "two programmes, or none"),
        (("--view", "around"), 2, "name of an entity"),
        (("--view", "query"), 2, "name of a canned query"),
        (("--view", "query", "laws-governig"), 2, "laws-governing"),
        (("하늘 사업",), 2, "takes no names"),
    ],
)
def test_what_cannot_be_drawn(
    stored: str, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    page = tmp_path / "page.html"
    got, _, error = run("render", *arguments, "--store", stored, "-o", str(page))
    assert got == code
    assert said in error
    assert not page.exists()
