"""CSV files for ``neo4j-admin database import``: one for each label and each relationship type."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graph.model import KnowledgeGraph, PropertyValue
from graph.projection import project

_BETWEEN = "\x1f"
"""Stands between the members of a list: no name holds it."""
_TYPES: dict[type, str] = {
    bool: ":boolean",
    int: ":long",
    float: ":double",
    list: ":string[]",
    str: "",
}


def files(graph: KnowledgeGraph) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the name and the lines of each file; ``import.txt`` holds the command that reads them."""
    projected = project(graph)
    nodes: dict[str, list[tuple[Sequence[str], Mapping[str, PropertyValue]]]] = defaultdict(list)
    edges: dict[str, list[tuple[Sequence[str], Mapping[str, PropertyValue]]]] = defaultdict(list)
    for node in projected.nodes:
        rest = {name: value for name, value in node.properties.items() if name != "id"}
        nodes[node.label].append(((node.id, node.label), rest))
    for edge in projected.edges:
        edges[edge.type].append(((edge.source, edge.target, edge.type), edge.properties))
    for label in sorted(nodes):
        yield f"nodes/{label}.csv", _table(("id:ID", ":LABEL"), nodes[label])
    for kind in sorted(edges):
        yield f"relationships/{kind}.csv", _table((":START_ID", ":END_ID", ":TYPE"), edges[kind])
    yield "import.txt", _command(sorted(nodes), sorted(edges))


def _table(
    ends: Sequence[str], rows: Sequence[tuple[Sequence[str], Mapping[str, PropertyValue]]]
) -> Iterator[str]:
    columns = sorted({name for _, properties in rows for name in properties})
    typed = [name + _type([p[name] for _, p in rows if name in p]) for name in columns]
    yield _line([*ends, *typed])
    for fixed, properties in rows:
        yield _line([*fixed, *(_cell(properties.get(name)) for name in columns)])


def _type(values: Sequence[PropertyValue]) -> str:
    kinds = {type(value) for value in values}
    return _TYPES[kinds.pop()] if len(kinds) == 1 else ""


def _cell(value: PropertyValue | None) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return _BETWEEN.join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _command(labels: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    yield "neo4j-admin database import full neo4j --overwrite-destination \\\n"
    yield "  --id-type=string --multiline-fields=true --array-delimiter=U+001F"
    for label in labels:
        yield f" \\\n  --nodes=nodes/{label}.csv"
    for kind in kinds:
        yield f" \\\n  --relationships=relationships/{kind}.csv"
    yield "\n"
