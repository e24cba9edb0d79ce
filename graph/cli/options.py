"""Options that several commands share, and how they print and write."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from graph.errors import DecisionsError, InputError, MoonshotError
from graph.files import write_file
from graph.model import Result

if TYPE_CHECKING:
    from graph.entities import Decision
    from graph.model import KnowledgeGraph
    from graph.proposals import Proposer
    from graph.stores import Store

_F = TypeVar("_F", bound=Callable[..., object])

DEFAULT_STORE = "moonshot.kgl"
FORMATS = ("table", "csv", "json", "jsonl", "markdown")


def store_option(function: _F) -> _F:
    """Add ``--store``."""
    return click.option(
        "--store",
        default=DEFAULT_STORE,
        envvar="MOONSHOT_GRAPH_STORE",
        show_default=True,
        show_envvar=True,
        help="A file, bolt://…, neo4j://… or neo4j+s://….",
    )(function)


def format_option(function: _F) -> _F:
    """Add ``--format``."""
    return click.option(
        "--format", "style", default="table", type=click.Choice(FORMATS), show_default=True
    )(function)


def llm_options(function: _F) -> _F:
    """Add ``--llm`` and ``--llm-cache``, as the argument ``proposer``."""
    asked = click.option(
        "--llm",
        "proposer",
        is_flag=True,
        callback=_proposer,
        help="Let a language model propose more; needs MOONSHOT_GRAPH_LLM_URL and …_MODEL.",
    )
    kept = click.option(
        "--llm-cache",
        default="moonshot-llm",
        metavar="DIR",
        show_default=True,
        is_eager=True,
        expose_value=False,
        callback=lambda context, _, value: context.meta.update({_CACHE: value}),
        help="Where the model's answers are kept, so that a run can be repeated.",
    )
    return kept(asked(function))


_CACHE = "graph.llm_cache"


def _proposer(context: click.Context, parameter: click.Parameter, value: bool) -> Proposer | None:
    del parameter
    if not value:
        return None
    from graph.cli import WrongUsage
    from graph.proposals import Cache, Proposer, settings_from

    try:
        return Proposer(settings_from(), Cache(Path(context.meta[_CACHE])))
    except MoonshotError as error:
        raise WrongUsage(str(error)) from error


def confidence_option(function: _F) -> _F:
    """Add ``--min-confidence``, as the argument ``least``."""
    return click.option(
        "--min-confidence",
        "least",
        default=0.0,
        metavar="X",
        type=click.FloatRange(0, 1),
        help="Leave out what is stated with less confidence (0 to 1), and what follows from it.",
    )(function)


@dataclass(frozen=True, slots=True)
class AsOf:
    """A date, and the decisions that hold for what was known then."""

    date: str
    decisions: tuple[Decision, ...]


def as_of_option(function: _F) -> _F:
    """Add ``--as-of``, as the argument ``known``: None without a date."""
    chosen = click.option(
        "--as-of",
        "known",
        metavar="DATE",
        callback=_as_of,
        help="Only what documents published by DATE (2026-06-18, 2026-06, 2026) say, and what follows.",
    )
    decided = click.option(
        "--decisions",
        metavar="FILE",
        envvar="MOONSHOT_GRAPH_DECISIONS",
        show_envvar=True,
        is_eager=True,
        expose_value=False,
        callback=lambda context, parameter, value: context.meta.update(
            {_DECISIONS: _read_decisions(context, parameter, value)}
        ),
        help="The decisions that the store was built with, to derive it anew.",
    )
    return chosen(decided(function))


_DECISIONS = "graph.decisions"


def given_decisions() -> tuple[Decision, ...]:
    """Return the decisions that were given beside ``--as-of``."""
    found: tuple[Decision, ...] = click.get_current_context().meta.get(_DECISIONS, ())
    return found


def _as_of(context: click.Context, parameter: click.Parameter, value: str | None) -> AsOf | None:
    if value is None:
        return None
    from graph.history import is_date

    if not is_date(value):
        raise click.BadParameter(
            f"{value!r} is no date; write 2026-06-18, 2026-06 or 2026", context, parameter
        )
    return AsOf(value, context.meta.get(_DECISIONS, ()))


def known_on(
    graph: KnowledgeGraph, date: str, decisions: Sequence[Decision] = ()
) -> KnowledgeGraph:
    """Return what ``graph`` knew by ``date``, and say on standard error what cannot be told."""
    from graph.entities import traces
    from graph.history import as_of

    undated = sum(not source.published for source in graph.sources)
    if undated:
        click.echo(f"{date}: left out as of no known date: {undated} documents", err=True)
    if not decisions and traces(graph.statements):
        click.echo(f"{date}: decisions are not applied; give them with --decisions", err=True)
    return as_of(graph, date, decisions)


@contextmanager
def reading(store: str, least: float = 0.0, known: AsOf | None = None) -> Iterator[Store]:
    """Open a store to be read; with ``least`` a copy in memory of what has that confidence.

    With ``known`` a copy of what was known then.
    """
    from graph.pipeline import trusted
    from graph.projection import project, unproject
    from graph.stores import open_store

    with open_store(existing(store)) as opened:
        if least <= 0 and not known:
            yield opened
            return
        found = unproject(opened.read())
    if known:
        found = known_on(found, known.date, known.decisions)
    if least > 0:
        found = trusted(found, least)
    with open_store(":memory:") as copy:
        copy.write(project(found))
        yield copy


def decisions_option(function: _F) -> _F:
    """Add ``--decisions``: the rows of the file, read before anything else is done."""
    return click.option(
        "--decisions",
        metavar="FILE",
        envvar="MOONSHOT_GRAPH_DECISIONS",
        show_envvar=True,
        callback=_read_decisions,
        help="CSV: what is the same, different, wrong, missing.",
    )(function)


def _read_decisions(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[Decision, ...]:
    del context, parameter
    if not value:
        return ()
    from graph.cli import WrongUsage
    from graph.pipeline import read_decisions

    try:
        return read_decisions(value)
    except DecisionsError as error:
        raise WrongUsage(str(error)) from error


def existing(store: str) -> str:
    """Return ``store``; raises :class:`InputError` where a store file that is to be read is missing."""
    if "://" not in store and store != ":memory:" and not Path(store).exists():
        raise InputError(f"{store}: no such store; make it with 'moonshot build PATH'")
    return store


def print_result(result: Result, style: str) -> None:
    """Print a result to standard output."""
    from graph.views.table import format_result

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    click.echo(format_result(result, style, width), nl=False)


def write_text(target: str, lines: Iterable[str]) -> None:
    """Write to a file, whole or not at all, or to standard output for ``-``."""
    if target != "-":
        write_file(target, lines)
        return
    for line in lines:
        click.echo(line, nl=False)


def assignments(pairs: Iterable[str]) -> dict[str, str]:
    """Return ``NAME=VALUE`` arguments as a dictionary. Raises a usage error for others."""
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.isidentifier():
            raise click.UsageError(f"{pair!r} is not NAME=VALUE")
        found[name] = value
    return found
