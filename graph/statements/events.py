"""HOSTS, ABOUT and FOLLOWS: gatherings, who holds them, and what for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Mention, Span, Statement
from graph.statements.context import Context, Sentence
from graph.statements.outline import Outline
from graph.statements.subjects import listed_before, partners, subjects, subjects_before

_HELD = re.compile(
    r"[」’'”\"]?\s?(?:\([^)]*\))?[」’'”\"]?(?:(?:\s및|과|와)\s[가-힣0-9\s]{2,20}?)?\s?(?:을|를)?\s?(?:공동\s?)?(?:으로\s)?(?:개최|열고|열었|열어|연다|열\s|마련|주최|실시|체결)"
)
"""What follows an event that is held: quotation mark, a bracket, ``및 …``, particle and verb."""
_TOGETHER = re.compile(r"(?:합동|공동)으로\s?[「‘'“\"]?$")
_AGENDA = re.compile(
    r"안건|논의|의결|심의|보고|발표|알렸|공개|확정|착수|추진|출범|시작|선포|돌입|소개|공유|내놨|내놓|채택|나온|제시"
)
_FOLLOW_UP = re.compile(
    r"[」’'”\"]?(?:\\?\*)?[」’'”\"]?\s?(?:\([^)]*\))?(?:의\s?)?\s?(?:후속\s?조치|에\s이[어은]|후속)"
)
"""``의 후속조치``, ``에 이어`` behind an event."""
_AT_IT = re.compile(r"[」’'”\"]?(?:\s?\([^()]*\))?[」’'”\"]?(?:에서|을\s|를\s)")
"""``에서``, ``을`` behind an event: what follows happened at it."""
_AGENDA_LINE = re.compile(
    r"[【\[(<]?\s?(?:(?:보고|심의|논의|의결|토의)?\s?안건|(?:보고|심의|의결|토의)\s?(?=\d))\s?\d*\s?(?:호)?[】\])>.:]"
)
"""The mark of an agenda item at the head of a line: ``【안건 1】``, ``(보고안건 2호)``."""
_NOTED = re.compile(r"\\?\*")


def hosts(context: Context, outline: Outline) -> Iterator[Statement]:
    """Who is the subject of ``「행사」를 개최`` holds it, with those beside it: ``A, B 등 합동으로 「행사」 개최``."""
    del outline
    for sentence in context.sentences:
        for event in context.within(sentence.span, "Event"):
            held = _HELD.match(context.text, event.span.end, sentence.span.end)
            if held is None:
                continue
            for host in _hosts(context, sentence.span, event):
                yield from context.fact(
                    host.entity, "HOSTS", event.entity, sentence.span, rule="event-host"
                )


def hosts_of_the_day(context: Context, outline: Outline) -> Iterator[Statement]:
    """``가나진흥원이 행사를 주관한다``: who runs the event that the document is about."""
    del outline
    for sentence in context.sentences:
        for verb in _RUN.finditer(context.text, sentence.span.start, sentence.span.end):
            for host in (
                subjects_before(context, sentence.span, verb.start()) if context.event else ()
            ):
                if context.event and verb.start() - host.span.end <= _NEAR:
                    yield from context.fact(
                        host.entity, "HOSTS", context.event, sentence.span, rule="event-host"
                    )


def under_auspices(context: Context, outline: Outline) -> Iterator[Statement]:
    """``이번 행사는 가나학회 주관으로 개최됐다``, ``가나부 주최로 열린 ‘다라 포럼’``: whose event it is."""
    del outline
    for sentence in context.sentences:
        named = context.within(sentence.span, "Event")
        event = named[0].entity if named else context.event
        for host in context.within(sentence.span, "Organization") if event else ():
            by = _AUSPICES.match(context.text, host.span.end, sentence.span.end)
            told = named or _THIS_EVENT.match(context.text, sentence.span.start)
            if by and told and event:
                for body in (host, *_beside(context, sentence.span, host)):
                    yield from context.fact(
                        body.entity, "HOSTS", event, sentence.span, rule="event-host"
                    )


def _beside(context: Context, span: Span, host: Mention) -> list[Mention]:
    """The bodies joined to the last of the hosts: ``가나부와 다라원이 주최하고``."""
    return listed_before(context, span, host.span.start)


_AUSPICES = re.compile(
    r"(?:\s?[\((][^()]*[\))])?(?:\s(?:공동\s)?(?:주관|주최|주관하|주최하)(?:으로|로|에|하에|\s아래)\s|(?:이|가)\s(?:공동\s?)?(?:주최|주관)(?:한|하는)\s[‘'“「]?(?=[^\s]))"
)
"""``주관으로``, ``주최로`` right behind a body; ``가 주최한`` before what it holds."""
_THIS_EVENT = re.compile(
    r"(?:이번|이날|올해)?\s?(?:행사|대회|포럼|회의|공모전|박람회|심포지엄|간담회|선포식|출범식|기념식|토론회)(?:는|은)\s"
)


_NEAR = 12
"""So few letters stand between the last of the hosts and the event."""
_RUN = re.compile(
    r"(?:행사|공청회|포럼|협약식|심포지엄|토론회|설명회|대회|공모전|박람회)(?:을|를)\s(?:공동으로\s)?(?:주관|주최)(?:한다|하고|하며|했|합니다|하였)"
)
"""``행사를 주관한다``: the event by its kind alone, with a verb of running it."""


def _hosts(context: Context, span: Span, event: Mention) -> list[Mention]:
    before = Span(span.start, event.span.start)
    together = _TOGETHER.search(context.slice(before))
    if together:
        head = re.search(r"\s?등\s(?:\w+\s)?(?:합동|공동)으로", context.slice(before))
        end = before.start + (head.start() if head else together.start())
        listed = listed_before(context, before, end)
        return listed if head else [*subjects(context, before), *listed]
    chain = subjects(context, before)
    return [*chain, *partners(context, before, chain[-1].span.end)] if chain else []


def hosted_by_body(context: Context, outline: Outline) -> Iterator[Statement]:
    """A body's own meeting: ``제1차 국가과학기술자문회의 전원회의``."""
    del outline
    for event in (m for m in context.mentions if m.label == "Event"):
        for body in context.within(event.span, "Organization"):
            tail = context.text[body.span.end : event.span.end]
            if re.fullmatch(r"[’'”\"]?\s?(?:전원|전체|본|임시|정기)?(?:회의|총회)", tail):
                sentence = _sentence(context, event.span)
                yield from context.fact(
                    body.entity, "HOSTS", event.entity, sentence, rule="body-of-meeting"
                )


