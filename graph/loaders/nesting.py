"""What a marked line is among its neighbours: a title or one item of a list, and how deep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.loaders.marks import Mark, is_title
from graph.model import Block, Span

_RANK = {"square": 1, "circle": 2, "dash": 3, "dot": 4}
"""The usual order of the marks, outermost first: where indentation was lost it tells the depth."""

_REFERENCE = re.compile(r"[^\s*\\]\\?\*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its span without space around it, its indentation, its mark."""

    span: Span
    indent: int
    mark: Mark


def settle(text: str, parts: Sequence[Block | Line]) -> Iterator[Block]:
    """Yield the blocks of ``parts``, lines made into headings, items, notes and paragraphs."""
    stack: list[tuple[int, str]] = []
    title: Line | None = None
    for index, part in enumerate(parts):
        if isinstance(part, Block):
            if part.kind == "table":
                stack.clear()
            yield part
            continue
        mark = _among(text, parts, index)
        if title and _goes_with(title, parts, index, mark, text):
            mark = replace(mark, kind="heading", level=title.mark.level)
        if mark.kind == "heading":
            title = replace(part, mark=mark)
        if mark.kind in ("heading", "paragraph"):
            stack.clear()
        if mark.kind == "item":
            mark = replace(mark, level=_depth(stack, part.indent, mark.family))
        yield _block(part, mark)


def _goes_with(
    title: Line, parts: Sequence[Block | Line], index: int, mark: Mark, text: str
) -> bool:
    """A short line marked as the last heading was, with deeper lines below it, is a heading too."""
    line, below = parts[index], parts[index + 1] if index + 1 < len(parts) else None
    assert isinstance(line, Line)
    alike = mark.family == title.mark.family and abs(line.indent - title.indent) <= 1
    deeper = isinstance(below, Line) and _RANK.get(below.mark.family, 0) > _RANK.get(mark.family, 5)
    rest = text[line.span.start + mark.size : line.span.end]
    return mark.kind == "item" and alike and deeper and is_title(rest)


def _block(line: Line, mark: Mark) -> Block:
    start, end = line.span.start + mark.size, line.span.end - mark.tail
    if end <= start:
        return Block("furniture", line.span)
    return Block(mark.kind, Span(start, end), mark.level, mark.marker)


def _among(text: str, parts: Sequence[Block | Line], index: int) -> Mark:
    """The mark of a line in the light of its neighbours: lines marked alike are a list."""
    line = parts[index]
    assert isinstance(line, Line)
    mark = line.mark
    if not mark.listable:
        return mark
    beside = [p.mark for p in _beside(parts, index) if abs(p.indent - line.indent) <= 1]
    alike = [m for m in beside if m.family == mark.family]
    if mark.kind == "caption":
        listed = any(m.kind == "item" for m in alike)
    elif mark.kind == "note":
        listed = bool(alike) and not _is_referred_to(text, parts, index)
    else:
        listed = any(m.listable or m.kind == "item" for m in alike)
    return replace(mark, kind="item") if listed else mark


def _beside(parts: Sequence[Block | Line], index: int) -> Iterator[Line]:
    for place in (index - 1, index + 1):
        if 0 <= place < len(parts) and isinstance(part := parts[place], Line):
            yield part


def _is_referred_to(text: str, parts: Sequence[Block | Line], index: int) -> bool:
    """The text above the notes has an asterisk behind a word: they explain it."""
    at = index - 1
    while at >= 0 and isinstance(part := parts[at], Line) and part.mark.family == "star":
        if index - at > _MOST_NOTES:
            return False
        at -= 1
    return at >= 0 and bool(_REFERENCE.search(text, parts[at].span.start, parts[at].span.end))


_MOST_NOTES = 20


def _depth(stack: list[tuple[int, str]], indent: int, family: str) -> int:
    """Return the level of an item below the open ones on ``stack``, which is kept up to date."""
    while stack:
        above, other = stack[-1]
        if indent >= above + 2:
            break
        if abs(indent - above) <= 1:
            if other == family:
                return len(stack)
            if family not in [f for i, f in stack if i >= indent - 1] and (
                _RANK.get(family, 5) > _RANK.get(other, 0)
            ):
                break
        stack.pop()
    stack.append((indent, family))
    return len(stack)
