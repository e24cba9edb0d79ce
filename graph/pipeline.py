"""Strings the stages together: files → documents → names → statements → resolved → derived → store.

This module alone knows their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.analysis import derive
from graph.confidence import assess, at_least, with_derived
from graph.entities import Merge, resolve
from graph.errors import LoadError
from graph.loaders import find
from graph.loaders import load as load_document
from graph.mentions import find_names
from graph.model import Document, KnowledgeGraph, Names, Source, Statement
from graph.projection import project, unproject
from graph.statements import make_statements
from graph.vocabulary import vocabulary

if TYPE_CHECKING:
    from graph.stores.base import Store, WriteReport

Progress = Callable[[str], None]
"""Called with the name of each document when it is done."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a run read and made.

    ``failures`` are the documents that could not be read; ``written`` says what changed in the store.
    """

    graph: KnowledgeGraph
    documents: tuple[Source, ...] = ()
    failures: tuple[LoadError, ...] = ()
    merges: tuple[Merge, ...] = ()
    written: WriteReport | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """One document's statements, or why it could not be read."""

    path: str
    source: Source | None
    statements: tuple[Statement, ...] = ()
    failure: LoadError | None = None


def extract(
    paths: Sequence[Path | str],
    jobs: int = 1,
    progress: Progress | None = None,
    least: float = 0.0,
) -> BuildReport:
    """Read files and folders and return what they say, resolved and with what follows from it.

    A statement whose confidence is less than ``least`` is left out before anything follows from it. A
    document that cannot be read is named in the report; the others are done all the same.
    """
    read, failures = _read_all(paths, jobs, progress)
    stated = assess(s for r in read for s in r.statements)
    graph, merges = _assemble([r.source for r in read if r.source], list(stated), least)
    return BuildReport(graph, graph.sources, failures, merges)


def look(paths: Sequence[Path | str]) -> Iterator[tuple[Document, Names]]:
    """Yield what the rules see: each document and the names in it; what cannot be read is passed over."""
    files, _ = find([Path(p) for p in paths])
    for file in files:
        with suppress(LoadError):
            document = load_document(file)
            yield document, find_names(document, vocabulary())


def build(
    paths: Sequence[Path | str],
    store: Store,
    jobs: int = 1,
    progress: Progress | None = None,
    least: float = 0.0,
) -> BuildReport:
    """Read documents into ``store``, beside what it holds of other documents.

    What a document said before and says no longer is withdrawn; what others also say stays. ``least``
    is asked of what is read now, as in :func:`extract`, not of what the store holds already.
    """
    report = extract(paths, jobs, progress, least)
    if not report.documents:
        return report
    graph, merges = _beside(report.graph, store)
    return replace(report, graph=graph, merges=merges, written=store.write(project(graph)))


def load(graph: KnowledgeGraph, store: Store, least: float = 0.0) -> WriteReport:
    """Write statements into ``store``, beside what it holds of other documents; ``least`` as in build."""
    trusted = replace(graph, statements=at_least(graph.statements, least))
    beside, _ = _beside(trusted, store)
    return store.write(project(beside))


def trusted(graph: KnowledgeGraph, least: float) -> KnowledgeGraph:
    """Return ``graph`` as if only statements of at least that confidence had been read into it."""
    stated = [s for s in graph.statements if not s.derived]
    return _assemble(graph.sources, stated, least)[0]


def _beside(graph: KnowledgeGraph, store: Store) -> tuple[KnowledgeGraph, tuple[Merge, ...]]:
    replaced = {source.name for source in graph.sources}
    held = unproject(store.read())
    kept = [s for s in (_without(s, replaced) for s in held.statements) if s is not None]
    sources = [source for source in held.sources if source.name not in replaced]
    stated = [s for s in graph.statements if not s.derived]
    return _assemble([*sources, *graph.sources], [*kept, *stated])


def _without(statement: Statement, documents: set[str]) -> Statement | None:
    """Return the statement without the evidence of ``documents``; None if nothing else backs it."""
    if statement.derived:
        return None
    evidence = tuple(e for e in statement.evidence if e.document not in documents)
    return replace(statement, evidence=evidence) if evidence else None


def _assemble(
    sources: Sequence[Source], statements: Sequence[Statement], least: float = 0.0
) -> tuple[KnowledgeGraph, tuple[Merge, ...]]:
    words = vocabulary()
    resolved, linker = resolve(statements, words)
    stated = KnowledgeGraph(tuple(sorted(sources)), at_least(resolved, least))
    graph = with_derived(derive(stated, words))
    return graph, tuple(sorted(linker.merges))


def _read_all(
    paths: Sequence[Path | str], jobs: int, progress: Progress | None
) -> tuple[list[_Read], tuple[LoadError, ...]]:
    files, missing = find([Path(p) for p in paths])
    failures = list(missing)
    twice = {name for name, count in Counter(f.name for f in files).items() if count > 1}
    failures.extend(
        LoadError(str(f), "another file of this name is given too; rename one of them")
        for f in files
        if f.name in twice
    )
    read: list[_Read] = []
    with _executor(jobs) as run:
        for result in run([str(f) for f in files if f.name not in twice]):
            read.append(result)
            if result.failure:
                failures.append(result.failure)
            if progress:
                progress(result.path)
    return read, tuple(failures)


@contextmanager
def _executor(jobs: int) -> Iterator[Callable[[Sequence[str]], Iterable[_Read]]]:
    """Yield what reads many files in order: in this process, or in ``jobs`` others."""
    if jobs < 2:
        yield lambda files: map(_read, files)
        return
    executor: Executor
    with ProcessPoolExecutor(jobs) as executor:
        yield lambda files: executor.map(_read, files)


def _read(path: str) -> _Read:
    try:
        document = load_document(Path(path))
    except LoadError as error:
        return _Read(path, None, failure=error)
    words = vocabulary()
    names = find_names(document, words)
    return _Read(path, document.source, make_statements(document, names, words))
