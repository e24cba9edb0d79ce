"""Strings the stages together: files → documents → names → statements → resolved → derived → store.

This module alone knows their order.
"""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.analysis import derive
from graph.confidence import assess, at_least, with_derived
from graph.entities import Decision, Merge, Report, locate, parse_decisions, settle, traces
from graph.errors import DecisionsError, LoadError
from graph.loaders import find
from graph.loaders import load as load_document
from graph.loaders.encoding import decode
from graph.loaders.places import Place
from graph.mentions import find_names
from graph.model import Document, Evidence, KnowledgeGraph, Names, Reading, Source
from graph.projection import project, unproject
from graph.reader import reader_of, same_bytes
from graph.readings import readings_of
from graph.statements import make_statements
from graph.vocabulary import vocabulary
from graph.wordings import find_wordings

if TYPE_CHECKING:
    from graph.proposals import Proposer
    from graph.proposals import Report as ProposalReport
    from graph.stores.base import Store, WriteReport

_NOTHING = KnowledgeGraph()

Progress = Callable[[str], None]
"""Called with the name of each document when it is done."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a run read and made.

    ``failures`` are the documents that could not be read; ``idle`` the decisions that do not apply and
    why; ``baked`` the documents of which the store holds only what earlier decisions and merges made of
    them; ``undone`` counts what earlier decisions had merged, kept apart or added and is so no more;
    ``proposed`` says by document what a language model was asked and what became of it; ``written``
    what changed in the store; ``kept`` counts the documents that the store knew and that were not read
    again.
    """

    graph: KnowledgeGraph
    documents: tuple[Source, ...] = ()
    failures: tuple[LoadError, ...] = ()
    merges: tuple[Merge, ...] = ()
    idle: tuple[Report, ...] = ()
    baked: tuple[str, ...] = ()
    undone: int = 0
    proposed: tuple[tuple[str, ProposalReport], ...] = ()
    written: WriteReport | None = None
    kept: int = 0


@dataclass(frozen=True, slots=True)
class _Read:
    """One document as it was read, or why it could not be."""

    path: str
    source: Source | None = None
    reading: Reading | None = None
    failure: LoadError | None = None
    proposed: ProposalReport | None = None
    kept: bool = False


def read_decisions(path: Path | str) -> tuple[Decision, ...]:
    """Return the decisions of a CSV file (UTF-8, UTF-16 or CP949).

    Raises :class:`DecisionsError` naming the file and line.
    """
    try:
        text = decode(Path(path), Path(path).read_bytes())
    except OSError as error:
        raise DecisionsError(f"{path}: cannot be read: {error.strerror or error}") from error
    except LoadError as error:
        raise DecisionsError(str(error)) from error
    return parse_decisions(text, str(path))


def extract(
    paths: Sequence[Path | str],
    jobs: int = 1,
    progress: Progress | None = None,
    decisions: Sequence[Decision] = (),
    least: float = 0.0,
    proposer: Proposer | None = None,
) -> BuildReport:
    """Read files and folders and return what they say, resolved and with what follows from it.

    A statement whose confidence is less than ``least`` is left out before anything follows from it.
    ``proposer`` asks a language model for more than the rules find. A document that cannot be read is
    named in the report; the others are done all the same.
    """
    read, failures = _read_all(paths, jobs, progress, _Reader(tuple(decisions), least, proposer))
    return replace(_assemble(_graph_of(read), decisions, failures), proposed=_proposed(read))


def look(paths: Sequence[Path | str]) -> Iterator[tuple[Document, Names]]:
    """Yield what the rules see: each document and the names in it; what cannot be read is passed over."""
    files, _ = find(paths)
    for file in files:
        with suppress(LoadError):
            document = load_document(file)
            yield document, find_names(document, vocabulary())


