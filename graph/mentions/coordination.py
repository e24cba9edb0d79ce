"""What is listed with organizations is one: in ``가나, 과기정통부, 기획처 등 관계부처``, so is 가나.

Read only where the list is closed by a word that says that its members are bodies or take part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.korean import tokens
from graph.model import Mention, Span

_LIST = re.compile(
    r"(?P<items>(?:[가-힣A-Za-z0-9&·\s()]{2,24}(?:\\?\*)?,\s?){1,24}[가-힣A-Za-z0-9&·\s()]{2,24}?(?:\\?\*)?)"
    r"(?:\s등(?:이\s(?:참석|참여|함께)|\s?(?:\d+여?\s?개\s?)?(?:관계부처|부처|기관|기업|업체|대학|출연연)|\s관계)|"
    r"(?:이|가)\s(?:참석|참여|참가|함께))"
)
_LABELLED = re.compile(
    r"(?:기업|업체|기관|대학|개발사|제조사|회사|출연연|연구소|병원|운영사|공급사)(?:으)?로는\s"
    r"(?P<items>(?:[가-힣A-Za-z0-9&·\s()]{2,24},\s?){0,24}[가-힣A-Za-z0-9&·\s()]{2,24}?)(?:\s등)?(?:이|가)(?=[,\s])"
)
"""``개발사로는 가나, 다라가``: what is listed is of the kind that the word before says."""
"""Items between commas up to ``등 관계부처``, ``등이 참석``, ``이 함께``."""
_OFFICE = re.compile(r"[가-힣]{3,12}(?:부|처|청|위원회)")
"""A word that is an office of state by its last syllable."""
_NOUNS = ("NN", "SL", "SN", "XSN", "XPN", "SO", "W", "XR")


def listed_organizations(text: str, known: Sequence[Mention]) -> Iterator[Span]:
    """Yield the spans of unknown names that stand in a list with two organizations, known or ministries by their form."""
    for match in _LABELLED.finditer(text):
        for item in _items(text, Span(match.start("items"), match.end("items"))):
            if _is_name(text[item.start : item.end]) and not _is_taken(item, known):
                yield item
    for match in _LIST.finditer(text):
        items = list(_items(text, Span(match.start("items"), match.end("items"))))
        named = [
            i
            for i in items
            if _OFFICE.fullmatch(text[i.start : i.end])
            or any(i.covers(m.span) and m.label == "Organization" for m in known)
        ]
        if len(named) < 2:
            continue
        for item in items:
            if not _is_taken(item, known) and _is_name(text[item.start : item.end]):
                yield item


def _is_taken(item: Span, known: Sequence[Mention]) -> bool:
    return any(
        m.span.start < item.end and item.start < m.span.end and m.label == "Organization"
        for m in known
    )


def _items(text: str, span: Span) -> Iterator[Span]:
    """The items of a list, from the last one on that begins it: after a particle (``협약에는 가나, …``)."""
    found: list[Span] = []
    at = span.start
    for piece in re.split(r",|(?<=[가-힣A-Za-z])[과와](?=\s)", text[span.start : span.end]):
        name = re.sub(r"\\?\*$", "", piece.rstrip())
        start = at + len(name) - len(name.lstrip())
        if lead := _LEADS_UP.search(text[start : at + len(name)]):
            found = []
            start += lead.end()
        if at + len(name) > start:
            found.append(Span(start, at + len(name)))
        at += len(piece) + 1
    yield from found


_LEADS_UP = re.compile(
    r"^.*(?:에는|에서|에서는|함께|위해|[은는이가]|비롯해|비롯한|중심으로|\s등)\s"
)
"""The words that lead up to a list, or close one before it."""


def _is_name(text: str) -> bool:
    """A run of nouns that is not a person, a count or a whole clause."""
    if len(text.split()) > 3 or re.search(
        r"\d|장관|대표|교수|위원|(?:기관|단체|원|총|소|청|이사|본부)장$|관계자|전문가|^(?:시민|주민|국민|학생|언론|학계|산업계|업계|정부|국회|지역|기업|대학|청년|지역\s주민|시민단체)$|담당자|기업인|연구자",
        text,
    ):
        return False
    return all(t.tag.startswith(_NOUNS) for t in tokens(text))
