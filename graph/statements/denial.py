"""What a sentence denies, takes back or calls false is no fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.korean import is_english
from graph.model import Entity, Span, Statement
from graph.statements.context import Context

_DENIED = re.compile(
    r"[가-힣]지(?:는|도|를)?\s?(?:않|못|아니|말)|못\s?(?:한다|했|하는|할)|(?:이|가|은|는)\s아니|아니다|아니라|아닌|철회|반대|부인(?:했|한|하)|"
    r"거짓|사실무근|취소|무산|백지화|불발|연기(?:했|됐|한|하|되)|보류|중단|불참|탈락|그만(?:뒀|두|둔)|불투명|"
    r"\b(?:not|never|no\smore|no\slonger|denied|denies|declined|rejected|cancelled|canceled|postponed|withdrew)\b"
)
"""``참석하지 않았다``, ``아니라``, ``철회했다``, ``연기했다``, ``not``, ``declined``."""
_CLAUSE_END = re.compile(
    r"(?<=[가-힣])(?:지만|으나|으며|면서|는데|다가|고|며|나)(?:,\s|\s(?=[‘'“「]?[가-힣A-Z][^\s]*(?:은|는|이|가)\s))|(?:;|\bbut\b|\band\b|\bwhile\b)"
)
"""Where a clause hands over to the next one, which may say the contrary."""
_OF_NAMES = frozenset(
    {"post-in-text", "unit-in-title", "contact", "technology-in-name", "event-about"}
)
"""Rules that read what a name itself says: whoever stays away is a minister all the same."""


def undenied(context: Context, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements whose clause does not deny them."""
    for statement in statements:
        if statement.rule in _OF_NAMES or not _is_denied(context, statement):
            yield statement


def _is_denied(context: Context, statement: Statement) -> bool:
    if len(statement.evidence) != 1:
        return False
    passage = Span(statement.evidence[0].start, statement.evidence[0].end)
    if not any(s.span == passage for s in context.sentences):
        return False  # a row or a bullet
    named = [
        *_ends(context, statement.subject, passage),
        *_ends(context, statement.object, passage),
    ]
    said = max(named, default=-1)
    if said < 0:
        return False
    if is_english(context.slice(passage)):
        said = min(named)  # in English the negation stands before the verb
    clause = _CLAUSE_END.search(context.text, said, passage.end)
    return _DENIED.search(context.text, said, clause.start() if clause else passage.end) is not None


def _ends(context: Context, entity: Entity, passage: Span) -> list[int]:
    """Where a name of ``entity`` first ends within ``passage``."""
    named = [m.span.end for m in context.within(passage, entity.label) if m.entity.id == entity.id]
    if named:
        return named[:1]
    at = context.text.find(entity.name, passage.start, passage.end)
    return [at + len(entity.name)] if at >= 0 else []
