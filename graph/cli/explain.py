"""explain: why a node is what it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from graph.cli.options import AsOf, as_of_option, reading, store_option

if TYPE_CHECKING:
    from graph.explanation import Explained
    from graph.explanation.explained import Join, Near, Place, Statements, Worded

_QUOTES = 2
"""So many passages of a document are shown for a wording; --format json has all."""


@click.command()
@click.argument("name", nargs=-1, required=True)
@store_option
@click.option(
    "--format", "style", default="text", type=click.Choice(["text", "json"]), show_default=True
)
@as_of_option
def explain(name: tuple[str, ...], store: str, style: str, known: AsOf | None) -> None:
    """Show why a name means what it means.

    For each entity that NAME (or an id) may mean: every wording of it in the documents, the vocabulary
    row, definition, rule or decision that made it this one, with its score; what its statements rest on;
    and what has a like name and was kept from it.
    """
    from graph.catalogue.header import ANY_ENTITY
    from graph.catalogue.names import Names
    from graph.explanation import explain as run
    from graph.projection import unproject
    from graph.vocabulary import vocabulary

    wanted = " ".join(name)
    with reading(store, known=known) as opened:
        graph = unproject(opened.read())
        found = run(graph, wanted, vocabulary())
        if not found:
            # Nothing has that name: this knows parts of names, or says what is near.
            ids = Names(opened).demand(ANY_ENTITY, wanted)
            found = run(graph, wanted, vocabulary(), ids)
    if style == "json":
        click.echo(json.dumps([asdict(e) for e in found], ensure_ascii=False, indent=2))
        return
    if len(found) > 1:
        click.echo(f"{wanted} may mean {len(found)} entities:\n")
    click.echo("\n\n".join("\n".join(_text(e)) for e in found))


def _text(explained: Explained) -> Iterator[str]:
    from graph.views.table import visible

    english = f" ({explained.name_en})" if explained.name_en else ""
    yield visible(f"{explained.name}{english}")
    yield visible(f"  {explained.label}, {explained.id}")
    for title, lines in (
        ("worded", [line for w in explained.wordings for line in _worded(w)]),
        ("also known as", ["; ".join(explained.unused)] if explained.unused else []),
        ("statements", [_statements(s) for s in explained.statements]),
        ("near, but not it", [_near(n) for n in explained.near]),
    ):
        if lines:
            yield f"  {title}"
            yield from (f"    {visible(line)}" for line in lines)


def _worded(worded: Worded) -> Iterator[str]:
    yield f"{worded.text} ← {'; then '.join(map(_join, worded.joins))}"
    for place in worded.places:
        yield from _place(place)


def _join(join: Join) -> str:
    return f"{join.rule} {join.score:g}: {join.reason}"


def _place(place: Place) -> Iterator[str]:
    times = "once" if len(place.starts) == 1 else f"{len(place.starts)} times"
    where = f"  {place.document}, {times} (at {', '.join(map(str, place.starts[:5]))}"
    yield f"{where}{', …' if len(place.starts) > 5 else ''})"
    yield from (f"    “{quote}”" for quote in place.quotes[:_QUOTES])
    if len(place.quotes) > _QUOTES:
        yield f"    and {len(place.quotes) - _QUOTES} more passages"


def _statements(counted: Statements) -> str:
    rules = ", ".join(f"{told.rule} {told.number}" for told in counted.rules)
    return f"{counted.predicate} as {counted.end}: {counted.number}{f' ({rules})' if rules else ''}"


def _near(near: Near) -> str:
    return f"{near.name} [{near.id}] {near.score:g}: {near.why}"
