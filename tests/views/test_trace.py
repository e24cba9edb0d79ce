from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from graph.confidence import assess
from graph.loaders.text import load
from graph.marking import End, GoldLine, Triple
from graph.mentions import find_names
from graph.model import Document, Entity, KnowledgeGraph, Names, Span, Statement, entity_id
from graph.views.pieces import clean
from graph.views.trace import render_trace
from graph.views.traced import Sheet, sheet
from graph.vocabulary import vocabulary

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TEXT = (
    "□ 과학기술정보통신부는 하늘 사업을 이끈다.\n\n"
    "□ <script>alert(1)</script> 산업통상부는 \"바다 사업\"에 & 함께한다.\n\n"
    "| 기관 | 일 |\n| --- | --- |\n| 교육부 | 지원 |\n"
)  # fmt: skip
SKY, SEA = (Entity("Program", entity_id("Program", n), n) for n in ("하늘 사업", "바다 사업"))
MSIT, MOTIE = (
    Entity("Organization", entity_id("Organization", n), n)
    for n in ("과학기술정보통신부", "산업통상부")
)


def read(text: str = TEXT, name: str = "made.txt") -> tuple[Document, Names]:
    document = load(Path(name), text.encode())
    return document, find_names(document, vocabulary())


def say(document: Document, who: Entity, predicate: str, what: Entity, quote: str) -> Statement:
    start = document.text.index(quote)
    passage = document.quote(Span(start, start + len(quote)))
    return Statement(who, predicate, what, {}, (passage,), rule="post-in-text")


def gold(who: Entity, predicate: str, what: Entity, quote: str = "") -> GoldLine:
    ends = (End(e.label, (e.name,)) for e in (who, what))
    one, two = ends
    return GoldLine("made", True, Triple(one, predicate, two), quote=quote)


def made(*lines: GoldLine) -> tuple[Sheet, str]:
    document, names = read()
    statements = assess(
        [
            say(document, MSIT, "LEADS", SKY, "하늘 사업을 이끈다"),
            say(document, MOTIE, "LEADS", SEA, "산업통상부는"),
        ]
    )
    graph = KnowledgeGraph((document.source,), tuple(statements))
    page = render_trace(graph, [(document, names)], lines)
    return sheet(1, document, names, graph.statements, lines), page


LINES = (
    gold(MSIT, "LEADS", SKY),
    gold(MOTIE, "PARTICIPATES_IN", SEA, '"바다 사업"에 & 함께한다'),
    gold(MSIT, "LEADS", Entity("Program", "program/x", "없는 계획"), "그런 말은 없다"),
)


def test_all_of_the_text_is_there_in_order() -> None:
    page, _ = made()
    text = "".join(piece.text for part in page.parts for piece in part.pieces)
    marks = "".join(part.mark for part in page.parts)
    squeezed = [re.sub(r"[\s□0-9]", "", t) for t in (text, TEXT)]
    assert squeezed[0] == squeezed[1]
    assert "□" in marks


def test_kinds_of_blocks_and_mentions_are_shown() -> None:
    page, _ = made()
    assert {"item", "table"} <= {part.kind for part in page.parts}
    pieces = {p.text: p for part in page.parts for p in part.pieces}
    assert pieces["과학기술정보통신부"].label == "Organization"
    assert "과학기술정보통신부" in pieces["과학기술정보통신부"].hint


def test_without_gold_nothing_is_right_or_wrong() -> None:
    page, _ = made()
    assert [item.status for item in page.items] == ["", ""]
    assert page.figures is None


def test_each_item_shows_its_rule_confidence_and_quote() -> None:
    page, text = made()
    first = page.items[0]
    assert first.rule == "post-in-text"
    assert re.fullmatch(r"0\.\d\d \(\d+ of \d+ right\)", first.confidence)
    quoted = [p.text for part in page.parts for p in part.pieces if first.spots[0] in p.spots]
    assert "".join(quoted) == "하늘 사업을 이끈다"
    assert f'href="#q{first.id}"' in text
    assert f'<a id="q{first.id}"></a>' in text
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)[0]
    assert f"#s{first.id}:hover" in style
    assert f":is(.{first.spots[0]})" in style


