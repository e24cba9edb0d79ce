"""Time to read a megabyte of text, beside the bare tokenizer on the same text in the same run.

python -m benchmarks.reading [PATH …] [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from kiwipiepy import Kiwi

from graph.analysis import derive
from graph.confidence import assess
from graph.entities import resolve
from graph.loaders import find, load
from graph.loaders.places import Place
from graph.mentions import find_names
from graph.model import Document, KnowledgeGraph, Names, Statement
from graph.statements import make_statements
from graph.vocabulary import vocabulary

ROOT = Path(__file__).resolve().parent.parent
MEGABYTE = 1_000_000
Times = dict[str, float]
Made = TypeVar("Made")


def main() -> None:
    """Read the documents some times over and print the middle time of each stage."""
    parser = argparse.ArgumentParser(description="Time to read text, against the bare tokenizer.")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    own = [ROOT / "examples", *sorted((ROOT / "tests" / "documents").glob("*/docs"))]
    files, _ = find(given.paths or own)
    kiwi = Kiwi(num_workers=1)
    one_round(files, kiwi)  # Loads the model and the vocabulary.
    rounds = [one_round(files, kiwi) for _ in range(given.rounds)]
    middle = {stage: statistics.median(r[stage] for r in rounds) for stage in rounds[0]}
    size = sum(len(load(file).text.encode()) for file in files)
    print(table(middle, len(files), size, given.rounds))


def one_round(files: Sequence[Place], kiwi: Kiwi) -> Times:
    """Return the seconds of each stage; nothing is remembered from an earlier round."""
    forget()
    times: Times = {}
    documents = _timed(times, "load: text and layout", lambda: [load(f) for f in files])
    _timed(times, BARE, lambda: [list(kiwi.tokenize(d.text)) for d in documents])
    seen: list[tuple[Document, Names]] = _timed(
        times, "names", lambda: [(d, find_names(d, vocabulary())) for d in documents]
    )
    stated: list[Statement] = _timed(
        times,
        "statements",
        lambda: [s for d, names in seen for s in make_statements(d, names, vocabulary())],
    )
    _timed(times, "resolve and derive", lambda: _assemble(documents, stated))
    return times


def forget() -> None:
    """Empty what remembers texts; the vocabulary and the analyser's model, which have no limit, stay."""
    for name, module in list(sys.modules.items()):
        for thing in vars(module).values() if name.startswith("graph.") else ():
            if hasattr(thing, "cache_parameters") and thing.cache_parameters()["maxsize"]:
                thing.cache_clear()


BARE = "kiwipiepy alone"


def _assemble(documents: Sequence[Document], stated: Sequence[Statement]) -> KnowledgeGraph:
    resolved, _ = resolve(list(assess(stated)), vocabulary())
    return derive(
        KnowledgeGraph(tuple(sorted(d.source for d in documents)), resolved), vocabulary()
    )


def _timed(times: Times, stage: str, make: Callable[[], Made]) -> Made:
    start = perf_counter()
    made = make()
    times[stage] = perf_counter() - start
    return made


def table(times: Times, documents: int, size: int, rounds: int) -> str:
    """Return the table: seconds for a megabyte, and how many times the bare tokenizer that is."""
    bare = times[BARE]
    ours = {stage: seconds for stage, seconds in times.items() if stage != BARE}
    rows = {BARE: bare, **ours, "all of reading": sum(ours.values())}
    head = f"{documents} documents, {size / MEGABYTE:.3f} MB of UTF-8, middle of {rounds} rounds\n"
    lines = [f"{'':24}{'s/MB':>8}{'× kiwipiepy':>13}"]
    for stage, seconds in rows.items():
        lines.append(f"{stage:24}{seconds / size * MEGABYTE:8.2f}{seconds / bare:13.2f}")
    return "\n".join((head, *lines))


if __name__ == "__main__":
    main()
