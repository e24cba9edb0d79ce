"""export: the graph for other tools."""

from __future__ import annotations

import click

from graph.cli.options import (
    AsOf,
    as_of_option,
    confidence_option,
    reading,
    store_option,
    write_text,
)
from graph.exports import ARCHIVES, EXPORTERS, export_text
from graph.exports import export as write


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice([*EXPORTERS, *ARCHIVES]))
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE",
    help="Where to; - (the default) is standard output.",
)
@store_option
@confidence_option
@as_of_option
def export(form: str, output: str, store: str, least: float, known: AsOf | None) -> None:
    """Write the graph for other tools.

    \b
    statements   JSON Lines, one statement a line: what load and diff read
    graphml      for Gephi, yEd, networkx
    jsonld       JSON-LD, with PROV for the sources
    csv          one quote a row, for spreadsheets
    neo4j        a zip of CSV files for neo4j-admin database import
    """
    from graph.projection import unproject

    if form in ARCHIVES and output == "-":
        raise click.UsageError(f"{form} writes several files; give -o FILE.zip")
    with reading(store, least, known) as opened:
        graph = unproject(opened.read())
    if output == "-":
        write_text("-", export_text(graph, form))
    else:
        write(graph, output, form)
