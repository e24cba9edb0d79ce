"""Every export holds the same nodes, statements and quotes, and its own readers take it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from urllib.parse import unquote

import networkx
import pytest
from made import (
    GOVERNS,
    LAW,
    LEADS,
    MEETS,
    MINISTRY,
    TAKES_PART,
    WHOLE,
    entity,
    graph,
    passage,
    said,
)

from graph.errors import InputError
from graph.exports import ARCHIVES, EXPORTERS, SUFFIXES, export, export_text
from graph.exports.jsonl import loads
from graph.exports.nx import to_networkx
from graph.model import KnowledgeGraph
from graph.projection import project

ENTITIES = {e.id for e in WHOLE.entities}
STATEMENTS = {(s.subject.id, s.predicate, s.object.id) for s in WHOLE.statements}


def text(form: str, known: KnowledgeGraph = WHOLE) -> str:
    return "".join(export_text(known, form))


def test_networkx_holds_entities_statements_and_quotes() -> None:
    network = to_networkx(WHOLE)
    assert set(network) == ENTITIES
    assert {(a, data["type"], b) for a, b, data in network.edges(data=True)} == STATEMENTS
    edge = network.get_edge_data(TAKES_PART.subject.id, TAKES_PART.object.id, TAKES_PART.id)
    assert edge["quotes"] == [e.quote for e in TAKES_PART.evidence]
    assert network.nodes[MINISTRY.id]["aliases"] == list(MINISTRY.aliases)


def test_graphml_is_read_back() -> None:
    network = networkx.parse_graphml(text("graphml"), force_multigraph=True)
    assert set(network) == ENTITIES
    assert {(a, data["type"], b) for a, b, data in network.edges(data=True)} == STATEMENTS
    edge = network.get_edge_data(TAKES_PART.subject.id, TAKES_PART.object.id, TAKES_PART.id)
    assert edge["quotes"] == " | ".join(e.quote for e in TAKES_PART.evidence)
    assert edge["derived"] is False
    assert network.get_edge_data(MEETS.subject.id, MEETS.object.id, MEETS.id)["score"] == 0.75
    assert network.nodes[MINISTRY.id] == {
        "id": MINISTRY.id,
        "label": "가나부",
        "type": "Organization",
        "name": "가나부",
        "name_en": "Ministry of Gana",
        "aliases": "MG | 가부",
        "kind": "ministry",
    }


def test_graphml_leaves_out_what_xml_cannot_hold() -> None:
    hostile = graph(
        said(entity("Organization", "가\x00나\x1b[31m"), "LEADS", LEADS.object, passage("a.txt"))
    )
    network = networkx.parse_graphml(text("graphml", hostile))
    assert "가나[31m" in {data["name"] for _, data in network.nodes(data=True)}


def test_jsonld_names_everything_once() -> None:
    document = json.loads(text("jsonld"))
    nodes = {unquote(n["id"]).removeprefix("moonshot:"): n for n in document["@graph"]}
    assert len(nodes) == len(document["@graph"])
    assert set(nodes) >= ENTITIES
    prefix = "moonshot:"
    found = {
        tuple(unquote(n[part]).removeprefix(prefix) for part in ("subject", "predicate", "object"))
        for n in nodes.values()
        if n["type"] == "Statement"
    }
    assert found == STATEMENTS
    for statement in WHOLE.statements:
        quotes = [
            unquote(p).removeprefix(prefix) for p in nodes[f"statement/{statement.id}"]["evidence"]
        ]
        assert [nodes[key]["quote"] for key in quotes] == [e.quote for e in statement.evidence]


def test_jsonld_tells_a_qualifier_from_the_subject() -> None:
    nodes = {n["id"]: n for n in json.loads(text("jsonld"))["@graph"]}
    governs = nodes[f"moonshot:statement/{GOVERNS.id}"]
    assert unquote(governs["subject"]) == f"moonshot:{LAW.id}"
    assert governs["q:subject"] == "하늘을 나는 것"


def test_csv_has_a_row_for_each_quote() -> None:
    rows = list(csv.DictReader(io.StringIO(text("csv"), newline="")))
    quotes = [(s.predicate, e.quote) for s in WHOLE.statements for e in s.evidence]
    assert [(r["predicate"], r["quote"]) for r in rows if r["quote"]] == quotes
    assert {r["predicate"] for r in rows} == {s.predicate for s in WHOLE.statements}


def test_csv_starts_no_formula() -> None:
    rows = csv.reader(io.StringIO(text("csv"), newline=""))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_bulk_import_holds_all_nodes_and_relationships(tmp_path: Path) -> None:
    export(WHOLE, tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        tables = {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
            if name.endswith(".csv")
        }
        command = archive.read("import.txt").decode()
    projected = project(WHOLE)
    nodes = {(r["id:ID"], r[":LABEL"]) for n, rows in tables.items() if "nodes/" in n for r in rows}
    assert nodes == {(n.id, n.label) for n in projected.nodes}
    edges = [r for name, rows in tables.items() if name.startswith("relationships/") for r in rows]
    assert {(r[":START_ID"], r[":TYPE"], r[":END_ID"]) for r in edges} == {
        (e.source, e.type, e.target) for e in projected.edges
    }
    ministry = next(r for r in tables["nodes/Organization.csv"] if r["name"] == "가나부")
    assert ministry["aliases:string[]"].split("\x1f") == list(MINISTRY.aliases)
    assert tables["nodes/Year.csv"][0]["year:long"] == "2035"
    assert tables["relationships/OVERLAPS_WITH.csv"][0]["score:double"] == "0.75"
    assert all(name in command for name in tables)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_file_is_the_same_every_time(tmp_path: Path, suffix: str) -> None:
    turned = KnowledgeGraph(WHOLE.sources, tuple(reversed(WHOLE.statements)))
    export(WHOLE, tmp_path / f"one{suffix}")
    export(turned, tmp_path / f"two{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


@pytest.mark.parametrize("form", [*EXPORTERS, *ARCHIVES])
def test_an_empty_graph_can_be_exported(tmp_path: Path, form: str) -> None:
    export(KnowledgeGraph(), tmp_path / "empty", form)
    assert (tmp_path / "empty").exists()


def test_statements_are_read_back(tmp_path: Path) -> None:
    export(WHOLE, tmp_path / "x.jsonl")
    assert loads((tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()) == WHOLE


def test_every_format_has_a_suffix() -> None:
    assert {*EXPORTERS, *ARCHIVES} == set(SUFFIXES.values())


@pytest.mark.parametrize("name", ["x.docx", "x"])
def test_an_unknown_suffix_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="known are statements"):
        export(WHOLE, tmp_path / name)
    assert not list(tmp_path.iterdir())
