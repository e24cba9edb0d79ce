"""render: a page to look at and to mail."""

from __future__ import annotations

import click

from graph.cli.options import assignments, existing, store_option, write_text


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
def render(arguments: tuple[str, ...], view: str, output: str, store: str) -> None:
    """Write one self-contained interactive page.

    \b
    --view ecosystem                 everything
    --view overlap PROGRAM PROGRAM   one left, the other right, what they share between
    --view around NAME               what is around one entity
    --view query QUERY NAME=VALUE…   the rows of a canned query
    """
    from graph.catalogue import ask
    from graph.catalogue.names import known_name
    from graph.projection import unproject
    from graph.stores import open_store
    from graph.views import render as draw

    with open_store(existing(store)) as opened:
        known = unproject(opened.read())
        if view == "query":
            if not arguments:
                raise click.UsageError("--view query needs the name of a canned query")
            result = ask(arguments[0], opened, **assignments(arguments[1:]))
            page = draw(known, view, (), title=result.title, result=result)
        else:
            label = "Program" if view == "overlap" else "Entity"
            names = [known_name(opened, label, a) for a in arguments]
            page = draw(known, view, names)
    write_text(output, [page])
    click.echo(f"{output}: written", err=True)
