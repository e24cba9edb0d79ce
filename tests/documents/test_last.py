"""The documents of the last check are sound. Nothing here reads one with the extractor; see last/ABOUT."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graph.ontology import ontology

FOLDER = Path(__file__).resolve().parent / "last"
NAMES = sorted(path.stem for path in (FOLDER / "docs").glob("*.txt"))
KEYS = {"tier", "subject", "predicate", "object", "qualifiers", "quote", "accept", "alt"}

Line = dict[str, Any]


def text(name: str) -> str:
    return (FOLDER / "docs" / f"{name}.txt").read_bytes().decode("utf-8")


def gold(name: str) -> list[Line]:
    whole = (FOLDER / "gold" / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in whole.splitlines()]


def forms(name: str) -> list[Line]:
    """Every line and every other encoding that one names."""
    return [form for line in gold(name) for form in (line, *line.get("alt", []))]


def triple(line: Line) -> tuple[str, ...]:
    subject, object_ = line["subject"], line["object"]
    ends = (subject["label"], subject["names"][0], object_["label"], object_["names"][0])
    return (line["predicate"], *ends)


def squeezed(name: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).casefold())


def test_twelve_documents_are_marked() -> None:
    assert len(NAMES) == 12
    assert sorted(path.stem for path in (FOLDER / "gold").glob("*.jsonl")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_well_formed_and_quotes_verbatim(name: str) -> None:
    whole = text(name)
    for line in gold(name):
        assert set(line) <= KEYS
        assert line["tier"] in ("core", "ok")
        assert line["quote"].strip()
        assert line["quote"] in whole
        for key, values in line.get("accept", {}).items():
            assert line["qualifiers"][key] in values


@pytest.mark.parametrize("name", NAMES)
def test_forms_fit_the_ontology(name: str) -> None:
    for form in forms(name):
        ends = (form["subject"], form["object"])
        labels = [end["label"] for end in ends]
        ontology().check(labels[0], form["predicate"], labels[1], form["qualifiers"])
        assert all(len(set(end["names"])) == len(end["names"]) > 0 for end in ends)
        shared = {squeezed(n) for n in ends[0]["names"]} & {squeezed(n) for n in ends[1]["names"]}
        assert labels[0] != labels[1] or not shared, triple(form)


@pytest.mark.parametrize("name", NAMES)
def test_names_stand_in_the_document(name: str) -> None:
    whole = squeezed(text(name))
    for form in forms(name):
        for end in (form["subject"], form["object"]):
            found = any(squeezed(part) in whole for part in end["names"])
            assert found or end["label"] == "Year", end


@pytest.mark.parametrize("name", NAMES)
def test_an_entity_has_one_list_of_names_and_a_line_stands_once(name: str) -> None:
    names: dict[tuple[str, str], list[str]] = {}
    for form in forms(name):
        for end in (form["subject"], form["object"]):
            key = (end["label"], end["names"][0])
            assert names.setdefault(key, end["names"]) == end["names"], key
    lines = gold(name)
    seen = Counter((triple(line), json.dumps(line["qualifiers"], sort_keys=True)) for line in lines)
    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_other_encodings_are_lines_of_their_own(name: str) -> None:
    known = {triple(line) for line in gold(name)}
    for line in gold(name):
        for other in line.get("alt", []):
            assert line["tier"] == "core"
            assert triple(other) in known - {triple(line)}


@pytest.mark.parametrize("name", NAMES)
def test_qualifiers_say_what_the_document_says(name: str) -> None:
    whole = squeezed(text(name))
    for line in gold(name):
        qualifiers = line["qualifiers"]
        assert qualifiers.get("phone", "") in line["quote"]
        assert squeezed(qualifiers.get("goal", "")) in whole
        assert "title" in qualifiers or line["predicate"] != "HOLDS_POSITION"
        if line["predicate"] == "TARGETS_YEAR" and line["tier"] == "core":
            assert "goal" in qualifiers
            assert line["object"]["names"][0] in line["quote"]
