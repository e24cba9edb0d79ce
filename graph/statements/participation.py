"""PARTICIPATES_IN: who took part in an event, and which bodies in a programme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from graph.model import Entity, Span, Statement
from graph.statements.context import Context, Sentence
from graph.statements.outline import Outline
from graph.statements.people import body_headed, committee_before, person_of
from graph.statements.subjects import subjects

_ATTEND = re.compile(
    r"(?:참석|참여|참가)(?:하였|했|한|하고|해|하여|하며)|이름을\s올렸|서명(?:했|하였|했다)|들어와\s있|힘을\s보탠|합류(?:했|하였|한)|(?<=[가이]\s)들어간다|(?:자리를\s)?함께(?:했|하였)|자리했|한자리에\s모(?:였|여)|(?<=[장표사관수][이가]\s)나왔다"
)
"""Verbs of attending and joining, in tenses that say that it happened or goes on."""
_PRESENT = re.compile(
    r"(?:인사말|축사|기념촬영|업무보고|발표|환영사|기조연설|서명)[가-힣]*\s?(?:을|를)?\s?(?:하고\s있다|했다|하였다)|"
    r"(?:위촉장|임명장|감사패|상장|표창|인사말|축사|환영사)[가-힣]*\s(?:수여|전달|전하)"
)
"""What people shown at an event do there: speak, sign, hand over a letter of appointment."""
_BARE_EVENT = r"(?:이날\s|이번\s)?(?:행사|회의|출범식|협약식|착공식|개소식|선포식|간담회|포럼|토론회|보고회|발대식|준공식|기공식|착수식|위촉식)"
"""An event called by its kind alone: ``이날 행사``, ``협약식``."""
_TALKED = re.compile(r"등?(?:이|은|는)\s.*(?:논의|발표|공유|서명|체결)")
"""A subject particle and, later in the sentence, a verb of talking or signing."""
_CHAIR = re.compile(r"\s주재로|(?:이|가)\s주재")
_PRESIDED = re.compile(r"(?:은|는|이|가)\s[^,.]*(?:을|를)\s주재(?:했|하였|하고|하며|하면서|한다)")
"""``장관은 회의를 주재했다``."""
_CHAIRED = re.compile(r"(?P<event>[가-힣A-Za-z0-9\s]{2,20})(?:을|를)\s주재한\s$")
"""``행사를 주재한`` right before a person."""
_ROLE_LIST = re.compile(
    r"(?P<role>[가-힣A-Za-z0-9&·\s]{2,30}?)\s?[\((](?P<names>[^()\n]{2,80})[\))]"
)
"""``혁신조달(조달청, 국방부)``: a role with those in brackets who have it."""
_IN_CHARGE = re.compile(r"(?:을|를)\s통해\s.*(?:관리|점검|심의|추진|운영|지원)")
"""``를 통해 … 점검``: the body before it is what something is steered through."""
_OF_PHASE = re.compile(r"\d단계|사업|프로젝트|과제|실증")
_DOES = re.compile(r"적용|수행|참여|담당|맡|구축")


def attendance(context: Context, outline: Outline) -> Iterator[Statement]:
    """Who is named before a verb of attending or joining, in a caption of an event, or before ``주재로`` was there."""
    del outline
    for sentence in context.sentences:
        text = context.slice(sentence.span)
        yield from _attended(context, sentence, text)
        event = _event_of(context, sentence)
        for person in context.appointments(sentence.span) if event else ():
            before = context.text[sentence.span.start : person.span.start]
            after = context.text[person.span.end : sentence.span.end]
            if event and (_CHAIR.match(after) or _CHAIRED.search(before) or _PRESIDED.match(after)):
                yield from _joined(context, person_of(context, person), event, sentence, "주재")


def _attended(context: Context, sentence: Sentence, text: str) -> Iterator[Statement]:
    verb = _ATTEND.search(text)
    event = _event_of(context, sentence)
    if verb:
        joined = _taken_part_in(context, sentence)
        before = Span(sentence.span.start, sentence.span.start + verb.start())
        if joined:
            yield from _present(context, before, sentence, joined)
    elif event and (_PRESENT.search(text) or _is_picture_of_event(context, sentence)):
        yield from _persons(context, sentence.span, sentence, event)
    elif event and _speaks_at_event(context, sentence, text):
        for person in context.appointments(sentence.span):
            if _IS_SUBJECT.match(context.text, person.span.end):
                yield from _joined(context, person_of(context, person), event, sentence, "")
    elif event and re.search(r"(?:이날|이번|행사|회의|협약식)[가-힣\s]*에서는?\s", text):
        yield from _talkers(context, sentence, event)


def listed_people(context: Context, outline: Outline) -> Iterator[Statement]:
    """People in bullets below ``주요 참석자``, ``발표자와 토론자``: present at the event named there."""
    del outline
    blocks = context.document.blocks
    for index, block in enumerate(blocks):
        if block.kind != "heading" or not _PEOPLE_HEADING.search(context.slice(block.span)):
            continue
        named = context.within(block.span, "Event")
        event = named[0].entity if named else context.event
        for item in takewhile(lambda b: b.kind == "item", blocks[index + 1 :]):
            for appointment in context.appointments(item.span):
                who = person_of(context, appointment)
                if who and event:
                    yield from context.fact(
                        who, "PARTICIPATES_IN", event, item.span, rule="listed-people"
                    )


_PEOPLE_HEADING = re.compile(r"(?:참석자|참가자|발표자|토론자|연사|패널)(?:\s?명단)?\s?[>\]】]?$")
"""A heading that ends in a word for the people of an event: ``< 주요 참석자 >``."""


def _is_picture_of_event(context: Context, sentence: Sentence) -> bool:
    return sentence.block.kind == "caption" and bool(context.within(sentence.span, "Event"))


def _event_of(context: Context, sentence: Sentence) -> Entity | None:
    named = [
        m
        for m in context.within(sentence.span, "Event")
        if not _EARLIER.match(context.text, m.span.end)
    ]
    return named[0].entity if named else context.event


_IS_SUBJECT = re.compile(r"(?:은|는|이|가|도)\s")
_EARLIER = re.compile(r"[’'”」]?\s?(?:\([^)]*\))?(?:의\s)?\s?(?:에\s이[은어]|후속)")
"""What is named only as what came before."""


def _speaks_at_event(context: Context, sentence: Sentence, text: str) -> bool:
    """``장관은 출범식에서 …라고 말했다``: the event by its name, its last word or ``이날``."""
    event = _event_of(context, sentence)
    if event is None:
        return False
    last = re.escape(event.name.split()[-1])
    block = context.slice(Span(sentence.block.span.start, sentence.span.start))
    of_the_day = re.search(r"이날\s(?:회의|행사|자리)", block) and _SPEECH.search(text)
    spoke = _SPEECH_AT.search(text)
    return bool(of_the_day or spoke or re.search(rf"(?:{last}|{_BARE_EVENT})[’'”」]?에서\s", text))


_SPEECH_AT = re.compile(r"(?:축사|환영사|개회사|기념사|격려사|인사말|기조연설|기조강연)에서\s")
"""A speech that is given at an event."""
_SPEECH = re.compile(
    r"말했다|말하였다|밝혔다|강조했다|강조하였다|제안하였|제안했|당부했|하였다[.]?$|덧붙였다"
)
"""Verbs that close what a speaker said."""


_CAME = re.compile(r"(?:자리를\s)?함께(?:했|하였)|자리했|한자리에\s모")
"""Being in one place with others."""
_AT_EVENT = re.compile(r"이날|행사|회의|대회|식에(?:는|서|도)|자리에(?:는|서)|참석")
"""Words that say that a sentence is about being at an event."""


def _taken_part_in(context: Context, sentence: Sentence) -> Entity | None:
    """What a sentence says that somebody took part in.

    Attending (참석) is at an event; joining (참여) without a word of an event is in the programme.
    """
    text = context.slice(sentence.span)
    if body := _body_joined(context, sentence, text):
        return body
    if "서명" in text and context.programme:
        return context.programme_for(sentence.span)  # who signs an agreement joins what it is about
    if context.within(sentence.span, "Event") or _AT_EVENT.search(text) or _CAME.search(text):
        return _event_of(context, sentence)
    programme = context.programme_for(sentence.span)
    # A class of technologies (12대 국가전략기술) has fields, not members.
    named = bool(context.within(sentence.span, "Program"))
    return programme if named or not (programme and _CLASS.match(programme.name)) else None


_CLASS = re.compile(r"\d+대\s")


def _body_joined(context: Context, sentence: Sentence, text: str) -> Entity | None:
    """``가나협의체에는 A, B가 참여한다``, ``위원으로 참여한다``: the body that is joined."""
    for mention in context.within(sentence.span, "Organization"):
        if _IS_BODY.search(mention.entity.name) and _INTO.match(context.text, mention.span.end):
            return mention.entity
    called = re.match(rf"(?:(?:이|이번|동)\s)?(?P<body>[가-힣]*(?:{_BODIES}))에는?\s", text)
    if called or "위원으로 참여" in text or _TERM.match(text):
        body = committee_before(context, sentence.span.start)
        named_so = body is None or called is None or body.name.endswith(called["body"])
        return body if named_so else None
    if _GROUP.match(text) and not context.within(sentence.span, "Program"):
        body = committee_before(context, sentence.span.start)
        return body if body and _HAS_GROUPS.search(body.name) else None
    return None


_TERM = re.compile(r"\d+기(?:\s(?:위원회|특위))?(?:에는|는|은)\s")
"""``2기에는``: the committee's second term."""
_NAMES_HEAD = re.compile(r"[\((](?:부총리\s겸\s)?[가-힣]{1,8}장?관?\s$")
"""``과기정통부(장관 이름)`` says who heads the ministry, not who was there."""
_BODIES = "연합|협력체|위원회|협의회|협의체|자문단|추진단|기획단|얼라이언스|컨소시엄|사업단"
_IS_BODY = re.compile(rf"(?:{_BODIES})$")
_GROUP = re.compile(r"(?:[가-힣A-Za-z0-9·]+\s){1,4}?(?:그룹|분과)(?:은|는|에는|에)\s")
"""``로봇 제조 그룹은``: a group within the alliance that the document is about."""
_HAS_GROUPS = re.compile(r"(?:연합|얼라이언스|컨소시엄|협의체)$")
_INTO = re.compile(r"(?:\s?\([^()]*\))?[’'”」]?에(?:는|도)?\s")
"""``에는`` behind a body: it is what is joined."""


