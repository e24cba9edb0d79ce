"""The page in a real browser that cannot go online."""

from __future__ import annotations

from dataclasses import replace

import pytest
from browsing import Show, find, point

from graph.model import Confidence, KnowledgeGraph, Result
from graph.views import compose, render

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("view", "arguments"), [("ecosystem", ()), ("overlap", ()), ("around", ("KIST",))]
)
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_opens_offline_without_a_request_or_complaint(
    show: Show,
    two_programmes: KnowledgeGraph,
    view: str,
    arguments: tuple[str, ...],
    width: int,
    scheme: str,
) -> None:
    watched = show(render(two_programmes, view, arguments), width=width, scheme=scheme)
    assert watched.clean(), watched
    page = watched.page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # Something is drawn: the canvas holds more colours than a blank one.
    assert (
        page.evaluate(
            "(() => { const c = document.querySelector('canvas');"
            " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
            " const seen = new Set(); for (let i = 0; i < d.length; i += 4) seen.add(d[i] + ',' + d[i+1] + ',' + d[i+2]);"
            " return seen.size })()"
        )
        > 20
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("한국과학", "한국과학기술연구원"),
        ("한국 과학 기술", "한국과학기술연구원"),
        ("ㅎㄱㄱㅎㄱㅅ", "한국과학기술연구원"),
        ("ㅎㄳ", "한국과학기술연구원"),
        ("과긔", ""),
        ("한국과하", "한국과학기술연구원"),
        ("kist", "한국과학기술연구원"),
        ("ＫＩＳＴ", "한국과학기술연구원"),
        ("과기연", "한국과학기술연구원"),
        ("QUANTUM", "양자컴퓨터"),
        ("\u110b\u1163\u11bc\u110c\u1161\u110f\u1165\u11b7", "양자컴퓨터"),
        ("없는 이름", ""),
    ],
)
def test_search(show: Show, two_programmes: KnowledgeGraph, typed: str, found: str) -> None:
    assert find(show(render(two_programmes)).page, typed) == found


