"""Products by their own names: ``소형모듈원자로(SMR) ‘SMART’``, ``휴머노이드 ‘카펙스(KAPEX)’``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.mentions.identity import named
from graph.model import Entity, Mention

_OWN_NAME = re.compile(
    r"(?:\([^()]*\))?\s[‘'“\"](?P<name>[A-Z][A-Za-z0-9-]{2,14}|[가-힣]{2,8}(?=\([A-Z])|[가-힣]{1,6}호)(?P<latin>\([A-Z][A-Za-z0-9-]{2,14}\))?[’'”\"]"
    r"(?!\s?(?:프로젝트|사업|프로그램|전략|계획|이니셔티브|포럼|대회|행사|얼라이언스|연합|컨소시엄))"
)
"""A name in quotation marks that is no common word: in Latin letters, with a Latin name in brackets, or a ship's."""


def own_names(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, Entity]]:
    """Yield the names in quotation marks right behind a known technology, each a technology of its own."""
    for mention in mentions:
        if mention.label != "Technology":
            continue
        match = _OWN_NAME.match(text, mention.span.end)
        if match and not any(
            m.span.start < match.end("name") and match.start("name") < m.span.end for m in mentions
        ):
            entity = named("Technology", match["name"])
            yield match["name"], entity
            if match["latin"]:
                yield match["latin"].strip("()"), entity
