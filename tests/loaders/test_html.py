"""Pages: the article is kept, what surrounds it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from forms.html import html
from forms.release import line

from graph.loaders import load
from graph.model import Document

AROUND = (
    "거짓", "color", "바로가기", "국방부", "공유", "페이스북", "관련 기사", "푸른 땅", "붉은 별", "댓글", "많이 본", "교육부", "회사 소개",
)  # fmt: skip


def read(folder: Path, page: str | bytes) -> Document:
    path = folder / "a.html"
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    return load(path)


def body(folder: Path, inner: str) -> str:
    return read(folder, f"<meta charset=utf-8><body><article>{inner}</article>").text


def test_what_surrounds_the_article_is_dropped(tmp_path: Path) -> None:
    document = read(
        tmp_path, html((line("가나부(장관 김하늘)는 지도를 만든다고 밝혔다."),), "하늘 지도 나온다")
    )
    assert document.text == "# 하늘 지도 나온다\n\n가나부(장관 김하늘)는 지도를 만든다고 밝혔다.\n"
    assert not [word for word in AROUND if word in document.text]
    source = document.source
    assert (source.title, source.published, source.publisher) == (
        "하늘 지도 나온다",
        "2026-06-18",
        "하늘일보",
    )


LINES = [
    f"가나부는 {n}번째 하늘 지도를 만들어 모두에게 나누어 준다고 이날 밝혔다." for n in range(6)
]
TEXT = "".join(f"<p>{text}</p>" for text in LINES)
LINKS = "".join(f'<li><a href="/{n}">다라부, {n}번째 다른 소식을 알린다</a></li>' for n in range(9))


@pytest.mark.parametrize(
    "page",
    [
        f"<div id=a><ul>{LINKS}</ul></div><div id=b>{TEXT}</div><div class=x><ul>{LINKS}</ul></div>",
        f"<table><tr><td><ul>{LINKS}</ul></td><td id=c>{TEXT}</td></tr></table>",
        f"<form id=aspnetForm><div class=header><ul>{LINKS}</ul></div><div>{TEXT}</div></form>",
        f"<main><div class=news_view><h2>머리</h2><div class=article_txt>{TEXT}<ul>{LINKS}</ul></div></div></main>",
        f"<div class=print><div class=view>{TEXT.replace('<p>', '<div>').replace('</p>', '</div>')}</div></div>",
        f"<div><div>{'<br><br>'.join(LINES)}</div><div role=navigation>다른 소식</div><p hidden>숨은 소식</p></div>",
    ],
)
def test_pages_of_many_kinds(tmp_path: Path, page: str) -> None:
    text = read(tmp_path, f"<!DOCTYPE html><meta charset=utf-8><body>{page}").text
    assert [line for line in text.splitlines() if line.startswith("가나부")] == LINES
    assert "소식" not in text


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<ul><li>하나<ul><li>안쪽</li></ul></li><li>둘</li></ul>", "- 하나\n  - 안쪽\n- 둘\n"),
        ("<ol><li>하나</li><li>□ 둘</li><li>셋</li></ol>", "1. 하나\n□ 둘\n3. 셋\n"),
        ("<h2>제목 하나</h2><p>글이다.</p>", "## 제목 하나\n\n글이다.\n"),
        ("<p>첫 줄<br>둘째   줄&nbsp;끝</p>", "첫 줄\n둘째 줄 끝\n"),
        ("<p><b>□ 추진 배경</b></p><p><strong>① 하늘 분야</strong></p>", "□ 추진 배경\n\n**① 하늘 분야**\n"),
        ("<p>앞</p><table><caption>표 이름</caption><tr><th>가</th><th>나</th></tr><tr><td>다</td><td>라</td></tr></table>",
         "앞\n표 이름\n\n| 가 | 나 |\n|---|---|\n| 다 | 라 |\n"),
        ("<table><tr><td rowspan=2>가</td><td>나</td></tr><tr><td>다</td></tr></table>", "| 가 | 나 |\n| 가 | 다 |\n"),
        ("<table><tr><th>분야</th><th colspan=2>목표</th></tr><tr><td>하늘</td><td colspan=2>같은 목표</td></tr></table>",
         "| 분야 | 목표 |\n|---|---|\n| 하늘 | 같은 목표 |\n"),
        ("<table><tr><th rowspan=2>분야</th><th colspan=2>목표</th></tr><tr><th>2030년</th><th>2035년</th></tr>"
         "<tr><td>하늘</td><td colspan=2>100장</td></tr><tr><td>바다</td><td>1장</td><td>2장</td></tr></table>",
         "| 분야 | 목표 |  |\n|---|---|---|\n|  | 2030년 | 2035년 |\n| 하늘 | 100장 | 100장 |\n| 바다 | 1장 | 2장 |\n"),
        ("<div>감<span></span>싼 글<script>나쁜()</script></div>", "감싼 글\n"),
    ],
)  # fmt: skip
def test_blocks(tmp_path: Path, inner: str, expected: str) -> None:
    assert body(tmp_path, inner) == expected


@pytest.mark.parametrize("charset", ["euc-kr", "ks_c_5601-1987", "utf-8"])
def test_encodings(tmp_path: Path, charset: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><body><p>하늘 지도</p>'
    encoded = page.encode("utf-8" if charset == "utf-8" else "cp949")
    assert read(tmp_path, encoded).text == "하늘 지도\n"
    assert read(tmp_path, page.encode()).text == "하늘 지도\n"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="og:site_name" content="대한민국 정책브리핑"><title>하늘 지도 나온다 - 대한민국 정책브리핑</title>',
         ("하늘 지도 나온다", "", "가나부", "")),
        ('<meta name="author" content="김하늘 기자"><meta property="og:site_name" content="하늘일보"><title>하늘 지도 나온다</title>',
         ("하늘 지도 나온다", "", "하늘일보", "김하늘")),
        ('<meta itemprop="datePublished" content="20260618"><title>하늘 지도 나온다 : 하늘일보</title>',
         ("하늘 지도 나온다", "2026-06-18", "가나부", "")),
    ],
)  # fmt: skip
def test_properties(tmp_path: Path, head: str, expected: tuple[str, ...]) -> None:
    text = "<p>가나부(장관 김하늘)는 지도를 만든다고 밝혔다.</p>"
    source = read(tmp_path, f"<html><head><meta charset=utf-8>{head}</head><body>{text}").source
    assert (source.title, source.published, source.publisher, source.byline) == expected
