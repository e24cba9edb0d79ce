"""HOLDS_POSITION from personnel notices: ``◇ 가나청 △청장 이름 △차장 이름``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Block, Entity, Span, Statement
from graph.statements.context import Context
from graph.statements.outline import Outline
from graph.statements.people import person

_MARK = r"[△▲▷▶◁◀◦·]"
_NOTICE = re.compile(
    rf"(?:^|{_MARK})\s?(?P<post>(?:[가-힣A-Za-z0-9·]+\s){{0,3}}?[가-힣A-Za-z0-9·]*[가-힣](?:장|관|차관|장관|이사|위원|차장|총장|비서관|과장))\s"
    rf"(?P<name>[가-힣]{{2,4}}|[가-힣]{{1,4}}\s[가-힣]{{1,3}})(?=\s*(?:{_MARK}|$|\n))"
)
"""A mark, a post and a name up to the next mark or the end of the line."""
_FEWEST = 2
"""One such line alone may be a caption."""


def notices(context: Context, outline: Outline) -> Iterator[Statement]:
    """``◇ 가나청`` and below it ``△청장 이름 △차장 이름``: they hold these posts there."""
    del outline
    body: Entity | None = None
    for block in context.document.blocks:
        if block.rows:
            continue
        found = list(_NOTICE.finditer(context.slice(block.span)))
        body = _whose(context, block, found) or (body if found else None)
        for match in found if body and len(found) >= _FEWEST else ():
            if body and _is_name(context, match["name"]):
                yield from context.fact(
                    person(context, match["name"], body),
                    "HOLDS_POSITION",
                    body,
                    block.span,
                    rule="personnel-notice",
                    title=match["post"],
                )


def _whose(context: Context, block: Block, found: list[re.Match[str]]) -> Entity | None:
    """The body that the line or the line of the notice before its first mark names, alone."""
    end = block.span.start + found[0].start() if found else block.span.end
    named = context.within(Span(block.span.start, end), "Organization")
    line = context.text[block.span.start : end].strip(" ◇◆■□<>[]〈〉【】")
    return named[0].entity if named and len(line) <= len(named[0].span) + _BESIDE else None


_BESIDE = 8
"""So few letters stand beside the body in a line that only says whose the posts are: ``과장급 전보``."""


def _is_name(context: Context, name: str) -> bool:
    return " " in name or context.vocabulary.is_personal_name(name)
