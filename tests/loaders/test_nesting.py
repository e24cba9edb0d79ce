"""What a marked line is depends on its neighbours: the same mark heads a section or an item."""

from __future__ import annotations

import pytest

from graph.loaders.text import read_blocks


def layout(text: str) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, text[b.span.start : b.span.end]) for b in read_blocks(text)]


def kinds(text: str) -> list[str]:
    return [kind for kind, _, _ in layout(text)]


MARKS = ["□ ", "■", "◆ ", "○ ", "ㅇ ", "o ", "- ", "– ", "· ", "• ", "* ", "\\* ", "▲", "△ ", "▶ "]
MARKS += ["❍ ", "\U000f03da ", "□\t", "ㅇ\t", "\t- ", "　○ "]


@pytest.mark.parametrize("mark", MARKS)
def test_lines_marked_alike_are_a_list(mark: str) -> None:
    text = f"미션은 다음과 같다.\n{mark}하늘 지도 개발\n{mark}바다 지도 개발\n{mark}땅속 지도\n"
    assert layout(text)[1:] == [
        ("item", 1, "하늘 지도 개발"),
        ("item", 1, "바다 지도 개발"),
        ("item", 1, "땅속 지도"),
    ]


@pytest.mark.parametrize(
    "marks", ["①②③", ["1. ", "2. ", "3. "], ["1) ", "2) ", "3) "], ["가. ", "나. ", "다. "], "❶❷❸"]
)
def test_numbered_lines_are_a_list(marks: str | list[str]) -> None:
    names = ("하늘 지도", "바다 지도", "땅속 지도")
    text = "\n\n".join(m + n for m, n in zip(marks, names, strict=True))
    assert layout(text) == [("item", 1, n) for n in names]


@pytest.mark.parametrize("mark", ["□ ", "■ ", "1. ", "가. ", "① ", "Ⅰ. ", "제1장 ", "\U000f02b1 "])
def test_a_title_with_text_below_heads_a_section(mark: str) -> None:
    text = f"{mark}추진 배경\n- 하늘 지도를 만든다.\n{mark}추진 방향\n- 바다 지도를 만든다.\n"
    assert kinds(text) == ["heading", "item", "heading", "item"]


def test_a_circle_heads_a_section_only_by_a_word_for_one() -> None:
    assert kinds("○ 하늘 분야\n - 지도 개발\n") == ["heading", "item"]
    assert kinds("○ 하늘 지도 개발\n - 2030년까지\n") == ["item", "item"]


@pytest.mark.parametrize("indents", [("", "", ""), ("", " ", "  "), ("", "  ", "    ")])
def test_depth_is_told_by_indentation_and_where_it_was_lost_by_the_marks(
    indents: tuple[str, str, str],
) -> None:
    a, b, c = indents
    text = (
        f"{a}□ 과제는 다음과 같다.\n{b}ㅇ 하늘 지도\n{c}- 2030년까지\n{c}- 2035년까지\n"
        f"{b}ㅇ 바다 지도\n{a}□ 예산은 이러하다.\n"
    )
    assert [level for _, level, _ in layout(text)] == [1, 2, 3, 3, 2, 1]


def test_the_same_mark_nests_by_indentation() -> None:
    assert [n for _, n, _ in layout("- 가나\n  - 다라\n    - 마바\n  - 사아\n- 자차\n")] == [
        1,
        2,
        3,
        2,
        1,
    ]


def test_asterisks_are_notes_where_the_text_refers_to_them() -> None:
    assert kinds("하늘지도*를 만든다.\n* 하늘의 지도\n") == ["paragraph", "note"]
    assert kinds("하늘지도\\*와 바다지도\\*를 만든다.\n\\* 하늘의 지도\n\\* 바다의 지도\n") == [
        "paragraph",
        "note",
        "note",
    ]
    assert kinds("과제는 다음과 같다.\n* 하늘 지도\n* 바다 지도\n") == ["paragraph", "item", "item"]


def test_bold_words_at_the_start_are_no_note() -> None:
    assert kinds("**하늘 지도**를 만든다.\n") == ["paragraph"]
    assert kinds("- **하늘**: 지도 개발\n") == ["item"]


def test_annexes_in_a_row_are_a_list_and_one_alone_is_a_title() -> None:
    assert layout("붙임 1. 행사 개요\n붙임 2. 참석자 명단\n")[0] == ("item", 1, "행사 개요")
    assert layout("붙임 1\t\t 행사 개요\n\n- 때\n")[0] == ("heading", 1, "행사 개요")
    for line in ("<붙임 1>", "[붙임]", "붙임", "별첨 2", "〈참고 1〉", "붙 임"):
        assert kinds(line) == ["heading"]


def test_a_sentence_cut_by_a_page_break_is_no_list() -> None:
    assert kinds(
        "지도를 만든다고 밝혔\n다. 이어 하늘 지도를 만든다고 말하였으며 바다 지도도 만든다고 하였다.\n"
    ) == [
        "paragraph",
        "paragraph",
    ]


def test_headings_keep_no_marks() -> None:
    text = "### □ 개최 개요 : “하나의 하늘, 하나의 바다, 하나의 땅, 하나의 지도를 모두 함께”\n"
    assert layout(text)[0][2].startswith("개최 개요")
    assert layout("## **① 하늘 분야**\n") == [("heading", 2, "하늘 분야")]


def test_a_dash_around_a_subtitle_is_all_mark() -> None:
    assert layout("- 하늘 지도를 연다 -\n") == [("item", 1, "하늘 지도를 연다")]
