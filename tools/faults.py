"""Breaks things on purpose, many times, and says what was lost: docs/faults.md has what was seen.

    python -m tools.faults kill --times 200               kill -9 a load at random moments, on both stores
    python -m tools.faults stop --times 10                stop, kill and freeze the server during a load
    python -m tools.faults cut --times 100                cut the connection after a random number of bytes
    python -m tools.faults two --times 20                 two builders at once, on both stores
    python -m tools.faults corrupt --times 1000           damage the store file in a random place
    python -m tools.faults full --times 100               a disk with too little room (needs root: mounts one)

After each fault the store is read: every document in it must be whole, as before or as after. Then the
same command runs again undisturbed, and the store must hold exactly what it holds without any fault.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # the server that the tests use

from tools import wreckage  # noqa: E402
from tools.wreckage import Bench  # noqa: E402

FAULTS = {
    "kill": wreckage.kill,
    "stop": wreckage.stop,
    "cut": wreckage.cut,
    "two": wreckage.two,
    "corrupt": wreckage.corrupt,
    "full": wreckage.full,
}


def main() -> int:
    """Run the faults that are named and print one row for each; exit code 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("fault", choices=FAULTS)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", choices=("embedded", "neo4j"), action="append")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        bench = Bench(ROOT, Path(folder), random.Random(given.seed))
        lost = 0
        for store in given.store or ("embedded", "neo4j"):
            seen: Counter[str] = Counter()
            for what in FAULTS[given.fault](bench, store, given.times):
                seen[what] += 1
                print(f"\r{store}: {dict(seen)}", end="", file=sys.stderr, flush=True)
            print(file=sys.stderr)
            for what, number in sorted(seen.items()):
                print(f"| {given.fault} | {store} | {what} | {number} |")
            lost += sum(number for what, number in seen.items() if "LOST" in what)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
