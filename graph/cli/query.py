"""ask, cypher, overlap, info: questions to a store."""

from __future__ import annotations

import json

import click

from graph.cli.options import assignments, existing, format_option, print_result, store_option


@click.command()
@click.argument("query", required=False)
@click.argument("values", nargs=-1, metavar="[NAME=VALUE ...]")
@store_option
@format_option
def ask(query: str | None, values: tuple[str, ...], store: str, style: str) -> None:
    """Run a canned query; without QUERY, list them.

    A value may be any name or alias, Korean or English: field=quantum,AI
    """
    from graph.catalogue import Catalogue
    from graph.catalogue import ask as run
    from graph.model import Result
    from graph.stores import open_store

    if query is None:
        rows = tuple(
            (
                q.name,
                q.question_ko,
                q.question_en,
                " ".join(f"{p.name}={p.default or ''}" for p in q.parameters),
            )
            for q in Catalogue.load().queries.values()
        )
        print_result(Result(("query", "질문", "question", "parameters"), rows), style)
        return
    Catalogue.load().get(query)
    with open_store(existing(store)) as opened:
        print_result(run(query, opened, **assignments(values)), style)


@click.command()
@click.argument("statement")
@click.argument("values", nargs=-1, metavar="[NAME=VALUE ...]")
@store_option
@format_option
@click.option("--write", is_flag=True, help="Allow the statement to change the store.")
def cypher(statement: str, values: tuple[str, ...], store: str, style: str, write: bool) -> None:
    """Run a Cypher statement; it cannot change anything unless --write.

    Values are JSON where they can be read as such (numbers, lists), else text.
    """
    from graph.stores import open_store

    parameters = {name: _value(value) for name, value in assignments(values).items()}
    with open_store(store if write else existing(store)) as opened:
        print_result(opened.run(statement, parameters, write=write), style)


def _value(written: str) -> object:
    try:
        value: object = json.loads(written)
    except ValueError:
        return written
    return value


@click.command()
@click.argument("first")
@click.argument("second")
@store_option
@format_option
def overlap(first: str, second: str, store: str, style: str) -> None:
    """Show where two programmes meet, and where each stands alone."""
    from graph.catalogue import ask as run
    from graph.stores import open_store

    with open_store(existing(store)) as opened:
        tables = (
            (f"{first} ∩ {second}", run("program-overlap", opened, first=first, second=second)),
            (f"{first} ∖ {second}", run("only-in", opened, program=first, other=second)),
            (f"{second} ∖ {first}", run("only-in", opened, program=second, other=first)),
        )
    for title, result in tables:
        if style in ("table", "markdown"):
            click.echo(f"\n{title}" if style == "table" else f"\n## {title}\n")
        print_result(result, style)


_DOCUMENTS = (
    "MATCH (d:Document) OPTIONAL MATCH (d)<-[:FROM]-(p:Passage) "
    "RETURN d.name AS document, coalesce(d.published, '') AS published, "
    "coalesce(d.publisher, '') AS publisher, coalesce(d.title, '') AS title, count(p) AS passages "
    "ORDER BY document"
)
_LABELS = "MATCH (n) RETURN labels(n)[0] AS kind, count(*) AS number ORDER BY kind"
_PREDICATES = "MATCH ()-[r]->() RETURN type(r) AS kind, count(*) AS number ORDER BY kind"


@click.command()
@store_option
@format_option
def info(store: str, style: str) -> None:
    """Show what is in a store: documents, counts by label and predicate, versions."""
    from importlib.metadata import version

    from graph import __version__
    from graph.model import Result
    from graph.stores import open_store

    with open_store(existing(store)) as opened:
        documents = opened.run(_DOCUMENTS)
        counts = [*opened.run(_LABELS).rows, *opened.run(_PREDICATES).rows]
    print_result(documents, style)
    print_result(Result(("kind", "number"), tuple(counts)), style)
    versions = (("moonshot-graph", __version__), *((n, version(n)) for n in ("kglite", "neo4j")))
    print_result(Result(("program", "version"), versions), style)
