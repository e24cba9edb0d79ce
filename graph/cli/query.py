"""ask, cypher, overlap, info: questions to a store."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

import click

from graph.cli.options import (
    AsOf,
    as_of_option,
    assignments,
    confidence_option,
    existing,
    format_option,
    given_decisions,
    print_result,
    reading,
    store_option,
)
from graph.errors import QueryError
from graph.model import Result, ResultValue

if TYPE_CHECKING:
    from graph.catalogue import Query
    from graph.entities import Decision
    from graph.stores import Store

_FOR_PEOPLE = ("table", "markdown")


@click.command()
@click.argument("query", required=False)
@click.argument("values", nargs=-1, metavar="[NAME=VALUE ...]")
@store_option
@format_option
@confidence_option
@as_of_option
def ask(
    query: str | None,
    values: tuple[str, ...],
    store: str,
    style: str,
    least: float,
    known: AsOf | None,
) -> None:
    """Run a canned query; without QUERY, list them.

    A value may be any name or alias, Korean or English; a list has commas: field=quantum,AI
    """
    from graph.catalogue import Catalogue, check
    from graph.catalogue import ask as run

    catalogue = Catalogue.load()
    if query is None:
        print_result(_listing(catalogue.queries.values()), style)
        return
    given = assignments(values)
    try:
        check(catalogue.get(query), given)
    except QueryError as error:
        raise click.UsageError(str(error)) from error
    with reading(store, least, known) as opened:
        print_result(run(query, opened, **given), style)


def _listing(queries: Iterable[Query]) -> Result:
    rows = tuple((q.name, q.question_ko, q.question_en, q.usage) for q in queries)
    return Result(("query", "질문", "question", "parameters"), rows)


@click.command()
@click.argument("statement")
@click.argument("values", nargs=-1, metavar="[NAME=VALUE ...]")
@store_option
@format_option
@click.option("--write", is_flag=True, help="Allow the statement to change the store.")
@click.option(
    "--timeout",
    "seconds",
    default=60.0,
    type=click.FloatRange(0, min_open=True),
    show_default=True,
    help="Stop after so many seconds.",
)
@click.option(
    "--rows",
    default=10_000,
    type=click.IntRange(1),
    show_default=True,
    help="So many rows at most.",
)
@as_of_option
def cypher(
    statement: str,
    values: tuple[str, ...],
    store: str,
    style: str,
    write: bool,
    seconds: float,
    rows: int,
    known: AsOf | None,
) -> None:
    """Run a Cypher statement; it cannot change anything unless --write.

    A value is a number, true, false or JSON where it reads as such; a list where it has commas;
    text otherwise, and '"2026"' is text too.
    """
    from graph.stores import open_store
    from graph.stores.base import Limits

    parameters = {name: _value(value) for name, value in assignments(values).items()}
    if write and known:
        raise click.UsageError("--write changes the store as it is: not with --as-of")
    with open_store(store) if write else reading(store, known=known) as opened:
        limits = Limits(seconds, rows)
        result = opened.run(statement, parameters, write=write, limits=limits)
        print_result(result, style)
        if result.cut:
            click.echo(f"only the first {rows} rows; --rows allows more", err=True)


def _value(written: str) -> object:
    try:
        value: object = json.loads(written, parse_constant=_no_number)
    except (ValueError, RecursionError):
        parts = written.split(",")
        return [_value(part.strip()) for part in parts] if len(parts) > 1 else written
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return written
    return value


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is text")


@click.command()
@click.argument("first", metavar="PROGRAM")
@click.argument("second", metavar="PROGRAM")
@store_option
@format_option
@confidence_option
@as_of_option
def overlap(
    first: str, second: str, store: str, style: str, least: float, known: AsOf | None
) -> None:
    """Show where two programmes meet, and where each stands alone.

    Each meeting has a score from 0 to 1, what it rests on, and the passages behind both sides.
    """
    from graph.catalogue.names import known_name

    with reading(store, least, known) as opened:
        one, two = (known_name(opened, "Program", name) for name in (first, second))
        if one == two:
            raise click.UsageError(f"{first!r} and {second!r} are one programme: {one}")
        tables = _overlap(opened, one, two)
    _print_all(tables, style)


def _overlap(store: Store, one: str, two: str) -> dict[str, Result]:
    from graph.catalogue import ask as run

    met = run("program-overlap", store, first=one, second=two)
    alone = {
        f"{a} ∖ {b}": run("only-in", store, program=a, other=b) for a, b in ((one, two), (two, one))
    }
    columns = ("first", "second", "kind", "score", "basis", "quotes", "documents")
    tables = {f"{one} ∩ {two}": _chosen(met, columns)}
    for title, result in alone.items():
        tables[title] = _chosen(result, ("item", "kind", "detail", "quotes", "documents"))
    return tables


def _chosen(result: Result, columns: tuple[str, ...]) -> Result:
    places = [result.columns.index(column) for column in columns]
    return Result(columns, tuple(tuple(row[i] for i in places) for row in result.rows))


@click.command()
@store_option
@format_option
@click.option(
    "--check", is_flag=True, help="Compare the store with what its documents were read as instead."
)
@as_of_option
def info(store: str, style: str, check: bool, known: AsOf | None) -> int:
    """Show what is in a store: documents, counts by label and predicate, versions.

    --check settles and derives anew what the documents of the store were read as, and compares it with
    every node, relationship and property in the store, both ways. Each difference is one line.
    Decisions that the store was built with have to be given again.
    """
    if check:
        return _check(store, given_decisions())
    with reading(store, known=known) as opened:
        tables = {
            "documents": _documents(opened),
            "labels": opened.run(_LABELS),
            "predicates": opened.run(_PREDICATES),
            "versions": _versions(store),
        }
    _print_all(tables, style)
    return 0


def _check(store: str, decisions: tuple[Decision, ...]) -> int:
    from graph.exactness import differences, kept
    from graph.pipeline import recompute
    from graph.projection import project
    from graph.stores import open_store
    from graph.views.table import visible

    with open_store(existing(store)) as opened:
        held, address = opened.read(), opened.address
    known, faults = kept(held)
    number = 0
    for line in chain(faults, differences(held, project(recompute(known, decisions)))):
        number += 1
        click.echo(visible(line))
    size = f"{len(held.nodes)} nodes and {len(held.edges)} relationships"
    found = f"{number} difference{'s' * (number > 1)}" if number else "all as read"
    click.echo(f"{address}: {size} checked: {found}", err=True)
    return 1 if number else 0


_DOCUMENTS = (
    "MATCH (d:Document) OPTIONAL MATCH (d)<-[:FROM]-(p:Passage) "
    "WITH d, count(p) AS passages RETURN d, passages ORDER BY d.name, d.id"
)
_LABELS = "MATCH (n) RETURN labels(n)[0] AS label, count(*) AS number ORDER BY label"
_PREDICATES = "MATCH ()-[r]->() RETURN type(r) AS predicate, count(*) AS number ORDER BY predicate"


def _documents(store: Store) -> Result:
    from graph.model import Node

    known = ("name", "published", "publisher", "title")
    rows = tuple(
        (*(_text(node.properties.get(key)) for key in known), passages)
        for node, passages in store.run(_DOCUMENTS).rows
        if isinstance(node, Node)
    )
    return Result(("document", *known[1:], "passages"), rows)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _versions(address: str) -> Result:
    from importlib.metadata import version

    from graph import __version__

    engine = "neo4j" if "://" in address else "kglite"
    rows = (("moonshot-graph", __version__), (f"{engine} (Python package)", version(engine)))
    return Result(("program", "version"), rows)


def _print_all(tables: dict[str, Result], style: str) -> None:
    """Print several tables: one under another for people, as rows of one for programs."""
    if style not in _FOR_PEOPLE:
        print_result(_joined(tables), style)
        return
    for number, (title, result) in enumerate(tables.items()):
        click.echo(f"{'' if number == 0 else chr(10)}{'## ' * (style == 'markdown')}{title}\n")
        print_result(result, style)


def _joined(tables: dict[str, Result]) -> Result:
    columns = list(dict.fromkeys(c for result in tables.values() for c in result.columns))
    rows: list[tuple[ResultValue, ...]] = []
    for title, result in tables.items():
        rows.extend((title, *(record.get(c) for c in columns)) for record in result.records())
    return Result(("part", *columns), tuple(rows))
