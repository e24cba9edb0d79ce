from __future__ import annotations

import pytest

from graph.loaders.text import read_blocks


def layout(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.span.start : b.span.end]) for b in read_blocks(text)]


@pytest.mark.parametrize(
    "line",
    [
        "보도시점 2026. 6. 18.(목) 14:00 / 배포 2026. 6. 18.(목) 9:00",
        "**보도시점** 배포 즉시",
        "보도일시: 2026. 6. 18. 조간부터 보도해 주시기 바랍니다.",
        "배포 2026. 6. 18.",
        "엠바고: 6월 18일 14시",
        "date 2026-03-11 하늘 지도 나온다",
        "입력 2024.04.04 10:21",
        "기사입력 : 2024-04-04 오후 2:30",
        "2023.12.21 13:54 | 댓글 0",
        "2026. 6. 18.(목)",
        "댓글 12",
        "홈 > 정책 > 과학",
        "Home > News",
        "김하늘 기자 sky@news.example",
        "김하늘 선임기자 (sky@news.example)",
        "김하늘 기자",
        "[가나뉴스 김하늘 기자]",
        "<저작권자 ⓒ 가나뉴스, 무단 전재 및 재배포 금지>",
        "Copyright ⓒ 가나뉴스. All rights reserved.",
        "- 3 -",
        "-----",
        "![그림](images/a.png)",
        "<!-- image -->",
    ],
)
def test_lines_about_the_page(line: str) -> None:
    assert [kind for kind, _ in layout(f"가나다.\n\n{line}\n\n라마바.\n")][1] in ("furniture",)


@pytest.mark.parametrize(
    "line",
    [
        "저작권자의 권리를 지키는 법이 2030년까지 바뀐다고 가나부는 밝혔다.",
        "배포를 시작한 지도는 2030년까지 늘어난다.",
        "2026. 6. 18. 서울에서 열린 행사에서 가나부는 지도를 나누어 주었다.",
        "입력 장치를 만드는 회사가 2030년까지 공장을 짓는다.",
        "가나부는 연구소와 함께 새 지도를 개발하고 있다.",
        "정부는 2030년에 시장이 두 배가 될 것으로 보고 있다.",
        "장관은 새 사업의 뜻을 국민에게 설명하고 있다.",
        "이 자료에 대하여 더욱 자세한 내용을 원하시면 가나과로 연락 주시기 바랍니다.",
    ],
)
def test_sentences_stay_sentences(line: str) -> None:
    assert layout(line) == [("paragraph", line)]


@pytest.mark.parametrize(
    "line",
    [
        "▲ 김하늘 장관이 행사장에서 지도를 들고 있다.",
        "김하늘 장관이 18일 서울에서 열린 '지도 대회'에서 인사말을 하고 있다.",
        "김하늘 장관과 참석자들이 기념촬영을 하고 있다.",
        "김하늘 장관이 전시장을 둘러보고 있다. /사진=가나부",
        "[사진] 지도 대회의 모습",
        "사진=가나뉴스",
    ],
)
def test_captions(line: str) -> None:
    assert layout(line)[0][0] == "caption"


def test_a_bullet_that_says_what_goes_on_is_no_caption() -> None:
    text = "▲ 하늘 지도를 개발하고 있다.\n▲ 바다 지도 개발\n"
    assert [kind for kind, _ in layout(text)] == ["item", "item"]
    assert layout("o 하늘 지도를 2030년 완성을 목표로 개발하고 있다.\n")[0][0] == "item"


def test_a_byline_behind_the_last_sentence_stands_apart() -> None:
    assert layout("장관은 지도를 넓힌다고 말했다. 김하늘 기자 sky@news.example\n") == [
        ("paragraph", "장관은 지도를 넓힌다고 말했다."),
        ("furniture", "김하늘 기자 sky@news.example"),
    ]
