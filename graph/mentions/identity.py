"""Which names of one document mean the same thing.

A programme goes by its proper name with one head noun or another (K-문샷, K-문샷 프로젝트, K-문샷
추진전략), or by its long title (국가전략기술 선도 NEXT 프로젝트). An event is named in full once and in
part later (K-문샷 추진전략 협력기업 업무협약식, K-문샷 협력기업 업무협약식, 협약식).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.mentions.gazetteer import entity_of
from graph.model import Entity, entity_id, name_key
from graph.vocabulary import Vocabulary
from graph.vocabulary.programmes import LATIN_WORD, distinctive, proper_name

_ORDINAL = re.compile(r"제\s?\d+차\s")
_NUMBERED_PLAN = re.compile(
    r"제\s?(?P<number>\d+)차\s(?P<name>.{2,50}?)\s?(?P<head>(?:기본|종합|진흥|육성|시행)계획)"
)
"""``제1차 … 종합계획``."""
_NOISE = re.compile(
    r"\\?\*+|\s?[\((](?:공동\s?)?(?:위원장|의장|단장|주재)[^()]*[\))]|\s?[\((]이하[^()()]*[\))]|[「」｢｣‘’“”'\"]"
)
"""What stands in a name without belonging to it."""


def clean(name: str) -> str:
    """Drop footnote marks, quotation marks and ``(이하 …)`` from a name."""
    return re.sub(r"\s+", " ", _NOISE.sub("", name)).strip()


def group_programmes(names: Iterable[str], vocabulary: Vocabulary) -> list[list[str]]:
    """Group the names of one programme; the fullest name comes first in its group."""
    named = set(names)
    ordinals = {_ORDINAL.match(name).group() for name in named if _ORDINAL.match(name)}  # type: ignore[union-attr]
    groups: dict[str, set[str]] = {}
    for name in named:
        # Of several numbered plans each is its own; a single one is also meant without its number.
        bare = _ORDINAL.sub("", name) if len(ordinals) == 1 else name
        key = name_key(distinctive(bare, vocabulary) or proper_name(bare))
        groups.setdefault(key, set()).update((name, bare))
    fullest_first = [
        sorted(group, key=lambda n: (-len(n), n)) for _, group in sorted(groups.items())
    ]
    return _with_short_titles(fullest_first)


def _with_short_titles(groups: list[list[str]]) -> list[list[str]]:
    """Put a plan's short title with its full one: 제1차 가나종합계획 is 제1차 가나기술 및 가나산업 종합계획."""
    found: list[list[str]] = []
    for group in sorted(groups, key=lambda g: (-len(g[0]), g[0])):
        full = next((f for f in found if _is_short_title(group[0], f[0])), None)
        if full is None:
            found.append(list(group))
        else:
            full.extend(group)
    return sorted(found)


def _is_short_title(short: str, full: str) -> bool:
    """Say whether two plans have one number, one head noun and one first word, and one's letters are among the other's."""
    one, other = _NUMBERED_PLAN.fullmatch(short), _NUMBERED_PLAN.fullmatch(full)
    if not (one and other) or one["number"] != other["number"] or one["head"] != other["head"]:
        return False
    letters = iter(name_key(other["name"]))
    same_start = one["name"][:2] == other["name"][:2]
    return same_start and all(letter in letters for letter in name_key(one["name"]))


def group_events(names: Iterable[str], vocabulary: Vocabulary) -> list[list[str]]:
    """Group the names of one event: one's words are among the other's and the last is shared.

    Words are the same that the vocabulary has for one thing: SMR and 소형모듈원자로.
    """
    groups: list[list[str]] = []
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        for group in groups:
            if _is_part(_words(name, vocabulary), _words(group[0], vocabulary)):
                group.append(name)
                break
        else:
            groups.append([name])
    return groups


def _words(name: str, vocabulary: Vocabulary) -> list[str]:
    """The words of a name, each known one as the vocabulary names it."""
    known = {
        word: found[0].name
        for word in name.split()
        for label in ("Technology", "Organization")
        if (found := vocabulary.lookup(word, label))
    }
    return [known.get(word, word) for word in name.split()]


def _is_part(fewer: Sequence[str], more: Sequence[str]) -> bool:
    numbers = [re.findall(r"\d+", " ".join(words)) for words in (fewer, more)]
    return numbers[0] == numbers[1] and fewer[-1] == more[-1] and set(fewer) <= set(more)


def group_bodies(names: Iterable[str]) -> list[list[str]]:
    """Group the names of one body: in full after its programme, later without the programme's name.

    ``K-문샷 기업 파트너십`` and ``기업 파트너십`` are one; ``가나 연구소`` and ``연구소`` are not taken to be.
    """
    groups: list[list[str]] = []
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        for group in groups:
            before = group[0].removesuffix(name)
            if before != group[0] and before.endswith(" ") and LATIN_WORD.fullmatch(before.strip()):
                group.append(name)
                break
        else:
            groups.append([name])
    return groups


def resolve_names(label: str, names: Sequence[str], vocabulary: Vocabulary, on: str) -> Entity:
    """Return the entity that ``names``, the fullest first, stand for."""
    for name in names[:1] if _ORDINAL.match(names[0]) else names:
        terms = vocabulary.lookup(name, label, on)
        if terms:
            known = entity_of(terms[0])
            return _with_aliases(known, names)
    return _with_aliases(named(label, names[0]), names)


def named(label: str, name: str) -> Entity:
    """Return the entity of that name, unknown to the vocabulary."""
    return Entity(label, entity_id(label, name), name)


def _with_aliases(entity: Entity, names: Sequence[str]) -> Entity:
    own = {name_key(entity.name)}
    aliases = {a for a in (*entity.aliases, *names) if name_key(a) not in own}
    return Entity(
        entity.label,
        entity.id,
        entity.name,
        entity.name_en,
        tuple(sorted(aliases)),
        entity.properties,
    )
