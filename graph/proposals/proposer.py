"""Asks the model about one document and keeps what holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.errors import ProposalError
from graph.model import Document, Names, Span, Statement
from graph.proposals.answer import Proposal, read_answer
from graph.proposals.cache import Cache
from graph.proposals.checking import Checker, keys
from graph.proposals.client import Answer, Settings, ask
from graph.proposals.question import question, windows
from graph.proposals.report import Report
from graph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Proposed:
    """The statements that hold, beyond what the rules say, and the report."""

    statements: tuple[Statement, ...]
    report: Report


@dataclass(frozen=True, slots=True)
class Proposer:
    """A model and where its answers are kept; can be handed to other processes."""

    settings: Settings
    cache: Cache

    @property
    def rule(self) -> str:
        """The rule of what this model proposes."""
        return f"llm: {self.settings.model.replace(';', ',')}"

    def propose(
        self,
        document: Document,
        names: Names,
        stated: Sequence[Statement],
        vocabulary: Vocabulary,
    ) -> Proposed:
        """Return what the model adds to ``stated``; where it does not answer, the report says why."""
        checker = Checker(document, names, vocabulary, self.rule)
        known = keys(stated)
        found: dict[tuple[str, ...], Statement] = {}
        dropped: Counter[str] = Counter()
        report = Report(self.settings.model)
        for window in windows(document):
            try:
                answer, cached = self._answer(document, window)
            except ProposalError as error:
                report = replace(report, failure=str(error))
                break
            report = _cost(report, answer, cached=cached)
            for item in read_answer(answer.text):
                held = checker.check(item, window) if isinstance(item, Proposal) else item
                if isinstance(held, str):
                    dropped[held] += 1
                elif held.key in known:
                    report = replace(report, confirmed=report.confirmed + 1)
                else:
                    found.setdefault(held.key, held)
        counts = tuple(sorted(dropped.items()))
        return Proposed(tuple(found.values()), replace(report, kept=len(found), dropped=counts))

    def _answer(self, document: Document, window: Span) -> tuple[Answer, bool]:
        messages = question(document, window)
        kept = self.cache.get(self.settings.model, messages)
        if kept:
            return kept, True
        answer = ask(self.settings, messages)
        self.cache.put(self.settings.model, messages, answer)
        return answer, False


def _cost(report: Report, answer: Answer, *, cached: bool) -> Report:
    if cached:
        return replace(report, cached=report.cached + 1)
    return replace(
        report,
        requests=report.requests + 1,
        tokens_in=report.tokens_in + answer.tokens_in,
        tokens_out=report.tokens_out + answer.tokens_out,
    )
