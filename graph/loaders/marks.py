"""The marks that Korean documents set before headings, bullets and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import BlockKind

_HASHES = re.compile(r"(#{1,6})\s+")
_BOLD_LINE = re.compile(r"\*\*(?P<text>[^*\n]+)\*\*\s*$")
_NUMBERED = re.compile(r"(?:[①-⑳]|\d{1,2}[.)]|[가-하][.)]|[IVXⅠ-Ⅻ]+\.)\s+")
_CIRCLED = re.compile(r"[①-⑳]\s*")
_SQUARE = re.compile(r"[□■◆◇❑❏]\s*")
_BRACKETED = re.compile(r"(?:【[^】\n]+】|\[[^\]\n]+\]|<[^<>\n]+>|〈[^〉\n]+〉)\s*$")
_ANNEX = re.compile(r"[<\[(【]?\s*(?:붙임|별첨|참고|첨부)\s*\d*\s*[>\])】]?\s*$")
_NOTE = re.compile(r"(?:[-ㅇo]\s*)?(?:\\?\*{1,3}|※|☞|†)(?=[\s가-힣A-Za-z「‘“(])\s*")
_BULLET = re.compile(r"(?:[▲△▶▷►●○◦❍❏•·ㆍ∙‧➢➤✓-]|[–—]|[ㅇo](?=\s)|\*(?=\s)|[①-⑳])\s*")
_TITLE_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is by the mark before it; ``size`` letters of the line are the mark."""

    kind: BlockKind
    size: int
    level: int = 1
    marker: str = ""
    tail: int = 0


def read_mark(line: str) -> Mark:
    """Return what the mark before ``line`` (already without leading space) makes of it.

    >>> read_mark("□ 추진 필요성").kind, read_mark("- 과제 하나").kind, read_mark("그냥 문장").kind
    ('heading', 'item', 'paragraph')
    """
    if match := _HASHES.match(line):
        level = len(match.group(1))
        inner = read_mark(line[match.end() :])
        size = match.end() + (inner.size if inner.kind == "heading" else 0)
        return Mark("heading", size, level, match.group().strip(), inner.tail)
    if match := _BOLD_LINE.match(line):
        number = _NUMBERED.match(match["text"]) or _CIRCLED.match(match["text"])
        size = 2 + (number.end() if number else 0)
        return Mark("heading", size, 3, line[:size].strip(), len(line) - match.end("text"))
    if _ANNEX.match(line):
        return Mark("heading", 0, 1)
    if match := _BRACKETED.match(line):
        return Mark(
            "heading",
            1,
            2,
            line[0],
            len(line.rstrip()) - len(line.rstrip()[:-1]) + len(line) - len(line.rstrip()),
        )
    if match := _NOTE.match(line):
        return Mark("note", match.end(), 3, match.group().strip())
    if match := _SQUARE.match(line):
        kind: BlockKind = "heading" if _is_title(line[match.end() :]) else "item"
        return Mark(kind, match.end(), 2, match.group().strip())
    if (match := _NUMBERED.match(line)) and _is_title(line[match.end() :]):
        return Mark("heading", match.end(), 3, match.group().strip())
    if (match := _CIRCLED.match(line)) and line[match.end() :].rstrip().endswith("분야"):
        return Mark("heading", match.end(), 3, match.group().strip())
    if match := _BULLET.match(line):
        return Mark("item", match.end(), 2, match.group().strip())
    return Mark("paragraph", 0)


def _is_title(text: str) -> bool:
    """A title is short and is no sentence."""
    stripped = text.strip()
    return 0 < len(stripped) <= _TITLE_LENGTH and not re.search(r"[다음함됨임]\.?$|[.,]$", stripped)
