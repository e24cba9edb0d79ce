from __future__ import annotations

from pathlib import Path

import pytest

from graph.loaders.text import load, read_blocks, show
from graph.model import Block


def tables(text: str) -> list[Block]:
    return [b for b in read_blocks(text) if b.kind == "table"]


def cells(text: str, inherited: bool = True) -> list[dict[int, str]]:
    """The rows of the only table below its header, as columns and their text."""
    (table,) = tables(text)
    return [
        {
            c.column: text[c.span.start : c.span.end]
            for c in row.cells
            if inherited or not c.inherited
        }
        for row in table.rows
        if not row.header
    ]


PEOPLE = "구 분\t\t기 관\t직 위\t성 명\n산업\t협회\t가협회\t회장\t김하늘\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("\t\t나회의소\t부회장\t이바다", {0: "산업", 1: "협회", 2: "나회의소"}),
        ("\t기업\t나전자\t부회장\t이바다", {0: "산업", 1: "기업", 2: "나전자"}),
        # A merged cell dropped together with its tab.
        ("\t나회의소\t부회장\t이바다\t", {0: "산업", 1: "협회", 2: "나회의소"}),
        ("나회의소\t부회장\t이바다", {0: "산업", 1: "협회", 2: "나회의소"}),
        ("나기금\t\t부회장\t이바다\t", {0: "산업", 1: "협회", 2: "나기금"}),
        # Too far to the right.
        ("\t\t\t나회의소\t부회장\t이바다", {0: "산업", 1: "협회", 2: "나회의소"}),
        # A group that stands over both columns of the divided name.
        ("대학\t나대학교\t부회장\t이바다\t", {0: "대학", 2: "나대학교"}),
        ("대학\t\t나대학교\t부회장\t이바다", {0: "대학", 2: "나대학교"}),
    ],
)
def test_rows_come_under_their_columns(line: str, expected: dict[int, str]) -> None:
    text = f"{PEOPLE}\t\t다협회\t이사\t박구름\n{line}\n"
    assert cells(text)[-1] == {**expected, 3: "부회장", 4: "이바다"}


def test_what_is_merged_goes_on_row_after_row_until_the_next_group() -> None:
    text = f"{PEOPLE}\t\t나협회\t이사\t이바다\n정부\t\t다부\t장관\t박구름\n\t\t라부\t차관\t최별\n"
    assert [row.get(0) for row in cells(text)] == ["산업", "산업", "정부", "정부"]
    assert [row.get(1) for row in cells(text)] == ["협회", "협회", None, None]
    assert cells(text, inherited=False)[1] == {2: "나협회", 3: "이사", 4: "이바다"}
    (table,) = tables(text)
    kept = table.rows[2].cells[0]
    assert kept.inherited
    assert kept.span == table.rows[1].cells[0].span


def test_an_empty_remark_moves_nothing() -> None:
    text = "시간\t주요 일정\t비고\n14:00\t개회\t사회자\n14:10\t휴식\t\n14:20\t폐회\n"
    assert cells(text) == [
        {0: "14:00", 1: "개회", 2: "사회자"},
        {0: "14:10", 1: "휴식"},
        {0: "14:20", 1: "폐회"},
    ]


def test_a_comparison_keeps_its_first_column_and_its_rows_without_values() -> None:
    text = "구 분\t하늘호\t바다호\n형 상\n길이\t47 m\t25 m\n무게\t200 톤\t\n"
    assert cells(text) == [
        {0: "형 상"},
        {0: "길이", 1: "47 m", 2: "25 m"},
        {0: "무게", 1: "200 톤"},
    ]
    assert tables(text)[0].rows[0].header


def test_a_merged_cell_of_an_unknown_kind_is_left_out_with_its_tab() -> None:
    text = "분야\t과제\t담당\n하늘\t지도 개발\t가나부\n별자리 개발\t다라부\n"
    assert cells(text)[1] == {0: "하늘", 1: "별자리 개발", 2: "다라부"}


def test_a_header_that_lost_the_tab_of_its_divided_name() -> None:
    text = "구 분\t기 관\t직 위\t성 명\n산업\t협회\t가협회\t회장\t김하늘\n\t기업\t나전자\t사장\t이바다\n정부\t부처\t다부\t장관\t박구름\n"
    (table,) = tables(text)
    assert [c.column for c in table.rows[0].cells] == [0, 2, 3, 4]
    assert cells(text)[1][4] == "이바다"


