"""How the time to build grows with the number of documents.

python -m benchmarks.growth [--documents 10 100 1000] [--store URL]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.releases import release, write
from graph.pipeline import build
from graph.stores import Store, open_store

HEAD = ("documents", "statements", "first", "again", "one added", "one changed")


def main() -> None:
    """Print seconds for each number of documents, and those of a first build for each document."""
    parser = argparse.ArgumentParser(description="Time to build, against the number of documents.")
    parser.add_argument("--documents", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--store", help="an empty database to build in; without it a file")
    given = parser.parse_args()
    print("".join(f"{name:>13}" for name in (*HEAD, "ms/document")))
    for count in given.documents:
        with tempfile.TemporaryDirectory() as folder:
            print(row(count, Path(folder), given.store or f"{folder}/growth.kgl"), flush=True)


def row(count: int, folder: Path, address: str) -> str:
    """Build so many documents, then again, with one more, and with one of them changed."""
    texts = folder / "texts"
    paths = write(texts, range(count))
    with open_store(address) as store:
        store.clear()
        start = perf_counter()
        report = build([texts], store)
        times = [perf_counter() - start, seconds([texts], store)]
        times.append(seconds(write(texts, [count]), store))
        paths[0].write_text(release(0, edition=1), encoding="utf-8")
        times.append(seconds(paths[:1], store))
        store.clear()
    counts = f"{count:13}{len(report.graph.statements):13}"
    return counts + "".join(f"{t:13.2f}" for t in (*times, times[0] / count * 1000))


def seconds(paths: list[Path], store: Store) -> float:
    """Return how long it takes to build those documents into the store."""
    start = perf_counter()
    build(paths, store)
    return perf_counter() - start


if __name__ == "__main__":
    main()