def about(context: Context, outline: Outline) -> Iterator[Statement]:
    """An event is about the programme in its name, on its agenda, or in the note that explains it."""
    del outline
    for sentence in context.sentences:
        for event in context.within(sentence.span, "Event"):
            named = _named_in(context, event)
            for programme in [named] if named else _on_agenda(context, sentence, event):
                yield from context.fact(
                    event.entity, "ABOUT", programme, sentence.span, rule="event-about"
                )
            yield from _explained(context, sentence, event)


def _named_in(context: Context, event: Mention) -> Entity | None:
    named = context.within(event.span, "Program")
    return named[0].entity if named else None


def _on_agenda(context: Context, sentence: Sentence, event: Mention) -> list[Entity]:
    """``회의에서 ‘K-문샷 추진현황 보고’ 안건을 논의``: the programmes come after the event."""
    rest = Span(event.span.end, sentence.span.end)
    put_before = _PUT_BEFORE.fullmatch(context.slice(rest).rstrip())
    at_it = _AT_IT.match(context.text, event.span.end)
    if not put_before and not (at_it and _AGENDA.search(context.slice(rest))):
        return []
    named = context.within(rest, "Program")
    return [m.entity for m in _joined(context, named)]


_PUT_BEFORE = re.compile(r"에\s[「‘'“][^.]*[」’'”](?:을|를)\s(?:올렸|상정했|보고했|냈)다[.]?")
"""``회의에 ‘가나 전략’을 올렸다``: the rest of the sentence behind an event."""


