"""serve: a local web page over a store."""

from __future__ import annotations

import click

from graph.cli.options import store_option


@click.command()
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option(
    "--port", default=8017, type=click.IntRange(0, 65535), show_default=True, help="0: any free."
)
@click.option(
    "--token",
    default="",
    envvar="MOONSHOT_GRAPH_TOKEN",
    show_envvar=True,
    help="What whoever opens the page has to know; needed for a host that others reach.",
)
def serve(store: str, host: str, port: int, token: str) -> None:
    """Open the store to a browser on this machine: search, questions as forms, tables, pages, evidence.

    Nothing can be changed by it. Others reach it only with --host and --token. Ctrl-C stops it.
    """
    from graph.connection import connect
    from graph.serve.running import serve as run

    with connect(store) as connection:
        run(connection, host, port, token, lambda address: click.echo(f"{address} shows {store}"))
