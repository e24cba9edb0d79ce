"""The marked documents are sound: quotes stand in them, statements fit the ontology, no line says another's opposite."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graph.model import name_key
from graph.ontology import ontology
from tools.sets import marked_sets

HERE = Path(__file__).resolve().parent
SETS = [marked for marked in marked_sets() if marked.own]
NAMES = [f"{marked.name}/{path.stem}" for marked in SETS for path in marked.files()]
"""The marked documents, each as ``set/document``."""

KEYS = {"tier", "subject", "predicate", "object", "qualifiers", "quote", "accept", "alt", "flags"}
TRIPLE = {"subject", "predicate", "object", "qualifiers"}

Line = dict[str, Any]


def text(name: str) -> str:
    folder, _, stem = name.partition("/")
    return (HERE / folder / "docs" / f"{stem}.txt").read_bytes().decode("utf-8")


def lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def gold(name: str) -> list[Line]:
    folder, _, stem = name.partition("/")
    return lines(HERE / folder / "gold" / f"{stem}.jsonl")


def triple(line: Line) -> tuple[str, ...]:
    subject, object_ = line["subject"], line["object"]
    ends = (subject["label"], subject["names"][0], object_["label"], object_["names"][0])
    return (line["predicate"], *ends)


def meets(pattern: Line | None, end: Line) -> bool:
    """Whether a trap's end, if it has one, is this end."""
    if pattern is None:
        return True
    names = {name_key(name) for name in pattern["names"]}
    same = names & {name_key(name) for name in end["names"]}
    return pattern["label"] == end["label"] and bool(same)


def test_every_document_is_marked() -> None:
    assert len(NAMES) >= 12
    marked = {f"{s.name}/{path.stem}" for s in SETS for path in s.gold.glob("*.jsonl")}
    assert marked == set(NAMES)


def test_the_reader_of_gold_takes_them_all() -> None:
    for marked in SETS:
        read = marked.lines()
        assert {line.document for line in read} == {path.stem for path in marked.files()}
        assert len(read) == sum(len(lines(path)) for path in marked.gold.glob("*.jsonl"))


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_well_formed(name: str) -> None:
    for line in gold(name):
        assert set(line) <= KEYS
        assert line["tier"] in ("core", "ok")
        for end in (line["subject"], line["object"]):
            assert set(end) == {"label", "names"}
            assert end["names"]
            assert len(set(end["names"])) == len(end["names"])
            assert all(part == part.strip() != "" for part in end["names"])
        for key, values in line.get("accept", {}).items():
            assert line["qualifiers"][key] in values
        for other in line.get("alt", []):
            assert set(other) == TRIPLE


@pytest.mark.parametrize("name", NAMES)
def test_quotes_are_verbatim(name: str) -> None:
    whole = text(name)
    for line in gold(name):
        assert line["quote"].strip()
        assert line["quote"] in whole, line["quote"]


@pytest.mark.parametrize("name", NAMES)
def test_statements_fit_the_ontology(name: str) -> None:
    for line in gold(name):
        for form in (line, *line.get("alt", [])):
            subject, object_ = form["subject"], form["object"]
            ontology().check(
                subject["label"], form["predicate"], object_["label"], form["qualifiers"]
            )
            assert not ontology().predicates[form["predicate"]].derived
            assert subject != object_
            if object_["label"] == "Year":
                assert re.fullmatch(r"\d{4}", object_["names"][0])


@pytest.mark.parametrize("name", NAMES)
def test_no_line_stands_twice(name: str) -> None:
    seen = Counter(
        (*triple(line), json.dumps(line["qualifiers"], sort_keys=True)) for line in gold(name)
    )
    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_other_encodings_are_lines_of_their_own(name: str) -> None:
    known = {triple(line) for line in gold(name)}
    for line in gold(name):
        for other in line.get("alt", []):
            assert line["tier"] == "core"
            assert triple(other) in known
            assert triple(other) != triple(line)


@pytest.mark.parametrize("name", NAMES)
def test_core_names_stand_in_the_document(name: str) -> None:
    whole = name_key(text(name))
    for line in gold(name):
        if line["tier"] == "core":
            for end in (line["subject"], line["object"]):
                found = any(name_key(part) in whole for part in end["names"])
                assert found or end["label"] == "Year", end


@pytest.mark.parametrize("name", NAMES)
def test_phone_numbers_and_years_stand_in_the_quote(name: str) -> None:
    if name.startswith("last/"):
        pytest.skip("its lines also take a year from what stands around the quote")
    for line in gold(name):
        phone = line["qualifiers"].get("phone")
        assert phone is None or phone in line["quote"]
        if line["object"]["label"] == "Year":
            year = line["object"]["names"][0]
            assert year in line["quote"] or f"’{year[2:]}" in line["quote"]


@pytest.mark.parametrize("name", NAMES)
def test_an_entity_has_one_list_of_names(name: str) -> None:
    names: dict[tuple[str, str], list[str]] = {}
    for line in gold(name):
        for end in (line["subject"], line["object"]):
            key = (end["label"], end["names"][0])
            assert names.setdefault(key, end["names"]) == end["names"], key


def folders_with_traps() -> list[str]:
    return [marked.name for marked in SETS if (HERE / marked.name / "traps.jsonl").is_file()]


def test_traps_are_in_their_documents_and_in_no_gold_line() -> None:
    traps = {name: lines(HERE / name / "traps.jsonl") for name in folders_with_traps()}
    assert "held-out" in traps
    assert {trap["document"] for trap in traps["held-out"]} == {
        name.removeprefix("held-out/") for name in NAMES if name.startswith("held-out/")
    }
    for folder, trap in [(folder, trap) for folder, found in traps.items() for trap in found]:
        name = f"{folder}/{trap['document']}"
        assert trap["quote"] in text(name), trap["quote"]
        assert trap["why"]
        assert trap.keys() & TRIPLE
        for line in gold(name):
            bitten = (
                trap.get("predicate", line["predicate"]) == line["predicate"]
                and meets(trap.get("subject"), line["subject"])
                and meets(trap.get("object"), line["object"])
            )
            assert not bitten, (trap, triple(line))