def test_gold_says_right_wrong_and_why_missed() -> None:
    page, text = made(*LINES)
    assert [item.status for item in page.items] == ["right", "wrong", "missed", "missed"]
    related, unknown = page.items[2:]
    assert related.why == "related as LEADS"
    assert related.near == page.items[1].id
    assert "Program 없는 계획 was not found" in unknown.why
    assert unknown.spots == ()
    assert "(not found in the text)" in text
    assert [p.text for part in page.parts for p in part.pieces if p.lost]
    assert page.figures
    assert (page.figures.found, page.figures.core, page.figures.right) == (1, 3, 1)


def test_qualifiers_that_differ_are_said() -> None:
    document, names = read()
    line = gold(MSIT, "PARTICIPATES_IN", SKY)
    line = replace(line, triple=replace(line.triple, qualifiers={"role": "총괄"}))
    stated = say(document, MSIT, "PARTICIPATES_IN", SKY, "하늘 사업을 이끈다")
    (item,) = sheet(1, document, names, [stated], [line]).items
    assert (item.status, item.why) == ("differs", "role should be 총괄")


def test_the_page_is_safe() -> None:
    _, page = made(*LINES)
    assert "<script" not in page
    assert unescape(page).count("<script>alert(1)</script>") >= 1
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)[0]
    assert unescape(policy) == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r'\s(?:on\w+|style|src)="', page)
    assert all(target.startswith("#") for target in re.findall(r'href="([^"]*)"', page))
    assert "url(" not in style
    assert "made.txt" not in style


def test_a_hostile_document_stays_text() -> None:
    name = '"><img src=x onerror=alert(1)>.txt'
    text = "</style><script>x</script>\u202e 과학기술정보통신부\n"
    document, names = read(text, name)
    line = gold(MSIT, "LEADS", Entity("Program", "program/x", "</style><script>y</script>"))
    line = replace(line, document=Path(document.name).stem)
    page = render_trace(KnowledgeGraph((document.source,)), [(document, names)], [line])
    assert not re.search(r"<(?:script|img)", page)
    page.encode("utf-8")


def test_what_a_page_cannot_hold_is_replaced() -> None:
    assert clean("a\x00b\x1b\ud800\r\n\tc") == "a\ufffdb\ufffd\ufffd\n\tc"


def test_equal_input_gives_equal_text() -> None:
    assert made(*LINES)[1] == made(*LINES)[1]


def test_documents_do_not_mix() -> None:
    (one, names), (two, others) = read(), read(name="other.txt")
    stated = say(one, MSIT, "LEADS", SKY, "하늘 사업을 이끈다")
    assert sheet(1, one, names, [stated], LINES).items
    other = sheet(2, two, others, [stated], LINES)
    assert (other.items, other.figures) == ((), None)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_statement_lights_up_its_quote(
    chromium: Browser, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    one, html = made(*LINES)
    file = tmp_path / "trace.html"
    file.write_text(html, encoding="utf-8")
    context = chromium.new_context(offline=True, color_scheme=scheme)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(file.as_uri())
    first = one.items[0]
    colour = f"getComputedStyle(document.querySelector('.{first.spots[0]}')).backgroundColor"
    before = page.evaluate(colour)
    page.hover(f"#s{first.id}")
    hovered = page.evaluate(colour)
    page.mouse.move(0, 0)
    assert page.evaluate(colour) == before != hovered
    page.click(f"#s{first.id} a")
    page.mouse.move(0, 0)
    assert page.evaluate(colour) == hovered, "it stays lit when chosen"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert complaints == []
    context.close()
