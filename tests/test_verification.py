from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made import TEXT, WHOLE

from graph.loaders import load
from graph.model import KnowledgeGraph, PropertyGraph
from graph.projection import project
from graph.verification import verify


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


def held(**sha256: str) -> PropertyGraph:
    """What a store holds, with the documents' hashes as given."""
    sources = tuple(replace(s, sha256=sha256.get(s.name[0], "")) for s in WHOLE.sources)
    return project(KnowledgeGraph(sources, WHOLE.statements))


def test_quotes_that_stand_there_are_no_fault(folder: Path) -> None:
    report = verify(held(a=load(folder / "a.txt").source.sha256), [folder])
    assert (report.passages, report.documents, report.faults) == (3, 2, ())


def test_a_missing_document_is_named_once(folder: Path) -> None:
    (folder / "b.txt").unlink()
    assert verify(held(), [folder]).faults == ("b.txt: not among the documents given",)


def test_differing_text_is_named_with_its_place(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT.replace("하늘", "바다"), encoding="utf-8")
    faults = verify(held(), [folder]).faults
    assert len(faults) == 2
    assert (
        faults[0]
        == "a.txt:0-16: says '가나부는 바다 사업을 이끈다.', the store '가나부는 하늘 사업을 이끈다.'"
    )
    assert all("\n" not in fault for fault in faults)


def test_a_shorter_document_is_named(folder: Path) -> None:
    (folder / "b.txt").write_text(TEXT[:20], encoding="utf-8")
    assert verify(held(), [folder]).faults == (
        f"b.txt:0-{len(TEXT)}: lies outside the document's 20 characters",
    )


def test_a_differing_hash_is_named_though_the_quotes_stand(folder: Path) -> None:
    assert verify(held(a="00"), [folder]).faults == (
        "a.txt: has changed since it was read; build it again",
    )


def test_a_document_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"")
    (fault,) = verify(held(), [folder]).faults
    assert "a.txt" in fault
    assert "empty" in fault


def test_two_files_of_one_name_are_named(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "b.txt").write_text(TEXT, encoding="utf-8")
    assert verify(held(), [folder]).faults == (
        "b.txt: 2 files of this name are given; give one of them",
    )


def test_a_passage_changed_in_the_store_is_named(folder: Path) -> None:
    whole = held()
    nodes = tuple(
        replace(n, properties={**n.properties, "quote": "다른 말"})
        if n.id.startswith("b.txt#")
        else n
        for n in whole.nodes
    )
    (fault,) = verify(PropertyGraph(nodes, whole.edges), [folder]).faults
    assert fault.endswith("the store '다른 말'")


def test_a_passage_without_a_place_is_named(folder: Path) -> None:
    whole = held()
    nodes = tuple(
        replace(n, properties={**n.properties, "start": "?"}) if n.id.startswith("b.txt#") else n
        for n in whole.nodes
    )
    (fault,) = verify(PropertyGraph(nodes, whole.edges), [folder]).faults
    assert "outside" in fault
