"""Short forms that a document introduces: ``과학기술정보통신부(장관 …, 이하 ‘과기정통부’)``, ``(KIST)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Span

_VERSION = r"(?:\s?[\((][^()()]*\d\d[^()()]*[\))])?"
_BRACKET = re.compile(rf"{_VERSION}[」’'\"”]?\s?[\((]([^()()\n]{{1,80}})[\))]")
"""The bracket right behind a name, after that of its version and the quotation mark."""
_HEREAFTER = re.compile(
    r"이하,?\s?[‘'“\"]?([^‘’'“”\"),]{2,30}?)[’'”\"]?(?:라\s?한다|로\s?한다)?\s*$"
)
"""``이하 ‘과기정통부’``."""
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&-]{1,11}|[가-힣]{2,12}")

_REMARKS = frozenset(
    [
        "가칭",
        "잠정",
        "안",
        "가안",
        "총괄",
        "주관",
        "협조",
        "신설",
        "예정",
        "기존",
        "현행",
        "공동",
        "위원장",
        "의장",
    ]
)
"""What stands in a bracket behind a name without being another name for it."""


def short_forms(text: str, name: Span) -> Iterator[str]:
    """Yield the short forms that the bracket behind (or within) ``name`` introduces for it."""
    for match in re.finditer(r"[\((][^()()]*이하[^()()]*[\))]", text[name.start : name.end]):
        yield from _hereafter(match.group()[1:-1])
    bracket = _BRACKET.match(text, name.end)
    if bracket is None:
        return
    content = bracket.group(1).strip()
    yield from _hereafter(content)
    beside = text[name.end] in "((" or text[name.end - 1].isascii()
    if beside and _ABBREVIATION.fullmatch(content) and content not in _REMARKS:
        yield content


def _hereafter(content: str) -> Iterator[str]:
    match = _HEREAFTER.search(content)
    if match:
        yield match.group(1).strip()
