"""Who a sentence is about: coordinated subjects, as ``A 및 B는`` or ``A, B, C 등이``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Mention, Span
from graph.statements.context import Context

_BRACKET = r"(?:\\?\*)?(?:[’'”\"」])?(?:\s?[\((][^()]*(?:\([^()]*\)[^()]*)*[\))])?"
_TEAM = r"(?:\s?(?:공동\s?)?(?:연구진|연구팀|측))?"
_HEAD = r"(?:\s?(?:장관|청장|처장))?"
"""What a minister does by law the ministry does: ``과기정통부 장관은 … 수립한다``."""
_SUBJECT = re.compile(rf"{_BRACKET}{_TEAM}{_HEAD}(?:은|는|이|가|도|\s또한|\s역시)(?=[\s,]|$)")
_JOINED = re.compile(rf"{_BRACKET}(?:\s?(?:및|과|와|,|·|ㆍ)\s?)")


def subjects(context: Context, span: Span) -> list[Mention]:
    """Return the organizations that are the subject of the sentence at ``span``, in order.

    The first one marked by a subject particle, and those joined to it before by ``및``, ``와``, ``,``;
    behind ``두 기관은`` the two that the sentences before name.
    """
    if BOTH.match(context.text, span.start, span.end):
        return two_before(context, span.start)
    chain: list[Mention] = []
    for mention in _outside_brackets(context, span):
        if _SUBJECT.match(context.text, mention.span.end, span.end):
            return [*chain, mention]
        chain = [*chain, mention] if _JOINED.match(context.text, mention.span.end, span.end) else []
    return []


BOTH = re.compile(
    r"(?:이날\s|이에\s)?(?:두|양)\s?(?:기관|회사|사|측|부처|대학|기업)(?:은|는|이|가)\s"
)
"""``두 기관은`` at the head of a sentence."""
_PAIR = 2


def two_before(context: Context, start: int) -> list[Mention]:
    """Return the two organizations that the last sentence before ``start`` names that names more than one, if just two."""
    for sentence in reversed([s for s in context.sentences if s.span.end <= start]):
        named = {m.entity.id: m for m in context.within(sentence.span, "Organization")}
        if len(named) >= _PAIR:
            return list(named.values()) if len(named) == _PAIR else []
    return []


def subjects_before(context: Context, span: Span, end: int) -> list[Mention]:
    """Return the organizations that are the subject nearest before ``end``, in order."""
    chain: list[Mention] = []
    nearest: list[Mention] = []
    for mention in _outside_brackets(context, Span(span.start, end)):
        chain.append(mention)
        if _SUBJECT.match(context.text, mention.span.end, end):
            nearest, chain = chain, []
        elif not _JOINED.match(context.text, mention.span.end, end):
            chain = []
    return nearest


def listed_before(context: Context, span: Span, end: int) -> list[Mention]:
    """Return the organizations of the list ``A, B, C 등`` that ends at ``end``."""
    found: list[Mention] = []
    at = end
    for mention in reversed(list(_outside_brackets(context, Span(span.start, end)))):
        between = context.text[mention.span.end : at]
        if not re.fullmatch(rf"{_BRACKET}\s?(?:,|·|및|와|과)?\s?(?:등)?\s?", between):
            break
        found.insert(0, mention)
        at = mention.span.start
    return found


def _outside_brackets(context: Context, span: Span) -> Iterator[Mention]:
    for mention in context.within(span, "Organization"):
        before = context.text[span.start : mention.span.start]
        if len(re.findall(r"[\((]", before)) <= len(re.findall(r"[\))]", before)):
            yield mention


def partners(context: Context, before: Span, start: int) -> list[Mention]:
    """``A는 B와 공동으로``, ``A는 B, C와 함께``: the organizations beside the subject that ends at ``start``."""
    with_it = re.compile(r"(?:과|와)\s?(?:함께|공동으로|공동|손잡고)").search(
        context.text, start, before.end
    )
    return listed_before(context, Span(start, before.end), with_it.start()) if with_it else []
