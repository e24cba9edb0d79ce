"""build, extract, load, verify: documents and statements in and out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.options import (
    confidence_option,
    decisions_option,
    existing,
    llm_options,
    store_option,
    write_text,
)
from graph.errors import InputError

if TYPE_CHECKING:
    from graph.entities import Decision
    from graph.model import KnowledgeGraph
    from graph.pipeline import BuildReport, Progress
    from graph.proposals import Proposer
    from graph.stores import WriteReport

_paths = click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False))
_jobs = click.option(
    "--jobs", default=1, type=click.IntRange(1, 64), show_default=True, help="Processes that read."
)


@click.command()
@_paths
@store_option
@click.option("--statements", metavar="FILE", help="Also write the statements as JSON Lines.")
@decisions_option
@_jobs
@confidence_option
@llm_options
def build(
    paths: tuple[str, ...],
    store: str,
    statements: str | None,
    decisions: tuple[Decision, ...],
    jobs: int,
    least: float,
    proposer: Proposer | None,
) -> int:
    """Read files and folders into a store.

    A document read again replaces what it said before; what other documents say stays. Decisions hold
    for all documents of the store; one that is not given again is undone. --min-confidence is asked of
    what is read now, before anything follows from it; what the store holds already stays.
    """
    from graph.exports.jsonl import dumps
    from graph.pipeline import build as run
    from graph.stores import open_store

    with open_store(store) as opened, _progress(paths) as progress:
        report = run(paths, opened, jobs, progress, decisions, least, proposer)
        address = opened.address
    if report.documents:
        if statements:
            write_text(statements, dumps(report.graph))
        _summary(report, address)
    return _failed(report)


@click.command()
@_paths
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to; - (the default) is standard output.",
)
@decisions_option
@_jobs
@confidence_option
@llm_options
@click.option(
    "--text",
    is_flag=True,
    help="Write the text of one document, in which all places are counted, instead of statements.",
)
@click.option(
    "--trace",
    metavar="FILE",
    help="Write a page that shows what was read and by which rule, instead of the statements.",
)
@click.option(
    "--gold",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="With --trace: marked lines (NAME.jsonl for NAME.txt), to show what is missed or wrong.",
)
def extract(
    paths: tuple[str, ...],
    output: str | None,
    decisions: tuple[Decision, ...],
    jobs: int,
    least: float,
    proposer: Proposer | None,
    text: bool,
    trace: str | None,
    gold: Path | None,
) -> int:
    """Write what documents say as JSON Lines; no store is touched.

    --min-confidence leaves statements out before anything follows from them. With --trace the
    statements themselves are written only where -o says so. --text writes exactly the text that was
    taken from a document, whatever its form.
    """
    from graph.exports.jsonl import dumps
    from graph.pipeline import extract as run

    if gold and not trace:
        raise click.UsageError("--gold needs --trace FILE")
    if text:
        write_text(output or "-", [_text(paths)])
        return 0
    with _progress(paths) as progress:
        report = run(paths, jobs, progress, decisions, least, proposer)
    if report.documents and (output or not trace):
        write_text(output or "-", dumps(report.graph))
    if report.documents and trace:
        write_text(trace, [_trace(report.graph, paths, gold)])
        _say(f"{trace}: written")
    return _failed(report)


def _text(paths: Sequence[str]) -> str:
    """Return the text of the only document among ``paths``. Raises :class:`InputError`."""
    from graph.loaders import find, load

    places, errors = find(paths)
    if errors:
        raise errors[0]
    if len(places) > 1:
        raise InputError(f"{paths[0]}: --text takes one document, not {len(places)}")
    return load(places[0]).text


def _trace(graph: KnowledgeGraph, paths: Sequence[str], gold: Path | None) -> str:
    from graph.marking import read_gold
    from graph.pipeline import look
    from graph.views.trace import render_trace

    read = {source.name for source in graph.sources}
    seen = [(d, names) for d, names in look(paths) if d.name in read]
    return render_trace(graph, seen, read_gold(gold, read) if gold else ())


@click.command()
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@store_option
@decisions_option
@confidence_option
def load(file: Path, store: str, decisions: tuple[Decision, ...], least: float) -> int:
    """Load statements (JSON Lines) into a store, with the confidence that the file gives them.

    The file is taken at its word: what was merged when it was written is not undone here.
    """
    from graph.entities import traces
    from graph.pipeline import load as run
    from graph.stores import open_store

    known = read_statements(file)
    if not known.statements:
        raise InputError(f"{file}: holds no statements")
    with open_store(store) as opened:
        report = run(known, opened, decisions, least)
        address = opened.address
    assert report.written is not None
    _say(_written(report.written, address))
    if decided := len(traces(known.statements)):
        _say(
            f"{file}: holds {_count(decided, 'effect')} of decisions made when it was written, which stay "
            "whatever --decisions says; to undo them, extract the documents again"
        )
    return _failed(report)


@click.command()
@_paths
@store_option
def verify(paths: tuple[str, ...], store: str) -> int:
    """Check every quote in a store against the documents."""
    from graph.stores import open_store
    from graph.verification import verify as run

    with open_store(existing(store)) as opened:
        report = run(opened.read(), paths)
    for fault in report.faults:
        click.echo(fault)
    checked = (
        f"{_count(report.passages, 'passage')} of {_count(report.documents, 'document')} checked"
    )
    _say(f"{checked}: {_count(len(report.faults), 'fault') if report.faults else 'all as quoted'}")
    return 1 if report.faults else 0


def read_statements(file: Path) -> KnowledgeGraph:
    """Return the statements of a JSON Lines file. Raises :class:`InputError`."""
    from graph.exports.jsonl import loads

    try:
        with file.open(encoding="utf-8-sig") as lines:
            return loads(lines, str(file))
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: is not UTF-8 text") from error
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror or error}") from error


@contextmanager
def _progress(paths: Sequence[str]) -> Iterator[Progress | None]:
    """Show a bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from graph.loaders import find

    files, _ = find(paths)
    with click.progressbar(
        length=len(files), label="reading", file=sys.stderr, item_show_func=lambda name: name
    ) as bar:
        yield lambda name: bar.update(1, Path(name).name)


