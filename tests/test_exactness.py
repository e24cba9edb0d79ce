"""A store that was damaged by hand is found out, whatever was done to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.exactness import differences, kept
from graph.model import PropertyGraph
from graph.pipeline import build, recompute
from graph.projection import project
from graph.stores import Store

TEXT = "□ 과학기술정보통신부(장관 홍길동)는 3일 'K-문샷' 설명회를 개최했다.\n"
MINISTRY = "(n:Organization {name: '과학기술정보통신부'})"


def check(held: PropertyGraph) -> list[str]:
    known, faults = kept(held)
    return [*faults, *differences(held, project(recompute(known)))]


@pytest.fixture
def built(store: Store, tmp_path: Path) -> Store:
    for name, text in (("one.txt", TEXT), ("two.txt", "산업통상부(장관 김철수)는 답했다.\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    build([tmp_path / "one.txt", tmp_path / "two.txt"], store)
    return store


def test_a_store_as_it_was_written_has_no_differences(built: Store) -> None:
    assert check(built.read()) == []


def test_statements_read_from_a_file_can_be_checked_too(store: Store, tmp_path: Path) -> None:
    from graph.pipeline import extract, load

    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    load(extract([tmp_path / "one.txt"]).graph, store)
    assert check(store.read()) == []


@pytest.mark.parametrize(
    ("number", "damage", "found"),
    [
        (1, "MATCH ()-[r:HOSTS]->() DELETE r", ["missing: (과학기술정보통신부)-[HOSTS]->"]),
        (1, "MATCH ()-[r:HOLDS_POSITION {title: '장관'}]->() WHERE r.evidence[0] STARTS WITH 'two'"
         " SET r.title = '차관'", ["changed: (김철수)-[HOLDS_POSITION]->(산업통상부)", "title is '차관', should be '장관'"]),
        (1, f"MATCH {MINISTRY}, (p:Person {{name: '김철수'}}) CREATE (p)-[:LEADS {{id: 'x', derived: false}}]->(n)",
         ["not from the documents: (김철수)-[LEADS]->(과학기술정보통신부) x"]),
        (1, f"MATCH {MINISTRY} SET n.aliases = ['없음']", ["aliases is ['없음'], should be ["]),
        (1, f"MATCH {MINISTRY} SET n.kind = null", ["kind is not there, should be 'ministry'"]),
        (1, f"MATCH {MINISTRY} SET n.colour = 'red'", ["colour is 'red', should be not there"]),
        (1, "MATCH ()-[r:HOSTS]->() SET r.evidence = []", ["evidence is [], should be ['one.txt#"]),
        (1, "CREATE (:Field {id: 'field/x', name: 'x'})", ["not from the documents: Field field/x"]),
        (1, "MATCH (p:Passage)-[r:FROM]->() WHERE p.document = 'two.txt' DELETE r", ["missing: (two.txt#", "[FROM]"]),
        (4, "MATCH (p:Passage) WHERE p.document = 'two.txt' DETACH DELETE p", ["missing: Passage two.txt#"]),
        (1, "MATCH (p:Passage) WHERE p.document = 'two.txt' SET p.quote = 'x' + substring(p.quote, 1)",
         ["the quotes of two.txt are not what was read"]),
        (1, "MATCH (p:Passage) WHERE p.document = 'two.txt' SET p.quote = 'x'", ["does not fit its place"]),
        (1, "MATCH (d:Document {name: 'two.txt'}) SET d.published = '1999'", ["what is known of two.txt is not"]),
        (8, "MATCH (d:Document {name: 'two.txt'}) SET d.reading = 'x'", ["lost: what two.txt was read as"]),
        (1, "MATCH (a)-[r:HOSTS]->(b) CREATE (a)-[:HOSTS {id: r.id}]->(b)", ["2 times: ", "[HOSTS]"]),
    ],
)  # fmt: skip
def test_damage_is_found(built: Store, number: int, damage: str, found: list[str]) -> None:
    built.run(damage, write=True)
    lines = check(built.read())
    assert all(any(part in line for line in lines) for part in found), lines
    assert len(lines) == number, lines
    assert all("\n" not in line for line in lines)
