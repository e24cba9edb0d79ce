"""What is called by its number or year alone: a body's session (``제2차 전체회의``), a plan's yearly plan (``2026년 시행계획``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.mentions.identity import named
from graph.model import Entity, Mention

_SESSION = re.compile(
    r"(?P<session>(?:제\s?\d+[차회]|\d+차|첫|첫\s번째)\s(?:(?:전체|정기|임시|본|실무)\s?)?회의)(?:을|를)\s(?:열|개최|주재|마치)"
)
_SUBJECT = re.compile(r"[’'”」]?(?:\s?[\((][^()]*[\))])?(?:은|는|이|가)\s[^.\n]{0,60}$")
"""A body as the subject, and what stands between it and its session."""
_BODY = re.compile(
    r"(?:위원회|협의회|협의체|자문회의|심의회|이사회|특위|얼라이언스|추진단|자문단)$"
)


def body_sessions(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, Entity]]:
    """Yield the wordings of numbered sessions with the events that they are, named after their bodies.

    A wording that two bodies of the document share names neither's.
    """
    found: dict[str, set[str]] = {}
    for session, name in _english_sessions(text, mentions):
        found.setdefault(session, set()).add(name)
    for match in _SESSION.finditer(text):
        bodies = [
            m
            for m in mentions
            if m.label == "Organization"
            and _BODY.search(m.entity.name)
            and m.span.end <= match.start()
            and _SUBJECT.fullmatch(text, m.span.end, match.start())
        ]
        if bodies:
            name = f"{bodies[-1].entity.name} {match['session']}"
            found.setdefault(match["session"], set()).add(name)
    for session, names in sorted(found.items()):
        if len(names) == 1:
            event = named("Event", next(iter(names)))
            yield session, replace(event, aliases=(session,))


_HELD_ITS = re.compile(
    r"(?:\s\([^()]*\))?(?:,[^,.]{3,60},)?\s(?:held|convened|opened|hosted)\s(?:its|the\s(?:committee|council|commission|board|alliance)[’']s)\s"
    r"(?P<session>(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\s(?:plenary\s|general\s|regular\s)?(?:meeting|session))\b"
)
"""``held its second plenary meeting`` behind a body."""


_HELD_THE = re.compile(
    r"\bheld\sthe\s(?P<kind>committee|council|board|commission)[’']s\s"
    r"(?P<session>(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\s(?:plenary\s|general\s|regular\s)?(?:meeting|session))\b"
)
"""``held the committee's 1st meeting``: of the last body of that kind."""


def _english_sessions(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    for match in _HELD_THE.finditer(text):
        bodies = [
            text[m.span.start : m.span.end]
            for m in mentions
            if m.label == "Organization" and m.span.end <= match.start()
        ]
        alike = [b for b in bodies if match["kind"].title() in b.partition(" on ")[0].split()]
        if alike:
            yield match["session"], f"{match['session']} of the {alike[-1]}"
    for mention in mentions:
        held = _HELD_ITS.match(text, mention.span.end) if mention.label == "Organization" else None
        if held:
            body = text[mention.span.start : mention.span.end]
            yield held["session"], f"{held['session']} of the {body}"


_YEARLY = re.compile(
    r"[’'”」]?(?:\s?[\((][^()]*[\))])?[’'”」]?(?:의)?\s?[‘'“「]?(?P<plan>20\d\d년(?:도)?\s?시행계획)"
)
"""``의 2026년 시행계획`` behind a plan."""


def yearly_plans(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, Entity]]:
    """Yield the wordings of yearly plans with the programmes that they are, named after the plans that they carry out."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        yearly = _YEARLY.match(text, mention.span.end) if mention.label == "Program" else None
        if yearly:
            found.setdefault(yearly["plan"], set()).add(f"{mention.entity.name} {yearly['plan']}")
    for plan, names in sorted(found.items()):
        if len(names) == 1:
            programme = named("Program", next(iter(names)))
            yield plan, replace(programme, aliases=(plan,))
            yield plan.split()[-1], programme
