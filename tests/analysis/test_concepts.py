from __future__ import annotations

from graph.analysis.concepts import Concepts
from graph.analysis.relations import Relations
from graph.analysis.wording import likeness, pieces, rarity
from graph.model import Entity, entity_id
from graph.vocabulary import Vocabulary, vocabulary


def technology(name: str) -> Entity:
    return Entity("Technology", entity_id("Technology", name), name)


def test_names_are_found_longest_first(words: Vocabulary) -> None:
    concepts = Concepts(words)
    assert [c.name for c, _ in concepts.named_in("소형원자로와 원자로")] == ["소형원자로", "원자로"]
    assert [c.name for c, _ in concepts.named_in("Two humanoids meet")] == ["휴머노이드"]
    assert list(concepts.named_in("탈원자로 antihumanoid")) == [], "inside other words"


def test_an_unknown_compound_is_a_kind_of_its_head(words: Vocabulary) -> None:
    concepts = Concepts(words)
    compound = concepts.of(technology("초경량 소형원자로"))
    assert compound.term is not None
    assert concepts.broader(compound)["원자로"] == ("초경량 소형원자로", "소형원자로", "원자로")
    assert concepts.of(technology("모르는 것")).term is None


def test_areas_and_general_words_are_no_step_up(words: Vocabulary) -> None:
    concepts = Concepts(words)
    assert concepts.broader(concepts.of(technology("파운데이션 모델"))) == {}


def test_relations_do_not_depend_on_the_order(words: Vocabulary) -> None:
    concepts = Concepts(words)
    all_of_them = [concepts.of(technology(t.name)) for t in words.terms("Technology")]
    for a in all_of_them:
        for b in all_of_them:
            assert Relations(concepts).between(a, b) == Relations(concepts).between(b, a)


def test_two_kinds_of_one_thing_are_near(words: Vocabulary) -> None:
    concepts = Concepts(words)
    small, fast = (concepts.of(technology(name)) for name in ("소형원자로", "고속로"))
    found = Relations(concepts).between(small, fast)
    assert found is not None
    assert found.basis == "both 원자로: 고속로, 소형원자로"
    assert found.strength < 0.6


def test_likeness_needs_words_that_tell() -> None:
    names = [pieces(n) for n in ("아바타 개발", "아바타 보급", "플랫폼 구축", "유적 발굴")]
    rare = rarity(names)
    assert likeness(names[0], names[1], rare) == 1
    assert likeness(names[0], names[3], rare) == 0
    assert likeness(names[2], names[2], rare) == 0, "plain words tell nothing"


def test_the_shipped_technologies_climb_without_a_circle() -> None:
    shipped = vocabulary()
    for label in ("Technology", "Field"):
        for term in shipped.terms(label):
            seen, waiting = set[str](), list(term.broader)
            while waiting:
                name = waiting.pop()
                assert name != term.name, f"{label} {name} is broader than itself"
                above = shipped.term(label, name)
                if above and name not in seen:
                    seen.add(name)
                    waiting += above.broader


def test_the_shipped_technologies_have_areas() -> None:
    bare = [
        t.name
        for t in vocabulary().terms("Technology")
        if not t.fields and t.kind not in ("legal-class",)
    ]
    assert bare == []
