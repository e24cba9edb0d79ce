from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.catalogue.names import Names, known_name, nearest
from graph.errors import QueryError
from graph.model import Node, PropertyGraph, PropertyValue
from graph.stores import Store, open_store


def _node(label: str, name: str, name_en: str = "", aliases: tuple[str, ...] = ()) -> Node:
    key = f"{label.lower()}/{name}"
    properties: dict[str, PropertyValue] = {
        "id": key,
        "name": name,
        "name_en": name_en,
        "aliases": list(aliases),
    }
    return Node(key, label, properties)


@pytest.fixture(scope="module")
def known() -> Iterator[Store]:
    nodes = (
        _node("Field", "양자"),
        _node("Field", "양자·컴퓨팅"),
        _node("Field", "미래에너지·원자력", "", ("에너지",)),
        _node("Mission", "휴머노이드"),
        _node("Organization", "가온연구원", "Gaon Institute", ("GRI", "가온(연)")),
        _node("Organization", "가온", "", ("가온대학교",)),
        _node("Organization", "가온대학교 병원", "", ("가온대학교",)),
        _node("Organization", "과학기술정보통신부", "", ("과기정통부",)),
        _node("Technology", "휴머노이드", "Humanoid"),
    )
    with open_store(":memory:") as store:
        store.write(PropertyGraph(tuple(sorted(nodes, key=lambda n: (n.label, n.id)))))
        yield store


@pytest.mark.parametrize(
    ("label", "value", "ids"),
    [
        ("Organization", "GRI", ("organization/가온연구원",)),
        ("Organization", "gaon  institute", ("organization/가온연구원",)),
        ("Organization", "organization/가온", ("organization/가온",)),
        ("Organization", "MSIT", ("organization/과학기술정보통신부",)),
        ("Field", "quantum", ("field/양자", "field/양자·컴퓨팅")),
        ("Field", "원자력", ("field/미래에너지·원자력",)),
        ("Field", "양자|에너지", ("field/미래에너지·원자력", "field/양자", "field/양자·컴퓨팅")),
        ("Entity", "휴머노이드", ("mission/휴머노이드", "technology/휴머노이드")),
        ("Technology", "휴머노이드", ("technology/휴머노이드",)),
        ("Organization", "없는기관", ()),
        ("Organization", "", ()),
        ("Law", "무슨법", ()),
    ],
)
def test_any_name_finds_its_entities(
    label: str, value: str, ids: tuple[str, ...], known: Store
) -> None:
    assert Names(known).ids(label, value) == ids


def test_an_alias_of_two_means_both_but_a_main_name_goes_first(known: Store) -> None:
    both = ("organization/가온", "organization/가온대학교 병원")
    assert Names(known).ids("Organization", "가온대학교") == both
    assert Names(known).ids("Organization", "가온") == ("organization/가온",)


@pytest.mark.parametrize(
    ("value", "near"),
    [
        ("과기정통뷰", "near it: 과기정통부 (과학기술정보통신부)"),
        ("ㄱㄱㅈㅌㅂ", "near it: 과기정통부 (과학기술정보통신부)"),
        ("가온연구언", "near it: 가온연구원"),
        ("가온|가온연구언", "'가온연구언': no Organization of that name in :memory:"),
    ],
)
def test_a_slip_is_answered_with_the_nearest(value: str, near: str, known: Store) -> None:
    with pytest.raises(QueryError) as error:
        Names(known).demand("Organization", value)
    assert near in str(error.value)


def test_a_store_without_any_says_so(known: Store) -> None:
    with pytest.raises(QueryError, match="'무슨법': :memory: holds no Law at all; build it first"):
        Names(known).demand("Law", "무슨법")


def test_the_name_in_the_store_is_told(known: Store) -> None:
    assert known_name(known, "Organization", "MSIT") == "과학기술정보통신부"


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=3, max_size=9))
def test_a_name_with_a_wrong_vowel_is_nearest_to_itself(name: str) -> None:
    letters = list(unicodedata.normalize("NFD", name))
    letters[1] = "ᅳ" if letters[1] != "ᅳ" else "ᅡ"
    assert nearest("".join(letters), [name, "Program", "0"])[0] == name
