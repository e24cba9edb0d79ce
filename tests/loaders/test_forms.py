"""A press release says the same in whatever form it comes, and its text is what all places count in."""

from __future__ import annotations

import sys
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from forms import WRITERS, hwpx, pdf
from forms.hwp import hwp
from forms.release import Grid, Merged, Release, grid, line, release

from graph.errors import LoadError
from graph.loaders import load
from graph.mentions import find_names
from graph.model import Document
from graph.statements import make_statements
from graph.vocabulary import vocabulary

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = ("k-moonshot-news.txt", "next-press-release.md")
FORMS = sorted(WRITERS)


def said(document: Document) -> set[object]:
    found = make_statements(document, find_names(document, vocabulary()), vocabulary())
    for statement in found:
        for passage in statement.evidence:
            assert document.text[passage.start : passage.end] == passage.quote
    return {
        (s.subject.name, s.predicate, s.object.name, tuple(sorted(s.qualifiers.items())))
        for s in found
    }


@cache
def as_text(name: str) -> tuple[Document, frozenset[object]]:
    document = load(EXAMPLES / name)
    return document, frozenset(said(document))


def made(folder: Path, form: str, written: Release) -> Document:
    path = folder / f"a.{form}"
    path.write_bytes(WRITERS[form](written))
    return load(path)


@pytest.mark.parametrize(("form", "name"), [*product(FORMS, NAMES)])
def test_a_release_says_the_same_in_every_form(form: str, name: str, tmp_path: Path) -> None:
    text, expected = as_text(name)
    document = made(tmp_path, form, release(text.text))
    assert said(document) == expected
    assert document.source.published == text.source.published
    assert load(tmp_path / f"a.{form}").text == document.text


