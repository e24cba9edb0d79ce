"""The words in which a document names things: its language, and its own names for technologies and programmes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graph.korean import is_mostly_english
from graph.model import Document, Entity, Mention, Statement

_KOREAN = re.compile(r"[가-힣]")


def named_as_written(
    document: Document, mentions: Iterable[Mention], statements: Iterable[Statement]
) -> Iterator[Statement]:
    """Yield the statements with things named as the document does.

    An English document's things go by their English names, and a technology or a programme by
    the wording that the document has for it. The name by which the vocabulary knows a thing stays among the aliases, and is
    the name again where another document uses it.
    """
    english = is_mostly_english(document.text)
    worded = {} if english else _wordings(document, mentions)
    for statement in statements:
        subject, object_ = (
            in_english(e) if english else _as_worded(e, worded)
            for e in (statement.subject, statement.object)
        )
        yield replace(statement, subject=subject, object=object_)


def in_english(entity: Entity) -> Entity:
    """Return the entity with its English name for its name, if it has one."""
    return _called(entity, entity.name_en) if entity.name_en else entity


def _wordings(document: Document, mentions: Iterable[Mention]) -> Mapping[str, str]:
    """By id, the Korean wording of each technology or programme that the document never calls by its name.

    Of several the longest, since a short one may say of what kind it is only.
    """
    used: dict[str, set[str]] = defaultdict(set)
    named = set()
    for mention in mentions:
        wording = re.sub(r"\s+", " ", _ABBREVIATION.sub("", document.slice(mention.span)))
        if mention.label in _BY_WORDING:
            used[mention.entity.id].add(wording)
            if wording == mention.entity.name:
                named.add(mention.entity.id)
    korean = {
        key: sorted((w for w in words if _KOREAN.search(w)), key=lambda w: (-len(w), w))
        for key, words in used.items()
        if key not in named
    }
    return {key: words[0] for key, words in korean.items() if words}


_ABBREVIATION = re.compile(r"\s?\([A-Za-z-]+\)")
_BY_WORDING = ("Technology", "Program")


def _as_worded(entity: Entity, worded: Mapping[str, str]) -> Entity:
    return _called(entity, worded[entity.id]) if entity.id in worded else entity


def _called(entity: Entity, name: str) -> Entity:
    if entity.name == name:
        return entity
    aliases = tuple(sorted({entity.name, *entity.aliases} - {name}))
    return replace(entity, name=name, aliases=aliases)