def build(
    paths: Sequence[Path | str],
    store: Store,
    jobs: int = 1,
    progress: Progress | None = None,
    decisions: Sequence[Decision] = (),
    least: float = 0.0,
    proposer: Proposer | None = None,
) -> BuildReport:
    """Read documents into ``store``, beside what it holds of other documents.

    What a document said before and says no longer is withdrawn; what others also say stays. So does
    what a decision made that is not among ``decisions`` any more. ``least`` and ``proposer`` are as in
    :func:`extract`: they are for what is read now, not for what the store holds already.
    """
    seen = store.state()
    held = unproject(store.read(links=False))
    reader = _Reader(tuple(decisions), least, proposer)
    read, failures = _read_all(paths, jobs, progress, reader, held)
    graph = _graph_of(read)
    if not graph.sources:
        return BuildReport(graph, failures=failures)

    def work() -> BuildReport:
        # What others wrote while we read documents is not to be lost.
        known = held if store.state() == seen else unproject(store.read(links=False))
        return _written(_beside(graph, known, decisions, failures), store)

    kept = sum(r.kept for r in read)
    return replace(store.exclusively(work), proposed=_proposed(read), kept=kept)


def load(
    graph: KnowledgeGraph, store: Store, decisions: Sequence[Decision] = (), least: float = 0.0
) -> BuildReport:
    """Write statements into ``store``, beside what it holds of other documents; ``least`` as in build."""
    sure = replace(graph, statements=at_least(graph.statements, least))

    def work() -> BuildReport:
        known = unproject(store.read(links=False))
        return _written(_beside(sure, known, decisions), store)

    return store.exclusively(work)


def _written(report: BuildReport, store: Store) -> BuildReport:
    return replace(report, written=store.write(project(report.graph)))


def trusted(graph: KnowledgeGraph, least: float) -> KnowledgeGraph:
    """Return ``graph`` without statements of less confidence, and with what follows from the rest.

    Nothing follows that did not follow from the whole: what a decision left out stays out.
    """
    stated = tuple(s for s in graph.statements if not s.derived)
    known = {s.id for s in graph.statements if s.derived}
    sure = replace(graph, statements=at_least(stated, least))
    whole = with_derived(derive(sure, vocabulary()))
    kept = tuple(s for s in whole.statements if not s.derived or s.id in known)
    return replace(whole, statements=kept)


def recompute(kept: KnowledgeGraph, decisions: Sequence[Decision] = ()) -> KnowledgeGraph:
    """Return what the readings of ``kept`` say, settled and derived anew; its statements count for nothing."""
    return _assemble(replace(kept, statements=()), decisions, ()).graph


def _beside(
    graph: KnowledgeGraph,
    held: KnowledgeGraph,
    decisions: Sequence[Decision],
    failures: tuple[LoadError, ...] = (),
) -> BuildReport:
    """Settle ``graph`` anew together with what is ``held`` of other documents."""
    replaced = {source.name for source in graph.sources}
    sources = [source for source in held.sources if source.name not in replaced]
    kept = [r for r in readings_of(held) if r.document not in replaced]
    whole = replace(
        graph,
        sources=tuple(sorted([*sources, *graph.sources])),
        readings=tuple(sorted([*kept, *readings_of(graph)], key=lambda r: r.document)),
    )
    report = _assemble(whole, decisions, failures)
    known = {reading.document for reading in held.readings}
    baked = tuple(source.name for source in sources if source.name not in known)
    undone = len(traces(held.statements) - traces(report.graph.statements))
    return replace(report, documents=graph.sources, baked=baked, undone=undone)


def _assemble(
    graph: KnowledgeGraph, decisions: Sequence[Decision], failures: tuple[LoadError, ...]
) -> BuildReport:
    """Return what the readings of ``graph`` say, settled, and what follows from it."""
    words = vocabulary()
    settled = settle(graph.readings, words, decisions)
    readings = tuple(_with_quotes_of(r, decisions) for r in graph.readings)
    stated = replace(graph, statements=settled.statements, readings=readings)
    whole = with_derived(derive(stated, words, settled.wrongs.left))
    idle = [*settled.reports, *(Report(d, why) for d, why in settled.wrongs.idle())]
    return BuildReport(
        whole,
        graph.sources,
        failures,
        settled.linker.merges,
        tuple(sorted(idle, key=lambda r: decisions.index(r.decision))),
    )


def _with_quotes_of(reading: Reading, decisions: Sequence[Decision]) -> Reading:
    """Return the reading with the quotes that ``decisions`` still ask for: no trace of withdrawn ones."""
    wanted = [d for d in decisions if d.kind == "missing" and d.document == reading.document]
    quotes = tuple(q for q in reading.quotes if any(locate(d, q.quote) for d in wanted))
    return replace(reading, quotes=quotes)


