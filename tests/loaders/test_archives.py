"""Archives, and all that may be wrong with files: bombs, passwords, pieces."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from forms import WRITERS, hwpx
from forms.hwp import DISTRIBUTED, PASSWORD, hwp
from forms.release import grid, line

from graph.errors import LoadError
from graph.loaders import find, load, packages, pdf
from graph.loaders.places import Member

WRITTEN = (line("하늘 지도를 만든다."),)


def packed(members: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def archive(folder: Path, members: Mapping[str, bytes]) -> Path:
    path = folder / "모음.zip"
    path.write_bytes(packed(members))
    return path


def refused(path: Path) -> str:
    with pytest.raises(LoadError) as caught:
        load(path)
    assert str(caught.value).startswith(str(path))
    assert len(str(caught.value).splitlines()) == 1
    return caught.value.reason


def test_members_are_documents_of_their_own(tmp_path: Path) -> None:
    inner = packed({"깊은.txt": "가나다".encode()})
    members = {f"보도/{form}.{form}": write(WRITTEN) for form, write in WRITERS.items()}
    path = archive(
        tmp_path, {**members, "b.txt": "라".encode(), "c.bin": b"x", "d.zip": inner, ".e.txt": b"x"}
    )
    places, errors = find([path])
    assert not errors
    assert [p.name for p in places] == [
        "모음.zip!b.txt", "모음.zip!d.zip!깊은.txt",
        *(f"모음.zip!보도/{form}.{form}" for form in sorted(WRITERS)),
    ]  # fmt: skip
    for place in places:
        document = load(place)
        assert document.name == place.name
        assert document.source.name == place.name
        if "보도" in place.name:
            assert "하늘 지도를 만든다." in document.text


def test_a_member_may_be_named_by_itself(tmp_path: Path) -> None:
    path = archive(tmp_path, {"가/a.txt": "하나".encode(), "b.txt": "둘".encode()})
    (place,), errors = find([f"{path}!가/a.txt"])
    assert not errors
    assert load(place).text == "하나"
    places, errors = find([f"{path}!none.txt"])
    assert not errors
    with pytest.raises(LoadError, match=r"has no none\.txt"):
        load(places[0])


def test_a_folder_holds_archives_too(tmp_path: Path) -> None:
    archive(tmp_path, {"a.txt": b"x", "b.txt": b"y"})
    (tmp_path / "c.txt").write_text("z", encoding="utf-8")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    places, errors = find([tmp_path])
    assert [p.name for p in places] == ["c.txt", "모음.zip!a.txt", "모음.zip!b.txt"]
    assert [e.path for e in errors] == [str(tmp_path / "broken.zip")]


@pytest.mark.parametrize("name", ["../../etc/a.txt", "/etc/a.txt", "..\\..\\etc\\a.txt"])
def test_names_that_climb_are_names(tmp_path: Path, name: str) -> None:
    (place,), _ = find([archive(tmp_path, {name: b"x"})])
    assert place.name == "모음.zip!etc/a.txt"
    assert load(place).text == "x"
    assert [p.name for p in tmp_path.iterdir()] == ["모음.zip"]


def test_names_in_the_letters_of_korean_windows(tmp_path: Path) -> None:
    data = packed({"AAAA.txt": b"x"})
    (tmp_path / "a.zip").write_bytes(data.replace(b"AAAA", "하늘".encode("cp949")))
    (place,), _ = find([tmp_path / "a.zip"])
    assert place.name == "a.zip!하늘.txt"
    assert load(place).text == "x"


def test_a_name_twice_in_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"a.txt": b"x", "b.txt": b"y"}).replace(b"b.txt", b"a.txt"))
    places, (error,) = find([path])
    assert (places, str(error)) == ((), f"{path}!a.txt: is in the archive more than once; keep one")


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    data = packed({"a.txt": b"x"})
    for _ in range(3):
        data = packed({"a.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    places, (error,) = find([tmp_path / "a.zip"])
    assert not places
    assert "more than 3 archives in one another" in str(error)


def test_an_archive_without_documents(tmp_path: Path) -> None:
    _, (error,) = find([archive(tmp_path, {"a.bin": b"x"})])
    assert error.reason.startswith("no documents in it")


def bomb(size: int) -> bytes:
    return packed({"Contents/section0.xml": bytes(size), "word/document.xml": bytes(size)})


def test_bombs_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_UNPACKED", 1000)
    for form in ("hwpx", "docx"):
        (tmp_path / f"a.{form}").write_bytes(bomb(501))
        assert refused(tmp_path / f"a.{form}").startswith("unpacks to more than 1,000 bytes")
    _, (error,) = find([archive(tmp_path, {"a.txt": bytes(1001)})])
    assert error.reason.startswith("unpacks to more than")


def test_a_member_that_lies_about_its_size_gives_no_more(tmp_path: Path) -> None:
    data = packed({"a.txt": b"x" * 100_000})
    (tmp_path / "a.zip").write_bytes(
        data.replace(struct.pack("<I", 100_000), struct.pack("<I", 10))
    )
    (place,), _ = find([tmp_path / "a.zip"])
    with pytest.raises(LoadError, match="is broken at"):
        load(place)


def test_a_hwp_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.loaders.hwp_records.MOST_UNPACKED", 1000)
    (tmp_path / "a.hwp").write_bytes(hwp((line("가" * 5000),)))
    assert refused(tmp_path / "a.hwp").startswith("unpacks to more than 1,000 bytes")


LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize("section", [LAUGHS, OUTSIDE])
def test_xml_entities_are_refused(tmp_path: Path, section: str) -> None:
    (tmp_path / "a.hwpx").write_bytes(hwpx.packed("", section=section))
    assert refused(tmp_path / "a.hwpx").startswith("declares XML entities")


def test_elements_in_one_another_end_somewhere(tmp_path: Path) -> None:
    deep = "<hp:p><hp:run><hp:tbl><hp:tr><hp:tc><hp:subList>"
    close = "</hp:subList></hp:tc></hp:tr></hp:tbl></hp:run></hp:p>"
    inner = "<hp:p><hp:run><hp:t>바닥</hp:t></hp:run></hp:p>"
    (tmp_path / "a.hwpx").write_bytes(hwpx.packed(deep * 10 + inner + close * 10))
    assert load(tmp_path / "a.hwpx").text == "바닥\n"
    (tmp_path / "a.hwpx").write_bytes(hwpx.packed(deep * 5000 + close * 5000))
    assert refused(tmp_path / "a.hwpx").startswith("is broken")
    (tmp_path / "a.html").write_bytes(
        b"<meta charset=utf-8>" + b"<div><b>" * 50_000 + "바닥".encode()
    )
    with suppress(LoadError):  # the parser may leave out what lies so deep
        assert load(tmp_path / "a.html").text == "바닥\n"


def test_a_table_that_claims_too_much(tmp_path: Path) -> None:
    claimed = grid((0, 0, 60000, 60000, "하나"), (59999, 59999, 60000, 1, "둘"))
    (tmp_path / "a.hwpx").write_bytes(
        hwpx.packed(
            "<hp:p><hp:run><hp:tbl>"
            + "".join(
                f'<hp:tr><hp:tc><hp:subList>{hwpx.paragraph(c.lines[0])}</hp:subList><hp:cellAddr colAddr="{c.column}" '
                f'rowAddr="{c.row}"/><hp:cellSpan colSpan="{c.columns}" rowSpan="{c.rows}"/></hp:tc></hp:tr>'
                for c in claimed.cells
            )
            + "</hp:tbl></hp:run></hp:p>"
        )
    )
    assert load(tmp_path / "a.hwpx").text == "| 하나 |  |\n| 하나 | 둘 |\n"
    rows = b"<tr><td rowspan=60000 colspan=900>" * 3000
    (tmp_path / "a.html").write_bytes("<meta charset=utf-8><p>하늘</p><table>".encode() + rows)
    assert load(tmp_path / "a.html").text == "하늘\n"


def _encrypted_zip() -> bytes:
    data = bytearray(packed({"a.txt": b"x"}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    return bytes(data)


def test_a_member_with_a_password(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(_encrypted_zip())
    (place,), _ = find([tmp_path / "a.zip"])
    assert isinstance(place, Member)
    with pytest.raises(LoadError, match="needs a password"):
        load(place)


def _encrypted_pdf() -> bytes:
    guard = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>] " % (
        b"00" * 32,
        b"11" * 32,
    )
    return WRITERS["pdf"](WRITTEN).replace(b"/Root 1 0 R", guard + b"/Root 1 0 R")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.hwp", lambda: hwp(WRITTEN, PASSWORD | 1), "needs a password"),
        ("a.hwp", lambda: hwp(WRITTEN, DISTRIBUTED | 1), "is an HWP file locked for distribution"),
        ("a.hwp", lambda: hwp(WRITTEN)[:900], "is a broken or truncated HWP file"),
        ("a.hwp", lambda: zlib.compress(b"x"), "is no HWP file"),
        ("a.hwpx", lambda: hwpx.packed("", manifest="<a><encryption-data/></a>"), "needs a password"),
        ("a.hwpx", lambda: hwpx.packed("", section="<a>"), "is broken: its XML"),
        ("a.hwpx", lambda: hwpx.packed("")[:300], "is a broken or truncated ZIP"),
        ("a.hwpx", lambda: hwpx.packed(""), "holds no text"),
        ("a.docx", lambda: packed({"a.txt": b"x"}), "is no DOCX file"),
        ("a.docx", lambda: b"words", "is no DOCX file"),
        ("a.pdf", lambda: b"%PDF-1.7\n", "is a broken or truncated PDF"),
        ("a.pdf", _encrypted_pdf, "needs a password"),
        ("a.pdf", lambda: WRITERS["pdf"](()), "holds no text"),
        ("a.html", lambda: b"", "is empty"),
        ("a.html", lambda: b"<meta charset=utf-8><script>x</script>", "holds no text"),
        ("a.html", lambda: bytes(range(256)), "is binary"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_read(
    tmp_path: Path, name: str, data: Callable[[], bytes], reason: str
) -> None:
    (tmp_path / name).write_bytes(data())
    assert refused(tmp_path / name).startswith(reason)


@pytest.mark.parametrize(
    "child", ["import os; os.abort()", "print('words')", "raise SystemExit(3)"]
)
def test_a_pdf_that_brings_its_reader_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, child: str
) -> None:
    (tmp_path / "a.pdf").write_bytes(WRITERS["pdf"](WRITTEN))
    monkeypatch.setattr(pdf, "_CHILD", child)
    assert refused(tmp_path / "a.pdf").startswith("is a broken PDF")


def test_modules_beside_the_documents_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('run')", encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(WRITERS["pdf"](WRITTEN))
    monkeypatch.chdir(tmp_path)
    assert load(Path("a.pdf")).text == "하늘 지도를 만든다.\n"


def test_a_pdf_of_too_many_pages(tmp_path: Path) -> None:
    data = WRITERS["pdf"](WRITTEN).replace(b"/Kids [9 0 R]", b"/Kids [" + b"9 0 R " * 1001 + b"]")
    (tmp_path / "a.pdf").write_bytes(data.replace(b"/Count 1 ", b"/Count 1001 "))
    assert refused(tmp_path / "a.pdf").startswith("has more than 1,000 pages")
