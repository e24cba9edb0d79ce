from __future__ import annotations

import base64
import hashlib
import html.parser
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.model import Confidence, Edge, KnowledgeGraph, Node, Result
from graph.model import Path as Walk
from graph.projection import project
from graph.views import compose, render
from graph.views.page import _FOLDER, _SCRIPTS

VIEWS = [("ecosystem", ()), ("overlap", ()), ("around", ("과기연",))]


class Reader(html.parser.HTMLParser):
    """Takes a page apart as a browser would."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in = tag + ("#data" if dict(attrs).get("id") == "data" else "")
        if tag in ("script", "style", "title", "h1"):
            self.texts.setdefault(self._in, []).append("")

    def handle_data(self, data: str) -> None:
        if self._in in self.texts:
            self.texts[self._in][-1] += data

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._in = ""

    @property
    def block(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.texts["script#data"][0])
        return found


def attribute(reader: Reader, tag: str, **wanted: str) -> dict[str, str | None]:
    return next(a for t, a in reader.tags if t == tag and wanted.items() <= a.items())


@pytest.mark.parametrize(("view", "arguments"), VIEWS)
def test_nothing_in_the_page_points_outside(
    two_programmes: KnowledgeGraph, view: str, arguments: tuple[str, ...]
) -> None:
    reader = Reader(render(two_programmes, view, arguments))
    for tag, attributes in reader.tags:
        assert tag not in ("link", "img", "iframe", "base", "object", "embed", "form")
        assert not {"src", "href", "srcset", "action", "style"} & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on")], tag
    assert "@import" not in reader.texts["style"][0]
    assert "url(" not in reader.texts["style"][0]


def test_policy_names_the_very_script_and_style(two_programmes: KnowledgeGraph) -> None:
    reader = Reader(render(two_programmes))
    policy = attribute(reader, "meta", **{"http-equiv": "Content-Security-Policy"})["content"] or ""
    for kind in ("script", "style"):
        digest = hashlib.sha256(reader.texts[kind][0].encode()).digest()
        assert f"{kind}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_frame_of_the_page(two_programmes: KnowledgeGraph) -> None:
    text = render(two_programmes, title="가온 & 누리 <하나>")
    reader = Reader(text)
    assert text.startswith("<!DOCTYPE html>")
    assert attribute(reader, "html")["lang"] == "ko"
    assert reader.texts["title"] == reader.texts["h1"] == ["가온 & 누리 <하나>"]
    tags = [tag for tag, _ in reader.tags]
    assert tags.count("main") == tags.count("h1") == 1
    assert tags.count("aside") == 2
    assert "Apache 2.0" in text
    assert "MIT License" in text


@pytest.mark.parametrize(("view", "arguments"), VIEWS)
def test_equal_input_gives_equal_text(
    two_programmes: KnowledgeGraph, view: str, arguments: tuple[str, ...]
) -> None:
    turned = KnowledgeGraph(two_programmes.sources, tuple(reversed(two_programmes.statements)))
    assert render(two_programmes, view, arguments) == render(turned, view, arguments)


def test_equal_text_whatever_the_hash_seed(two_programmes: KnowledgeGraph, tmp_path: Path) -> None:
    from graph.exports.jsonl import dumps

    file = tmp_path / "statements.jsonl"
    file.write_text("".join(dumps(two_programmes)), encoding="utf-8")
    code = (
        "import sys, hashlib; from graph.exports.jsonl import loads; from graph.views import render\n"
        "graph = loads(open(sys.argv[1], encoding='utf-8'))\n"
        "for view, names in (('ecosystem', ()), ('overlap', ()), ('around', ('과기연',))):\n"
        "    print(hashlib.sha256(render(graph, view, names).encode()).hexdigest())\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code, str(file)],
            check=True,
            capture_output=True,
            text=True,
            cwd=_FOLDER.parent.parent,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def test_every_statement_with_every_quote_is_in_the_block(two_programmes: KnowledgeGraph) -> None:
    block = Reader(render(two_programmes)).block
    ids = [node[1] for node in block["nodes"]]
    found = {
        (ids[source], predicate, ids[target], tuple(block["quotes"][q][3] for q in quotes))
        for source, predicate, target, _, quotes, *_ in block["facts"]
    }
    assert found == {
        (s.subject.id, s.predicate, s.object.id, tuple(e.quote for e in sorted(s.evidence)))
        for s in two_programmes.statements
    }
    assert len(block["facts"]) == len(two_programmes.statements)
    assert len(block["nodes"]) == len(two_programmes.entities)
    assert block["documents"] == [
        ["가온.txt", "가온 누리 소식", "2026-06-18", "만든 곳", "기자", "00"]
    ]


@pytest.mark.parametrize(("view", "arguments"), VIEWS)
def test_every_entity_has_room_of_its_own(
    two_programmes: KnowledgeGraph, view: str, arguments: tuple[str, ...]
) -> None:
    scene = compose(two_programmes, view, arguments)
    for layout in scene.layouts:
        placed = [p.id for p in layout.places]
        assert len(placed) == len(set(placed))
        if layout.steps != 1:
            assert set(placed) == set(scene.material.entities)
        for number, a in enumerate(layout.places):
            for b in layout.places[number + 1 :]:
                apart = (
                    a.x + a.width <= b.x + 0.2
                    or b.x + b.width <= a.x + 0.2
                    or a.y + a.height <= b.y + 0.2
                    or b.y + b.height <= a.y + 0.2
                )
                assert apart, (a, b)


def test_hostile_text_cannot_end_the_block(hostile: KnowledgeGraph) -> None:
    for statement in hostile.statements[:8]:
        text = render(hostile, title=statement.subject.name)
        reader = Reader(text)
        assert len(reader.block["facts"]) == len(hostile.statements)
        assert reader.texts["h1"][0].replace("\0", "\ufffd") == statement.subject.name.replace(
            "\0", "\ufffd"
        )
        data = text.partition('id="data">')[2].partition("</script>")[0]
        assert not set("<>\u2028\u2029\x7f\0") & set(data)


def test_a_lone_surrogate_does_not_stop_the_page(two_programmes: KnowledgeGraph) -> None:
    result = Result(("x",), (("\ud800",),), "\udfff")
    assert Reader(render(result).encode().decode()).block["table"]["rows"] == [[["\ud800", -1]]]


def test_answer_with_nodes_paths_and_passages(two_programmes: KnowledgeGraph) -> None:
    stored = project(two_programmes)
    by_id = {node.id: node for node in stored.nodes}
    edge = next(e for e in stored.edges if e.type == "HAS_FIELD")
    path = Walk((by_id[edge.source], by_id[edge.target]), (edge,))
    passage = next(n for n in stored.nodes if n.id == edge.properties["evidence"][0])  # type: ignore[index]
    block = Reader(render(Result(("path", "q", "n"), ((path, passage, 3),)))).block
    assert {node[1] for node in block["nodes"]} == {edge.source, edge.target}
    assert block["facts"][0][4] == [0]
    assert block["quotes"][0][3] == passage.properties["quote"]
    assert block["table"]["columns"] == ["path", "q", "n"]


def test_answer_whose_edge_comes_without_its_nodes() -> None:
    edge = Edge("program/가온", "field/양자", "HAS_FIELD", {"id": "1", "evidence": ["a.txt#3-9"]})
    block = Reader(render(Result(("r",), ((edge,),)))).block
    assert [(n[0], n[2]) for n in block["nodes"]] == [("Field", "양자"), ("Program", "가온")]
    assert block["quotes"] == [[0, 3, 9, ""]]


def test_answer_of_names_is_matched_in_the_graph(two_programmes: KnowledgeGraph) -> None:
    rows = (("한국과학기술연구원", "한국과학기술연구원 → 누리 계획 → 양자"),)
    block = Reader(
        render(two_programmes, "query", result=Result(("organization", "path"), rows))
    ).block
    assert [n[2] for n in block["nodes"]] == ["양자", "한국과학기술연구원", "누리 계획"]
    assert {f[1] for f in block["facts"]} == {"HAS_FIELD", "PARTICIPATES_IN"}
    assert block["table"]["rows"][0][0][1] >= 0


def test_answer_without_any_entity_is_a_table() -> None:
    block = Reader(
        render(Result(("n",), ((1,), (None,), (Node("x", "Field", {"name": "양자"}),))))
    ).block
    assert [row[0][0] for row in block["table"]["rows"]] == ["1", "", "양자"]


@pytest.mark.parametrize(
    ("view", "arguments", "said"),
    [
        ("around", ("한국과학기술연구",), "nearest known: 한국과학기술연구원"),
        ("around", (), "needs a name"),
        ("overlap", ("가온", "누리계획서"), "nearest known: 누리 계획"),
        ("overlap", ("가온",), "two different programmes"),
        ("overlap", ("가온", "가온 사업"), "two different programmes"),
        ("tree", (), "there are ecosystem, overlap, around, query"),
        ("query", (), "pass it as result"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_line(
    two_programmes: KnowledgeGraph, view: str, arguments: tuple[str, ...], said: str
) -> None:
    with pytest.raises(InputError, match=said) as caught:
        render(two_programmes, view, arguments)
    assert "\n" not in str(caught.value)


def test_an_empty_graph_is_refused() -> None:
    with pytest.raises(InputError, match="nothing to draw"):
        render(KnowledgeGraph())


def test_scripts_are_all_joined() -> None:
    assert sorted(_SCRIPTS) == sorted(file.stem for file in (_FOLDER / "scripts").glob("*.js"))


def test_no_script_writes_markup() -> None:
    for file in (_FOLDER / "scripts").glob("*.js"):
        text = file.read_text(encoding="utf-8")
        for unsafe in (
            "innerHTML",
            "outerHTML =",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "Function(",
        ):
            assert unsafe not in text, f"{file.name}: {unsafe}"


def test_facts_carry_their_confidence_and_its_cases(two_programmes: KnowledgeGraph) -> None:
    first, *others = two_programmes.statements
    sure = replace(first, confidence=Confidence(0.97, 80, 81))
    graph = replace(two_programmes, statements=(sure, *others))
    facts = {fact[8]: fact[9] for fact in Reader(render(graph)).block["facts"]}
    assert facts[first.id] == [0.97, 80, 81]
    assert all(facts[s.id] == [] for s in others)
