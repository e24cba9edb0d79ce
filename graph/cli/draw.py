"""render: a page to look at and to mail."""

from __future__ import annotations

import click

from graph.cli.options import (
    AsOf,
    as_of_option,
    assignments,
    confidence_option,
    reading,
    store_option,
    write_text,
)


@click.command()
@click.argument("arguments", nargs=-1)
@click.option(
    "--view",
    default="ecosystem",
    type=click.Choice(["ecosystem", "overlap", "around", "query"]),
    show_default=True,
)
@click.option("-o", "--output", default="moonshot.html", show_default=True)
@store_option
@confidence_option
@as_of_option
def render(
    arguments: tuple[str, ...],
    view: str,
    output: str,
    store: str,
    least: float,
    known: AsOf | None,
) -> None:
    """Write one self-contained interactive page.

    \b
    --view ecosystem                 everything
    --view overlap PROGRAM PROGRAM   one left, the other right, what they share between
    --view around NAME               what is around one entity
    --view query QUERY NAME=VALUE…   the rows of a canned query
    """
    from graph.catalogue import Catalogue, ask
    from graph.catalogue.names import known_name
    from graph.projection import unproject
    from graph.views import render as draw

    arguments, given = _checked(view, arguments)
    with reading(store, least, known) as opened:
        graph = unproject(opened.read())
        if view == "query":
            result = ask(arguments[0], opened, **given)
            asked = Catalogue.load().get(arguments[0])
            page = draw(graph, view, (), asked.question_ko, result, asked.question_en)
        else:
            label = "Program" if view == "overlap" else "Entity"
            names = [known_name(opened, label, a) for a in arguments]
            page = draw(graph, view, names)
    write_text(output, [page])
    if output != "-":
        click.echo(f"{output}: written", err=True)


def _checked(view: str, arguments: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the arguments of ``view`` and the values of a query; raises a usage error."""
    from graph.catalogue import Catalogue, check
    from graph.errors import QueryError

    given: dict[str, str] = {}
    if view == "query":
        if not arguments:
            raise click.UsageError("--view query needs the name of a canned query")
        given = assignments(arguments[1:])
        try:
            check(Catalogue.load().get(arguments[0]), given)
        except QueryError as error:
            raise click.UsageError(str(error)) from error
    elif view == "around":
        if not arguments:
            raise click.UsageError("--view around needs the name of an entity")
        arguments = (" ".join(arguments),)
    elif view == "ecosystem" and arguments:
        raise click.UsageError("--view ecosystem draws everything and takes no names")
    elif view == "overlap" and len(arguments) not in (0, 2):
        raise click.UsageError("--view overlap needs the names of two programmes, or none")
    return arguments, given