def _joined(context: Context, named: list[Mention]) -> list[Mention]:
    """The first of the names, and those that ``와``, ``및``, ``,`` join to it."""
    whole = [m for m in named if not any(o is not m and o.span.covers(m.span) for o in named)]
    chain = whole[:1]
    for mention in whole[1:]:
        if not _AND.fullmatch(context.text[chain[-1].span.end : mention.span.start]):
            break
        chain.append(mention)
    return chain


_AND = re.compile(
    r"\s?(?:[\((]안[\))])?[」’'”]?\s?(?:와|과|및|,|·)\s?(?:[\((]?\d호[\))]?\s?)?[「‘'“]?"
)
"""What stands between two plans on one agenda."""


def of_the_day(context: Context, outline: Outline) -> Iterator[Statement]:
    """What ``이날 회의에서`` is decided on: the event that the document reports is about that programme."""
    del outline
    for sentence in context.sentences:
        if context.event is None or context.within(sentence.span, "Event"):
            continue
        at_it = _OF_THE_DAY.search(context.text, sentence.span.start, sentence.span.end)
        rest = Span(at_it.end(), sentence.span.end) if at_it else None
        if rest and _AGENDA.search(context.slice(rest)):
            for programme in context.within(rest, "Program")[:1]:
                yield from context.fact(
                    context.event, "ABOUT", programme.entity, sentence.span, rule="event-about"
                )


_OF_THE_DAY = re.compile(
    r"(?:이날|첫|이번|제?\d+차)\s(?:회의|행사|협약식|출범식|선포식|보고회|포럼|총회)에서(?:는)?\s"
)
"""The event by its kind: ``첫 회의에서``."""


def purpose(context: Context, outline: Outline) -> Iterator[Statement]:
    """``이번 회의는 ‘가나 프로젝트’를 앞당기기 위한 자리다``: what the reported event is for, in its own sentence."""
    del outline
    for sentence in context.sentences:
        said = _PURPOSE.search(context.text, sentence.span.start, sentence.span.end)
        for programme in context.within(sentence.span, "Program")[:1] if said else ():
            if context.event:
                yield from context.fact(
                    context.event, "ABOUT", programme.entity, sentence.span, rule="event-about"
                )


_PURPOSE = re.compile(
    r"이번\s(?:회의|행사|협약식|협약|출범식|간담회|포럼|토론회|설명회|자리)(?:는|은)\s[^.]*(?:위한\s(?:자리|것|행사)|위해\s(?:마련|열렸|개최))"
)


def first_item(context: Context, outline: Outline) -> Iterator[Statement]:
    """``첫 안건으로 ‘가나 계획’ 추진방향이 보고됐다``: the reported event is about what was put before it."""
    del outline
    for sentence in context.sentences:
        item = _AS_ITEM.search(context.text, sentence.span.start, sentence.span.end)
        rest = Span(item.end(), sentence.span.end) if item and context.event else None
        if rest and _DEALT_WITH.search(context.slice(rest)):
            for programme in _joined(context, context.within(rest, "Program")):
                if context.event:
                    yield from context.fact(
                        context.event, "ABOUT", programme.entity, sentence.span, rule="event-about"
                    )


_AS_ITEM = re.compile(r"(?:안건|의제)(?:으)?로(?:는)?\s")
_DEALT_WITH = re.compile(
    r"(?:보고|상정|논의|의결|심의|채택|처리|확정)(?:됐|되었|했|하였|돼)|올랐|다뤄졌|다뤘"
)


def agenda_is(context: Context, outline: Outline) -> Iterator[Statement]:
    """``회의 의제는 ‘가나 계획’이다``: the reported event is about the programme that its agenda names."""
    del outline
    for sentence in context.sentences:
        said = _AGENDA_IS.match(context.text, sentence.span.start, sentence.span.end)
        rest = Span(said.end(), sentence.span.end) if said else sentence.span
        for programme in _joined(context, context.within(rest, "Program")) if said else ():
            if context.event:
                yield from context.fact(
                    context.event, "ABOUT", programme.entity, sentence.span, rule="event-about"
                )


