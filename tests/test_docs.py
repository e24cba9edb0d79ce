"""The README names what there is: commands, queries, labels and predicates with their ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.catalogue import Catalogue
from graph.cli import COMMANDS
from graph.ontology import ontology

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8")
KOREAN = (ROOT / "README.ko.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_every_command_is_told(text: str) -> None:
    assert set(re.findall(r"^\| `moonshot (\w+)", text, re.MULTILINE)) == set(COMMANDS)


def test_every_query_is_told() -> None:
    told = set(re.findall(r"^\| `([a-z-]+)` \|", ENGLISH, re.MULTILINE))
    assert told == set(Catalogue.load().names())


def test_ontology_is_told() -> None:
    labels = re.search(r"^Nodes: (.*)\.$", ENGLISH, re.MULTILINE)
    assert labels is not None
    assert re.findall(r"`(\w+)`", labels.group(1)) == list(ontology().labels)
    rows = re.findall(r"^\| `([A-Z_]+)` \| [^|]+ \| ([^|]*)\|$", ENGLISH, re.MULTILINE)
    declared = {**ontology().predicates, **ontology().links}
    assert [name for name, _ in rows] == list(declared)
    for name, qualifiers in rows:
        assert tuple(re.findall(r"`(\w+)`", qualifiers)) == declared[name].qualifiers


@pytest.mark.parametrize("text", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_links_lead_somewhere(text: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target
