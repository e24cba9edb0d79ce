from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from command import Outcome
from forms import WRITERS
from forms.release import release
from made import LEADS, TAKES_PART, WHOLE, graph

from graph.exports import export
from graph.exports.jsonl import loads
from graph.loaders import load as load_document

Moonshot = Callable[..., Outcome]


def test_build_reads_a_folder_and_says_what_it_did(moonshot: Moonshot, documents: Path) -> None:
    done = moonshot("build", documents, "--store", "x.kgl", "--statements", "x.jsonl")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("2 documents read\n")
    assert "x.kgl holds" in done.err
    assert "HOLDS_POSITION" in done.err
    known = loads(Path("x.jsonl").read_text(encoding="utf-8").splitlines())
    assert {s.name for s in known.sources} == {"one.txt", "two.txt"}


def test_a_second_build_changes_nothing(moonshot: Moonshot, documents: Path) -> None:
    moonshot("build", documents)
    assert (
        " 0 nodes and relationships added, 0 changed, 0 removed" in moonshot("build", documents).err
    )


def test_build_goes_on_past_a_document_that_cannot_be_read(
    moonshot: Moonshot, documents: Path
) -> None:
    (documents / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    done = moonshot("build", documents, "missing.txt")
    assert done.code == 1
    assert done.err.startswith("2 documents read\n")
    complaints = [line for line in done.err.splitlines() if line.startswith("moonshot: ")]
    assert complaints[0] == "moonshot: missing.txt: no such file or folder"
    assert "bad.txt: is a PNG picture" in complaints[1]
    assert len(complaints) == 2
    assert moonshot("verify", documents / "one.txt", documents / "two.txt").code == 0


def test_what_a_document_no_longer_says_is_withdrawn(moonshot: Moonshot, documents: Path) -> None:
    moonshot("build", documents)
    (documents / "two.txt").write_text("아무 말도 없다.\n", encoding="utf-8")
    moonshot("build", documents / "two.txt")
    said = moonshot("export", "statements").out
    assert "김철수" not in said
    assert "홍길동" in said


def test_extract_touches_no_store_and_writes_json_lines(
    moonshot: Moonshot, documents: Path
) -> None:
    done = moonshot("extract", documents)
    assert done.code == 0
    assert done.err == ""
    assert all(json.loads(line)["predicate"] for line in done.out.splitlines())
    assert not list(Path().glob("*.kgl"))
    moonshot("extract", documents, "-o", "x.jsonl", "--jobs", "2")
    assert Path("x.jsonl").read_text(encoding="utf-8") == done.out


def test_load_and_export_are_a_round_trip(moonshot: Moonshot) -> None:
    export(graph(LEADS, TAKES_PART), "in.jsonl")
    assert moonshot("load", "in.jsonl", "--store", "x.kgl").code == 0
    assert moonshot("export", "statements", "--store", "x.kgl", "-o", "out.jsonl").code == 0
    assert Path("out.jsonl").read_bytes() == Path("in.jsonl").read_bytes()


def test_verify_prints_faults_and_fails(moonshot: Moonshot, documents: Path) -> None:
    moonshot("build", documents)
    assert moonshot("verify", documents).out == ""
    (documents / "one.txt").unlink()
    done = moonshot("verify", documents)
    assert (done.code, done.out) == (1, "one.txt: not among the documents given\n")
    assert done.err.endswith(": 1 fault\n")


@pytest.mark.parametrize("form", ["statements", "graphml", "jsonld", "csv"])
def test_export_writes_the_same_to_a_file_and_to_standard_output(
    moonshot: Moonshot, form: str
) -> None:
    export(WHOLE, "in.jsonl")
    moonshot("load", "in.jsonl")
    printed = moonshot("export", form).out
    assert moonshot("export", form, "-o", "out").code == 0
    assert Path("out").read_bytes().decode() == printed


def test_export_for_the_bulk_import_needs_a_file(moonshot: Moonshot) -> None:
    export(WHOLE, "in.jsonl")
    moonshot("load", "in.jsonl")
    done = moonshot("export", "neo4j")
    assert (done.code, done.out) == (2, "")
    assert "give -o FILE.zip" in done.complaint
    assert moonshot("export", "neo4j", "-o", "out.zip").code == 0
    assert Path("out.zip").read_bytes().startswith(b"PK")


def test_the_store_may_come_from_the_environment(
    moonshot: Moonshot, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOONSHOT_GRAPH_STORE", "mine.kgl")
    moonshot("build", documents)
    assert Path("mine.kgl").exists()
    assert not Path("moonshot.kgl").exists()


def test_extract_text_writes_what_all_places_count_in(moonshot: Moonshot, tmp_path: Path) -> None:
    written = release("□ 과학기술정보통신부(장관 홍길동)는 3일 'K-문샷' 설명회를 개최했다.\n")
    for form, write in WRITERS.items():
        Path(f"a.{form}").write_bytes(write(written))
        done = moonshot("extract", "--text", f"a.{form}")
        assert (done.code, done.err) == (0, "")
        assert done.out == load_document(Path(f"a.{form}")).text
        statements = moonshot("extract", f"a.{form}").out.splitlines()
        passages = [e for line in statements for e in json.loads(line).get("evidence", ())]
        assert passages
        assert all(done.out[e["start"] : e["end"]] == e["quote"] for e in passages)


def test_extract_text_takes_one_document(moonshot: Moonshot, documents: Path) -> None:
    done = moonshot("extract", "--text", documents)
    assert done.code == 1
    assert done.complaint == f"{documents}: --text takes one document, not 2"


def test_a_build_goes_on_after_files_that_cannot_be_read(
    moonshot: Moonshot, documents: Path
) -> None:
    (documents / "broken.pdf").write_bytes(b"%PDF-1.7")
    (documents / "broken.zip").write_bytes(b"PK")
    (documents / "words.hwp").write_bytes(b"words")
    done = moonshot("build", documents)
    assert done.code == 1
    complaints = [x for x in done.err.splitlines() if x.startswith("moonshot: ")]
    assert len(complaints) == 3
    assert "2 documents read" in done.err


def test_members_of_an_archive_are_built_and_verified(moonshot: Moonshot, documents: Path) -> None:
    with ZipFile("모음.zip", "w") as archive:
        for file in documents.iterdir():
            archive.write(file, f"보도/{file.name}")
    assert moonshot("build", "모음.zip").code == 0
    assert "모음.zip!보도/one.txt" in moonshot("export", "statements").out
    assert moonshot("verify", "모음.zip").code == 0
