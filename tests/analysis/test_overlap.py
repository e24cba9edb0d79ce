from __future__ import annotations

from graph.analysis import derive
from graph.analysis.areas import areas_of
from graph.model import Entity, Evidence, KnowledgeGraph, Source, Statement, entity_id
from graph.vocabulary import Term, Vocabulary

WORDS = Vocabulary(
    [
        Term("Field", "하늘", "Sky", ("항공",)),
        Term("Field", "바다", "Sea"),
        Term("Field", "물", "Water"),
        Term("Field", "강", "River", broader=("물",)),
        Term("Technology", "큰 배", kind="product", fields=("바다",)),
        Term("Technology", "돛배", kind="product", broader=("큰 배",), fields=("바다",)),
        Term("Technology", "연", kind="product", fields=("하늘",)),
        Term("Technology", "두뇌", kind="area"),
    ]
)
PASSAGE = (Evidence("a.txt", 0, 1, "가"),)


def entity(label: str, name: str) -> Entity:
    kind = (("kind", "area"),) if name == "두뇌" else ()
    return Entity(label, entity_id(label, name), name, properties=kind)


def programme(name: str, fields: list[str], missions: dict[str, list[str]]) -> list[Statement]:
    whole = entity("Program", name)
    made = [Statement(whole, "HAS_FIELD", entity("Field", f), evidence=PASSAGE) for f in fields]
    for mission, technologies in missions.items():
        part = entity("Mission", mission)
        made.append(Statement(whole, "HAS_MISSION", part, evidence=PASSAGE))
        made += [
            Statement(part, "INVOLVES", entity("Technology", t), evidence=PASSAGE)
            for t in technologies
        ]
    return made


def overlaps(*programmes: list[Statement]) -> dict[frozenset[str], Statement]:
    statements = {s.key: s for p in programmes for s in p}
    graph = KnowledgeGraph((Source("a.txt"),), tuple(statements[k] for k in sorted(statements)))
    derived = derive(graph, WORDS).statements
    return {
        frozenset((s.subject.name, s.object.name)): s
        for s in derived
        if s.predicate == "OVERLAPS_WITH"
    }


def test_fields_overlap_by_area() -> None:
    found = overlaps(programme("가", ["미래 하늘"], {}), programme("나", ["항공·바다"], {}))
    assert set(found) == {frozenset(("미래 하늘", "항공·바다"))}
    statement = next(iter(found.values()))
    assert "area: 하늘" in statement.basis
    assert statement.derived
    assert statement.evidence == PASSAGE


def test_missions_overlap_by_technology_and_by_a_broader_one() -> None:
    found = overlaps(
        programme("가", [], {"연 날리기": ["연"], "돛배 띄우기": ["돛배"]}),
        programme("나", [], {"높은 연": ["연"], "배 짓기": ["큰 배"]}),
    )
    same = found[frozenset(("연 날리기", "높은 연"))]
    broader = found[frozenset(("돛배 띄우기", "배 짓기"))]
    assert set(found) == {
        frozenset(("연 날리기", "높은 연")),
        frozenset(("돛배 띄우기", "배 짓기")),
    }
    assert float(str(same.qualifiers["score"])) > float(str(broader.qualifiers["score"]))
    assert "broader: 돛배 → 큰 배" in broader.basis


def test_sharing_a_whole_area_alone_is_no_overlap() -> None:
    assert not overlaps(
        programme("가", [], {"하나": ["두뇌"]}), programme("나", [], {"둘": ["두뇌"]})
    )


def test_mission_meets_the_field_of_its_technology() -> None:
    found = overlaps(programme("가", [], {"연 날리기": ["연"]}), programme("나", ["하늘"], {}))
    assert set(found) == {frozenset(("연 날리기", "하늘"))}


def test_parts_of_one_programme_do_not_overlap() -> None:
    assert not overlaps(programme("가", ["하늘", "항공"], {"하나": ["연"], "둘": ["연"]}))


def test_what_both_name_needs_no_edge() -> None:
    assert not overlaps(programme("가", ["하늘"], {}), programme("나", ["하늘"], {}))


def test_scores_are_shares_and_every_overlap_has_a_basis() -> None:
    found = overlaps(
        programme("가", ["하늘", "강"], {"하나": ["연", "돛배"]}),
        programme("나", ["항공", "물"], {"둘": ["큰 배"], "셋": ["연"]}),
    )
    assert found
    for statement in found.values():
        assert 0 < float(str(statement.qualifiers["score"])) <= 1
        assert statement.basis


def test_deriving_again_changes_nothing() -> None:
    graph = KnowledgeGraph((), tuple(programme("가", ["하늘"], {})))
    assert derive(derive(graph, WORDS), WORDS) == derive(graph, WORDS)


def test_areas_of_compound_names() -> None:
    assert [a.name for a in areas_of("첨단하늘·미래 바다 분야", WORDS)] == ["하늘", "바다"]
    assert areas_of("모르는 이름", WORDS) == ()
