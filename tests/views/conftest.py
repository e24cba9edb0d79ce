"""A made-up world of two programmes, a hostile twin of it, and a real browser that may not go online."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from graph.model import (
    Confidence,
    Entity,
    Evidence,
    KnowledgeGraph,
    Source,
    Statement,
    Value,
    entity_id,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request


class World:
    """Collects statements; each gets a quote of its own."""

    def __init__(self, document: str = "가온.txt") -> None:
        self.document = document
        self.statements: dict[tuple[str, ...], Statement] = {}

    def entity(self, label: str, name: str, english: str = "", *aliases: str) -> Entity:
        return Entity(label, entity_id(label, name), name, english, aliases)

    def say(
        self, subject: Entity, predicate: str, object_: Entity, **qualifiers: Value
    ) -> Statement:
        quote = f"문장 {len(self.statements)}: {subject.name}, {object_.name}."
        start = 100 * len(self.statements)
        evidence = Evidence(self.document, start, start + len(quote), quote)
        return self.add(
            Statement(subject, predicate, object_, qualifiers, (evidence,), rule="made")
        )

    def overlap(self, a: Entity, b: Entity, score: float, *basis: str) -> Statement:
        a, b = sorted((a, b), key=lambda e: e.id)
        return self.add(
            Statement(a, "OVERLAPS_WITH", b, {"score": score}, (), True, basis, "overlap")
        )

    def add(self, statement: Statement) -> Statement:
        self.statements[statement.key] = statement
        return statement

    def graph(self, *sources: Source) -> KnowledgeGraph:
        return KnowledgeGraph(sources, tuple(self.statements[k] for k in sorted(self.statements)))


@pytest.fixture(scope="session")
def two_programmes() -> KnowledgeGraph:
    """Two programmes that share a field, a technology, a year, a body and a person."""
    world = World()
    left = world.entity("Program", "가온 사업", "Gaon Programme", "가온")
    right = world.entity("Program", "누리 계획", "Nuri Plan", "누리")
    both = world.entity("Field", "첨단바이오")
    fields = [world.entity("Field", name) for name in ("미래에너지", "원자력·에너지", "양자")]
    missions = [
        world.entity("Mission", name)
        for name in (
            "뇌에 심는 칩 상용화",
            "뇌와 기계를 잇는 길",
            "달 기지",
            "작은 원자로로 가는 배",
        )
    ]
    chip = world.entity("Technology", "양자컴퓨터", "quantum computer")
    ministry = world.entity("Organization", "한국과학기술연구원", "KIST", "과기연")
    person = world.entity("Person", "홍길동")
    meeting = world.entity("Event", "가온 협약식")
    year = Entity("Year", "year/2035", "2035", properties=(("year", 2035),))
    law = world.entity("Law", "누리 특별법")
    for programme, parts in (
        (left, (both, fields[0], missions[0], missions[3])),
        (right, (both, fields[1], fields[2], missions[1], missions[2])),
    ):
        for part in parts:
            world.say(programme, "HAS_FIELD" if part.label == "Field" else "HAS_MISSION", part)
        world.say(programme, "TARGETS_YEAR", year, goal=f"{programme.name}의 목표")
    used = world.say(missions[0], "INVOLVES", chip)
    world.say(fields[2], "INVOLVES", chip)
    world.say(missions[2], "IN_FIELD", fields[2])
    world.say(meeting, "ABOUT", left)
    world.say(ministry, "PARTICIPATES_IN", meeting, role="협력")
    world.say(ministry, "PARTICIPATES_IN", right)
    world.say(person, "HOLDS_POSITION", ministry, title="원장")
    world.say(person, "PARTICIPATES_IN", meeting)
    world.say(law, "GOVERNS", right)
    world.overlap(missions[0], missions[1], 0.8, "shared technology: 양자컴퓨터", used.id)
    world.overlap(fields[0], fields[1], 0.9, "shared area: 에너지")
    world.overlap(missions[3], fields[1], 0.6, "technology 원자로 belongs to the area 에너지")
    source = Source("가온.txt", "00", "가온 누리 소식", "2026-06-18", "만든 곳", "기자")
    return world.graph(source)


@pytest.fixture(scope="session")
def two_documents(two_programmes: KnowledgeGraph) -> KnowledgeGraph:
    """The same said by two documents in turn, with more and less confidence, and a mission that starts."""
    said = []
    for number, statement in enumerate(two_programmes.statements):
        document = ("가온.txt", "누리.txt")[number % 2]
        changes: dict[str, Value] = (
            {"year_start": 2027} if statement.object.name == "달 기지" else {}
        )
        said.append(
            replace(
                statement,
                qualifiers={**statement.qualifiers, **changes},
                evidence=tuple(replace(e, document=document) for e in statement.evidence),
                confidence=Confidence(number % 5 / 4, number % 5, 4),
            )
        )
    other = Source("누리.txt", "11", "누리 소식", "2026-07-01", "다른 곳")
    return replace(two_programmes, sources=(*two_programmes.sources, other), statements=tuple(said))


PAYLOADS = (
    "<script>window.ran=1</script>",
    "</script><script>window.ran=2</script>",
    "<img src=x onerror=window.ran=3>",
    "'\"><svg onload=window.ran=4>",
    '<a href="javascript:window.ran=5">href</a>',
    "<!--<script>window.ran=6",
    "{{ 7*7 }}{% raw %}{# note",
    "javascript:window.ran=7",
    "a\u2028window.ran=8//\u2029",
    "]]></script><iframe srcdoc='<script>parent.ran=9</script>'>",
    "&lt;b&gt;&amp;&#60;img src=x onerror=window.ran=10&#62;",
    "\u202e\u0000\x7f<style>*{display:none}</style>",
    "__proto__",
    "\u2067\u202eexe.tpircs\u2069\u200b\ufeff<b>",
    "${window.ran=11}`${alert(1)}`",
    '=HYPERLINK("javascript:window.ran=12")',
    "%0d%0aSet-Cookie: a=b#n=x&off=Program&a=%3Cscript%3E",
    '..\\..//etc/passwd:*?"<>|',
    "</title><base href=//evil.example><meta http-equiv=refresh content='0;url=//evil.example'>",
    "<math><mi//xlink:href='data:x,<script>window.ran=13</script>'>",
    "\U0001f600<details open ontoggle=window.ran=14>",
)
"""Text that must stay text in every field."""


@pytest.fixture(scope="session")
def hostile() -> KnowledgeGraph:
    """Every payload as name, English name, alias, property, qualifier, quote, file name, rule, basis."""
    statements: list[Statement] = []
    sources: list[Source] = []
    for number, bad in enumerate(PAYLOADS):
        document = f"{bad}{number}.txt"
        sources.append(Source(document, "00", bad, bad, bad, bad))
        quote = f"{bad} 인용 {number}"
        evidence = (Evidence(document, 0, len(quote), quote),)

        def entity(label: str, name: str, bad: str = bad, number: int = number) -> Entity:
            kept = (("date", bad), ("place", (bad, bad))) if label == "Event" else ()
            return Entity(
                label, f"{label.lower()}/{bad}/{number}/{name}", f"{bad} {name}", bad, (bad,), kept
            )

        programme, mission, event = (
            entity("Program", "사업"),
            entity("Mission", "임무"),
            entity("Event", "행사"),
        )
        body, other = entity("Organization", "기관"), entity("Mission", "다른 임무")
        listed = Statement(
            programme, "HAS_MISSION", mission, {"year_start": bad}, evidence, rule=bad
        )
        statements += [
            listed,
            Statement(event, "ABOUT", programme, {}, evidence, rule=bad),
            Statement(body, "PARTICIPATES_IN", event, {"role": bad}, evidence, rule=bad),
            Statement(
                mission,
                "OVERLAPS_WITH",
                other,
                {"score": 0.5},
                evidence,
                True,
                (bad, listed.id),
                bad,
            ),
        ]
    statements.sort(key=lambda s: s.key)
    return KnowledgeGraph(tuple(sorted(sources)), tuple(statements))


@dataclass
class Watched:
    """A page and all that it tried: requests beyond its own file, console errors, dialogs."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    @property
    def ran(self) -> object:
        """What a payload that ran has left behind."""
        return self.page.evaluate("window.ran")

    def clean(self) -> bool:
        """Say whether nothing was asked, complained about or run."""
        return not (self.requests or self.errors or self.dialogs or self.ran)


