"""HOLDS_POSITION of those whom a body's own press release names by their post alone: ``Administrator Name``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.korean import is_mostly_english
from graph.model import Entity, Span, Statement
from graph.statements.context import Context, Sentence
from graph.statements.english_contacts import publisher
from graph.statements.outline import Outline
from graph.statements.people import person, place_of

_GIVEN = r"[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?"
_OWN_HEAD = re.compile(
    rf"(?:(?<![^\n])|(?<=[.,;]\s)|\band\s)(?:(?P<before>(?:Deputy\s|Vice\s)?(?:Administrator|Minister|Commissioner))\s(?P<name>{_GIVEN}\s{_GIVEN})"
    rf"|(?P<last>{_GIVEN}\s{_GIVEN}),\s(?P<after>(?:Deputy\s)?Director[\s-]General)(?:\sfor\s[A-Z][\w\s]{{2,50}}?)?)(?=\s[a-z]|,\s[a-z])"
)
"""A post and a name with no body behind them, at the head of a sentence or clause."""
_OF_ANOTHER = re.compile(r",?\s(?:of|at|from)\s")
_OPENED = re.compile(r",?\s(?:who\s)?(?:opened|attended|addressed|chaired|spoke\sat)\s(?:the\s)?")


def own_heads(context: Context, outline: Outline) -> Iterator[Statement]:
    """In a body's own English release a post with a name and no body beside it is the body's: ``Administrator Name opened``."""
    del outline
    body = _publisher_or_ministry(context) if is_mostly_english(context.text) else None
    for sentence in context.sentences if body else ():
        for match in _OWN_HEAD.finditer(context.text, sentence.span.start, sentence.span.end):
            name, title = match["name"] or match["last"], match["before"] or match["after"]
            elsewhere = place_of(context, name) or _OF_ANOTHER.match(context.text, match.end())
            if body and not elsewhere:
                who = person(context, name, body)
                yield from context.fact(
                    who, "HOLDS_POSITION", body, sentence.span, rule="own-head", title=title
                )
                yield from _at_event(context, sentence, match, who)


def _publisher_or_ministry(context: Context) -> Entity | None:
    """Who publishes the release; in the news the one ministry that the text names."""
    ministries = {
        m.entity.id: m.entity
        for m in context.mentions
        if m.label == "Organization" and m.entity.name_en.startswith("Ministry of ")
    }
    own = publisher(context)
    return own or (next(iter(ministries.values())) if len(ministries) == 1 else None)


def _at_event(
    context: Context, sentence: Sentence, match: re.Match[str], who: Entity
) -> Iterator[Statement]:
    """``opened the hearing``: the gathering that the document named last."""
    opened = _OPENED.match(context.text, match.end(), sentence.span.end)
    events = context.within(Span(0, sentence.span.end), "Event") if opened else []
    if opened and events:
        yield from context.fact(
            who, "PARTICIPATES_IN", events[-1].entity, sentence.span, rule="present-at-event"
        )
