"""A small world: two programmes, their fields and missions, and a vocabulary of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from graph.model import Entity, Evidence, KnowledgeGraph, Source, Statement, entity_id
from graph.vocabulary import Term, Vocabulary

Programme = Mapping[str, object]
MakeGraph = Callable[..., KnowledgeGraph]


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    def technology(
        name: str, broader: str = "", fields: str = "", kind: str = "technology", english: str = ""
    ) -> Term:
        parents = tuple(broader.split("|")) if broader else ()
        areas = tuple(fields.split("|")) if fields else ()
        return Term("Technology", name, english, kind=kind, broader=parents, fields=areas)

    return Vocabulary(
        [
            Term("Field", "인공지능", "Artificial Intelligence", aliases=("AI",), kind="enabling"),
            Term("Field", "에너지", "Energy"),
            Term("Field", "원자력", "Nuclear Energy", broader=("에너지",)),
            Term("Field", "로봇", "Robotics"),
            Term("Field", "소재", "Materials"),
            Term("Field", "바이오", "Biotechnology"),
            Term("Technology", "인공지능", aliases=("AI",), kind="area", fields=("인공지능",)),
            technology("파운데이션 모델", "인공지능", "인공지능"),
            technology("휴머노이드", "", "로봇", english="Humanoid"),
            technology("원자로", "", "원자력|에너지"),
            technology("소형원자로", "원자로", "원자력|에너지"),
            technology("고속로", "원자로", "원자력"),
            technology("태양광", "", "에너지"),
            technology("희토류", "핵심광물", "소재"),
            technology("핵심광물", "핵심소재", "소재"),
            technology("핵심소재", "", "소재"),
            technology("신약개발", "", "바이오"),
            technology("백신", "", "바이오"),
        ]
    )


def _passage(document: str, text: str) -> tuple[Evidence, ...]:
    return (Evidence(document, 0, len(text), text),)


def make_graph(
    programmes: Mapping[str, Programme], part_of: Sequence[tuple[str, str]] = ()
) -> KnowledgeGraph:
    """Make a graph of ``{programme: {"fields": […], "missions": {name: (technologies, field)}}}``."""
    statements: list[Statement] = []

    def entity(label: str, name: str) -> Entity:
        return Entity(label, entity_id(label, name), name)

    def say(subject: Entity, predicate: str, object_: Entity, document: str) -> None:
        evidence = _passage(document, object_.name)
        statements.append(Statement(subject, predicate, object_, {}, evidence))

    for name, parts in programmes.items():
        programme, document = entity("Program", name), f"{name}.txt"
        fields, missions = parts.get("fields", ()), parts.get("missions", {})
        assert isinstance(fields, list | tuple)
        assert isinstance(missions, dict)
        for field in fields:
            say(programme, "HAS_FIELD", entity("Field", field), document)
        for wording, (technologies, field) in missions.items():
            mission = entity("Mission", wording)
            say(programme, "HAS_MISSION", mission, document)
            for technology in technologies:
                say(mission, "INVOLVES", entity("Technology", technology), document)
            if field:
                say(mission, "IN_FIELD", entity("Field", field), document)
    for part, whole in part_of:
        say(entity("Program", part), "PART_OF", entity("Program", whole), f"{part}.txt")
    unique = {s.key: s for s in statements}
    sources = tuple(Source(f"{name}.txt") for name in sorted(programmes))
    return KnowledgeGraph(sources, tuple(unique[key] for key in sorted(unique)))


@pytest.fixture(name="make_graph", scope="session")
def _make_graph() -> MakeGraph:
    return make_graph