def test_search_waits_for_the_input_method(show: Show, two_programmes: KnowledgeGraph) -> None:
    page = show(render(two_programmes)).page
    page.fill("#search", "양자")
    page.evaluate(
        "document.getElementById('search').dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    assert page.input_value("#search") == "양자"
    page.press("#search", "Enter")
    assert page.locator("#panel h2").text_content() in ("양자", "양자컴퓨터")


def test_keyboard_alone_reaches_the_evidence(show: Show, two_programmes: KnowledgeGraph) -> None:
    page = show(render(two_programmes)).page
    page.keyboard.press("/")
    page.keyboard.type("kist")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").text_content() == "한국과학기술연구원"
    assert page.evaluate("document.activeElement.tagName") == "H2"
    quotes = page.locator("#panel blockquote p").all_text_contents()
    expected = {
        e.quote
        for s in two_programmes.statements
        if "organization/한국과학기술연구원" in (s.subject.id, s.object.id)
        for e in s.evidence
    }
    assert set(quotes) == expected
    assert "가온.txt" in (page.locator("#panel blockquote footer").first.text_content() or "")
    for _ in range(12):
        page.keyboard.press("Tab")
        if "other" in (page.evaluate("document.activeElement.className") or ""):
            break
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").text_content() != "한국과학기술연구원"
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").text_content() == "한눈에"


def test_click_on_a_name_and_on_a_connector_opens_the_panel(
    show: Show, two_programmes: KnowledgeGraph
) -> None:
    page = show(render(two_programmes, "overlap")).page
    page.mouse.click(*point(page, "뇌에 심는 칩 상용화"))
    assert page.locator("#panel h2").text_content() == "뇌에 심는 칩 상용화"
    page.keyboard.press("Escape")
    left, right = point(page, "뇌에 심는 칩 상용화"), point(page, "뇌와 기계를 잇는 길")
    assert abs(left[1] - right[1]) < 3
    page.mouse.click(right[0] - 60, right[1])
    assert "↔" in (page.locator("#panel h2").text_content() or "")
    said = page.locator("#panel").text_content() or ""
    assert "0.8" in said
    assert "같은 기술 양자컴퓨터" in said
    assert "추론된 진술" in said
    page.locator("#panel details summary").first.click()
    assert page.locator("#panel blockquote").first.is_visible()


def test_overlap_summary_equals_the_data(show: Show, two_programmes: KnowledgeGraph) -> None:
    page = show(render(two_programmes, "overlap")).page
    scene = compose(two_programmes, "overlap")
    shown = page.locator("#panel .big div").all_text_contents()
    assert shown == [f"{c.number}{c.ko}" for c in scene.counts]
    assert page.locator("#panel .pair").count() == len(scene.ranked) == 3
    assert page.locator("#panel .score").all_text_contents() == ["0.90", "0.80", "0.60"]


def test_legend_filters_picture_and_table(show: Show, two_programmes: KnowledgeGraph) -> None:
    page = show(render(two_programmes)).page
    counts = {
        label: sum(e.label == label for e in two_programmes.entities)
        for label in {e.label for e in two_programmes.entities}
    }
    for label, count in counts.items():
        assert page.locator(f".chip[data-name={label}] b").text_content() == str(count)
    where = point(page, "홍길동")
    page.click(".chip[data-name=Person]")
    assert page.get_attribute(".chip[data-name=Person]", "aria-pressed") == "false"
    page.mouse.click(*where)
    assert page.locator("#panel h2").text_content() == "한눈에"
    page.click("#tabs button[data-tab=statements]")
    without = [
        s for s in two_programmes.statements if "Person" not in (s.subject.label, s.object.label)
    ]
    assert page.locator("#statements tbody tr").count() == len(without)
    page.click("#menu-relations summary")
    page.click(".chip[data-name=HAS_FIELD]")
    without = [s for s in without if s.predicate != "HAS_FIELD"]
    assert page.locator("#statements tbody tr").count() == len(without)
    page.click(".chip[data-name=Person]")
    page.click("#tabs button[data-tab=picture]")
    page.mouse.click(*where)
    assert page.locator("#panel h2").text_content() == "홍길동"


def test_table_holds_every_statement_and_sorts(show: Show, two_programmes: KnowledgeGraph) -> None:
    page = show(render(two_programmes)).page
    page.click("#tabs button[data-tab=statements]")
    assert page.locator("#statements tbody tr").count() == len(two_programmes.statements)
    told = page.locator("#statements").text_content() or ""
    for statement in two_programmes.statements:
        assert all(e.quote in told for e in statement.evidence)
    first = page.locator("#statements tbody td:first-child").all_text_contents()
    page.click("#statements thead th:first-child button")
    assert page.get_attribute("#statements thead th:first-child", "aria-sort") == "descending"
    assert page.locator("#statements tbody td:first-child").first.text_content() == first[-1]


def test_a_link_opens_the_same_view(show: Show, two_programmes: KnowledgeGraph) -> None:
    html = render(two_programmes)
    page = show(html).page
    page.click(".chip[data-name=Law]")
    page.fill("#search", "홍길동")
    page.press("#search", "Enter")
    link = page.evaluate("location.hash")
    again = show(html, at=link).page
    assert again.locator("#panel h2").text_content() == "홍길동"
    assert again.get_attribute(".chip[data-name=Law]", "aria-pressed") == "false"
    assert again.evaluate("location.hash") == link


def test_a_second_step_can_be_shown(show: Show, two_programmes: KnowledgeGraph) -> None:
    page = show(render(two_programmes, "around", ("홍길동",))).page
    page.click("#switch-steps")
    page.wait_for_timeout(50)
    assert page.get_attribute("#switch-steps", "aria-pressed") == "true"
    page.fill("#search", "가온 사업")
    page.press("#search", "Enter")
    assert page.locator("#panel h2").text_content() == "가온 사업"


def test_english_page(show: Show, two_programmes: KnowledgeGraph) -> None:
    page = show(render(two_programmes)).page
    page.click("#language")
    assert page.get_attribute("html", "lang") == "en"
    assert page.locator(".chip[data-name=Field]").text_content() == "Field4"
    assert find(page, "가온 사업") == "Gaon Programme"


def test_rows_of_an_answer_lead_to_the_entities(show: Show, two_programmes: KnowledgeGraph) -> None:
    rows = (("한국과학기술연구원", "양자"), ("홍길동", "없음"))
    page = show(
        render(two_programmes, "query", result=Result(("organization", "field"), rows))
    ).page
    assert page.locator("#answer tbody tr").count() == 2
    page.click("#answer tbody tr:first-child button")
    assert page.locator("#panel h2").text_content() == "한국과학기술연구원"


def test_it_still_draws_without_webgl_in_a_frame_and_on_paper(
    show: Show, two_programmes: KnowledgeGraph
) -> None:
    watched = show(render(two_programmes, "overlap"))
    watched.page.emulate_media(media="print")
    watched.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    watched.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert watched.clean(), watched
    page = watched.page
    page.set_content("<iframe sandbox='allow-scripts' width=900 height=600></iframe>")
    page.evaluate(
        "html => { document.querySelector('iframe').srcdoc = html }", render(two_programmes)
    )
    page.frame_locator("iframe").locator("body[data-ready]").wait_for()
    page.frame_locator("iframe").locator(".chip[data-name=Person]").click()
    assert (
        page.frame_locator("iframe")
        .locator(".chip[data-name=Person]")
        .get_attribute("aria-pressed")
        == "false"
    )


def test_the_panel_says_how_far_a_statement_may_be_trusted(
    show: Show, two_programmes: KnowledgeGraph
) -> None:
    sure, unmeasured = Confidence(0.97, 80, 81), Confidence(0.27)
    graph = replace(
        two_programmes,
        statements=tuple(
            replace(s, confidence=unmeasured if s.derived else sure)
            for s in two_programmes.statements
        ),
    )
    for derived, says in (
        (False, "신뢰도 0.97 (정답 대조 80/81건 맞음)"),
        (True, "신뢰도 0.27 (재 본 적 없음)"),
    ):
        chosen = next(s for s in graph.statements if s.derived == derived)
        page = show(render(graph), at=f"#s={chosen.id}").page
        assert says in (page.locator("#panel").text_content() or "")
