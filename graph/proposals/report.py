"""What was asked, what came back and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of one document; ``failure`` says why the model gave no answer for all or part of it."""

    model: str = ""
    requests: int = 0
    cached: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    kept: int = 0
    confirmed: int = 0
    dropped: tuple[tuple[str, int], ...] = ()
    failure: str = ""


def summary(reports: Iterable[Report]) -> str:
    """Return one line on all ``reports``: what it cost, what was kept, what was dropped and why."""
    given = tuple(reports)
    model = next((r.model for r in given), "")
    dropped: Counter[str] = Counter()
    for report in given:
        dropped.update(dict(report.dropped))
    total = sum(dropped.values())
    reasons = ", ".join(
        f"{n} {why}" for why, n in sorted(dropped.items(), key=lambda d: (-d[1], d[0]))
    )
    asked, cached = sum(r.requests for r in given), sum(r.cached for r in given)
    tokens = f"{sum(r.tokens_in for r in given)} tokens in, {sum(r.tokens_out for r in given)} out"
    return (
        f"llm {model}: {asked} asked ({tokens}), {cached} answered from the cache; "
        f"{sum(r.kept for r in given)} statements kept, {sum(r.confirmed for r in given)} said by rules already, "
        f"{total} dropped" + (f" ({reasons})" if reasons else "")
    )
