"""For everyone: axe-core, the keyboard alone, a telephone, paper, and Korean letters that are really drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import Show, block, choose, heading, point

from graph.model import KnowledgeGraph, Result
from graph.views import VIEWS, render

pytestmark = pytest.mark.browser

ROWS = Result(("organization", "field"), (("한국과학기술연구원", "양자"),))


@pytest.mark.parametrize(
    ("view", "width", "scheme"),
    [
        *((view, 1280, "light") for view in VIEWS),
        *((view, 390, "dark") for view in VIEWS),
        ("ecosystem", 1280, "dark"),
        ("ecosystem", 390, "light"),
    ],
)
def test_axe_finds_nothing(
    show: Show, two_documents: KnowledgeGraph, view: str, width: int, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    names = ("홍길동",) if view == "around" else ()
    html = render(two_documents, view, names, result=ROWS if view == "query" else None)
    page = show(html, width=width, scheme=scheme).page

    def check(state: str) -> None:
        found = axe.run(page).response["violations"]
        assert not found, (state, [(v["id"], [n["html"] for n in v["nodes"]]) for v in found])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state

    check("opened")
    choose(page, "한국과학기술연구원")
    check("panel of an entity")
    page.click("[data-act=connect]")
    check("connection begun")
    choose(page, "양자" if view == "query" else "누리 계획")
    check("panel of a connection")
    page.evaluate("document.getElementById('filters').open = true")
    page.click("#menu-narrow summary")
    page.check("#only-kind-0")
    check("filters open")
    page.keyboard.press("Escape")
    page.click("#taking summary")
    check("menu open")
    page.keyboard.press("Escape")
    for tab in ("statements", "entities"):
        page.click(f"#tabs button[data-tab={tab}]")
        check(tab)
    page.fill("#search", "ㅎㄱ")
    check("search open")


def test_keyboard_alone_does_it_all(show: Show, two_documents: KnowledgeGraph) -> None:
    page = show(render(two_documents)).page
    keys = page.keyboard

    def tab_to(selector: str) -> None:
        for _ in range(120):
            keys.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        pytest.fail(f"the keyboard does not reach {selector}")

    keys.press("/")
    keys.type("kist")
    keys.press("Enter")
    assert heading(page) == "한국과학기술연구원"
    tab_to("[data-act=connect]")
    keys.press("Enter")
    keys.type("양자컴퓨터")
    keys.press("Enter")
    assert heading(page) == "한국과학기술연구원 ⇢ 양자컴퓨터"
    keys.press("Escape")
    tab_to("[data-tab=statements]")
    keys.press("Enter")
    tab_to("#statements thead button")
    keys.press("Enter")
    tab_to("#statements td.predicate button")
    keys.press("Enter")
    assert page.locator("#panel blockquote").count() >= 1
    page.evaluate("document.activeElement.blur()")
    tab_to(".chip[data-name=Person]")
    keys.press("Space")
    assert page.evaluate("document.activeElement.dataset.name") == "Person"
    tab_to("#menu-narrow > summary")
    keys.press("Enter")
    tab_to("#only-kind-0")
    keys.press("Space")
    assert page.evaluate("document.activeElement.id") == "only-kind-0"
    tab_to("#least")
    keys.press("ArrowRight")
    assert "least=0.05" in page.evaluate("location.hash")
    keys.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    keys.press("Control+z")
    assert "least" not in page.evaluate("location.hash")
    page.evaluate("document.activeElement.blur()")
    tab_to("[data-tab=picture]")
    keys.press("Enter")
    tab_to("#taking > summary")
    keys.press("Enter")
    tab_to("[data-take=csv]")
    with page.expect_download() as started:
        keys.press("Enter")
    assert started.value.suggested_filename.endswith(".csv")


def test_keys_act_on_what_is_chosen_in_the_picture(
    show: Show, two_documents: KnowledgeGraph
) -> None:
    page = show(render(two_documents)).page
    choose(page, "홍길동")
    page.focus("#canvas")
    page.keyboard.press("p")
    assert page.get_attribute("[data-act=pin]", "aria-pressed") == "true"
    page.focus("#canvas")
    page.keyboard.press("h")
    assert heading(page) == "한눈에"


def test_korean_letters_are_drawn_and_no_boxes(
    show: Show, two_programmes: KnowledgeGraph, tmp_path: Path
) -> None:
    page = show(render(two_programmes), width=1500, height=950).page
    name = "한국과학기술연구원"
    x, y = point(page, name)
    scale = float((page.get_attribute("#canvas", "data-view") or "").split(",")[2])
    alike = page.evaluate(
        """([name, other, x, y, scale]) => {
          const seen = document.querySelector('#canvas canvas');
          const box = seen.getBoundingClientRect();
          const ink = (canvas, left, top, width) => {
            const { data } = canvas.getContext('2d').getImageData(left, top, width, 18);
            return Array.from({ length: data.length / 4 }, (_, i) => data[4 * i + 3] > 0 && data[4 * i] < 140);
          };
          const drawn = (text) => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [300, 18];
            const ctx = canvas.getContext('2d');
            ctx.fillStyle = '#fff';
            ctx.fillRect(0, 0, 300, 18);
            ctx.font = `400 ${12.5 * Math.min(Math.max(scale, 0.88), 1.5)}px ${getComputedStyle(document.documentElement).getPropertyValue('--font')}`;
            ctx.textBaseline = 'middle';
            ctx.fillStyle = '#1a1d21';
            ctx.fillText(text, 0, 9);
            return ink(canvas, 0, 0, 100);
          };
          const overlap = (a, b) => a.filter((one, i) => one && b[i]).length / Math.max(1, a.filter((one, i) => one || b[i]).length);
          let [best, wrong] = [0, 0];
          for (let dx = -3; dx <= 3; dx += 1) {
            for (let dy = -2; dy <= 2; dy += 1) {
              const screen = ink(seen, Math.round(x - box.x) + dx, Math.round(y - box.y) - 9 + dy, 100);
              best = Math.max(best, overlap(screen, drawn(name)));
              wrong = Math.max(wrong, overlap(screen, drawn(other)));
            }
          }
          const letters = new Set([...'가나다한국과학'].map((one) => drawn(one).join('')));
          return [best, wrong, letters.size];
        }""",
        [name, "\ue000" * len(name), x, y, scale],
    )
    best, wrong, letters = alike
    assert letters == 7, "there is no Korean font here"
    assert best > 0.6
    assert best > wrong + 0.2


@pytest.mark.parametrize("view", ["ecosystem", "overlap"])
def test_on_paper_it_is_a4_across_and_undistorted(
    show: Show, two_documents: KnowledgeGraph, view: str
) -> None:
    page = show(render(two_documents, view), scheme="dark").page
    pdf = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert {(round(float(w)), round(float(h))) for w, h in sizes} == {(842, 595)}
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = page.locator("#paper")
    box = paper.bounding_box()
    assert box
    width, height = paper.evaluate("one => [one.width, one.height]")
    assert box["width"] / box["height"] == pytest.approx(width / height, rel=0.02)
    assert box["height"] <= 190 * 96 / 25.4
    across, down = block(page)["layouts"][0]["extent"]
    assert width >= 2 * across
    assert height >= 2 * down
    corner = paper.evaluate("one => [...one.getContext('2d').getImageData(3, 3, 1, 1).data]")
    assert corner == [255, 255, 255, 255]


def test_names_are_switched_with_rooms_of_their_own(
    show: Show, two_documents: KnowledgeGraph
) -> None:
    page = show(render(two_documents), width=1500, height=950).page
    assert {one["language"] for one in block(page)["layouts"]} == {"ko", "en"}
    page.click("#language")
    assert page.locator("h1").text_content() == page.title() == "National R&D programmes"
    choose(page, "가온")
    assert heading(page) == "Gaon Programme"
    assert "가온 사업" in (page.locator("#panel dl").text_content() or "")
