"""The Korean language: sentence ends, word ends, particles, noun phrases.

Noun phrases come from the morphological analyser kiwipiepy, loaded when first needed; the rest is
grammar small enough to be written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.model import Span

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

_OPENERS = "“‘「｢『《〈([{【"
_CLOSERS = "”’」｣』》〉)]}】"

PARTICLE = (
    r"(?:들|측|뿐|만)?"
    r"(?:은|는|이|가|을|를|과|와|의|도|만|에|로|으로|께서|란|이란|나|이나|며|이며|고|이고|자|이자|인|이다|다|"
    r"에게|에서|까지|부터|보다|처럼|마다|라고|이라고|라는|이라는|라며|이라며|로서|으로서|로써|으로써|에게서|로부터|으로부터)?"
    r"(?:은|는|도|만|의)?"
)
"""What may follow a noun within its word: number, case and topic particles, the copula."""

_SYLLABLES, _FINALS = 0xAC00, 28


def is_english(text: str) -> bool:
    """Say whether ``text`` has no Korean syllable, so that Korean grammar tells nothing of it."""
    return not _SYLLABLE.search(text)


def is_mostly_english(text: str) -> bool:
    """Say whether fewer than one in ten of the letters of ``text`` are Korean syllables.

    >>> is_mostly_english("The ministry (과기정통부) presented its quantum strategy in Seoul on Monday.")
    True
    """
    letters = sum(letter.isalpha() for letter in text)
    return bool(letters) and 10 * len(_SYLLABLE.findall(text)) < letters


def _ending_in(final: int) -> str:
    """Return the class of syllables with the final consonant of that number in Unicode's order."""
    return "[" + "".join(chr(_SYLLABLES + _FINALS * i + final) for i in range(399)) + "]"


PROSPECTIVE = _ending_in(8)
"""A syllable that ends in ㄹ, as a verb does before 계획, 예정: ``할 계획``, ``높일 방침``."""

PRESENT = _ending_in(4)
"""A syllable that ends in ㄴ, as a verb does before 다: ``한다``, ``낮춘다``."""

OPEN = _ending_in(0)
"""A syllable without a final consonant, behind which the copula is 다: ``양자다``."""

NOMINAL = _ending_in(16)
"""A syllable that ends in ㅁ, as sentences of notes and lists do: ``추진함``, ``가리킴``."""

_SYLLABLE = re.compile("[가-힣]")
_TAIL = re.compile(r"[가-힣]*")
_PARTICLE_ONLY = re.compile(rf"(?:등)?{PARTICLE}")
_ENGLISH_START = re.compile(r"\s+[\"“‘']?[A-Z][a-z]*\s")
_ENGLISH_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Mr|Ms|Mrs|Prof|St|No|vs|etc|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])$"
)


def ends_word(text: str, end: int) -> bool:
    """Say whether a noun that ends at ``end`` ends there: only particles follow in its word.

    >>> ends_word("과기정통부는", 5), ends_word("산업부문", 3)
    (True, False)
    """
    if end >= len(text) or not text[end].isalnum():
        return True
    if text[end].isascii():
        return not text[end - 1].isascii()
    tail = _TAIL.match(text, end)
    assert tail is not None
    return tail.end() > end and _PARTICLE_ONLY.fullmatch(tail.group()) is not None


def starts_word(text: str, start: int) -> bool:
    """Say whether a word begins at ``start``, or a new script does (``Si반도체``)."""
    # A circled number (②) is a list mark, not part of a word, though Python calls it alphanumeric.
    if start == 0 or not (text[start - 1].isalpha() or text[start - 1].isdecimal()):
        return True
    before, first = text[start - 1], text[start]
    return before.isascii() != first.isascii() and not before.isdigit()


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of ``span``, trimmed.

    A sentence ends at a full stop, question or exclamation mark that is followed by space and stands
    outside quotation marks and brackets; ``2026. 6. 18.`` and ``J. Smith`` do not end one. A quotation
    that never closes does not swallow what follows it beyond its paragraph.
    """
    start, depth, straight = span.start, 0, False
    for at in range(span.start, span.end):
        letter = text[at]
        if letter == '"':
            straight = not straight
        elif letter in _OPENERS and not _is_apostrophe(text, at):
            depth += 1
        elif letter in _CLOSERS and not _is_apostrophe(text, at):
            depth = max(0, depth - 1)
        elif (
            letter in ".?!" and not depth and not straight and _is_sentence_end(text, at, span.end)
        ):
            yield from _trimmed(text, start, at + 1)
            start = at + 1
    yield from _trimmed(text, start, span.end)


def _is_apostrophe(text: str, at: int) -> bool:
    """A curly quote before a digit stands for the century: ``’26년``."""
    return text[at] in "‘’" and at + 1 < len(text) and text[at + 1].isdigit()


def _is_sentence_end(text: str, at: int, end: int) -> bool:
    follows = text[at + 1 : at + 2]
    if at + 1 < end and not follows.isspace():
        return False
    if text[at] != ".":
        return True
    before = text[at - 1 : at]
    if before.isdigit():
        # 2026. 6. 18. goes on; "by 2030. Officials" does not.
        return _ENGLISH_START.match(text, at + 1, end) is not None
    return not _ENGLISH_ABBREVIATION.search(text[max(0, at - 6) : at])


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield Span(start + left, start + right)


@dataclass(frozen=True, slots=True)
class Token:
    """A morpheme: its part of speech in the Sejong tag set and where it stands."""

    form: str
    tag: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the morphemes of ``text``; offsets count in it."""
    return tuple(Token(t.form, t.tag, t.start, t.start + t.len) for t in _kiwi().tokenize(text))


@cache
def _kiwi() -> Kiwi:
    # One worker: the same input gives the same output in the same order.
    from kiwipiepy import Kiwi

    return Kiwi(num_workers=1)


_PHRASE_TAGS = ("NN", "SL", "SN", "SH", "XPN", "XSN", "XR")
_INNER_TAGS = ("SO", "SP")


def noun_phrase_before(text: str, span: Span, end: int) -> Span | None:
    """Return the longest run of nouns within ``span`` that ends at ``end``, or None.

    Nouns may be joined by spaces, hyphens and middle dots, not by particles: in ``핵심인 미세화 공정
    한계를`` the phrase before ``를`` is ``미세화 공정 한계``.
    """
    found = tokens(text[span.start : span.end])
    at = end - span.start
    inside = [t for t in found if t.end <= at]
    if not inside or inside[-1].end != at:
        return None
    start = at
    for token in reversed(inside):
        if token.tag.startswith(_PHRASE_TAGS) and token.form not in ("등", "것", "수", "때"):
            start = token.start
        elif not (token.tag in _INNER_TAGS and token.form in "-·ㆍ" and start < at):
            break
    return Span(span.start + start, end) if start < at else None


def is_one_word(start: str, end: str) -> bool:
    """Say whether ``start`` and ``end`` are a word that was broken at the end of a line.

    >>> is_one_word("전략기", "술을"), is_one_word("전략기술을", "육성한다")
    (True, False)
    """
    _, spaces = _kiwi().glue([start, end], return_space_insertions=True)
    return not spaces[0]
