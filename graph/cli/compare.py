"""diff: what changed between two stores, two files or two dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.build import read_statements
from graph.cli.options import (
    decisions_option,
    existing,
    format_option,
    known_on,
    print_result,
    store_option,
)
from graph.errors import InputError
from graph.model import Result, ResultValue

if TYPE_CHECKING:
    from graph.comparison import Change
    from graph.entities import Decision
    from graph.model import KnowledgeGraph, Statement

_WORDS = {"+": "added", "-": "withdrawn", "~": "changed"}
_SAID = {"+": "new", "-": "gone", " ": "as before"}


@click.command()
@click.argument("old")
@click.argument("new")
@store_option
@format_option
@decisions_option
def diff(old: str, new: str, store: str, style: str, decisions: tuple[Decision, ...]) -> int:
    """Show the statements added, withdrawn and changed from OLD to NEW, with their quotes.

    \b
    Each is a store, a statements file (JSON Lines) or a date: what --store knew by then.
      moonshot diff last-week.kgl moonshot.kgl
      moonshot diff 2026-03-31 2026-06-30

    A ministry that was renamed or an entity that was taken to be another is one changed statement, not
    one withdrawn and one added. Decisions are needed only for dates. The exit code is 0 where nothing
    differs, 1 where something does, 2 where it cannot be said.
    """
    from graph.comparison import compare
    from graph.lineage import lineage
    from graph.vocabulary import vocabulary

    before, after = (_graph(place, store, decisions) for place in (old, new))
    changes = list(compare(before, after, lineage(vocabulary(), before, after)))
    signs: Counter[str] = Counter(change.sign for change in changes)
    if changes or style in ("json", "jsonl", "csv"):
        print_result(_result(changes, style), style)
    told = ", ".join(f"{signs[sign]} {word}" for sign, word in _WORDS.items())
    click.echo(told, err=True)
    return 1 if changes else 0


def _graph(place: str, store: str, decisions: Sequence[Decision]) -> KnowledgeGraph:
    from graph.history import is_date

    if is_date(place) and not Path(place).exists():
        return known_on(read_graph(store), place, decisions)
    return read_graph(place)


def read_graph(place: str) -> KnowledgeGraph:
    """Return the statements of a store, or of a statements file: one that begins with a brace.

    Raises :class:`InputError` or :class:`StoreError`.
    """
    from graph.projection import unproject
    from graph.stores import open_store

    if _is_statements(place):
        return read_statements(Path(place))
    with open_store(existing(place)) as opened:
        return unproject(opened.read())


def _is_statements(place: str) -> bool:
    if "://" in place or not Path(place).is_file():
        return False
    try:
        with Path(place).open("rb") as file:
            start = file.read(64)
    except OSError as error:
        raise InputError(f"{place}: cannot be read: {error.strerror or error}") from error
    return not start.strip() or start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _result(changes: Sequence[Change], style: str) -> Result:
    """Return a row for each change where a program reads nested values, else one for each quote."""
    if style in ("json", "jsonl"):
        columns = ("change", "id", "statement", "renamed", "before", "after", "evidence")
        return Result(columns, tuple(map(_whole, changes)))
    rows = [row for change in changes for row in _rows(change, repeated=style == "csv")]
    return Result(("change", "statement", "is", "document", "quote"), tuple(rows))


def _rows(change: Change, *, repeated: bool) -> Iterator[tuple[ResultValue, ...]]:
    first = (_WORDS[change.sign], change.text)
    again = first if repeated else ("", "")
    for number, (sign, e) in enumerate(change.passages):
        place = f"{e.document}:{e.start}-{e.end}"
        yield (*(again if number else first), _SAID[sign], place, e.quote)
    if not change.passages:
        yield (*first, "", "", "")


def _whole(change: Change) -> tuple[ResultValue, ...]:
    evidence: list[ResultValue] = [
        {
            "is": _SAID[sign],
            "document": e.document,
            "start": e.start,
            "end": e.end,
            "quote": e.quote,
        }
        for sign, e in change.passages
    ]
    renamed: list[ResultValue] = [{"from": old, "to": new} for old, new in change.renamed]
    told = _WORDS[change.sign], change.statement.id, change.text
    return (*told, renamed, _said(change.was), _said(change.now), evidence)


def _said(statement: Statement | None) -> ResultValue:
    if statement is None:
        return None
    said = statement.qualifiers
    qualifiers: dict[str, ResultValue] = {
        name: list(value) if isinstance(value := said[name], tuple) else value
        for name in sorted(said)
    }
    return {
        "subject": statement.subject.name,
        "predicate": statement.predicate,
        "object": statement.object.name,
        "qualifiers": qualifiers,
        "derived": statement.derived,
        "basis": list(statement.basis),
    }
