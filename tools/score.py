"""make score: how well the marked documents are read, where it goes wrong, what changed.

python -m tools.score [--shared DIR] [--since REVISION] [--errors N]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from graph.exports.jsonl import dumps
from graph.marking import Claim, Figures, Judgement, Marked, figures, judge, named, nearest
from graph.model import KnowledgeGraph
from graph.pipeline import extract, look
from tools.before import CACHE, NoCommitError, statements_at
from tools.sets import SHARED, MarkedSet, marked_sets

_HEAD = f"{'':34}{'P':>7}{'R':>7}{'F1':>7}{'strict':>8}{'right':>7}{'of':>6}{'found':>7}{'of':>6}"


def main() -> int:
    """Print the scores of all sets; returns the exit code."""
    parser = argparse.ArgumentParser(description="Score the reading of the marked documents.")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--since", default="HEAD", help="the commit to compare with")
    parser.add_argument("--errors", type=int, default=3, help="examples of each kind of error")
    given = parser.parse_args()
    if not (given.shared / "seeds").is_dir():
        print(f"No {given.shared} with real documents here: only the repository's own are scored.")
    for marked in marked_sets(given.shared):
        graph = extract([marked.documents]).graph
        judged = judge(marked.lines(), graph.statements)
        report = (
            *_title(marked),
            *scores(judged),
            *errors(marked, judged, given.errors),
            *changes(marked, judged, given.since),
        )
        print("\n".join(report))
        if marked.name == "seeds":
            _overlaps(given.shared, graph)
    return 0


def _title(marked: MarkedSet) -> Iterator[str]:
    yield f"\n━━ {marked.name}: {len(marked.files())} documents " + "━" * 40


def scores(judged: Judgement) -> Iterator[str]:
    """Yield the figures in all, by predicate and by document."""
    yield _HEAD
    yield _line("all", figures(judged.claims, judged.lines))
    yield from _by(judged, lambda c: c.statement.predicate, lambda m: m.line.triple.predicate)
    yield from _by(judged, lambda c: c.document, lambda m: m.line.document)


def _by(
    judged: Judgement, of_claim: Callable[[Claim], str], of_line: Callable[[Marked], str]
) -> Iterator[str]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    lines: dict[str, list[Marked]] = defaultdict(list)
    for claim in judged.claims:
        claims[of_claim(claim)].append(claim)
    for line in judged.lines:
        lines[of_line(line)].append(line)
    yield ""
    for name in sorted({*claims, *lines}):
        yield _line(name, figures(claims[name], lines[name]))


def _line(name: str, f: Figures) -> str:
    return (
        f"{name[:33]:34}{f.precision:7.3f}{f.recall:7.3f}{f.f1:7.3f}{f.strict_f1:8.3f}"
        f"{f.right:7}{f.claims:6}{f.found:7}{f.core:6}"
    )


def errors(marked: MarkedSet, judged: Judgement, examples: int) -> Iterator[str]:
    """Yield the kinds of error, the commonest first, each with examples."""
    known = {
        Path(document.name).stem: named(document.text, names)
        for document, names in look([marked.documents])
    }
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in judged.claims:
        said[claim.document].append(claim)
    found: dict[str, list[str]] = defaultdict(list)
    for m in judged.lines:
        where, line = m.line.document, m.line
        if m.by is None and line.core:
            why = nearest(line, [c.statement for c in said[where]], known.get(where, ()))
            kind = f"missed  {line.triple.predicate}: {KINDS[why.kind]}"
            found[kind].append(f"{where}: {line.triple.text} — {why.text}")
        elif m.differing and line.core:
            kind = f"differs {line.triple.predicate}: {', '.join(m.differing)}"
            found[kind].append(f"{where}: {line.triple.text}")
    for claim in judged.claims:
        if not claim.right:
            kind = f"wrong   {claim.statement.predicate} by {claim.statement.rule}"
            found[kind].append(f"{claim.document}: {claim.statement.text}")
    yield "\nerrors, the commonest first:" if found else "\nno errors"
    for kind, cases in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"{len(cases):4} {kind}"
        yield from (f"       {case}" for case in cases[:examples])


KINDS = {
    "wording": "an end is called otherwise",
    "predicate": "the ends are related otherwise",
    "unnamed": "an end was not found",
    "label": "an end was read as something else",
    "unrelated": "no rule joins the ends",
}
"""What the kinds of :class:`graph.marking.Attempt` mean, in a few words."""


def changes(marked: MarkedSet, judged: Judgement, revision: str) -> Iterator[str]:
    """Yield what is found, lost, wrong now and wrong no longer since ``revision``."""
    try:
        before = judge(marked.lines(), statements_at(revision, marked))
    except NoCommitError as error:
        yield f"\nno comparison with {revision}: {error}"
        return
    yield f"\nsince {revision}: {summary(before, judged)}"
    for sign, then, now in (
        ("found now       ", _missed(before), _missed(judged)),
        ("wrong no longer ", _wrong(before), _wrong(judged)),
    ):
        yield from (f"  + {sign} {line}" for line in _beyond(then, now))
    for sign, then, now in (
        ("lost            ", _missed(judged), _missed(before)),
        ("wrong now       ", _wrong(judged), _wrong(before)),
    ):
        yield from (f"  − {sign} {line}" for line in _beyond(then, now))


def summary(before: Judgement, now: Judgement) -> str:
    """Return the change of the three figures in one line."""
    old, new = figures(before.claims, before.lines), figures(now.claims, now.lines)
    pairs = (
        ("precision", old.precision, new.precision),
        ("recall", old.recall, new.recall),
        ("strict F1", old.strict_f1, new.strict_f1),
    )
    return ", ".join(
        f"{name} {b:.3f} → {a:.3f}" if b != a else f"{name} {a:.3f} as before"
        for name, b, a in pairs
    )


def _missed(judged: Judgement) -> Iterator[str]:
    for m in judged.lines:
        if m.by is None and m.line.core:
            yield f"{m.line.document}: {m.line.triple.text}"


def _wrong(judged: Judgement) -> Iterator[str]:
    for claim in judged.claims:
        if not claim.right:
            yield f"{claim.document}: {claim.statement.text} by {claim.statement.rule}"


def _beyond(some: Iterable[str], others: Iterable[str]) -> Sequence[str]:
    """Return those of ``some`` that are not among ``others``, counting those that stand twice."""
    return sorted((Counter(some) - Counter(others)).elements())


def _overlaps(shared: Path, graph: KnowledgeGraph) -> None:
    tool, gold = shared / "tools" / "score_overlap.py", shared / "gold" / "overlap.jsonl"
    if tool.is_file() and gold.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        read = CACHE / "overlap.jsonl"
        read.write_text("".join(dumps(graph)), encoding="utf-8")
        print("\noverlaps", flush=True)
        subprocess.run([sys.executable, str(tool), str(read), str(gold)], check=False)


if __name__ == "__main__":
    sys.exit(main())