def _present(
    context: Context, before: Span, sentence: Sentence, event: Entity
) -> Iterator[Statement]:
    yield from _persons(context, before, sentence, event)
    clause = re.compile(r".*(?<!이끌)(?<!맡)(?:고|며|으나|지만),?\s", re.DOTALL).match(
        context.slice(before)
    )
    if clause:
        before = Span(before.start + clause.end(), before.end)
    if re.search(r"참석한\s가운데", context.slice(sentence.span)):
        return
    posts = [a.span for a in context.appointments(before)]
    for mention in context.within(before, "Organization"):
        of_person = any(p.covers(mention.span) for p in posts)
        in_event = any(e.span.covers(mention.span) for e in context.within(before, "Event"))
        listed = re.match(
            r"(?:\([^)]*\))?\s?(?:,|·|및|와\s|과\s|등|이\s|가\s|은\s|는\s|도\s)",
            context.text[mention.span.end : sentence.span.end],
        )
        runs_it = _RUNS_IT.match(context.text, mention.span.end, sentence.span.end)
        state = dict(mention.entity.properties).get("kind") == "government"
        if listed and not of_person and not in_event and not state and not runs_it:
            yield from _joined(context, mention.entity, event, sentence, "")


_RUNS_IT = re.compile(
    r"(?:\s?[\((][^()]*[\))])?(?:이|가)\s(?:공동\s)?(?:주관|추진|총괄|운영|지원)하는\s"
)
"""``가 주관하는``: who runs what others take part in."""


