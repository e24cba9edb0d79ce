from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.catalogue import ask
from graph.model import KnowledgeGraph, Node
from graph.projection import project
from graph.stores import open_store
from graph.views import compose
from graph.views.facing import face
from graph.views.material import Fact, from_knowledge
from graph.views.meeting import Pair, choose_programmes, meet


def met(graph: KnowledgeGraph, *names: str) -> dict[str, list[str]]:
    material = from_knowledge(graph)
    meeting = meet(material, *choose_programmes(material, names))

    def called(ids: tuple[str, ...]) -> list[str]:
        return [material.entities[key].name for key in ids]

    return {
        "pairs": [
            f"{material.entities[p.left].name}|{material.entities[p.right].name}"
            for p in meeting.pairs
        ],
        "both": called(meeting.both),
        "ties": called(meeting.ties),
        "through": called(meeting.through),
        "left": called(meeting.left_only),
        "right": called(meeting.right_only),
    }


def test_what_two_programmes_share_and_what_not(two_programmes: KnowledgeGraph) -> None:
    assert met(two_programmes) == {
        "pairs": [
            "미래에너지|원자력·에너지",
            "뇌에 심는 칩 상용화|뇌와 기계를 잇는 길",
            "작은 원자로로 가는 배|원자력·에너지",
        ],
        "both": ["첨단바이오"],
        "ties": ["양자컴퓨터", "한국과학기술연구원", "2035"],
        "through": ["가온 협약식"],
        "left": [],
        "right": ["양자", "달 기지", "누리 특별법"],
    }


def test_the_canned_queries_give_the_same_sets(two_programmes: KnowledgeGraph) -> None:
    found = met(two_programmes, "가온", "누리")
    with open_store(":memory:") as store:
        store.write(project(two_programmes))
        pairs = ask("program-overlap", store, first="가온 사업", second="누리 계획").records()
        own = {
            side: ask("only-in", store, program=program, other=other).records()
            for side, program, other in (
                ("left", "가온 사업", "누리 계획"),
                ("right", "누리 계획", "가온 사업"),
            )
        }
        ties = ask("bridging-organizations", store, first="가온 사업", second="누리 계획").records()

    def name(value: object) -> str:
        assert isinstance(value, Node)
        return str(value.properties["name"])

    told = {f"{name(row['first'])}|{name(row['second'])}" for row in pairs}
    assert told == {*found["pairs"], *(f"{both}|{both}" for both in found["both"])}
    for side, rows in own.items():
        assert sorted(name(row["item"]) for row in rows) == sorted(found[side])
    not_bodies = {"양자컴퓨터", "2035"}
    assert {name(row["who"]) for row in ties} == set(found["ties"]) - not_bodies


def test_the_order_of_the_names_decides_the_sides(two_programmes: KnowledgeGraph) -> None:
    turned = met(two_programmes, "누리", "Gaon Programme")
    assert turned["left"] == met(two_programmes)["right"]
    assert turned["pairs"][0] == "원자력·에너지|미래에너지"


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_pairs_face_each_other(two_programmes: KnowledgeGraph, width: str) -> None:
    scene = compose(two_programmes, "overlap")
    layout = next(one for one in scene.layouts if one.width == width)
    places = {p.id: p for p in layout.places}
    for fact in scene.material.facts:
        if fact.predicate == "OVERLAPS_WITH":
            a, b = places[fact.source], places[fact.target]
            assert min(a.y + a.height, b.y + b.height) > max(a.y, b.y)
            assert a.x + a.width < b.x or b.x + b.width < a.x


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), unique=True, max_size=25))
def test_every_card_stands_once_and_no_two_share_a_row(links: list[tuple[int, int]]) -> None:
    pairs = [
        Pair(f"l{a}", f"r{b}", Fact(f"{a}{b}", f"l{a}", "OVERLAPS_WITH", f"r{b}")) for a, b in links
    ]
    slots = [(number, slot) for number, cluster in enumerate(face(pairs)) for slot in cluster]
    ids = [slot.id for _, slot in slots]
    assert sorted(ids) == sorted({p.left for p in pairs} | {p.right for p in pairs})
    rows = [(n, s.side, row) for n, s in slots for row in range(s.row, s.row + s.span)]
    assert len(rows) == len(set(rows))
    assert all(slot.side[0] == slot.id[0] for _, slot in slots)
    # The strongest pair always stands on one row.
    if pairs:
        at = {s.id: (n, set(range(s.row, s.row + s.span))) for n, s in slots}
        left, right = at[pairs[0].left], at[pairs[0].right]
        assert left[0] == right[0]
        assert left[1] & right[1]
