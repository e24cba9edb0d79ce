"""Lists within running text: ``▲a ▲b``, ``a·b·c 등 8대 분야``, ``3대 미션(a, b, c)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.model import Span

Kind = Literal["mission", "field", "part", "technology"]

_KINDS: dict[Kind, str] = {
    "mission": "미션|과제|임무|중점과제|추진과제|국가과제",
    "field": "분야|영역|부문",
    "part": "분과|협의체|위원회|워킹그룹|작업반",
    "technology": "기술|세부기술|유망기술|중점기술|품목",
}
_ENGLISH_HEADS: dict[Kind, re.Pattern[str]] = {
    "field": re.compile(
        r"(?i:(?:focus|research)?\s?(?:fields?|areas?|sectors?|programs?|programmes?))"
    ),
    "mission": re.compile(
        r"(?i:(?:flagship|key|main)?\s?(?:missions?|tasks?|targets?|goals?|projects?))"
    ),
}
"""Columns of English tables; headers come without spaces."""
_HEAD = "|".join(_KINDS.values())
_MARK = re.compile(r"[▲△▶▷●◆◇■◦❍①-⑳]")
_HEAD_BEFORE = re.compile(
    rf"({_HEAD})(?:으로는|로는|에는|은|는|으로|로|을|를|이|가|\s?[:\-–])?\s*$"
)
_HEAD_AFTER = re.compile(
    rf"\s?등(?:의|\s총)?\s?(?:(\d+)\s?[개대]\s?)?(?:[가-힣]{{1,8}}\s){{0,2}}?[가-힣]{{0,4}}?({_HEAD})(?![가-힣]*(?:방안|방향|논의))"
)
"""``등 8대 중점분야`` behind the last item, but not ``등 육성방안 논의``."""
_MADE_INTO = re.compile(
    rf"(?:을|를)\s(?:(\d+)대\s)?(?:[가-힣]{{1,4}}\s)?({_HEAD})(?:으로|로)\s(?:추진|선정|정하|정했|삼|제시)"
)
"""``▲a ▲b를 중점 과제로 추진한다``."""
_TAIL = re.compile(r"\s등(?=이다|입니다|이\s|을\s|의\s|으로|\s\d|\s?,|\s?$|\s?\.)")
"""``등`` with what may follow it at the end of a list."""
_BRACKET_LIST = re.compile(
    rf"(\d+)대\s?((?:[가-힣]{{1,6}}\s?){{0,2}}?(?:{_HEAD}))\s?[\((]([^()()\n]+)[\))]"
)
"""``3대 핵심미션(a, b, c)``."""
_COLON_LIST = re.compile(
    rf"[\((]?(\d+)대\s([가-힣\s]{{0,12}}?(?:{_HEAD}))[\))]?(?:은|는)?\s?[::]\s?"
)
"""``12대 국가전략기술 :`` at the head of a sentence."""
_DOTTED = re.compile(
    r"((?:[가-힣A-Za-z0-9]+(?:\s?AI)?\s?[·,ㆍ]\s?){1,20}[가-힣A-Za-z0-9·]+(?:\s?AI)?)\s등\s(\d+)[대개]\s(?:[가-힣]{1,4}\s)?(?:분야|부문|영역)"
)
"""``a·b·c 등 8대 분야``."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of one list, what they are, and how many the text says that there are."""

    kind: Kind
    items: tuple[Span, ...]
    span: Span
    count: int = 0
    head: str = ""


def marked_list(text: str, span: Span) -> Listed | None:
    """Return the ``▲a ▲b …`` list within ``span`` if a head noun says what its items are."""
    marks = list(_MARK.finditer(text, span.start, span.end))
    if len(marks) < 2:
        return None
    items = list(_items(text, span, marks))
    if not items:
        return None
    if made := _MADE_INTO.search(text, items[-1].start, span.end):
        items[-1] = _trim(text, items[-1].start, made.start())
    after = made or _HEAD_AFTER.match(text, items[-1].end, span.end)
    before = _HEAD_BEFORE.search(text[span.start : marks[0].start()])
    head = after.group(2) if after else before.group(1) if before else ""
    kind = kind_of(head)
    if kind is None:
        return None
    count = int(after.group(1)) if after and after.group(1) else 0
    return Listed(kind, tuple(items), span, count, head)