def _summary(report: BuildReport, address: str) -> None:
    statements = report.graph.statements
    derived = sum(s.derived for s in statements)
    labels = Counter(e.label for e in report.graph.entities)
    predicates = Counter(s.predicate for s in statements)
    _say(f"{_count(len(report.documents), 'document')} read")
    if report.kept:
        _say(f"{_count(report.kept, 'document')} of them unchanged, taken as read before")
    for merge in report.merges:
        _say(f"taken as one: {merge.absorbed} is {merge.kept} ({merge.reason}; {merge.score:g})")
    if report.written:
        _say(_written(report.written, address))
    _say(f"{address} holds {sum(labels.values())} entities: {_counts(labels)}")
    _say(f"and {_count(len(statements), 'statement')} ({derived} derived): {_counts(predicates)}")


def _counts(counter: Counter[str]) -> str:
    ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number} {name}" for name, number in ranked) or "none"


def _written(report: WriteReport, address: str) -> str:
    return (
        f"{address}: {report.added} nodes and relationships added, {report.changed} changed, "
        f"{report.removed} removed, {report.unchanged} as before"
    )


def _failed(report: BuildReport) -> int:
    """Name each document that could not be read and each decision that does not apply."""
    if report.proposed:
        from graph.proposals import summary

        _say(summary(asked for _, asked in report.proposed))
    if report.undone:
        _say(
            f"undone: {_count(report.undone, 'effect')} of decisions that are not given any more or do not apply"
        )
    for name in report.baked:
        _say(
            f"{name}: the store holds only what was settled of it before; "
            "build it again so that decisions on it can be undone"
        )
    problems = [*report.failures, *report.idle, *_unanswered(report)]
    for problem in problems:
        _say(f"moonshot: {' '.join(str(problem).split())}")
    return 1 if problems else 0


def _unanswered(report: BuildReport) -> Iterator[str]:
    for path, asked in report.proposed:
        if asked.failure:
            yield f"{path}: the language model {asked.failure}; what the rules say of it is kept"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _say(line: str) -> None:
    click.echo(line, err=True)
