from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis import derive
from graph.model import KnowledgeGraph, Statement
from graph.vocabulary import Vocabulary

MakeGraph = Callable[..., KnowledgeGraph]
Pairs = dict[frozenset[str], Statement]


def overlaps(graph: KnowledgeGraph, words: Vocabulary) -> Pairs:
    found = [s for s in derive(graph, words).statements if s.predicate == "OVERLAPS_WITH"]
    pairs = {frozenset((s.subject.name, s.object.name)): s for s in found}
    assert len(pairs) == len(found), "a pair stands twice"
    return pairs


def score(statement: Statement) -> float:
    value = statement.qualifiers["score"]
    assert isinstance(value, float)
    return value


def two(make: MakeGraph, left: dict[str, Any], right: dict[str, Any]) -> KnowledgeGraph:
    return make({"가": {"missions": left}, "나": {"missions": right}})


def test_the_same_technology_makes_missions_overlap(
    make_graph: MakeGraph, words: Vocabulary
) -> None:
    graph = two(
        make_graph,
        {"휴머노이드 상용화": (["휴머노이드"], "")},
        {"사람과 사는 기계": (["휴머노이드"], "")},
    )
    found = overlaps(graph, words)[frozenset({"휴머노이드 상용화", "사람과 사는 기계"})]
    assert found.basis[0] == "shared technology: 휴머노이드"
    assert {e.document for e in found.evidence} == {"가.txt", "나.txt"}
    ids = {s.id for s in graph.statements}
    assert {line for line in found.basis if " " not in line} <= ids


def test_a_broader_technology_shows_the_way_up(make_graph: MakeGraph, words: Vocabulary) -> None:
    graph = two(
        make_graph,
        {"희토류": (["희토류"], "")},
        {"안보형 소재 확보": (["핵심소재"], ""), "광물 비축": (["핵심광물"], "")},
    )
    found = overlaps(graph, words)
    far = found[frozenset({"희토류", "안보형 소재 확보"})]
    near = found[frozenset({"희토류", "광물 비축"})]
    assert far.basis[0] == "broader: 희토류 → 핵심광물 → 핵심소재"
    assert 0 < score(far) < score(near) < 1


def test_a_technology_named_but_not_extracted_counts(
    make_graph: MakeGraph, words: Vocabulary
) -> None:
    graph = two(make_graph, {"휴머노이드 실증": ([], "")}, {"Humanoids at work": ([], "")})
    assert frozenset({"휴머노이드 실증", "Humanoids at work"}) in overlaps(graph, words)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("AI 기반 신약개발", ["인공지능", "신약개발"]), ("AI 보안 강화", ["인공지능"])),
        (("AI 전환", ["인공지능"]), ("AI 인재", ["인공지능"])),
        (("신약개발 가속", ["신약개발"]), ("백신 주권", ["백신"])),
        (("소형원자로 선박", ["소형원자로"]), ("태양광 보급", ["태양광"])),
        (
            ("파운데이션 모델 기반 신약개발", ["파운데이션 모델", "신약개발"]),
            ("파운데이션 모델 기반 휴머노이드", ["파운데이션 모델", "휴머노이드"]),
        ),
        (("차세대 플랫폼 구축", []), ("글로벌 플랫폼 구축", [])),
        (("바이오 생태계 조성", []), ("바이오 선도국 도약", [])),
    ],
)
def test_decoys_are_not_found(
    make_graph: MakeGraph,
    words: Vocabulary,
    left: tuple[str, list[str]],
    right: tuple[str, list[str]],
) -> None:
    graph = two(make_graph, {left[0]: (left[1], "")}, {right[0]: (right[1], "")})
    assert overlaps(graph, words) == {}


def test_unknown_subjects_meet_by_their_wording(make_graph: MakeGraph, words: Vocabulary) -> None:
    graph = two(
        make_graph,
        {"사이버네틱 아바타 개발": ([], ""), "고대 유적 발굴": ([], "")},
        {"사이버네틱아바타 상용화": ([], ""), "심해 생물 관찰": ([], "")},
    )
    found = overlaps(graph, words)
    assert list(found) == [frozenset({"사이버네틱 아바타 개발", "사이버네틱아바타 상용화"})]
    (only,) = found.values()
    assert only.basis[0].startswith("wording: ")


def test_fields_meet_by_their_areas(make_graph: MakeGraph, words: Vocabulary) -> None:
    graph = make_graph(
        {
            "가": {"fields": ["미래에너지", "소재"]},
            "나": {"fields": ["에너지·원자력", "혁신 소재", "로봇"]},
        }
    )
    found = overlaps(graph, words)
    assert set(found) == {
        frozenset({"미래에너지", "에너지·원자력"}),
        frozenset({"소재", "혁신 소재"}),
    }
    assert found[frozenset({"소재", "혁신 소재"})].basis[0] == "area: 소재"


def test_a_field_and_one_of_its_parts_meet_less(make_graph: MakeGraph, words: Vocabulary) -> None:
    whole = overlaps(
        make_graph({"가": {"fields": ["에너지"]}, "나": {"fields": ["첨단에너지"]}}), words
    )
    part = overlaps(make_graph({"가": {"fields": ["에너지"]}, "나": {"fields": ["원자력"]}}), words)
    (same,), (below,) = whole.values(), part.values()
    assert below.basis[0] == "area: 원자력 → 에너지"
    assert score(below) < score(same)


