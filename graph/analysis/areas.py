"""Which areas a field's name stands for: ``반도체·디스플레이`` → 반도체, 디스플레이."""

from __future__ import annotations

import re

from graph.vocabulary import Term, Vocabulary

_ADJECTIVES = re.compile(r"^(?:첨단|차세대|미래|혁신|국가|핵심|글로벌|K-)\s?")


def areas_of(name: str, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """Return the areas that ``name`` names: as a whole, or in the parts that ``·`` and ``/`` join.

    Adjectives (첨단, 차세대, 미래 …) are set aside where the bare word is an area.
    """
    found: dict[str, Term] = {}
    for part in (name, *re.split(r"[·/,]|\s및\s", name)):
        for form in _forms(part.strip()):
            terms = vocabulary.lookup(form, "Field")
            if terms:
                found.setdefault(terms[0].name, terms[0])
                break
        if found and part == name:
            break
    return tuple(found.values())


def _forms(part: str) -> tuple[str, ...]:
    forms = [part, re.sub(r"\s?(?:분야|기술|산업)$", "", part)]
    while (bare := _ADJECTIVES.sub("", forms[-1])) != forms[-1] and bare:
        forms.append(bare)
    return tuple(dict.fromkeys(f for f in forms if len(f) > 1))


def with_broader(areas: tuple[Term, ...], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the names of ``areas`` and of the areas that they belong to."""
    names: set[str] = set()
    waiting = list(areas)
    while waiting:
        area = waiting.pop()
        if area.name not in names:
            names.add(area.name)
            waiting += [t for b in area.broader if (t := vocabulary.term("Field", b))]
    return frozenset(names)