TABLE = grid(
    (0, 0, 1, 2, "구분"), (0, 2, 1, 1, "기관"), (0, 3, 1, 1, "성명"),
    (1, 0, 2, 1, "산업"), (1, 1, 2, 1, "협회"), (1, 2, 1, 1, "가협회"), (1, 3, 1, 1, "김하늘"),
    (2, 2, 1, 1, "나회의소"), (2, 3, 1, 1, "이바다"),
    (3, 0, 1, 2, "대학"), (3, 2, 1, 1, "다|대학교"), (3, 3, 1, 1, "박구름"),
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_merged_cells_are_filled_in(form: str, tmp_path: Path) -> None:
    written = (line("하늘 위원회 위원은 다음과 같다."), TABLE, line("끝으로 더 알린다."))
    assert made(tmp_path, form, written).text.endswith(
        "하늘 위원회 위원은 다음과 같다.\n\n"
        "| 구분 |  | 기관 | 성명 |\n"
        "| 산업 | 협회 | 가협회 | 김하늘 |\n"
        "| 산업 | 협회 | 나회의소 | 이바다 |\n"
        "| 대학 |  | 다\\|대학교 | 박구름 |\n\n"
        "끝으로 더 알린다.\n"
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_frame_of_one_cell_is_the_text_in_it(form: str, tmp_path: Path) -> None:
    text = made(
        tmp_path, form, (grid((0, 0, 1, 1, "□ 하늘 지도를 만든다.")), line("다음 줄이다."))
    ).text
    assert text.replace("# □", "□").splitlines()[-2:] == ["□ 하늘 지도를 만든다.", "다음 줄이다."]


@pytest.mark.parametrize("form", ["hwpx", "hwp", "docx", "pdf"])
def test_headings_are_what_a_reader_takes_for_them(form: str, tmp_path: Path) -> None:
    sentence = "굵게 쓴 문장도 문장이며 제목이 아니다."
    text = made(
        tmp_path,
        form,
        (
            line("하늘 지도 개발 계획", 1, bold=True),
            line("① 하늘 분야", bold=True),
            line("가나부는 하늘을 나는 지도를 만들어 모두에게 나누어 준다고 밝혔다."),
            line(sentence, bold=True),
        ),
    ).text.splitlines()
    assert text[0] in ("# 하늘 지도 개발 계획", "## 하늘 지도 개발 계획")
    assert "**① 하늘 분야**" in text
    assert sentence in text


def test_bold_labels_of_cells_keep_their_marks(tmp_path: Path) -> None:
    cell = Merged(0, 0, 1, 1, ((("양자 ", True), ("지도 개발", False)),))
    other = Merged(0, 1, 1, 1, ((("하늘 ", True), ("구름 개발", False)), (("다음 줄", False),)))
    for form in FORMS:
        text = made(tmp_path, form, (line("임무는 다음과 같다."), Grid((cell, other)))).text
        assert "| **양자** 지도 개발 | **하늘** 구름 개발<br>다음 줄 |" in text, form


def test_lists_of_the_word_processor_are_written_out(tmp_path: Path) -> None:
    text = ((("하나", False),), (("둘", False),))
    numbered = "".join(hwpx.paragraph(t, shape=2) for t in text)
    bullets = "".join(hwpx.paragraph(t, shape=1) for t in text)
    (tmp_path / "a.hwpx").write_bytes(hwpx.packed(numbered + bullets))
    assert load(tmp_path / "a.hwpx").text == "가. 하나\n나. 둘\n◦ 하나\n◦ 둘\n"


def test_names_that_tell_the_wrong_form(tmp_path: Path) -> None:
    written = (line("하늘 지도를 만든다."),)
    for form, name in (("hwpx", "a.hwp"), ("hwp", "a.hwpx"), ("docx", "a.pdf"), ("pdf", "a.docx")):
        (tmp_path / name).write_bytes(WRITERS[form](written))
        assert load(tmp_path / name).text == "하늘 지도를 만든다.\n"


def test_hwp_without_compression_and_with_what_nobody_prints(tmp_path: Path) -> None:
    (tmp_path / "a.hwp").write_bytes(hwp((line("하늘 지도를 만든다."),), flags=0))
    assert load(tmp_path / "a.hwp").text == "하늘 지도를 만든다.\n"


@pytest.mark.parametrize("package", ["lxml", "olefile", "pypdfium2"])
def test_without_the_extra_one_line_says_what_to_install(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = {"lxml": "hwpx", "olefile": "hwp", "pypdfium2": "pdf"}[package]
    (tmp_path / f"a.{form}").write_bytes(WRITERS[form]((line("하늘"),)))
    monkeypatch.setitem(sys.modules, package, None)
    if package == "lxml":
        monkeypatch.setitem(sys.modules, "lxml.etree", None)
    with pytest.raises(LoadError, match=r"pip install 'moonshot-graph\[documents\]'"):
        load(tmp_path / f"a.{form}")


LONG = "가나부는 하늘을 나는 지도를 만들어 모두에게 나누어 주고 그 다음 해에는 바다를 건너는 지도를 만들어 온 나라에 나누어 주기로 하였다."


def test_lines_of_a_pdf_are_joined_to_paragraphs(tmp_path: Path) -> None:
    text = made(tmp_path, "pdf", (line(LONG * 3), line(LONG))).text
    assert text == f"{LONG * 3}\n{LONG}\n"


def test_what_stands_on_every_page_of_a_pdf_is_dropped(tmp_path: Path) -> None:
    sheets = pdf.Sheet()
    for number in range(4):
        sheets.say(60, 800, "하늘 지도 보도자료", 9)
        sheets.say(60, 700, f"{'가나다라'[number]}부는 지도를 만든다.", 11)
        sheets.say(290, 30, f"- {number + 1} -", 9)
        sheets.pages.append([])
    (tmp_path / "a.pdf").write_bytes(pdf.file_of(sheets))
    assert load(tmp_path / "a.pdf").text.split("\n")[:4] == [
        f"{c}부는 지도를 만든다." for c in "가나다라"
    ]


def test_a_table_that_goes_on_overleaf_is_one(tmp_path: Path) -> None:
    rows = [(0, 0, 1, 1, "기관"), (0, 1, 1, 1, "성명")]
    for r in range(1, 90):
        rows += [(r, 0, 1, 1, f"제{r}협회"), (r, 1, 1, 1, f"김하늘{r}")]
    halves = (
        Grid(grid(*rows[:80]).cells),
        grid(*((r - 40, c, a, b, t) for r, c, a, b, t in rows[80:])),
    )
    (tmp_path / "a.pdf").write_bytes(pdf.pdf(halves))
    text = load(tmp_path / "a.pdf").text
    assert "| 제39협회 | 김하늘39 |\n| 제40협회 | 김하늘40 |" in text