def _persons(
    context: Context, span: Span, sentence: Sentence, event: Entity
) -> Iterator[Statement]:
    for person in context.appointments(span):
        heads_ministry = _NAMES_HEAD.search(context.text[sentence.span.start : person.person.start])
        if heads_ministry or body_headed(context, person) is not None:
            continue
        yield from _joined(context, person_of(context, person), event, sentence, "")


def _talkers(context: Context, sentence: Sentence, event: Entity) -> Iterator[Statement]:
    """``이날 행사에서는 … (A, B, C) 등이 … 논의했다``."""
    text = context.slice(sentence.span)
    for match in re.finditer(r"[\((]([^()]{2,80})[\))]\s?등", text):
        if _TALKED.search(text, match.end() - 1):
            inside = Span(sentence.span.start + match.start(1), sentence.span.start + match.end(1))
            for mention in context.within(inside, "Organization"):
                yield from _joined(context, mention.entity, event, sentence, "")
    for mention in subjects(context, sentence.span):
        if _TALKED.search(context.text, mention.span.end, sentence.span.end):
            yield from _joined(context, mention.entity, event, sentence, "")


def _joined(
    context: Context, who: Entity | None, what: Entity, sentence: Sentence, role: str
) -> Iterator[Statement]:
    if who is not None:
        yield from context.fact(
            who, "PARTICIPATES_IN", what, sentence.span, rule="present-at-event", role=role
        )