def test_other_orders_of_the_columns() -> None:
    text = "성 명\t직 위\t기 관\n김하늘\t회장\t가협회\n이바다\t사장\t나전자\n"
    assert cells(text)[1] == {0: "이바다", 1: "사장", 2: "나전자"}


def test_two_rows_of_names() -> None:
    text = "구분\t목표\t\t비고\n\t2030년\t2035년\t\n하늘\t지도 1장\t지도 2장\t가나부\n바다\t지도 3장\t지도 4장\t\n"
    (table,) = tables(text)
    assert [row.header for row in table.rows] == [True, True, False, False]
    assert cells(text)[0] == {0: "하늘", 1: "지도 1장", 2: "지도 2장", 3: "가나부"}


CONTACT = "담당 부서\t가나부 다라과\t책임자\t과 장\t김하늘 (044-200-1000)\n\t\t담당자\t사무관\t이바다 (044-200-1001)\n"


def test_a_contact_table_has_no_names_and_goes_on() -> None:
    assert not any(row.header for row in tables(CONTACT)[0].rows)
    assert cells(CONTACT)[1] == {
        0: "담당 부서",
        1: "가나부 다라과",
        2: "담당자",
        3: "사무관",
        4: "이바다 (044-200-1001)",
    }


@pytest.mark.parametrize("names", ["하늘 | 바다", "분야 | 과제", "가칭 | 나칭"])
def test_pipe_tables_have_their_names_above_the_rule(names: str) -> None:
    text = f"| {names} |\n| --- | :---: |\n| 지도 | 그림 |\n| | 별 |\n"
    (table,) = tables(text)
    assert [row.header for row in table.rows] == [True, False, False]
    assert cells(text) == [{0: "지도", 1: "그림"}, {0: "지도", 1: "별"}]


def test_a_rule_below_data_makes_no_names() -> None:
    text = "| 보도일시<br> | 2026. 6. 18. |\n|---|---|\n| 담당 | 가나과 |\n"
    assert not tables(text)[0].rows[0].header


def test_escaped_pipes_are_text() -> None:
    assert cells("| 분야 | 과제 |\n|---|---|\n| 하늘 \\| 바다 | 지도 |\n") == [
        {0: "하늘 \\| 바다", 1: "지도"}
    ]


def test_a_frame_around_text_is_no_table() -> None:
    text = "| 하늘 지도가 나온다<br>- 바다 지도도 나온다 |\n|---|\n"
    assert [(b.kind, text[b.span.start : b.span.end]) for b in read_blocks(text)] == [
        ("paragraph", "하늘 지도가 나온다"),
        ("item", "바다 지도도 나온다"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "□\t추진 배경\n\n\t- 하늘 지도\n\t- 바다 지도\n",
        "\t하늘 지도를 만든다고 하였다.\n",
        "하늘 지도를\t만든다고 가나부는 밝혔다.\n",
        "붙임\t\t행사 개요\n",
    ],
)
def test_tabs_that_make_no_table(text: str) -> None:
    assert not tables(text)


def test_empty_lines_between_all_lines_end_no_table() -> None:
    text = "분야\t과제\n\n하늘\t지도\n\n바다\t그림\n\n그렇다.\n"
    assert cells(text) == [{0: "하늘", 1: "지도"}, {0: "바다", 1: "그림"}]


def test_very_wide_rows_are_left_as_they_are() -> None:
    wide = "\t".join("가" * 1 for _ in range(500))
    assert len(cells(f"구분\t성명\n{wide}\n{wide}\n")[0]) == 500


def test_show_is_one_line_a_block_or_row() -> None:
    document = load(Path("a.txt"), f"## 제목\n\n{CONTACT}".encode())
    assert show(document).splitlines() == [
        "heading   2 ##   제목",
        "row       0:담당 부서 | 1:가나부 다라과 | 2:책임자 | 3:과 장 | 4:김하늘 (044-200-1000)",
        "row       0:^담당 부서 | 1:^가나부 다라과 | 2:담당자 | 3:사무관 | 4:이바다 (044-200-1001)",
    ]


def test_a_header_that_is_said_again_is_no_row() -> None:
    header = PEOPLE.partition("\n")[0]
    text = f"{PEOPLE}{header}\n산업\t협회\t나협회\t이사\t이바다\n"
    assert [c[2] for c in cells(text)] == ["가협회", "나협회"]
