"""A small made-up graph that holds what is awkward: quotes, line breaks, commas, formulas, two documents."""

from __future__ import annotations

from dataclasses import replace

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

TEXT = "가나부는 하늘 사업을 이끈다.\n'다라청', <b>\"마바원\"</b>도 2035년까지 함께한다; 끝."


def entity(label: str, name: str, **properties: Value) -> Entity:
    """Return an entity of that name."""
    return Entity(label, entity_id(label, name), name, properties=tuple(sorted(properties.items())))


def passage(document: str, start: int = 0, end: int = len(TEXT)) -> Evidence:
    """Return that stretch of the text as evidence."""
    return Evidence(document, start, end, TEXT[start:end])


def said(
    subject: Entity, predicate: str, object_: Entity, /, *passages: Evidence, **qualifiers: Value
) -> Statement:
    """Return a statement that the passages back."""
    return Statement(subject, predicate, object_, qualifiers, tuple(sorted(passages)), rule="made")


def graph(*statements: Statement) -> KnowledgeGraph:
    """Return a graph of the statements and the sources that they name."""
    names = {e.document for s in statements for e in s.evidence}
    sources = tuple(source for source in SOURCES if source.name in names)
    return KnowledgeGraph(sources, tuple(sorted(statements, key=lambda s: s.key)))


SOURCES = (Source("a.txt", "00", "제목, 하나", "2026-01-02", "가나부", "기자"), Source("b.txt"))
MINISTRY = Entity(
    "Organization",
    "organization/가나부",
    "가나부",
    "Ministry of Gana",
    ("MG", "가부"),
    (("kind", "ministry"),),
)
AGENCY = entity("Organization", '다라청 "분원", 둘', kind="agency")
PROGRAM = entity("Program", "하늘 사업", figures=("8조 원; 하나", "161 기업"))
FIELD = entity("Field", "하늘")
OTHER = entity("Field", "별")
LAW = entity("Law", "=하늘법()")
YEAR = Entity("Year", "year/2035", "2035", properties=(("year", 2035),))

LEADS = replace(
    said(MINISTRY, "LEADS", PROGRAM, passage("a.txt", 0, 16)), confidence=Confidence(0.97, 80, 81)
)
TAKES_PART = said(
    AGENCY, "PARTICIPATES_IN", PROGRAM, passage("a.txt"), passage("b.txt"), role="+운영"
)
AIMS = said(PROGRAM, "TARGETS_YEAR", YEAR, passage("a.txt"), goal="세계\n최고")
GOVERNS = said(LAW, "GOVERNS", FIELD, passage("b.txt"), subject="하늘을 나는 것")
MEETS = Statement(
    FIELD,
    "OVERLAPS_WITH",
    OTHER,
    {"score": 0.75},
    derived=True,
    basis=(LEADS.id, "shared-technology"),
    rule="overlap",
    confidence=LEADS.confidence,
)
WHOLE = graph(LEADS, TAKES_PART, AIMS, GOVERNS, MEETS)
