"""LEADS: who announces a programme, who runs it, and whose plan stands on an agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Mention, Span, Statement
from graph.statements.context import Context, Sentence
from graph.statements.offices import is_government
from graph.statements.outline import Outline
from graph.statements.people import committee_before
from graph.statements.subjects import partners, subjects, subjects_before
from graph.statements.tables import cell_under, columns

_ANNOUNCES = re.compile(r"밝혔다|개최|열고|열었다|발표|공개|알렸|수립|확정|착수")
"""Verbs of announcing, holding and adopting."""
_GENERIC = (
    r"(?P<this>(?:이|본|동|해당|이번)\s?)?(?P<kind>프로젝트|사업|계획|로드맵|전략|프로그램|챌린지)"
)
"""A programme called by its kind: ``이 사업``, ``로드맵``."""
_RUNS = re.compile(
    r"(?P<of>(?:의)?\s?(?:이행|추진|수립|운영|실무|관리|전반)?(?:을|를)?\s)?(?:(?:공동으로|함께|직접|범부처로|주도적으로)\s)?"
    r"(?:(?:총괄|주관|추진|주도|전담|이끌|이끈|수립|확정|발표)(?:하|한|해|했|고|며|는|다|었|어)|세우고|세우며|세웠|세운다|마련했|마련해|내놓았|내놨|올렸다|상정했)(?!(?:지|기를)\s)"
)
"""``(의 이행을) (공동으로) 총괄하는``: a verb of running something, with what stands before it."""
_IS_UNDERTAKING = re.compile(
    r"(?:하는|한|되는)\s(?:[가-힣]+\s)?(?:사업|프로젝트|프로그램|계획)(?:이다|으로|입니다|로)"
)
"""``하는 사업이다``: the end of a sentence that says what a programme is."""
_JOINTLY = re.compile(r"(?:이|가)\s(?:공동으로|함께|합동으로)\s")
_RUN_BY = re.compile(r"\s(?:공동으로\s|함께\s)?(?:추진|주관|총괄|운영)(?:하는|한|해온)\s[‘'“「]?$")
"""``추진하는 ‘`` right before the name of what is run."""
_HOPED = re.compile(r"추진(?:할지|할\s필요|해야)|검토")
"""A thing that is only considered: ``추진할지``, ``검토``."""
_AGENDA_ITEM = re.compile(
    r"[」’'”]?\s?(?:\([^)]*안\))?[」’'”]?\s?[\((](?P<names>[^()]{2,60})[\))]\s*$"
)
"""The bracket at the end of an agenda item, which says whose it is."""


def announced(context: Context, outline: Outline) -> Iterator[Statement]:
    """The ministries that announce a programme lead it: the subjects of the sentence that does."""
    del outline
    for sentence in context.sentences:
        if sentence.block.kind == "caption":
            continue
        if not _ANNOUNCES.search(context.slice(sentence.span)):
            continue
        for leader in subjects(context, sentence.span):
            programme = _announced(context, sentence, leader)
            if programme and is_government(leader.entity):
                yield from context.fact(
                    leader.entity, "LEADS", programme, sentence.span, rule="announces-programme"
                )


def _announced(context: Context, sentence: Sentence, leader: Mention) -> Entity | None:
    """The programme that the sentence names after its subject, itself or as what an event is about."""
    rest = Span(leader.span.end, sentence.span.end)
    named = context.within(rest, "Program")
    own = [m for m in named if context.programme and m.entity.id == context.programme.id]
    return own[0].entity if own else None


def runs(context: Context, outline: Outline) -> Iterator[Statement]:
    """``A와 B가 (프로그램을) 공동으로 추진``, ``A가 로드맵의 이행을 총괄``: those who run a programme."""
    del outline
    for sentence in context.sentences:
        if _HOPED.search(context.slice(sentence.span)):
            continue
        for verb in _RUNS.finditer(context.text, sentence.span.start, sentence.span.end):
            leaders = subjects_before(context, sentence.span, verb.start())
            if not leaders:
                yield from _by_committee(context, sentence, verb)
            programme = _run(context, sentence, leaders, verb) if leaders else None
            if programme is None:
                continue
            for leader in leaders:
                yield from context.fact(
                    leader.entity, "LEADS", programme, sentence.span, rule="runs-programme"
                )
            before = Span(sentence.span.start, verb.start())
            for partner in partners(context, before, leaders[-1].span.end):
                yield from context.fact(
                    partner.entity,
                    "PARTICIPATES_IN",
                    programme,
                    sentence.span,
                    rule="runs-programme",
                )


def _by_committee(context: Context, sentence: Sentence, verb: re.Match[str]) -> Iterator[Statement]:
    """``위원회는 ‘가나 전략’을 내놨다``: the committee that the document named last."""
    objects = context.within(Span(sentence.span.start, verb.start()), "Program")
    topic = _COMMITTEE_AS_TOPIC.match(context.text, sentence.span.start)
    body = committee_before(context, sentence.span.start) if topic and objects else None
    alike = body and topic and body.name.endswith(topic["kind"])
    if (
        body
        and alike
        and re.fullmatch(r"[’'”」]?", context.text[objects[-1].span.end : verb.start()])
    ):
        yield from context.fact(
            body, "LEADS", objects[-1].entity, sentence.span, rule="runs-programme"
        )


_COMMITTEE_AS_TOPIC = re.compile(r"(?:이날\s)?(?P<kind>위원회|추진단|협의체|특위)(?:는|은|가|이)\s")


def _run(
    context: Context, sentence: Sentence, leaders: list[Mention], verb: re.Match[str]
) -> Entity | None:
    """What is run: the verb's object, or where it has none the topic before its subject."""
    end = verb.start()
    between = context.text[leaders[-1].span.end : end]
    objects = context.within(Span(leaders[-1].span.end, end), "Program")
    last = max(objects, key=lambda m: (m.span.end, -m.span.start), default=None)
    if last and re.fullmatch(r"[’'”」]?", context.text[last.span.end : end]):
        return last.entity
    if called := _CALLED_BY_KIND.fullmatch(between):
        programme = context.programme_for(Span(sentence.span.start, end))
        # A bare kind (사업을 추진한다) may be another's than the one that the text is about.
        own = programme and (called["this"] or programme.name.endswith(called["kind"]))
        return programme if own else None
    topics = [
        m
        for m in context.within(Span(sentence.span.start, leaders[0].span.start), "Program")
        if re.match(r"[’'”」]?(?:은|는)\s", context.text[m.span.end : m.span.end + 3])
    ]
    if topics and re.fullmatch(r"(?:은|는|이|가)(?:\s(?:공동으로|함께))?\s?", between):
        return topics[-1].entity
    return None


