"""Whatever is wrong: one line that says who, where and what to do; an exit code; nothing half-written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command import Outcome
from made import WHOLE
from neo4j_server import Server

from graph.exports import export

Moonshot = Callable[..., Outcome]
ROOT = Path(__file__).resolve().parents[2]
BROKEN = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)),
    "zip.txt": b"PK\x03\x04 and so on",
    "unknown.txt": "\u00e9t\u00e9 \u00ff\u00fe".encode("latin-1"),
    "letter.docx": b"words",
}


@pytest.mark.parametrize("name", sorted(BROKEN))
@pytest.mark.parametrize("command", ["build", "extract"])
def test_an_unreadable_document(moonshot: Moonshot, command: str, name: str) -> None:
    Path(name).write_bytes(BROKEN[name])
    done = moonshot(command, name)
    assert (done.code, done.out) == (1, "")
    assert done.complaint.startswith(f"{name}: ")
    assert [p.name for p in Path().iterdir()] == [name]


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_folder_without_documents(moonshot: Moonshot, command: str) -> None:
    Path("folder").mkdir()
    done = moonshot(command, "folder")
    assert done.code == 1
    assert done.complaint.startswith("folder: no documents in it")
    assert [p.name for p in Path().iterdir()] == ["folder"]


@pytest.mark.parametrize("arguments", [
    ("build", "none.txt"),
    ("extract", "none.txt"),
    ("load", "none.txt"),
    ("diff", "none.txt", "none.txt"),
    ("info", "--store", "none.txt"),
    ("export", "statements", "--store", "none.txt"),
    ("verify", ".", "--store", "none.txt"),
    ("ask", "program-overview", "--store", "none.txt"),
    ("cypher", "RETURN 1", "--store", "none.txt"),
    ("overlap", "K-문샷", "NEXT", "--store", "none.txt"),
    ("render", "--store", "none.txt"),
])  # fmt: skip
def test_a_missing_file(moonshot: Moonshot, arguments: tuple[str, ...]) -> None:
    done = moonshot(*arguments)
    assert (done.code, done.out) == (2 if arguments[0] == "diff" else 1, "")
    assert done.complaint.startswith("none.txt: ")
    assert not list(Path().iterdir())


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "a.txt").write_text("글", encoding="utf-8")
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="permissions are other there")
def test_a_folder_without_permission(tmp_path: Path, documents: Path, locked: Path) -> None:
    # Root may read everything, unless it gives that up.
    as_anyone = (
        ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    )
    done = subprocess.run(
        [*as_anyone, sys.executable, "-m", "graph", "build", "documents", locked.name],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("2 documents read\n")
    assert done.stderr.endswith("\nmoonshot: locked: cannot be read: Permission denied\n")


@pytest.mark.parametrize(
    "data", [b"junk", b"RGF but no more", b"\0" * 64], ids=["text", "cut", "zeros"]
)
@pytest.mark.parametrize(
    "command", [("info",), ("build", "documents"), ("load", "in.jsonl"), ("render",)]
)
def test_a_corrupt_store(
    moonshot: Moonshot, documents: Path, command: tuple[str, ...], data: bytes
) -> None:
    export(WHOLE, "in.jsonl")
    Path("bad.kgl").write_bytes(data)
    done = moonshot(*command, "--store", "bad.kgl")
    assert (done.code, done.out) == (1, "")
    assert done.complaint.startswith("bad.kgl: ")
    assert Path("bad.kgl").read_bytes() == data


@pytest.mark.parametrize(
    "command", [("info",), ("build", "documents"), ("ask", "program-overview")]
)
def test_an_unreachable_server(
    moonshot: Moonshot, documents: Path, command: tuple[str, ...]
) -> None:
    done = moonshot(*command, "--store", "bolt://127.0.0.1:1")
    assert done.code == 1
    assert done.complaint.startswith("bolt://127.0.0.1:1: no Neo4j answers there")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "neo4j+s", "py2neo+bolt"])
@pytest.mark.parametrize("password", ["secret", "sec/ret", "sec@ret", "sec:ret"])
def test_a_password_in_the_address_is_not_repeated(
    moonshot: Moonshot, scheme: str, password: str
) -> None:
    done = moonshot("info", "--store", f"{scheme}://someone:{password}@127.0.0.1:1")
    assert done.code == 1
    assert "set NEO4J_USERNAME and NEO4J_PASSWORD" in done.complaint
    assert "sec" not in done.err
    assert "ret" not in done.err


@pytest.mark.neo4j
def test_a_wrong_password(
    moonshot: Moonshot, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-this-one")
    done = moonshot("info", "--store", neo4j_server.url)
    assert done.code == 1
    assert "wrong user or password" in done.complaint
    assert "not-this-one" not in done.err


@pytest.mark.parametrize(("url", "why"), [
    ("redis://x", "unknown kind of store"),
    ("bolt://", "bolt://"),
    ("folder", "folder"),
])  # fmt: skip
def test_what_is_no_store(moonshot: Moonshot, url: str, why: str) -> None:
    Path("folder").mkdir()
    done = moonshot("info", "--store", url)
    assert done.code == 1
    assert why in done.complaint


@pytest.mark.parametrize(("arguments", "why"), [
    (("ask", "agencies-coverin"), "agencies-covering"),
    (("ask", "agencies-covering", "feld=양자"), "field"),
    (("ask", "agencies-covering", "field"), "NAME=VALUE"),
    (("frobnicate",), "frobnicate"),
    (("build",), "PATHS"),
    (("build", "x", "--jobs", "0"), "--jobs"),
    (("export", "pdf"), "pdf"),
    (("render", "--view", "sky"), "sky"),
])  # fmt: skip
def test_wrong_usage(moonshot: Moonshot, arguments: tuple[str, ...], why: str) -> None:
    export(WHOLE, "in.jsonl")
    moonshot("load", "in.jsonl")
    done = moonshot(*arguments)
    assert (done.code, done.out) == (2, "")
    assert why in done.complaint


@pytest.mark.parametrize("cypher", ["MATCH (n RETURN n", "RETURN $x", "FLY", ""])
def test_bad_cypher(moonshot: Moonshot, cypher: str) -> None:
    export(WHOLE, "in.jsonl")
    moonshot("load", "in.jsonl")
    done = moonshot("cypher", cypher)
    assert done.code == 1
    assert done.out == ""
    assert done.complaint


@pytest.mark.parametrize("data", [b"", b"{}\n", b"not json\n", b"\xff\xfe\xff", b'{"subject"'])
def test_bad_statements(moonshot: Moonshot, data: bytes) -> None:
    Path("bad.jsonl").write_bytes(data)
    done = moonshot("load", "bad.jsonl", "--store", "x.kgl")
    assert (done.code, done.out) == (1, "")
    assert done.complaint.startswith("bad.jsonl:")
    assert not Path("x.kgl").exists()


def test_where_nothing_can_be_written(moonshot: Moonshot, documents: Path) -> None:
    for arguments in (
        ("extract", "documents", "-o", "none/x.jsonl"),
        ("build", "documents", "--store", "none/x.kgl"),
    ):
        done = moonshot(*arguments)
        assert (done.code, done.out) == (1, "")
        assert done.complaint.startswith(f"{arguments[-1]}: ")
    assert [p.name for p in Path().iterdir()] == ["documents"]


HOSTILE = [
    "; rm -rf /",
    "$(reboot)",
    "'); MATCH (n) DETACH DELETE n //",
    "\x1b[31m",
    "a\nb",
    "../../x",
    "-x",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_only_names(moonshot: Moonshot, name: str) -> None:
    export(WHOLE, "in.jsonl")
    moonshot("load", "in.jsonl")
    before = Path("moonshot.kgl").read_bytes()
    done = moonshot("ask", "organization-profile", f"organization={name}")
    assert done.code in (1, 2)
    assert done.complaint
    assert "\x1b" not in done.err
    assert Path("moonshot.kgl").read_bytes() == before


def test_a_document_of_a_hostile_name(moonshot: Moonshot) -> None:
    name = "<b>'x' \x1b[31m.txt"
    Path(name).write_text("과학기술정보통신부(장관 홍길동)는 답했다.\n", encoding="utf-8")
    assert moonshot("build", ".").code == 0
    done = moonshot("verify", ".")
    assert (done.code, done.out) == (0, "")