def agenda(context: Context, outline: Outline) -> Iterator[Statement]:
    """A programme of the day: the organizations beside an item take part in it."""
    del outline
    if context.event is None:
        return
    for block in context.document.blocks:
        headers = [
            re.sub(r"\s", "", context.slice(c.span))
            for r in block.rows
            if r.header
            for c in r.cells
        ]
        if not any(h.startswith("시간") for h in headers):
            continue
        for row in (r for r in block.rows if not r.header and r.cells):
            last = row.cells[-1]
            for mention in context.within(last.span, "Organization"):
                post = any(a.span.covers(mention.span) for a in context.appointments(last.span))
                head = re.match(
                    r"\s?(?:장관|차관|청장|처장|국장)",
                    context.text[mention.span.end : mention.span.end + 6],
                )
                if not post and not head:
                    yield from context.fact(
                        mention.entity,
                        "PARTICIPATES_IN",
                        context.event,
                        row.span,
                        rule="agenda",
                        role=_agenda_role(context, row.span),
                    )


def _agenda_role(context: Context, row: Span) -> str:
    return "발표" if re.search(r"발표", context.slice(row)) else ""


def roles(context: Context, outline: Outline) -> Iterator[Statement]:
    """``지재권 분석(지재처), 혁신조달(조달청) 등을 지원``: who does what for the programme."""
    del outline
    for sentence in context.sentences:
        programme = context.programme_for(sentence.span)
        named = context.within(sentence.span, "Program")
        if programme is None or not named:
            continue
        for match in _ROLE_LIST.finditer(context.text, sentence.span.start, sentence.span.end):
            inside = Span(match.start("names"), match.end("names"))
            organizations = context.within(inside, "Organization")
            if any(m.span.end == match.end("role") for m in context.mentions):
                continue  # a name and its abbreviation
            names = [
                n for n in re.split(r",\s?|·", re.sub(r"\s등$", "", match["names"])) if n.strip()
            ]
            if (
                not organizations
                or len(organizations) < len(names)
                or match.start("names") < named[0].span.end
            ):
                continue
            for mention in organizations:
                yield from context.fact(
                    mention.entity,
                    "PARTICIPATES_IN",
                    programme,
                    sentence.span,
                    rule="role-in-brackets",
                    role=_role(match["role"]),
                )


def _role(wording: str) -> str:
    """The noun phrase right before the bracket: after the last verb ending or particle."""
    parts = re.split(r"(?:있도록|위해|통해|위하여|[가-힣](?:을|를|은|는|이|가|에))\s", wording)
    return parts[-1].strip(" ,")


def bodies(context: Context, outline: Outline) -> Iterator[Statement]:
    """A body named after a programme takes part in it; so does one through which it is steered."""
    del outline
    for sentence in context.sentences:
        for mention in context.within(sentence.span, "Organization"):
            inner = [p for p in context.within(mention.span, "Program") if p.span != mention.span]
            # A body that the vocabulary knows is not called after what its name happens to begin with.
            known = dict(mention.entity.properties).get("kind")
            if inner and inner[0].span.start == mention.span.start and not known:
                yield from context.fact(
                    mention.entity,
                    "PARTICIPATES_IN",
                    inner[0].entity,
                    sentence.span,
                    rule="named-after-programme",
                )
            elif _IN_CHARGE.match(context.text, mention.span.end, sentence.span.end):
                yield from _steered(context, sentence, mention.entity)


def _steered(context: Context, sentence: Sentence, body: Entity) -> Iterator[Statement]:
    programme = context.programme_for(sentence.span)
    if programme and re.search(r"프로젝트|사업|전략|계획", context.slice(sentence.span)):
        yield from context.fact(
            body, "PARTICIPATES_IN", programme, sentence.span, rule="steered-through"
        )


def doers(context: Context, outline: Outline) -> Iterator[Statement]:
    """``1단계 실증으로 A와 B는 … 적용한다``: those who carry out a part of the programme."""
    del outline
    for sentence in context.sentences:
        text = context.slice(sentence.span)
        lead = re.match(r"(?:[가-힣0-9·]+\s){0,2}?[가-힣0-9]*(?:으로|에서|에는|에)\s", text)
        programme = context.programme_for(sentence.span)
        if programme is None or lead is None or not re.search(r"\d단계", lead.group()):
            continue
        if _OF_PHASE.search(lead.group()) and _DOES.search(text):
            for mention in subjects(context, sentence.span):
                yield from context.fact(
                    mention.entity,
                    "PARTICIPATES_IN",
                    programme,
                    sentence.span,
                    rule="carries-out-phase",
                )
