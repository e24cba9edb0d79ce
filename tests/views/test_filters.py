"""What the filters leave, in a real browser, against what the graph says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browsing import Show, choose, count, heading, point

from graph.model import KnowledgeGraph, Statement
from graph.views import render

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("box", "keeps"),
    [
        ("document-1", lambda s: any(e.document == "누리.txt" for e in s.evidence)),
        ("kind-0", lambda s: not s.derived),
        ("kind-1", lambda s: s.derived),
    ],
)
def test_statements_are_narrowed_by_what_they_carry(
    show: Show, two_documents: KnowledgeGraph, box: str, keeps: Callable[[Statement], bool]
) -> None:
    page = show(render(two_documents)).page
    page.click("#menu-narrow summary")
    said = page.locator(f"label:has(#only-{box}) b").text_content()
    page.check(f"#only-{box}")
    kept = [s for s in two_documents.statements if keeps(s)]
    assert 0 < len(kept) < len(two_documents.statements)
    assert said == str(len(kept))
    assert count(page, "statements") == len(kept)
    left = {e.id for s in kept for e in (s.subject, s.object)}
    assert count(page, "entities") == len(left)
    all_entities = len(two_documents.entities)
    assert f"{len(left)}/{all_entities}" in (page.locator("#notice").text_content() or "")
    page.click("#all")
    assert count(page, "statements") == len(two_documents.statements)
    assert page.locator("#notice").is_hidden()


def test_least_confidence(show: Show, two_documents: KnowledgeGraph) -> None:
    page = show(render(two_documents)).page
    page.click("#menu-narrow summary")
    page.locator("#least").fill("0.75")
    kept = [s for s in two_documents.statements if s.confidence and s.confidence.value >= 0.75]
    assert f": {len(kept)}" in (page.locator("#menu-narrow output").text_content() or "")
    assert count(page, "statements") == len(kept)
    page.click("#tabs button[data-tab=statements]")
    shown = page.locator("#statements td.confidence").all_text_contents()
    assert set(shown) <= {"0.75", "1.00"}


def test_programme_field_and_year(show: Show, two_documents: KnowledgeGraph) -> None:
    page = show(render(two_documents)).page

    def names() -> set[str]:
        page.click("#tabs button[data-tab=entities]")
        return set(page.locator("#entities td.name").all_text_contents())

    page.click("#menu-narrow summary")
    page.get_by_label("양자 ", exact=False).first.check()
    assert names() == {"누리 계획", "양자", "달 기지", "양자컴퓨터"}
    page.click("#all")
    page.click("#menu-narrow summary")
    page.check("#only-programme-0")
    assert "가온 사업" in names()
    assert not {"누리 계획", "달 기지"} & names()
    page.click("#all")
    # Who says no year stays beside who says one: the moon base starts in 2027, all else is of 2035.
    page.click("[data-year='2027']")
    assert names() == {"달 기지", "양자"}
    page.click("[data-year='2027']")
    assert len(names()) == len(two_documents.entities)


def test_counts_are_of_what_the_other_filters_leave(
    show: Show, two_documents: KnowledgeGraph
) -> None:
    page = show(render(two_documents)).page
    page.click("#menu-narrow summary")
    page.check("#only-kind-1")
    derived = [s for s in two_documents.statements if s.derived]
    missions = {e.id for s in derived for e in (s.subject, s.object) if e.label == "Mission"}
    assert page.locator(".chip[data-name=Mission] b").text_content() == str(len(missions))
    assert page.locator(".chip[data-name=Person] b").text_content() == "0"
    # Its own choice does not count: how many stated ones there would be is still said.
    stated = len(two_documents.statements) - len(derived)
    assert page.locator("label:has(#only-kind-0) b").text_content() == str(stated)


def test_hide_pin_and_undo(show: Show, two_documents: KnowledgeGraph) -> None:
    page = show(render(two_documents)).page
    where = point(page, "홍길동")
    before = count(page, "statements")
    page.click("#tabs button[data-tab=picture]")
    choose(page, "홍길동")
    about = sum("홍길동" in (s.subject.name, s.object.name) for s in two_documents.statements)
    page.click("[data-act=remove]")
    assert heading(page) == "한눈에"
    page.mouse.click(*where)
    assert heading(page) == "한눈에"
    assert count(page, "statements") == before - about
    for _ in range(2):
        page.keyboard.press("Control+z")
    assert heading(page) == "홍길동"
    assert page.locator("#notice").is_hidden()
    page.click("[data-act=pin]")
    page.click(".chip[data-name=Person]")
    page.keyboard.press("Escape")
    assert page.locator("#pinned button").all_text_contents() == ["홍길동"]
    page.mouse.click(*where)
    assert heading(page) == "홍길동"
    page.click("#undo")
    page.click("#undo")
    assert page.get_attribute(".chip[data-name=Person]", "aria-pressed") == "false"
    page.click("#undo")
    assert page.get_attribute(".chip[data-name=Person]", "aria-pressed") == "true"
    page.click("#redo")
    assert page.get_attribute(".chip[data-name=Person]", "aria-pressed") == "false"


def test_an_edge_can_be_hidden(show: Show, two_documents: KnowledgeGraph) -> None:
    chosen = two_documents.statements[0]
    page = show(render(two_documents), at=f"#s={chosen.id}").page
    page.click("[data-act=remove]")
    assert count(page, "statements") == len(two_documents.statements) - 1


def test_a_dragged_mark_stays_where_it_was_put(show: Show, two_documents: KnowledgeGraph) -> None:
    html = render(two_documents)
    page = show(html).page
    x, y = point(page, "홍길동")
    page.mouse.move(x - 14, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    page.wait_for_url("**moved=**")
    again = show(html, at=page.evaluate("location.hash")).page
    again.mouse.click(x + 60, y + 40)
    assert heading(again) == "홍길동"
    again.click("#undo")


def test_everything_in_the_address_comes_back(show: Show, two_documents: KnowledgeGraph) -> None:
    html = render(two_documents)
    page = show(html).page
    page.click("#menu-narrow summary")
    page.check("#only-programme-0")
    page.check("#only-document-0")
    page.locator("#least").fill("0.25")
    page.click(".chip[data-name=Law]")
    page.click("[data-year='2035']")
    choose(page, "가온 사업")
    page.click("[data-act=pin]")
    page.click("#language")
    page.click("#theme")
    page.click("#tabs button[data-tab=entities]")
    page.click("#entities thead th:nth-child(2) button")
    link = page.evaluate("location.hash")
    again = show(html, at=link).page
    assert again.evaluate("location.hash") == link
    shown = (
        "document.querySelector('#entities').innerText + document.querySelector('#panel').innerText"
    )
    assert again.evaluate(shown) == page.evaluate(shown)
    assert again.get_attribute("html", "data-theme") == "dark"
    again.evaluate("location.hash = '#off=Law,Nothing&n=nobody'")
    again.wait_for_selector("#picture", state="visible")
    again.click("#undo")
    assert again.evaluate("location.hash") == link
    again.evaluate("location.hash = ''")
    again.wait_for_selector("#picture", state="visible")
    assert count(again, "statements") == len(two_documents.statements)


def test_an_address_of_another_page_is_harmless(show: Show, two_documents: KnowledgeGraph) -> None:
    odd = "#n=x&a=y&years=1-2&least=9e9&moved=1&at=0,0,0&sort=99,1&theme=x&v=x&field=x&off=__proto__,Law"
    watched = show(render(two_documents), at=odd)
    assert watched.clean(), watched
    assert watched.page.get_attribute(".chip[data-name=Law]", "aria-pressed") == "false"