def _graph_of(read: Sequence[_Read]) -> KnowledgeGraph:
    return KnowledgeGraph(
        tuple(sorted(r.source for r in read if r.source)),
        readings=tuple(sorted((r.reading for r in read if r.reading), key=lambda r: r.document)),
    )


def _proposed(read: Sequence[_Read]) -> tuple[tuple[str, ProposalReport], ...]:
    return tuple((r.path, r.proposed) for r in read if r.proposed)


def _read_all(
    paths: Sequence[Path | str],
    jobs: int,
    progress: Progress | None,
    reader: _Reader,
    held: KnowledgeGraph = _NOTHING,
) -> tuple[list[_Read], tuple[LoadError, ...]]:
    """Read the files that ``held`` does not have already as the reader would read them."""
    files, missing = find(paths)
    failures = list(missing)
    twice = {name for name, count in Counter(f.name for f in files).items() if count > 1}
    failures.extend(
        LoadError(str(f), "another file of this name is given too; rename one of them")
        for f in files
        if f.name in twice
    )
    kept = _kept([f for f in files if f.name not in twice], reader, held)
    read = [*kept.values()]
    for known in read:
        if progress:
            progress(known.path)
    with _executor(jobs, reader) as run:
        for result in run([f for f in files if f.name not in twice and f not in kept]):
            read.append(result)
            if result.failure:
                failures.append(result.failure)
            if progress:
                progress(result.path)
    return read, tuple(failures)


def _kept(files: Sequence[Place], reader: _Reader, held: KnowledgeGraph) -> dict[Path, _Read]:
    """Return what is known of files that have not changed since the same reader read them.

    What is on the web or in an archive is looked at anew.
    """
    readings = {reading.document: reading for reading in held.readings}
    sources = {source.name: source for source in held.sources}
    found = {}
    for file in (f for f in files if isinstance(f, Path)):
        reading, source = readings.get(file.name), sources.get(file.name)
        if reading and source and reader.would_read(reading) and same_bytes(file, source.sha256):
            found[file] = _Read(str(file), source, reading, kept=True)
    return found


@contextmanager
def _executor(jobs: int, reader: _Reader) -> Iterator[Callable[[Sequence[Place]], Iterable[_Read]]]:
    """Yield what reads many files in order: in this process, or in ``jobs`` others."""
    if jobs < 2:
        yield lambda files: map(reader.read, files)
        return
    executor: Executor = ProcessPoolExecutor(jobs, initializer=_ignore_interrupts)
    try:
        yield lambda files: executor.map(reader.read, files)
    finally:
        # What is not begun is given up: after an interrupt nobody waits for the rest of a folder.
        executor.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the process that started this one; two that handle it wait for each other."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@dataclass(frozen=True, slots=True)
class _Reader:
    """How documents are read: with what decisions look for in them, how sure, with whose help."""

    decisions: tuple[Decision, ...]
    least: float
    proposer: Proposer | None

    def read(self, place: Place) -> _Read:
        """Read one document; the quotes of decisions are looked for while its text is at hand."""
        path = str(place)
        try:
            document = load_document(place)
        except LoadError as error:
            return _Read(path, failure=error)
        words = vocabulary()
        names = find_names(document, words)
        statements = make_statements(document, names, words)
        helped = (
            self.proposer.propose(document, names, statements, words) if self.proposer else None
        )
        statements = (*statements, *(helped.statements if helped else ()))
        wordings = find_wordings(document, names, statements, words)
        sure = at_least(assess(statements), self.least)
        reading = Reading(document.name, sure, wordings, self._quotes(document), self.told)
        return _Read(path, document.source, reading, proposed=helped.report if helped else None)

    @property
    def told(self) -> str:
        """What stands for this way of reading; nothing where a model is asked, which may answer anew."""
        return "" if self.proposer else reader_of(self.least)

    def would_read(self, known: Reading) -> bool:
        """Say whether the same document would be read so again, with the quotes that are asked for now."""
        wanted = (d for d in self.decisions if d.kind == "missing" and d.document == known.document)
        found = all(any(locate(d, passage.quote) for passage in known.quotes) for d in wanted)
        return found and bool(self.told) and known.reader == self.told

    def _quotes(self, document: Document) -> tuple[Evidence, ...]:
        own = (d for d in self.decisions if d.kind == "missing" and d.document == document.name)
        return tuple(sorted({found for d in own if (found := locate(d, document.text))}))
