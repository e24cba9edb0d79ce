"""build, extract, load, verify, diff: documents and statements in and out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.options import existing, store_option, write_text
from graph.errors import InputError

if TYPE_CHECKING:
    from graph.errors import LoadError
    from graph.model import KnowledgeGraph
    from graph.pipeline import BuildReport, Progress
    from graph.stores import WriteReport

_paths = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
_jobs = click.option(
    "--jobs", default=1, type=click.IntRange(1, 64), show_default=True, help="Processes that read."
)


@click.command()
@_paths
@store_option
@click.option("--statements", type=click.Path(), help="Also write the statements as JSON Lines.")
@_jobs
def build(paths: tuple[Path, ...], store: str, statements: str | None, jobs: int) -> int:
    """Read files and folders into a store.

    A document read again replaces what it said before; what other documents say stays.
    """
    from graph.exports.jsonl import dumps
    from graph.pipeline import build as run
    from graph.stores import open_store

    with open_store(store) as opened, _progress(paths) as progress:
        report = run(paths, opened, jobs, progress)
    if statements:
        write_text(statements, dumps(report.graph))
    _summary(report, store)
    return _failed(report.failures)


@click.command()
@_paths
@click.option("-o", "--output", default="-", help="A file; - is standard output.")
@_jobs
def extract(paths: tuple[Path, ...], output: str, jobs: int) -> int:
    """Write what documents say as JSON Lines; no store is touched."""
    from graph.exports.jsonl import dumps
    from graph.pipeline import extract as run

    with _progress(paths) as progress:
        report = run(paths, jobs, progress)
    if report.documents:
        write_text(output, dumps(report.graph))
    return _failed(report.failures)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@store_option
def load(file: Path, store: str) -> None:
    """Load statements (JSON Lines) into a store."""
    from graph.pipeline import load as run
    from graph.stores import open_store

    graph = read_statements(file)
    with open_store(store) as opened:
        _say(f"{store}: {_written(run(graph, opened))}")


@click.command()
@_paths
@store_option
def verify(paths: tuple[Path, ...], store: str) -> int:
    """Check every quote in a store against the documents."""
    from graph.projection import unproject
    from graph.stores import open_store
    from graph.verification import verify as run

    with open_store(existing(store)) as opened:
        held = unproject(opened.read())
    report = run(held, paths)
    for fault in report.faults:
        _say(f"moonshot: {fault}")
    click.echo(
        f"{report.passages} passages of {report.documents} documents checked, {len(report.faults)} faults"
    )
    return 1 if report.faults else 0


@click.command()
@click.argument("old")
@click.argument("new")
def diff(old: str, new: str) -> None:
    """Show the statements added, removed and changed between two stores or statement files."""
    from graph.comparison import compare

    for change in compare(read_graph(old), read_graph(new)):
        click.echo(f"{change.sign} {change.text}")
        for quote in change.quotes:
            click.echo(f"    {quote}")


def read_graph(place: str) -> KnowledgeGraph:
    """Return the statements of a store or of a JSON Lines file."""
    from graph.projection import unproject
    from graph.stores import open_store

    if place.endswith((".jsonl", ".json")):
        return read_statements(Path(place))
    with open_store(existing(place)) as opened:
        return unproject(opened.read())


def read_statements(file: Path) -> KnowledgeGraph:
    """Return the statements of a JSON Lines file. Raises :class:`InputError`."""
    from graph.exports.jsonl import loads

    try:
        with file.open(encoding="utf-8") as lines:
            return loads(lines, file.name)
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: is not UTF-8 text") from error
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror or error}") from error


@contextmanager
def _progress(paths: Iterable[Path]) -> Iterator[Progress | None]:
    """Show a bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from graph.loaders import find

    files, _ = find(list(paths))
    with click.progressbar(length=len(files), label="reading", file=sys.stderr) as bar:
        yield lambda name: bar.update(1)


def _summary(report: BuildReport, store: str) -> None:
    labels = Counter(e.label for e in report.graph.entities)
    predicates = Counter(s.predicate for s in report.graph.statements)
    derived = sum(s.derived for s in report.graph.statements)
    _say(f"{len(report.documents)} documents read")
    _say(f"{sum(labels.values())} entities: {_counts(labels)}")
    _say(f"{sum(predicates.values())} statements ({derived} derived): {_counts(predicates)}")
    for merge in report.merges:
        _say(f"merged {merge.absorbed} into {merge.kept}: {merge.reason}")
    if report.written:
        _say(f"{store}: {_written(report.written)}")


def _counts(counter: Counter[str]) -> str:
    return ", ".join(
        f"{n} {name}" for name, n in sorted(counter.items(), key=lambda i: (-i[1], i[0]))
    )


def _written(report: WriteReport) -> str:
    return (
        f"{report.added} nodes and relationships added, {report.changed} changed, "
        f"{report.removed} removed, {report.unchanged} as before"
    )


def _failed(failures: tuple[LoadError, ...]) -> int:
    for failure in failures:
        _say(f"moonshot: {failure}")
    return 1 if failures else 0


def _say(line: str) -> None:
    click.echo(line, err=True)