def bracketed_lists(text: str, span: Span) -> Iterator[Listed]:
    """Yield ``N대 미션(a, b, c)`` where the bracket holds just N items."""
    for match in _BRACKET_LIST.finditer(text, span.start, span.end):
        items = tuple(_split(text, Span(match.start(3), match.end(3)), r",|ㆍ|/"))
        kind = kind_of(match.group(2))
        if kind and len(items) == int(match.group(1)):
            yield Listed(kind, items, span, len(items), match.group(2))


def colon_lists(text: str, span: Span) -> Iterator[Listed]:
    """Yield ``12대 국가전략기술 : a, b, …`` where just so many items follow the colon."""
    match = _COLON_LIST.match(text, span.start, span.end)
    if match is None:
        return
    whole = Span(match.end(), span.end)
    marks = list(_MARK.finditer(text, whole.start, whole.end))
    items = list(_items(text, whole, marks)) if marks else list(_split(text, whole, r","))
    head = match.group(2)
    kind = "field" if head.endswith("기술") else kind_of(head)
    if kind and len(items) == int(match.group(1)):
        yield Listed(kind, tuple(items), span, len(items), head)


_NUMBERS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ENGLISH_LIST = re.compile(
    rf"\b(?P<count>\d+|{'|'.join(_NUMBERS)})\s(?:[\w-]+\s){{0,4}}?(?P<head>fields|areas|sectors|technologies|missions|tasks|goals)"
    r"(?:\s[^.:;]{0,40})?\s?(?::|,\snamely|\sare|\sinclude|—|–)\s?(?P<items>[^.;:]+)",
    re.IGNORECASE,
)
"""``twelve fields: a, b and c``, ``3 missions, namely …``."""


def english_lists(text: str, span: Span) -> Iterator[Listed]:
    """Yield ``twelve fields: a, b, … and c`` where just so many items follow."""
    match = _ENGLISH_LIST.search(text, span.start, span.end)
    if match is None:
        return
    whole = Span(match.start("items"), match.end("items"))
    items = tuple(
        _trim(text, piece.start, piece.end)
        for piece in _split(text, whole, r",\s(?:and\s)?|\sand\s(?=[^,]+$)")
    )
    word = match["count"].lower()
    count = _NUMBERS.index(word) + 2 if word in _NUMBERS else int(word) if word.isdigit() else 0
    kind: Kind = "mission" if match["head"].lower() in ("missions", "tasks", "goals") else "field"
    if len(items) == count:
        yield Listed(kind, items, span, count, match["head"])


def counted_fields(text: str, span: Span) -> Iterator[Listed]:
    """Yield ``a·b·c 등 N대 분야``: fields named as examples of N."""
    for match in _DOTTED.finditer(text, span.start, span.end):
        whole = Span(match.start(1), match.end(1))
        separator = r"," if "," in match.group(1) else r"[·ㆍ]"
        items = tuple(_split(text, whole, separator))
        count = int(match.group(2))
        if separator == ",":
            items = items[-count:]  # what stands before the last N led up to the list
        if len(items) <= count:
            yield Listed("field", items, span, count, "분야")


def kind_of(head: str) -> Kind | None:
    """Return what a head noun says of the items of its list."""
    for english, pattern in _ENGLISH_HEADS.items():
        if pattern.fullmatch(head.strip()):
            return english
    for kind, words in _KINDS.items():
        if re.search(rf"(?:{words})$", head.strip()):
            return kind
    return None


def _items(text: str, span: Span, marks: list[re.Match[str]]) -> Iterator[Span]:
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else span.end
        if following is None:
            end = _last_end(text, mark.end(), end)
        item = _trim(text, mark.end(), end)
        if len(item):
            yield item


def _last_end(text: str, start: int, end: int) -> int:
    """Where the last item ends: before 등, or before the copula that closes the sentence."""
    tail = _TAIL.search(text, start, end) or re.compile(r"\s등\s").search(text, start, end)
    if tail:
        return tail.start()
    copula = re.compile(r"(?:이다|입니다|이었다|였다|을|를|으로|로)?[.]?$").search(text, start, end)
    return copula.start() if copula else end


def _split(text: str, span: Span, separator: str) -> Iterator[Span]:
    start = span.start
    for match in re.compile(separator).finditer(text, span.start, span.end):
        yield _trim(text, start, match.start())
        start = match.end()
    yield _trim(text, start, span.end)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",‘'"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;.’'"):
        end -= 1
    return Span(start, end)
