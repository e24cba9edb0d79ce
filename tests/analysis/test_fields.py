from __future__ import annotations

from collections.abc import Callable

from graph.analysis import derive
from graph.model import KnowledgeGraph, Statement
from graph.vocabulary import Vocabulary

MakeGraph = Callable[..., KnowledgeGraph]


def placed(
    graph: KnowledgeGraph, words: Vocabulary, label: str = "Mission"
) -> dict[str, Statement]:
    statements = derive(graph, words).statements
    found = [s for s in statements if s.predicate == "IN_FIELD" and s.derived]
    return {s.subject.name: s for s in found if s.subject.label == label}


def test_a_mission_is_placed_by_its_technologies(make_graph: MakeGraph, words: Vocabulary) -> None:
    graph = make_graph(
        {
            "가": {
                "fields": ["미래에너지", "로봇"],
                "missions": {
                    "소형원자로 선박": (["소형원자로"], ""),
                    "휴머노이드": (["휴머노이드"], "로봇"),
                },
            }
        }
    )
    found = placed(graph, words)
    assert {name: s.object.name for name, s in found.items()} == {"소형원자로 선박": "미래에너지"}
    only = found["소형원자로 선박"]
    assert only.basis[0] == "technologies of the field 미래에너지: 소형원자로"
    assert only.evidence
    assert set(only.basis[1:]) <= {s.id for s in graph.statements}


def test_its_own_programme_s_field_comes_first(make_graph: MakeGraph, words: Vocabulary) -> None:
    graph = make_graph(
        {
            "가": {"fields": ["혁신 소재"], "missions": {"희토류": (["희토류"], "")}},
            "나": {"fields": ["소재"]},
        }
    )
    assert placed(graph, words)["희토류"].object.name == "혁신 소재"


def test_another_programme_s_field_is_taken_where_its_own_has_none(
    make_graph: MakeGraph, words: Vocabulary
) -> None:
    graph = make_graph(
        {"가": {"missions": {"희토류": (["희토류"], "")}}, "나": {"fields": ["소재", "로봇"]}}
    )
    assert placed(graph, words)["희토류"].object.name == "소재"


def test_a_mission_of_two_minds_is_not_placed(make_graph: MakeGraph, words: Vocabulary) -> None:
    graph = make_graph(
        {
            "가": {
                "fields": ["로봇", "소재", "AI"],
                "missions": {
                    "휴머노이드와 희토류": (["휴머노이드", "희토류"], ""),
                    "AI 전환": (["인공지능"], ""),
                },
            }
        }
    )
    assert placed(graph, words) == {}


def test_a_guess_among_many_fields_is_not_made(make_graph: MakeGraph, words: Vocabulary) -> None:
    fields = ["소재", "첨단소재", "미래 소재", "혁신 소재"]
    graph = make_graph({"가": {"missions": {"희토류": (["희토류"], "")}}, "나": {"fields": fields}})
    assert placed(graph, words) == {}


def test_a_technology_is_in_the_field_of_its_area(make_graph: MakeGraph, words: Vocabulary) -> None:
    graph = make_graph(
        {"가": {"fields": ["로봇", "AI"], "missions": {"도우미": (["휴머노이드", "인공지능"], "")}}}
    )
    found = placed(graph, words, "Technology")
    assert {name: s.object.name for name, s in found.items()} == {"휴머노이드": "로봇"}
    assert found["휴머노이드"].basis[0] == "vocabulary: 휴머노이드 is of 로봇"


def test_fields_carry_the_names_of_their_areas(make_graph: MakeGraph, words: Vocabulary) -> None:
    graph = derive(make_graph({"가": {"fields": ["에너지·원자력", "AI"]}}), words)
    fields = {e.name: e for e in graph.entities if e.label == "Field"}
    assert fields["에너지·원자력"].name_en == "Energy and Nuclear Energy"
    assert {"에너지", "원자력", "Energy"} <= set(fields["에너지·원자력"].aliases)
    assert "인공지능" in fields["AI"].aliases


def test_deriving_again_changes_nothing(make_graph: MakeGraph, words: Vocabulary) -> None:
    graph = make_graph(
        {
            "가": {"fields": ["로봇"], "missions": {"휴머노이드": (["휴머노이드"], "")}},
            "나": {"fields": ["첨단로봇"], "missions": {"휴머노이드 보급": (["휴머노이드"], "")}},
        }
    )
    once = derive(graph, words)
    assert derive(once, words) == once
    assert [s for s in once.statements if s.derived]
    assert len([s for s in once.statements if not s.derived]) == len(graph.statements)


def test_what_no_longer_follows_is_withdrawn(make_graph: MakeGraph, words: Vocabulary) -> None:
    graph = derive(
        make_graph({"가": {"fields": ["로봇"], "missions": {"휴머노이드": (["휴머노이드"], "")}}}),
        words,
    )
    less = KnowledgeGraph(
        graph.sources, tuple(s for s in graph.statements if s.predicate != "HAS_FIELD")
    )
    assert not [s for s in derive(less, words).statements if s.derived]
