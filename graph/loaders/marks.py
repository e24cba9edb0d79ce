"""The marks that Korean documents set before headings, bullets and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import BlockKind

_HASHES = re.compile(r"(#{1,6})\s+")
_BOLD_LINE = re.compile(r"\*\*(?P<text>[^*\n]+)\*\*\s*$")
_BRACKETED = re.compile(r"(?:【[^】\n]+】|\[[^\]\n]+\]|<[^<>\n]+>|〈[^〉\n]+〉|《[^》\n]+》)\s*$")
_ANNEX = re.compile(r"[<\[(【〈]?\s*(?:붙\s?임|별\s?첨|참고|첨부)\s*\d*\s*[>\])】〉]?\s*$")
_ANNEX_TITLE = re.compile(
    r"[<\[(【〈]?(?:(?:붙임|별첨|별지)\s*\d*|(?:참고|첨부)\s*\d+)\s*[>\])】〉]?[\s.::]\s*(?=\S)"
)
_NOTE = re.compile(r"(?:[-ㅇo]\s*)?(?:\\?\*{1,3}|※|☞|†)(?=[\s가-힣A-Za-z「‘“(])\s*")
_BOLD_START = re.compile(r"(?:[-ㅇo]\s*)?\*\*[^*\n]{1,80}\*\*")
_STAR = re.compile(r"\\?\*\s")
_SCENE = re.compile(r"있다\.?$")

# Hangul's own word processor keeps its list marks in the private use area.
_SQUARE = "□■◆◇❑❏◈▣◼◻☐▢\U000f03da"
_CIRCLE = "○●◦❍◯❖"
_DOT = "•·ㆍ∙‧▪▫‣"
_TRIANGLE = "▲△▶▷►➢➤✓▸▹\ue000-\uf8ff\U000f02bb-\U000f03d9\U000f03db-\U000ffffd"
_CIRCLED = "①-⑳❶-❿➀-➓⑴-⒇㉠-㉻㈀-㈞Ⓐ-ⓩ\U000f02b1-\U000f02ba"
_FAMILIES = {
    "square": re.compile(rf"[{_SQUARE}]\s*"),
    "circle": re.compile(rf"(?:[{_CIRCLE}]|[ㅇoO](?=\s))\s*"),
    "dash": re.compile(r"(?:-(?![-\d])|-(?=\d+년|\d+\s?개)|[–—](?=\s?\S))\s*"),
    "dot": re.compile(rf"[{_DOT}]\s*"),
    "triangle": re.compile(rf"[{_TRIANGLE}]\s*"),
    "circled": re.compile(rf"[{_CIRCLED}]\s*"),
    "number": re.compile(r"\d{1,2}\.\s+(?!\d{1,2}\.)"),
    "number)": re.compile(r"\(?\d{1,2}\)\s+"),
    "letter": re.compile(r"[가나다라마바사아자차카타파하]\.\s+"),
    "letter)": re.compile(r"\(?[가나다라마바사아자차카타파하]\)\s+"),
    "roman": re.compile(r"(?:[IVX]+\.|[Ⅰ-Ⅻ]\.?)\s+"),
    "chapter": re.compile(r"제\s?\d+\s?[장절편]\s+"),
}
_HEADS = ("square", "circled", "number", "number)", "letter", "letter)", "roman", "chapter")
"""Marks that stand before titles as well as before items."""

_TITLE_LENGTH = 40
_SECTION = re.compile(
    r"(?:분야|개요|배경|현황|계획|방향|내용|필요성|경과|목적|일정|효과|방안|참석자|사항|결과|의의|체계)"
    r"(?:\s?\([^()]{1,8}\))?$"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is by the mark before it.

    ``size`` letters before it and ``tail`` after it are the mark. ``family`` names marks of one kind;
    ``listable`` says that the line is an item after all if its neighbour has a mark of that family.
    """

    kind: BlockKind
    size: int
    level: int = 1
    marker: str = ""
    tail: int = 0
    family: str = ""
    listable: bool = False


def read_mark(line: str) -> Mark:
    """Return what the mark before ``line`` (already without space around it) makes of it.

    >>> read_mark("□ 추진 필요성").kind, read_mark("- 과제 하나").kind, read_mark("그냥 문장").kind
    ('heading', 'item', 'paragraph')
    """
    return _markdown(line) or _annex(line) or _note(line) or _listed(line) or Mark("paragraph", 0)


def is_mark(text: str) -> bool:
    """Say whether ``text`` is nothing but a list mark.

    >>> is_mark("□"), is_mark("1."), is_mark("가나")
    (True, True, False)
    """
    found = (pattern.match(text + " x") for pattern in _FAMILIES.values())
    return any(match and match.end() == len(text) + 1 for match in found)


def _markdown(line: str) -> Mark | None:
    if match := _HASHES.match(line):
        inner = line[match.end() :]
        bold = _bold(inner)
        listed = _listed(inner)
        size = bold.size if bold else listed.size if listed and listed.family in _HEADS else 0
        tail = bold.tail if bold else 0
        return Mark("heading", match.end() + size, len(match[1]), match[1], tail, family="hash")
    return _bold(line)


def _bold(line: str) -> Mark | None:
    match = _BOLD_LINE.match(line)
    if match is None:
        return None
    inner = _listed(match["text"])
    size = 2 + (inner.size if inner and inner.family in _HEADS else 0)
    tail = len(line) - match.end("text")
    return Mark("heading", size, 3, line[:size].strip(), tail, family="bold")


def _annex(line: str) -> Mark | None:
    if _ANNEX.match(line):
        return Mark("heading", 0, 1, family="annex")
    match = _ANNEX_TITLE.match(line)
    if match and is_title(line[match.end() :], 2 * _TITLE_LENGTH):
        marker = re.sub(r"[\s.::]+$", "", match.group())
        return Mark("heading", match.end(), 1, marker, family="annex", listable=True)
    if _BRACKETED.match(line):
        return Mark("heading", 1, 2, line[0], 1, family="bracket")
    return None


def _note(line: str) -> Mark | None:
    match = _NOTE.match(line)
    if match is None or _BOLD_START.match(line):
        return None
    star = bool(_STAR.match(line))
    return Mark(
        "note", match.end(), 3, match.group().strip(), family="star" if star else "", listable=star
    )


def _listed(line: str) -> Mark | None:
    for family, pattern in _FAMILIES.items():
        match = pattern.match(line)
        if match and (rest := line[match.end() :]):
            marker = match.group().strip()
            if family in _HEADS and is_title(rest):
                level = 2 if family == "square" else 3
                return Mark("heading", match.end(), level, marker, 0, family, listable=True)
            if family == "circle" and is_title(rest) and _SECTION.search(rest):
                return Mark("heading", match.end(), 3, marker, 0, family, listable=True)
            if family == "letter" and marker == "다.":
                return None  # the end of a sentence that a page break cut
            if family == "triangle" and _SCENE.search(rest):
                return Mark("caption", match.end(), 0, marker, 0, family, listable=True)
            tail = len(rest) - len(rest.removesuffix(marker).rstrip()) if family == "dash" else 0
            return Mark("item", match.end(), 1, marker, tail, family)
    return None


def is_title(text: str, length: int = _TITLE_LENGTH) -> bool:
    """Say whether a line can be a title: it is short and is no sentence."""
    stripped = text.strip()
    return 0 < len(stripped) <= length and not re.search(r"[다음함됨임]\.?$|[.,]$", stripped)