Opener = Callable[..., Watched]
Scheme = Literal["light", "dark"]


@pytest.fixture
def show(chromium: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Write a page to a file and open it offline; returns the watched page."""
    contexts = []

    def open_page(
        html: str, width: int = 1280, height: int = 800, at: str = "", scheme: Scheme = "light"
    ) -> Watched:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        context = chromium.new_context(
            viewport={"width": width, "height": height}, offline=True, color_scheme=scheme
        )
        contexts.append(context)
        context.set_default_timeout(8000)
        watched = Watched(context.new_page())

        def note(request: Request) -> None:
            if request.url.partition("#")[0] != file.as_uri():
                watched.requests.append(request.url)

        def complain(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                watched.errors.append(message.text)

        def dismiss(dialog: Dialog) -> None:
            watched.dialogs.append(dialog.message)
            dialog.dismiss()

        watched.page.on("request", note)
        watched.page.on("console", complain)
        watched.page.on("pageerror", lambda error: watched.errors.append(str(error)))
        watched.page.on("dialog", dismiss)
        watched.page.goto(file.as_uri() + at)
        watched.page.wait_for_selector("body[data-ready]")
        watched.page.wait_for_selector("#canvas[data-view], #picture[hidden]", state="attached")
        return watched

    yield open_page
    for context in contexts:
        context.close()
