"""What is taken away from the page, read back."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest
from browsing import Show, block, choose, heading, take

from graph.exports import export_text
from graph.exports.jsonl import loads
from graph.model import KnowledgeGraph
from graph.views import render

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"


def about(graph: KnowledgeGraph, name: str) -> KnowledgeGraph:
    kept = tuple(s for s in graph.statements if name in (s.subject.name, s.object.name))
    documents = {e.document for s in kept for e in s.evidence}
    return KnowledgeGraph(tuple(s for s in graph.sources if s.name in documents), kept)


def test_statements_are_those_of_the_export(
    show: Show, two_documents: KnowledgeGraph, tmp_path: Path
) -> None:
    page = show(render(two_documents)).page
    text = take(page, "jsonl", tmp_path).read_text(encoding="utf-8")
    read = loads(text.splitlines())
    assert read.statements == two_documents.statements
    assert read.sources == two_documents.sources
    choose(page, "홍길동")
    text = take(page, "jsonl", tmp_path).read_text(encoding="utf-8")
    assert loads(text.splitlines()).statements == about(two_documents, "홍길동").statements


def test_table_is_that_of_the_export(
    show: Show, two_documents: KnowledgeGraph, tmp_path: Path
) -> None:
    page = show(render(two_documents)).page
    choose(page, "한국과학기술연구원")
    taken = take(page, "csv", tmp_path).read_bytes().decode("utf-8-sig")
    own = "".join(export_text(about(two_documents, "한국과학기술연구원"), "csv"))
    # JavaScript writes 1 where Python writes 1.0.
    assert sorted(taken.replace(",1.0,", ",1,").splitlines()) == sorted(
        own.replace(",1.0,", ",1,").replace(",0.0,", ",0,").splitlines()
    )


def test_graphml_is_that_of_the_export(
    show: Show, two_documents: KnowledgeGraph, tmp_path: Path
) -> None:
    page = show(render(two_documents)).page
    taken = networkx.read_graphml(take(page, "graphml", tmp_path), force_multigraph=True)
    own = networkx.parse_graphml(
        "".join(export_text(two_documents, "graphml")), force_multigraph=True
    )
    assert dict(taken.nodes(data=True)) == dict(own.nodes(data=True))
    told = {data["id"]: (a, b, data) for a, b, data in taken.edges(data=True)}
    assert told == {data["id"]: (a, b, data) for a, b, data in own.edges(data=True)}


def test_picture_of_the_whole_twice_as_sharp(
    show: Show, two_documents: KnowledgeGraph, tmp_path: Path
) -> None:
    page = show(render(two_documents), width=700, height=500).page
    across, down = block(page)["layouts"][0]["extent"]
    head = take(page, "png", tmp_path).read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:24])
    narrow = next(one for one in block(page)["layouts"] if one["width"] == "narrow")["extent"]
    if page.locator("#canvas").bounding_box()["width"] < 640:
        across, down = narrow
    assert width >= 2 * across
    assert height >= 2 * down


@pytest.mark.parametrize("view", ["ecosystem", "overlap"])
def test_picture_as_seen_is_sound_and_names_all_that_is_drawn(
    show: Show, two_documents: KnowledgeGraph, tmp_path: Path, view: str
) -> None:
    page = show(render(two_documents, view), width=1600, height=1000).page
    root = ElementTree.fromstring(take(page, "svg", tmp_path).read_text(encoding="utf-8"))
    text = "".join("".join(one.itertext()) for one in root.iter(f"{SVG}text")).replace(" ", "")
    placed = [p[0] for p in block(page)["layouts"][0]["places"]]
    for name in (block(page)["nodes"][number][2] for number in placed):
        assert name.replace(" ", "") in text, name
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg", "title", "text", "path", "clipPath",
    }  # fmt: skip


def test_svg_looks_like_the_screen(
    show: Show, two_documents: KnowledgeGraph, tmp_path: Path
) -> None:
    page = show(render(two_documents)).page
    svg = take(page, "svg", tmp_path).read_text(encoding="utf-8")
    # Both drawn on canvases, how much of the ink of one lies where the other has ink.
    shared = page.evaluate(
        """async (svg) => {
          const seen = document.querySelector('#canvas canvas');
          const image = new Image();
          image.src = 'data:image/svg+xml,' + encodeURIComponent(svg);
          await image.decode();
          // On white, as the screen's canvas lets the page shine through.
          const ink = (picture) => {
            const copy = Object.assign(document.createElement('canvas'), { width: seen.width, height: seen.height });
            const ctx = copy.getContext('2d');
            ctx.fillStyle = '#fff';
            ctx.fillRect(0, 0, seen.width, seen.height);
            ctx.drawImage(picture, 0, 0, seen.width, seen.height);
            const { data } = ctx.getImageData(0, 0, seen.width, seen.height);
            return Array.from({ length: data.length / 4 }, (_, i) => data[4 * i] + data[4 * i + 1] + data[4 * i + 2] < 480);
          };
          // Within one point: letters on a canvas stand on whole points, in SVG they do not.
          const near = (b, i) => [0, 1, -1, seen.width, -seen.width].some((step) => b[i + step]);
          const found = (a, b) => a.filter((one, i) => one && near(b, i)).length / a.filter(Boolean).length;
          const [a, b] = [ink(seen), ink(image)];
          return Math.min(found(a, b), found(b, a));
        }""",
        svg,
    )
    assert shared > 0.9


def test_the_page_as_it_stands_opens_as_it_stood(
    show: Show, two_documents: KnowledgeGraph, tmp_path: Path
) -> None:
    page = show(render(two_documents)).page
    choose(page, "홍길동")
    page.click(".chip[data-name=Law]")
    kept = take(page, "html", tmp_path).read_text(encoding="utf-8")
    watched = show(kept)
    assert watched.clean(), watched
    assert heading(watched.page) == "홍길동"
    assert watched.page.get_attribute(".chip[data-name=Law]", "aria-pressed") == "false"
    again = take(watched.page, "html", tmp_path).read_text(encoding="utf-8")
    assert again == kept


def test_only_what_is_chosen_or_all(
    show: Show, two_documents: KnowledgeGraph, tmp_path: Path
) -> None:
    page = show(render(two_documents)).page
    page.click("#taking summary")
    assert page.locator("#scope-chosen").is_disabled()
    page.keyboard.press("Escape")
    choose(page, "홍길동")
    page.click("#taking summary")
    page.check("#scope-everything")
    page.click("#taking summary")
    text = take(page, "jsonl", tmp_path).read_text(encoding="utf-8")
    assert len(text.splitlines()) == len(two_documents.statements)


def test_the_link_is_copied(show: Show, two_documents: KnowledgeGraph) -> None:
    page = show(render(two_documents)).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(page, "홍길동")
    page.click("#taking summary")
    page.click("[data-take=link]")
    page.locator("#status", has_text="링크").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
