"""In which language a document's things are named."""

from __future__ import annotations

from reading import statements

from graph.entities.merging import merge_entities
from graph.model import Entity
from graph.statements.language import in_english

ENGLISH = (
    'The Ministry of Science and ICT presented the "Quantum Sky Strategy" in Seoul on May 3, 2026.'
)


def test_an_english_document_names_things_in_english() -> None:
    names = {s.subject.name for s in statements(ENGLISH)}
    assert "Ministry of Science and ICT" in names
    assert "과학기술정보통신부" not in names


def test_the_korean_name_stays_an_alias() -> None:
    office = Entity("Organization", "organization/sky", "하늘청", "Sky Agency", ("SA",))
    assert in_english(office).name == "Sky Agency"
    assert set(in_english(office).aliases) == {"하늘청", "SA"}
    assert in_english(office).id == office.id


def test_what_has_no_english_name_keeps_its_own() -> None:
    office = Entity("Organization", "organization/sky", "하늘청")
    assert in_english(office) == office


def test_a_korean_document_gives_the_korean_name_back() -> None:
    office = Entity("Organization", "organization/sky", "하늘청", "Korea Sky Agency of the State")
    for order in ([office, in_english(office)], [in_english(office), office]):
        assert merge_entities(order)[office.id].name == "하늘청"