def test_a_mission_meets_a_field_that_its_technology_belongs_to(
    make_graph: MakeGraph, words: Vocabulary
) -> None:
    graph = make_graph(
        {
            "가": {"missions": {"소형원자로 선박": (["소형원자로"], "")}},
            "나": {"fields": ["미래에너지", "로봇"]},
        }
    )
    found = overlaps(graph, words)
    assert set(found) == {frozenset({"소형원자로 선박", "미래에너지"})}


def test_a_mission_that_meets_a_field_s_mission_does_not_meet_the_field_again(
    make_graph: MakeGraph, words: Vocabulary
) -> None:
    graph = make_graph(
        {
            "가": {"missions": {"휴머노이드": (["휴머노이드"], "")}},
            "나": {"fields": ["로봇"], "missions": {"사람 닮은 기계": (["휴머노이드"], "로봇")}},
        }
    )
    assert set(overlaps(graph, words)) == {frozenset({"휴머노이드", "사람 닮은 기계"})}


def test_nothing_within_a_programme_or_what_it_is_part_of(
    make_graph: MakeGraph, words: Vocabulary
) -> None:
    missions = {"휴머노이드 실증": (["휴머노이드"], ""), "휴머노이드 보급": (["휴머노이드"], "")}
    assert overlaps(make_graph({"가": {"missions": missions}}), words) == {}
    parts = {
        "가": {"fields": ["로봇"]},
        "나": {"missions": {"휴머노이드 실증": (["휴머노이드"], "")}},
        "다": {"missions": {"휴머노이드 보급": (["휴머노이드"], "")}},
    }
    below = overlaps(make_graph(parts, part_of=[("나", "가"), ("다", "가")]), words)
    assert set(below) == {frozenset({"휴머노이드 실증", "휴머노이드 보급"})}


def test_what_both_programmes_list_needs_no_edge(make_graph: MakeGraph, words: Vocabulary) -> None:
    missions = {"휴머노이드": (["휴머노이드"], "")}
    graph = make_graph(
        {
            "가": {"fields": ["로봇"], "missions": missions},
            "나": {"fields": ["로봇"], "missions": missions},
        }
    )
    assert overlaps(graph, words) == {}


TECHNOLOGIES = (
    "인공지능",
    "파운데이션 모델",
    "휴머노이드",
    "원자로",
    "소형원자로",
    "고속로",
    "희토류",
    "핵심소재",
    "신약개발",
    "새 기술",
)
FIELDS = ("로봇", "미래에너지", "에너지·원자력", "소재", "바이오", "AI", "문화유산")
missions = st.dictionaries(
    st.sampled_from([f"{t} {tail}" for t in TECHNOLOGIES for tail in ("실증", "기반 도시 조성")]),
    st.tuples(st.lists(st.sampled_from(TECHNOLOGIES), max_size=3), st.sampled_from(("", *FIELDS))),
    max_size=4,
)
programmes = st.dictionaries(
    st.sampled_from(("가", "나", "다")),
    st.fixed_dictionaries(
        {"fields": st.lists(st.sampled_from(FIELDS), max_size=4), "missions": missions}
    ),
    min_size=2,
)


@settings(max_examples=60, deadline=None)
@given(worlds=programmes, seed=st.randoms(use_true_random=False))
def test_whatever_the_world(
    make_graph: MakeGraph, words: Vocabulary, worlds: dict[str, Any], seed: Any
) -> None:
    graph = make_graph(worlds)
    found = overlaps(graph, words)
    lists: dict[str, set[str]] = {}
    for s in graph.statements:
        if s.predicate in ("HAS_FIELD", "HAS_MISSION"):
            lists.setdefault(s.object.id, set()).add(s.subject.id)
    for statement in found.values():
        assert 0.3 <= score(statement) <= 1
        assert round(score(statement), 2) == score(statement)
        assert not lists[statement.subject.id] & lists[statement.object.id]
        assert statement.subject.id < statement.object.id
        assert statement.basis
        assert statement.evidence
        assert statement.derived
        assert any(" " in line for line in statement.basis)
    shuffled = list(graph.statements)
    seed.shuffle(shuffled)
    again = overlaps(replace(graph, statements=tuple(shuffled)), words)
    assert again == found


@settings(max_examples=30, deadline=None)
@given(left=missions, right=missions)
def test_the_order_of_the_programmes_does_not_matter(
    make_graph: MakeGraph, words: Vocabulary, left: dict[str, Any], right: dict[str, Any]
) -> None:
    def told(first: dict[str, Any], second: dict[str, Any]) -> dict[frozenset[str], Any]:
        graph = make_graph({"가": {"missions": first}, "나": {"missions": second}})
        pairs = overlaps(graph, words)
        return {
            pair: (s.qualifiers["score"], [b for b in s.basis if " " in b])
            for pair, s in pairs.items()
        }

    assert told(left, right) == told(right, left)


def test_only_the_strongest_meetings_are_kept(make_graph: MakeGraph, words: Vocabulary) -> None:
    many = {f"휴머노이드 {n}호": (["휴머노이드"], "") for n in range(40)}
    found = overlaps(two(make_graph, {"휴머노이드": (["휴머노이드"], "")}, many), words)
    assert len(found) == 40, "each is the strongest meeting of its other end"
    rows = {f"휴머노이드 {n}번": (["휴머노이드"], "") for n in range(40)}
    assert len(overlaps(two(make_graph, rows, many), words)) < 40 * 40
