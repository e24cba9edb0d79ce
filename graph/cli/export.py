"""export: the graph for other tools."""

from __future__ import annotations

import click

from graph.cli.options import existing, store_option, write_text


@click.command()
@click.argument(
    "format_", metavar="FORMAT", type=click.Choice(["statements", "graphml", "jsonld", "csv"])
)
@click.option("-o", "--output", default="-", help="A file; - is standard output.")
@store_option
def export(format_: str, output: str, store: str) -> None:
    """Write the graph as statements (JSON Lines), GraphML, JSON-LD or CSV."""
    from graph.exports import export_text
    from graph.projection import unproject
    from graph.stores import open_store

    with open_store(existing(store)) as opened:
        known = unproject(opened.read())
    write_text(output, export_text(known, format_))
