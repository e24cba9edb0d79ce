from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import LoadError
from graph.loaders import find, load
from graph.loaders.text import load as load_text
from graph.loaders.text import read_blocks
from graph.model import Block

TEXT = "## 제목\n\n가나부(장관 김하늘)는 행사를 열었다고 밝혔다.\n"


def blocks(text: str) -> list[Block]:
    return list(read_blocks(text))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.span.start : b.span.end]) for b in blocks(text)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949", "euc-kr"]
)
def test_encodings_give_one_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "가.txt"
    data = TEXT.encode(encoding)
    path.write_bytes(data if encoding != "utf-16-le" else b"\xff\xfe" + data)
    assert load(path).text == TEXT


def test_exact_text_is_kept() -> None:
    text = "가나다.\r\n\r\n  라마바.\r\n"
    document = load_text(Path("a.txt"), text.encode())
    assert document.text == text
    assert [document.slice(b.span) for b in document.blocks] == ["가나다.", "라마바."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"  \n\t ", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\xd0\xcf\x11\xe0rest", "HWP"),
        (b"abc\x00def", "binary"),
        (b"\xff\xff\xff\xff\xfe\xfd", "neither"),
    ],
)
def test_bad_files_are_refused_in_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(LoadError) as caught:
        load(path)
    assert reason in str(caught.value)
    assert "bad.txt" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_find_names_what_is_missing_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("나", encoding="utf-8")
    (tmp_path / "a.md").write_text("가", encoding="utf-8")
    (tmp_path / "c.bin").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    files, errors = find([tmp_path, tmp_path / "no.txt", tmp_path / "empty"])
    assert [f.name for f in files] == ["a.md", "b.txt"]
    assert [e.reason for e in errors] == [
        "no such file or folder",
        "no documents in it (.txt, .md, .html, .htm, .xhtml, .pdf, .hwpx, .hwp, .docx, .zip)",
    ]


@pytest.mark.parametrize(
    ("line", "kind", "content"),
    [
        ("## 큰 제목", "heading", "큰 제목"),
        ("□ 추진 배경", "heading", "추진 배경"),
        (
            "□ 가나부는 오늘 새 사업을 시작한다고 밝혔다.",
            "item",
            "가나부는 오늘 새 사업을 시작한다고 밝혔다.",
        ),
        ("**① 하늘 분야**", "heading", "하늘 분야"),
        ("[새 임무]", "heading", "새 임무"),
        ("붙임 1", "heading", "붙임 1"),
        ("- 첫째 과제", "item", "첫째 과제"),
        ("  ㅇ 둘째 과제", "item", "둘째 과제"),
        ("▲ 셋째 과제", "item", "셋째 과제"),
        ("\\* 낱말 풀이", "note", "낱말 풀이"),
        ("  - \\* 낱말 풀이", "note", "낱말 풀이"),
        ("※ 참고", "note", "참고"),
        ("보도시점 2026. 6. 18.(목) 14:00", "furniture", "보도시점 2026. 6. 18.(목) 14:00"),
        ("김하늘 기자 sky@example.com", "furniture", "김하늘 기자 sky@example.com"),
        ("▲ 김하늘 장관이 인사말을 하고 있다.", "caption", "김하늘 장관이 인사말을 하고 있다."),
        ("홈 > 정책", "furniture", "홈 > 정책"),
    ],
)
def test_marks(line: str, kind: str, content: str) -> None:
    assert kinds(line) == [(kind, content)]


def test_table_with_merged_cells_left_out() -> None:
    text = "구 분\t\t기 관\t직 위\t성 명\n산업\t협회\t가협회\t회장\t김하늘\n\t\t나회의소\t부회장\t이바다\n\t다전자\t사장\t박구름\t\n라기금\t\t이사\t최별\t\n"
    (table,) = blocks(text)
    names = {
        c.column: text[c.span.start : c.span.end].replace(" ", "") for c in table.rows[0].cells
    }
    assert table.rows[0].header
    assert names == {0: "구분", 2: "기관", 3: "직위", 4: "성명"}
    rows = [
        {c.column: text[c.span.start : c.span.end] for c in row.cells} for row in table.rows[1:]
    ]
    assert [(r[2], r[3], r[4]) for r in rows] == [
        ("가협회", "회장", "김하늘"),
        ("나회의소", "부회장", "이바다"),
        ("다전자", "사장", "박구름"),
        ("라기금", "이사", "최별"),
    ]


