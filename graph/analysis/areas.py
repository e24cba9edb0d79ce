"""Which areas a field's name stands for: ``반도체·디스플레이`` → 반도체, 디스플레이."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Term, Vocabulary

_JOINTS = re.compile(r"\s*[·ㆍ・/,;&+]\s*|\s및\s|\s(?:and|or)\s", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:첨단|차세대|미래|혁신|국가|핵심|글로벌|전략|지능형|친환경|청정|초격차|K-|"
    r"(?:advanced|next-generation|future|emerging|innovative|national|key|critical|strategic)\b)\s?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s?(?:분야|과학기술|기술|산업|부문|생태계|technolog(?:y|ies)|sciences?|systems?|sector|industry)$",
    re.IGNORECASE,
)
ENABLING = "enabling"
"""The kind of an area that serves all others (AI, data): to share it says little of an aim."""


def areas_of(name: str, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """Return the areas that ``name`` names, in order: as a whole, or in the parts that it joins.

    Parts are joined by ``·``, ``/``, commas, ``및`` or ``and``. Adjectives (첨단, 차세대, 미래, 혁신,
    국가 …) and 분야, 기술, 산업 at the end are set aside where the bare word is an area.
    """
    name = name.strip()
    whole = _area(name, vocabulary)
    if whole:
        return (whole,)
    found: dict[str, Term] = {}
    for part in _JOINTS.split(name):
        for area in _part(part.strip(), vocabulary):
            found.setdefault(area.name, area)
    return tuple(found.values())


def _part(part: str, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """One area, or two that are written together: 우주항공해양; a technology (양자컴퓨팅) is neither."""
    area = _area(part, vocabulary)
    if area:
        return (area,)
    if vocabulary.lookup(part, "Technology"):
        return ()
    for form in _forms(part):
        for cut in range(len(form) - 2, 1, -1):
            first = vocabulary.lookup(form[:cut], "Field")
            second = vocabulary.lookup(form[cut:], "Field")
            if first and second and form.isalpha() and not form.isascii():
                return (first[0], second[0])
    return ()


def _area(name: str, vocabulary: Vocabulary) -> Term | None:
    for form in _forms(name):
        terms = vocabulary.lookup(form, "Field")
        if terms:
            return terms[0]
    return None


def _forms(name: str) -> Iterator[str]:
    """The name, then without what stands before it, then without what stands after it."""
    bare = name
    while len(bare) > 1:
        yield bare
        yield from (f for f in [_AFTER.sub("", bare)] if f != bare and len(f) > 1)
        shorter = _BEFORE.sub("", bare)
        if shorter == bare:
            return
        bare = shorter


def with_broader(area: Term, vocabulary: Vocabulary) -> dict[str, int]:
    """Return the names of ``area`` and of the areas that it belongs to, with the steps up to them."""
    steps: dict[str, int] = {}
    waiting = [(area, 0)]
    while waiting:
        term, step = waiting.pop(0)
        if term.name not in steps:
            steps[term.name] = step
            waiting += [
                (t, step + 1)
                for b in term.broader
                if (t := vocabulary.term("Field", b)) is not None
            ]
    return steps
