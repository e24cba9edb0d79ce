"""The shortest connection between two picked names, against networkx."""

from __future__ import annotations

import networkx
import pytest
from browsing import Show, choose, heading, point

from graph.model import KnowledgeGraph
from graph.views import render

pytestmark = pytest.mark.browser


def shortest(graph: KnowledgeGraph, first: str, last: str) -> int:
    """Steps between two names; years do not connect."""
    network: networkx.Graph[str] = networkx.Graph()
    for s in graph.statements:
        if "Year" not in (s.subject.label, s.object.label):
            network.add_edge(s.subject.name, s.object.name)
    return int(networkx.shortest_path_length(network, first, last))


@pytest.mark.parametrize(
    ("first", "last"),
    [("홍길동", "양자"), ("누리 특별법", "홍길동"), ("미래에너지", "양자컴퓨터")],
)
def test_each_step_with_its_evidence(
    show: Show, two_programmes: KnowledgeGraph, first: str, last: str
) -> None:
    html = render(two_programmes)
    page = show(html).page
    choose(page, first)
    page.click("[data-act=connect]")
    assert first in (page.locator("#notice").text_content() or "")
    choose(page, last)
    assert heading(page) == f"{first} ⇢ {last}"
    steps = page.locator("#panel .way > li")
    assert steps.count() == shortest(two_programmes, first, last) + 1
    for number in range(1, steps.count()):
        assert steps.nth(number).locator("blockquote, .badge").count() >= 1
    again = show(html, at=page.evaluate("location.hash")).page
    assert heading(again) == f"{first} ⇢ {last}"
    assert again.locator("#panel .way").text_content() == page.locator("#panel .way").text_content()


def test_by_two_clicks_in_the_picture(show: Show, two_programmes: KnowledgeGraph) -> None:
    page = show(render(two_programmes)).page
    first, last = point(page, "홍길동"), point(page, "가온 협약식")
    page.mouse.click(*first)
    page.click("[data-act=connect]")
    page.mouse.click(*last)
    assert heading(page) == "홍길동 ⇢ 가온 협약식"
    assert page.locator("#panel .way > li").count() == 2


def test_filters_cut_a_connection(show: Show, two_programmes: KnowledgeGraph) -> None:
    page = show(render(two_programmes)).page
    choose(page, "홍길동")
    page.click("[data-act=connect]")
    choose(page, "가온 사업")
    assert page.locator("#panel .way > li").count() == 3
    page.click(".chip[data-name=Event]")
    assert page.locator("#panel .way > li").count() > 3
    page.click(".chip[data-name=Organization]")
    assert page.locator("#panel .way > li").count() == 1
    assert "이어지지 않습니다" in (page.locator("#panel").text_content() or "")


def test_a_connection_can_be_given_up(show: Show, two_programmes: KnowledgeGraph) -> None:
    page = show(render(two_programmes)).page
    choose(page, "홍길동")
    page.click("[data-act=connect]")
    page.click("#no-connection")
    choose(page, "가온 사업")
    assert heading(page) == "가온 사업"


def test_a_neighbour_unfolds_around_one_entity(show: Show, two_programmes: KnowledgeGraph) -> None:
    html = render(two_programmes, "around", ("홍길동",))
    page = show(html).page
    choose(page, "가온 협약식")
    page.click("#expand")
    assert page.locator("[data-act=fold]").count() == 1
    assert "expanded=" in page.evaluate("location.hash")
    page.click("#panel .other:has-text('가온 사업')")
    assert heading(page) == "가온 사업"
    # It has a room now: no second step had to be switched on to show it.
    assert page.get_attribute("#switch-steps", "aria-pressed") == "false"
    again = show(html, at=page.evaluate("location.hash")).page
    assert again.get_attribute("#switch-steps", "aria-pressed") == "false"
    assert heading(again) == "가온 사업"
