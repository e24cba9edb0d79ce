"""Every canned query, on every store: equal rows, equal to the golden ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.catalogue import Catalogue, ask
from graph.catalogue.header import Query
from graph.exports.jsonl import loads
from graph.model import Edge, KnowledgeGraph, Node, PropertyGraph, Result
from graph.model import Path as Walk
from graph.projection import project
from graph.stores import Store, open_store
from graph.views.table import cell_text

HERE = Path(__file__).parent
STATEMENTS = HERE / "documents" / "two_programmes.jsonl"
GOLDEN = HERE / "golden" / "queries"

NAMES = (
    "agencies-covering", "as-of", "bridging-organizations", "conflicts", "connection",
    "coverage-matrix", "event-participants", "evidence", "laws-governing", "only-in",
    "organization-profile", "people-positions", "program-overlap", "program-overview",
    "targets-timeline", "technology-landscape",
)  # fmt: skip

CASES: dict[str, list[dict[str, str]]] = {
    "agencies-covering": [{}, {"field": "quantum,AI,소재"}, {"field": "양자컴퓨팅"}],
    "as-of": [{}, {"date": "2026-03"}, {"date": "2026-03-01"}, {"about": "GRI"}],
    "bridging-organizations": [{}, {"first": "GATE"}],
    "conflicts": [{}, {"shared": ""}],
    "connection": [
        {"first": "새벽은행", "second": "솔바람바이오"},
        {"first": "희귀금속 대체소재", "second": "K-Leap"},
        {"first": "한별", "second": "BCI"},
    ],
    "coverage-matrix": [{}, {"field": "양자", "organization": "MHS"}],
    "event-participants": [{}, {"event": "출범식"}],
    "evidence": [{"about": "BCI"}, {}],
    "laws-governing": [{}, {"law": "도약법"}, {"governs": "Quantum"}],
    "only-in": [{}, {"program": "K-Leap", "other": "GATE"}],
    "organization-profile": [{"organization": "한빛과기부"}, {"organization": "GRI"}],
    "people-positions": [{}, {"organization": "Ministry of Hanbit Science"}, {"person": "정마루"}],
    "program-overlap": [{}, {"first": "GATE", "second": "K-Leap"}],
    "program-overview": [{"program": "도약 사업"}, {}],
    "targets-timeline": [{}, {"from": "2031", "until": "2032"}, {"program": "K-도약"}],
    "technology-landscape": [{}, {"technology": "BCI"}, {"program": "GATE"}],
}


@cache
def two_programmes() -> KnowledgeGraph:
    return loads(STATEMENTS.read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def memory() -> Iterator[Store]:
    with open_store(":memory:") as store:
        store.write(project(two_programmes()))
        yield store


def _flat(value: Any) -> Any:
    """What a golden file shows: ids and readable text, every qualifier."""
    if isinstance(value, Node):
        return value.id
    if isinstance(value, Edge):
        return f"{value.source} -> {value.target}: {cell_text(value)}"
    if isinstance(value, Walk):
        return cell_text(value)
    if isinstance(value, list):
        return [_flat(inner) for inner in value]
    return value


def _answers(name: str, store: Store) -> list[dict[str, Any]]:
    found = []
    for values in CASES[name]:
        result = ask(name, store, **values)
        rows = [[_flat(value) for value in row] for row in result.rows]
        found.append({"values": values, "columns": list(result.columns), "rows": rows})
    return found


def _query(name: str) -> Query:
    return Catalogue.load().get(name)


def test_the_catalogue_is_what_the_interface_names() -> None:
    assert Catalogue.load().names() == NAMES
    assert tuple(sorted(CASES)) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str, memory: Store, update_golden: bool) -> None:
    answers = _answers(name, memory)
    path = GOLDEN / f"{name}.json"
    if update_golden:
        text = json.dumps(answers, ensure_ascii=False, indent=1) + "\n"
        path.write_text(text, encoding="utf-8", newline="\n")
    assert answers == json.loads(path.read_text(encoding="utf-8"))
    assert any(answer["rows"] for answer in answers)


def test_every_store_gives_the_same_rows(store: Store, memory: Store) -> None:
    store.write(project(two_programmes()))
    for name in NAMES:
        for values in CASES[name]:
            there, here = ask(name, store, **values), ask(name, memory, **values)
            assert there.columns == here.columns, name
            assert there.rows == here.rows, (name, values)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_loading_does_not_show(name: str, memory: Store) -> None:
    graph = project(two_programmes())
    turned = PropertyGraph(graph.nodes[::-1], graph.edges[::-1])
    with open_store(":memory:") as store:
        store.write(turned)
        for values in CASES[name]:
            assert ask(name, store, **values).rows == ask(name, memory, **values).rows


@pytest.mark.parametrize("name", NAMES)
def test_columns_are_as_declared(name: str, memory: Store) -> None:
    for values in CASES[name]:
        assert ask(name, memory, **values).columns == _query(name).columns


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_its_quotes_and_they_are_verbatim(name: str, memory: Store) -> None:
    known = {e.quote: e.document for s in two_programmes().statements for e in s.evidence}
    result = _everything(name, memory)
    columns = [c for c in result.columns if c.endswith("quotes") or c == "quote"]
    assert columns
    for record in result.records():
        for column in columns:
            said = record[column]
            quotes = said if isinstance(said, list) else [said]
            if _is_plain_mention(record):
                continue
            assert quotes
            assert set(map(str, quotes)) <= set(known)


def _is_plain_mention(record: dict[str, Any]) -> bool:
    """A technology that stands alone has nothing to quote."""
    return record.get("kind") is None and "technology" in record and not record["quotes"]


def _everything(name: str, store: Store) -> Result:
    return ask(name, store, **CASES[name][0])


@pytest.mark.parametrize(
    ("name", "typed", "pasted"),
    [
        ("agencies-covering", {}, {"field": ["양자", "인공지능"]}),
        ("agencies-covering", {"field": "양자|소재"}, {"field": ["양자|소재|혁신 소재"]}),
        ("organization-profile", {"organization": "MHS"}, {"organization": "MHS"}),
        ("program-overlap", {"first": "GATE"}, {"first": "GATE", "second": ""}),
        ("connection", {"first": "BCI", "second": "한별"}, {"first": "BCI", "second": "한별"}),
        ("as-of", {"date": "2026-03"}, {"date": "2026-03", "about": ""}),
    ],
)
def test_a_file_takes_names_where_it_is_pasted(
    name: str, typed: dict[str, str], pasted: dict[str, Any], memory: Store
) -> None:
    rows = memory.run(_query(name).text, pasted).rows
    assert rows
    assert rows == ask(name, memory, **typed).rows


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_store_has_no_answer_and_no_error(name: str) -> None:
    if any(p.default is None for p in _query(name).parameters):
        pytest.skip("needs a name, and an empty store knows none")
    with open_store(":memory:") as store:
        assert ask(name, store).rows == ()


def test_direct_cover_comes_before_indirect(memory: Store) -> None:
    rows = ask("agencies-covering", memory, field="quantum,AI").records()
    ways = [(_flat(r["organization"]), r["directness"], r["through"]) for r in rows]
    assert ways[:2] == [("organization/가온연구원", "direct", "in person")] * 2
    assert ("organization/두레대학교", "indirect", "mission") in ways
    assert [w[1] for w in ways] == sorted(str(w[1]) for w in ways)


def test_conflicts_are_of_different_documents(memory: Store) -> None:
    rows = ask("conflicts", memory).records()
    assert {r["kind"] for r in rows} == {"target", "post", "place in the hierarchy", "event"}
    assert all(not set(r["first_documents"]) & set(r["second_documents"]) for r in rows)  # type: ignore[arg-type]


def test_what_follows_from_two_documents_is_known_when_both_are_out(memory: Store) -> None:
    early = ask("as-of", memory, date="2026-03").records()
    assert early
    assert not [
        r
        for r in early
        if isinstance(r["statement"], Edge) and r["statement"].type == "OVERLAPS_WITH"
    ]
    assert {r["since"] for r in early} == {"2026-03-02"}
