"""LEADS from headlines: ``과기정통부·산업부, ‘가나 프로젝트’ 공동 추진``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Mention, Span, Statement
from graph.statements.context import Context
from graph.statements.offices import is_government
from graph.statements.outline import Outline


def headlines(context: Context, outline: Outline) -> Iterator[Statement]:
    """``과기정통부·산업부, ‘가나 프로젝트’ 공동 추진``: a headline's ministries and the programme that they take on."""
    del outline
    for block in context.document.blocks[:_HEADLINES]:
        verb = _HEADLINE_VERB.search(context.slice(block.span))
        programmes = context.within(block.span, "Program")
        if block.rows or verb is None or not programmes:
            continue
        end = block.span.start + verb.start()
        programme = programmes[-1]
        leaders = _headline_leaders(context, block.span)
        if leaders and leaders[-1].span.end < programme.span.start and programme.span.end <= end:
            for leader in leaders:
                yield from context.fact(
                    leader.entity,
                    "LEADS",
                    programme.entity,
                    block.span,
                    rule="headline",
                )


_HEADLINES = 4
"""A headline and its lines below stand among so many first blocks."""

_HEADLINE_VERB = re.compile(
    r"[’'”」]?\s(?:공동\s|본격\s|범부처\s)?(?:추진|착수|발표|수립|마련|공개|확정|시동|가동)(?=$|…|\.\.\.|,)"
)

_LIST_JOINT = re.compile(r"[·,ㆍ-]")


def _headline_leaders(context: Context, span: Span) -> list[Mention]:
    """The offices of state that stand at the head of a line, before a comma."""
    chain: list[Mention] = []
    at = span.start
    for mention in context.within(span, "Organization"):
        if mention.span.start != at or not is_government(mention.entity):
            return []
        chain.append(mention)
        if context.text.startswith(", ", mention.span.end):
            return chain
        if not _LIST_JOINT.match(context.text, mention.span.end):
            return []
        at = mention.span.end + 1
    return []
