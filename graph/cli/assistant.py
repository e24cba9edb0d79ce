"""mcp: the store for language-model assistants."""

from __future__ import annotations

import click

from graph.cli.options import store_option


@click.command()
@store_option
def mcp(store: str) -> None:
    """Serve the store to a language-model assistant over the Model Context Protocol.

    The assistant starts this command and talks with it on standard input and output. It can ask the canned
    queries, find names and have them explained; it can change nothing, and every answer has its quotes.
    """
    from graph import __version__
    from graph.connection import connect
    from graph.mcp.server import serve

    with connect(store) as connection:
        serve(connection, __version__)