_CALLED_BY_KIND = re.compile(
    rf"(?:\s?[\((][^()]*[\))])?(?:은|는|이|가)\s(?:[^.]*(?:부터|까지|에서|으로|에|간|통해|위해|함께|따라)\s)?{_GENERIC}"
)
"""``는 (2026년부터) 이 사업``: no noun says that another programme is meant (투자 계획)."""


def run_by(context: Context, outline: Outline) -> Iterator[Statement]:
    """``산업부가 추진하는 ‘프로젝트’``: whose programme it is, said before its name."""
    del outline
    for sentence in context.sentences:
        for programme in context.within(sentence.span, "Program"):
            before = Span(sentence.span.start, programme.span.start)
            verb = _RUN_BY.search(context.slice(before))
            end = before.start + verb.start() if verb else 0
            leaders = subjects_before(context, before, end) if verb else []
            for leader in leaders:
                if leaders[-1].span.end + 1 >= end:
                    yield from context.fact(
                        leader.entity,
                        "LEADS",
                        programme.entity,
                        sentence.span,
                        rule="runs-programme",
                    )


def undertaken(context: Context, outline: Outline) -> Iterator[Statement]:
    """``사업은 A와 B가 공동으로 … 하는 사업이다``: the programme is theirs."""
    del outline
    for sentence in context.sentences:
        topics = [
            m
            for m in context.within(sentence.span, "Program")
            if re.match(r"[’'”」]?(?:은|는)\s", context.text[m.span.end : m.span.end + 3])
        ]
        if not topics or not _IS_UNDERTAKING.search(context.slice(sentence.span)):
            continue
        rest = Span(topics[0].span.end, sentence.span.end)
        for leader in subjects(context, rest) if _JOINTLY.search(context.slice(rest)) else ():
            if is_government(leader.entity):
                yield from context.fact(
                    leader.entity, "LEADS", topics[0].entity, sentence.span, rule="runs-programme"
                )


def agenda_tables(context: Context, outline: Outline) -> Iterator[Statement]:
    """A table of agenda items with a column 소관: the event is about each plan, its ministries lead it."""
    del outline
    for block in context.document.blocks:
        headers = columns(context, block)
        item, owner = headers.where(_ITEM), headers.where(_OWNER)
        for row in (r for r in block.rows if not r.header and item is not None):
            cell, owners = cell_under(row, item), cell_under(row, owner)
            plans = context.within(cell.span, "Program")[:1] if cell else []
            for plan in plans:
                if context.event:
                    yield from context.fact(
                        context.event, "ABOUT", plan.entity, row.span, rule="agenda-item"
                    )
                for office in context.within(owners.span, "Organization") if owners else ():
                    yield from context.fact(
                        office.entity, "LEADS", plan.entity, row.span, rule="agenda-item"
                    )


_ITEM = re.compile(r"(?:안\s?건(?:명)?|의안(?:명)?|과제명|계획명)")
_OWNER = re.compile(r"(?:소관|주관|담당|제안)(?:부처|기관|부서)?")


def on_agenda(context: Context, outline: Outline) -> Iterator[Statement]:
    """``안건 1. 「계획(안)」 (부처·부처)``: the ministries in brackets put their plan on the agenda."""
    del outline
    for block in context.document.blocks:
        named = context.within(block.span, "Program") if not block.rows else []
        if not named:
            continue
        plan = max(named, key=lambda m: (m.span.end, -m.span.start))
        match = _AGENDA_ITEM.match(context.text, plan.span.end, block.span.end)
        if match is None:
            continue
        for mention in context.within(
            Span(match.start("names"), match.end("names")), "Organization"
        ):
            if is_government(mention.entity):
                yield from context.fact(
                    mention.entity, "LEADS", plan.entity, block.span, rule="agenda-item"
                )