@pytest.mark.parametrize(
    "cell", ["<p><b>하늘</b> 지도 개발</p>", "**하늘** 지도 개발", "<b>하늘</b><br>지도 개발"]
)
def test_bold_labels_of_cells(cell: str) -> None:
    text = f"{cell}\t<p>다른 칸</p>\n둘\t셋\n"
    (table,) = blocks(text)
    runs = table.rows[0].cells[0].runs
    assert [(text[r.span.start : r.span.end], r.bold) for r in runs] == [
        ("하늘", True),
        ("지도 개발", False),
    ]


def test_pipe_table() -> None:
    text = "| 분야 | 과제 |\n|---|---|\n| 하늘 | 지도 개발 |\n"
    (table,) = blocks(text)
    assert [[text[c.span.start : c.span.end] for c in r.cells] for r in table.rows] == [
        ["분야", "과제"],
        ["하늘", "지도 개발"],
    ]
    assert table.rows[0].header


PIECES = st.lists(
    st.sampled_from(
        [
            "가나",
            " ",
            "\t",
            "\n",
            "\r\n",
            "▲",
            "- ",
            "□ ",
            "## ",
            "**",
            "|",
            "<p>",
            "<b>",
            "</b>",
            "①",
            "\\*",
            "(",
            "」",
            ".",
            "a",
            "* ",
            "ㅇ ",
            "1. ",
            "붙임 1 ",
            "구분",
            "|---|",
            "<br>",
            "\n\n",
            "하고 있다.",
            " 기자 a@b.kr",
        ]
    ),
    max_size=40,
).map("".join)


@given(PIECES)
def test_layout_is_in_order_and_within_the_text(text: str) -> None:
    found = blocks(text)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for block in found:
        assert block.span.end <= len(text)
        for row in block.rows:
            assert block.span.covers(row.span)
            for cell in row.cells:
                assert (block if cell.inherited else row).span.covers(cell.span)
                assert all(cell.span.covers(r.span) for r in cell.runs)
            columns = [c.column for c in row.cells]
            assert columns == sorted(set(columns))


@given(PIECES)
def test_every_word_is_in_some_block(text: str) -> None:
    found = blocks(text)
    for match in re.finditer("가나", text):
        assert any(b.span.start <= match.start() and match.end() <= b.span.end for b in found)


@given(st.binary(max_size=200))
def test_any_bytes_load_or_are_refused(data: bytes) -> None:
    try:
        document = load_text(Path("x.txt"), data)
    except LoadError:
        return
    assert all(document.quote(b.span).quote for b in document.blocks if len(b.span))


LONG = [
    "▲",
    "\t",
    "(",
    "<p>",
    "「",
    "- ",
    "가",
    "'",
    "|",
    "*",
    "**",
    "#",
    "a\t",
    "|a",
    "=",
    "@",
    "[",
    "1.",
]
LONG += [
    "가 ",
    "2026. ",
    "기자 ",
    "\n",
    "□ 가\n",
    "* 가\n",
    "가\t나\n",
    "\t가\t나\n",
    "|가|\n",
    "a@b \n",
]
LONG += ["배포 ", "담당부서 ", "하고 있다. "]


@pytest.mark.parametrize("piece", LONG, ids=repr)
def test_long_runs_take_linear_time(piece: str) -> None:
    # 200,000 letters: a quadratic rule would take minutes here.
    data = ("x" + piece * (200_000 // len(piece))).encode()
    assert load_text(Path("x.txt"), data).blocks


@pytest.mark.parametrize(
    ("text", "published", "publisher", "byline"),
    [
        ("보도시점 2026. 7. 3.(금) 12:00 배포 2026. 7. 2.(목)\n## 가\n", "2026-07-02", "", ""),
        ("입력 2024.04.04\n가나다\n", "2024-04-04", "", ""),
        (
            'date 2026-03-11 "머리말"\n가\n\n김하늘 기자 a@news.example\n',
            "2026-03-11",
            "news.example",
            "김하늘",
        ),
        ("가나부(장관 김하늘)는 했다.\n", "", "가나부", ""),
        ("It was June 27, 2023.\n", "2023-06-27", "", ""),
        ("배포 2026. 13. 40.\n가\n", "", "", ""),
    ],
)
def test_metadata(text: str, published: str, publisher: str, byline: str) -> None:
    source = load_text(Path("x.txt"), text.encode()).source
    assert (source.published, source.publisher, source.byline) == (published, publisher, byline)