_AGENDA_IS = re.compile(
    r"(?:이날\s|이번\s)?(?:회의\s|회의의\s)?(?:심의\s|보고\s|주요\s)?(?:안건|의제|어젠다|아젠다)(?:은|는)\s"
)


def decided_by_host(context: Context, outline: Outline) -> Iterator[Statement]:
    """``위원회는 「계획」을 심의했다``: what the body whose session is reported decides on there."""
    del outline
    event = context.event
    for sentence in context.sentences:
        if event is None or context.within(sentence.span, "Event"):
            continue
        verb = _DECIDES.search(context.text, sentence.span.start, sentence.span.end)
        hosts = [m for m in subjects(context, sentence.span) if m.entity.name in event.name]
        by_kind = _BODY_BY_KIND.match(context.text, sentence.span.start)
        kind = by_kind["kind"].replace("특위", "특별위원회") if by_kind else ""
        if verb is None or not (hosts or (kind and kind in event.name)):
            continue
        before = Span(sentence.span.start, verb.start())
        whole = context.within(before, "Program")
        for programme in _joined(context, whole):
            yield from context.fact(
                event, "ABOUT", programme.entity, sentence.span, rule="event-about"
            )


_DECIDES = re.compile(
    r"(?:심의|의결|논의|확정|토의|보고받|채택|공개)[·가-힣]*(?:했|하였|한다|하고)|내놓았|내놨|내놓고|발표했"
)
_BODY_BY_KIND = re.compile(
    r"(?:이날\s)?(?P<kind>위원회|협의회|협의체|특위|자문회의)(?:는|은|에서는)\s"
)


def agenda_items(context: Context, outline: Outline) -> Iterator[Statement]:
    """``【안건 1】 「계획(안)」``: a meeting is about what its agenda lists."""
    del outline
    for block in context.document.blocks:
        # The mark may be outside the block: 【심의 1】 stands before what it marks.
        if not context.event or block.rows or not _AGENDA_LINE.match(context.slice(block.span)):
            continue
        for programme in context.within(block.span, "Program")[:1]:
            yield from context.fact(
                context.event, "ABOUT", programme.entity, block.span, rule="agenda-item"
            )


def numbered_agenda(context: Context, outline: Outline) -> Iterator[Statement]:
    """``(1호)「가나 전략」과 (2호)「다라 계획」``: a meeting is about the numbered items named in running text."""
    del outline
    for sentence in context.sentences:
        for programme in context.within(sentence.span, "Program") if context.event else ():
            before = context.text[sentence.span.start : programme.span.start]
            if context.event and _ITEM_NUMBER.search(before):
                yield from context.fact(
                    context.event, "ABOUT", programme.entity, sentence.span, rule="agenda-item"
                )


_ITEM_NUMBER = re.compile(r"[\((](?:안건\s?)?제?\d{1,2}호(?:\s?안건)?[\))]\s?[「‘'“]?$")


def _explained(context: Context, sentence: Sentence, event: Mention) -> Iterator[Statement]:
    """A footnote mark behind the event, and a note that names the programme."""
    if not _NOTED.match(context.text, event.span.end):
        return
    for block in context.document.blocks[sentence.index + 1 : sentence.index + 4]:
        if block.kind == "note":
            for programme in context.within(block.span, "Program")[:1]:
                yield from context.fact(
                    event.entity,
                    "ABOUT",
                    programme.entity,
                    sentence.span,
                    block.span,
                    rule="event-note",
                )
            return


def follows(context: Context, outline: Outline) -> Iterator[Statement]:
    """``행사 후속조치로``: what the document reports follows that event."""
    del outline
    for sentence in context.sentences:
        for event in context.within(sentence.span, "Event"):
            if context.event and _FOLLOW_UP.match(context.text, event.span.end):
                yield from context.fact(
                    context.event, "FOLLOWS", event.entity, sentence.span, rule="follow-up"
                )


def _sentence(context: Context, span: Span) -> Span:
    return next((s.span for s in context.sentences if s.span.covers(span)), span)
