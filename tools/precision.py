"""make precision: measures the rules, writes graph/precision.csv and the tables of docs/confidence.md.

    python -m tools.precision [--check]

With ``--check`` nothing is written; exit code 1 if what is there is not what is measured now.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from graph.confidence import Table
from graph.marking import Claim
from graph.resources import precision_file
from tools.measures import Case, Row, Trial, cases, rows, table_without, trials
from tools.sets import ROOT, SHARED, MarkedSet, marked_sets

PAGE = ROOT / "docs" / "confidence.md"
THRESHOLDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)
"""Edges of the bands of confidence in which it is compared with what came true."""


def main() -> int:
    """Measure and write, or check; returns the exit code."""
    parser = argparse.ArgumentParser(description="Measure the precision of the rules.")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    if not given.shared.is_dir():
        print(f"make precision: no {given.shared} with the marked documents here", file=sys.stderr)
        return 1
    written = fresh(marked_sets(given.shared))
    stale = [path for path, text in written.items() if _read(path) != text]
    for path in stale:
        if not given.check:
            path.write_text(written[path], encoding="utf-8", newline="")
        print(f"{path.relative_to(ROOT)}: {'not fresh' if given.check else 'written'}")
    return int(given.check and bool(stale))


def fresh(sets: Sequence[MarkedSet]) -> dict[Path, str]:
    """Return the two files as they ought to be, measured on ``sets``."""
    measured = cases(sets)
    return {
        precision_file(): table_file(rows(measured)),
        PAGE: page(_read(PAGE), measured, trials(sets, measured)),
    }


def table_file(measured: Sequence[Row]) -> str:
    """Return the text of ``precision.csv``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("rule", "set", "documents", "right", "judged"))
    writer.writerows((r.rule, r.set, r.documents, r.right, r.judged) for r in measured)
    return out.getvalue()


def page(text: str, measured: Sequence[Case], tried: Sequence[Trial]) -> str:
    """Return the page with what stands between its marks replaced."""
    tables = {
        "rules": _rules(measured),
        "curve": _curve(tried),
        "bands": _bands(tried),
        "agreement": _agreement(tried),
    }
    for name, lines in tables.items():
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        body = "\n".join(("", *lines, "", ""))
        text = marks.sub(rf"\g<1>{body}\g<2>", text)
    return text


def _rules(measured: Sequence[Case]) -> Iterator[str]:
    known: Table = table_without(measured)
    yield "| rule | right | judged | documents | confidence |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for rule in sorted(known, key=lambda r: (-known[r].value, -known[r].judged, r)):
        documents = {(c.set, c.document) for c in measured if rule in c.rules}
        it = known[rule]
        yield f"| `{rule}` | {it.right} | {it.judged} | {len(documents)} | {it.value:.3f} |"


def _curve(tried: Sequence[Trial]) -> Iterator[str]:
    for trial in tried:
        whole = trial.at(0)
        documents = len(trial.marked.files())
        yield f"**{trial.marked.name}**: {documents} documents, {whole.core} core lines"
        yield ""
        yield "| `--min-confidence` | statements | right | precision | core lines found | recall | strict F1 |"
        yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        for least in THRESHOLDS:
            f = trial.at(least)
            yield (
                f"| {least:.2f} | {f.claims} | {f.right} | {f.precision:.3f} "
                f"| {f.found} | {f.recall:.3f} | {f.strict_f1:.3f} |"
            )
        yield ""


def _bands(tried: Sequence[Trial]) -> Iterator[str]:
    claims = [pair for trial in tried for pair in trial.claims]
    yield "| confidence | statements | mean confidence | right | share right |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for low, high in pairwise(BANDS):
        own = [(v, c) for v, c in claims if low <= v < high]
        if own:
            right = sum(c.right for _, c in own)
            mean = sum(v for v, _ in own) / len(own)
            yield f"| {low:.1f} – {high:.1f} | {len(own)} | {mean:.3f} | {right} | {right / len(own):.3f} |"


def _agreement(tried: Sequence[Trial]) -> Iterator[str]:
    claims = [claim for trial in tried for _, claim in trial.claims]
    counts = {
        "one rule": [c for c in claims if "; " not in c.statement.rule],
        "several rules": [c for c in claims if "; " in c.statement.rule],
        "one document": [c for c in claims if len(_documents(c)) == 1],
        "several documents": [c for c in claims if len(_documents(c)) > 1],
    }
    yield "| said by | statements | right | share right |"
    yield "| --- | ---: | ---: | ---: |"
    for name, own in counts.items():
        right = sum(c.right for c in own)
        yield f"| {name} | {len(own)} | {right} | {right / len(own) if own else 0:.3f} |"


def _documents(claim: Claim) -> set[str]:
    return {passage.document for passage in claim.statement.evidence}


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
