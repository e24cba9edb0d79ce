"""DEVELOPS: which organization makes which technology."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.korean import noun_phrase_before, tokens
from graph.model import Entity, Span, Statement
from graph.statements.context import Context, Sentence, named_entity
from graph.statements.outline import Outline
from graph.statements.subjects import subjects_before
from graph.statements.technologies import in_full

_ADVERB = r"(?:(?:20\d\d년까지|독자|자체|직접|공동|함께|공동으로|독자적으로|자체적으로|(?:국내|자체|독자|순수\s국내|우리)\s기술로)\s)*"
"""What may stand between an object and its verb."""
_NOW = r"(?:해|하여|한다|하고|했|하는|하며|했으며|해온|하였)"
MAKES = re.compile(
    rf"(?:을|를|도|은|는)\s{_ADVERB}(?:(?:개발|연구|제작|실증|양산|상용화|국산화|생산|공급)(?:{_NOW}|\s중(?:이다|이며|인))|만들고|만든다|만들어|선보였|선보인다|내놓았|내놓고)(?!\s?(?:지\s?않|않))|"
    rf"\s?(?:의\s)?(?:개발|연구|제작|실증)(?:을|를)\s{_ADVERB}(?:맡|담당{_NOW}|수행{_NOW}|진행{_NOW}|주도{_NOW})"
)
"""``를 (자체) 개발했다``, ``의 개발을 맡``: a technology's particle with a verb of making, not denied."""
_SUCH_AS = re.compile(r"\s?(?:같은|등의?|등과\s같은)\s(?:[가-힣]+\s){0,2}[가-힣]*기술")
"""``전자빔 용접과 적층제조 같은 제조 핵심기술``."""
_JOINED = re.compile(r"(?:와|과|,|·|\s|및)+")
_TECHNOLOGY = re.compile(
    r"(?:기술|통신|네트워크|암호|패키징|시스템|플랫폼|모델|반도체|칩|로봇|위성|발사체|용기|주기기|구조체|터빈|발전기|펌프|감속기|액추에이터|엔진|센서|소재|배터리|전지|솔루션|장치|장비|소자|치료제|백신|"
    r"알고리즘|소프트웨어|드론|원자로|컴퓨터|통신망|서버|전해질|탐사선|착륙선|운반선|선박|모듈|셀|부품|탑재체|관측기|본체|자석|선재|웨이퍼|기판|양극재|음극재|프로세서|메모리|설비|촉매|항공기|자동차|궤도선|수송선|가속기|레이더|추진체|연료)$"
)
"""What a compound that names a product or a technique ends in."""
_SHORTEST = 5
_STATE = frozenset({"government", "ministry", "office", "commission"})


def developed(context: Context, outline: Outline) -> Iterator[Statement]:
    """``기관은 기술을 개발한다``: the organization is the clause's subject, the technology its object.

    Of several clauses the nearest subject before counts; technologies joined by ``와`` share the verb.
    """
    del outline
    for sentence in context.sentences:
        for verb in MAKES.finditer(context.text, sentence.span.start, sentence.span.end):
            makers = subjects_before(context, sentence.span, verb.start())
            if not makers:
                continue
            yield from _gapped(context, sentence, makers[0].span.start)
            clause = Span(makers[-1].span.end, verb.start())
            if has_subject(context.slice(clause)):
                continue
            made = made_before(context, sentence, clause)
            for maker in makers:
                # A ministry has things made; it makes none.
                kind = dict(maker.entity.properties).get("kind")
                for technology in made if kind not in _STATE else ():
                    yield from context.fact(
                        maker.entity, "DEVELOPS", technology, sentence.span, rule="develops"
                    )


def made_by(context: Context, outline: Outline) -> Iterator[Statement]:
    """A technology behind its maker and the verb: ``가나항공이 제작한 누리호``."""
    del outline
    for sentence in context.sentences:
        for technology in context.within(sentence.span, "Technology"):
            before = Span(sentence.span.start, technology.span.start)
            verb = _MADE_BY.search(context.slice(before))
            end = before.start + verb.start() if verb else 0
            for maker in subjects_before(context, before, end) if verb else ():
                kind = dict(maker.entity.properties).get("kind")
                if (
                    context.text[maker.span.end : end].strip() in ("이", "가")
                    and kind not in _STATE
                ):
                    yield from context.fact(
                        maker.entity, "DEVELOPS", technology.entity, sentence.span, rule="develops"
                    )


_MADE_BY = re.compile(
    r"\s(?:총괄\s|직접\s|독자\s|자체\s)?(?:개발|제작|제조|양산)(?:한|하는|해온)\s[‘'“]?$"
)
"""``…이 총괄 제작한`` before the technology."""


def made_as_topic(context: Context, outline: Outline) -> Iterator[Statement]:
    """``누리호는 가나연구원이 독자 개발했고``: the technology is the topic, its maker the subject."""
    del outline
    for sentence in context.sentences:
        for technology in context.within(sentence.span, "Technology"):
            topic = _TOPIC.match(context.text, technology.span.end, sentence.span.end)
            verb = _DID_MAKE.search(context.text, topic.end(), sentence.span.end) if topic else None
            clause = Span(topic.end(), verb.start() + 1) if topic and verb else None
            for maker in subjects_before(context, clause, clause.end) if clause else ():
                if dict(maker.entity.properties).get("kind") not in _STATE:
                    yield from context.fact(
                        maker.entity,
                        "DEVELOPS",
                        technology.entity,
                        sentence.span,
                        rule="develops",
                    )


_TOPIC = re.compile(r"[’'”」]?(?:\s?[\((][^()]*[\))])?(?:은|는)\s")
_DID_MAKE = re.compile(
    r"[이가]\s(?:(?:독자|자체|직접|공동|처음|국내\s기술로|독자적으로|공동으로|자체\s기술로)\s)*(?:개발|제작|제조|양산|생산)(?:했|하고\s있|한다|하였|해\s왔|한\s것)"
)
"""A subject's particle and a verb of making, with nothing between that it could be about instead."""


def in_items(context: Context, outline: Outline) -> Iterator[Statement]:
    """``- 가나연구원 : 휴머노이드 개발``: a bullet that says who makes what."""
    del outline
    for block in context.document.blocks:
        makers = context.within(block.span, "Organization") if block.kind == "item" else []
        label = _LABEL.match(context.text, makers[0].span.end, block.span.end) if makers else None
        if label is None or makers[0].span.start != block.span.start:
            continue
        work = _WORK.search(context.text, label.end(), block.span.end)
        clause = Span(label.end(), work.start()) if work else None
        for technology in _known(context, clause) if clause else ():
            if dict(makers[0].entity.properties).get("kind") not in _STATE:
                yield from context.fact(
                    makers[0].entity, "DEVELOPS", technology, block.span, rule="item-of-maker"
                )


_LABEL = re.compile(r"(?:\s?[\((][^()]*[\))])?\s?[::]\s")
_WORK = re.compile(r"(?:[’'”]?(?:와|과)\s그)?\s(?:공동\s)?(?:개발|연구|제작|고도화|국산화|양산)$")


def _gapped(context: Context, sentence: Sentence, end: int) -> Iterator[Statement]:
    """``A는 셀을, B는 전해질을 개발한다``: the clause before leaves its verb to the next."""
    before = _GAP.search(context.text, sentence.span.start, end)
    if before is None or before.end() != end:
        return
    for maker in subjects_before(context, sentence.span, before.start()):
        clause = Span(maker.span.end, before.start())
        kind = dict(maker.entity.properties).get("kind")
        if kind in _STATE or has_subject(context.slice(clause)):
            continue
        for technology in made_before(context, sentence, clause):
            yield from context.fact(
                maker.entity, "DEVELOPS", technology, sentence.span, rule="develops"
            )


_GAP = re.compile(r"(?:을|를),\s(?=[^,]*$)")


def has_subject(clause: str) -> bool:
    """Say whether a noun behind the first is marked as subject: the clause is then about somebody else."""
    words = re.sub(
        r"^[’'”」]?(?:\([^)]*\))?(?:\s?(?:공동\s)?(?:연구진|연구팀|측))?(?:은|는|이|가|도)\s",
        "",
        clause,
    )
    return any(t.tag in ("JKS", "JX") and t.form in ("은", "는", "이", "가") for t in tokens(words))


def made_before(context: Context, sentence: Sentence, clause: Span) -> list[Entity]:
    """Return the technologies at the end of ``clause``, the object of the verb that follows it."""
    if others := _AND_OTHERS.search(context.slice(clause)):
        clause = Span(clause.start, clause.start + others.start())
    known = _known(context, clause)
    coined = [] if known else _coined(context, sentence, clause)
    if not coined:
        return known
    before = Span(clause.start, clause.end - len(coined[0].name))
    joint = _JOINED_END.search(context.slice(before))
    joined = _known(context, Span(before.start, before.start + joint.start())) if joint else []
    return [*joined, *coined]


_WORD_BEFORE = re.compile(r"[^\s,‘’“”「」·]+$")
_AND_OTHERS = re.compile(r"\s등$")
_JOINED_END = re.compile(r"(?:와|과|,|·|\s및)\s?$")


def names_technology(words: str) -> bool:
    """Say whether a compound names a technology by its last word."""
    return _TECHNOLOGY.search(words) is not None


def _known(context: Context, clause: Span) -> list[Entity]:
    """The technologies named at the end of the clause: its last, and those joined to it before."""
    found: list[Entity] = []
    end = clause.end
    for mention in reversed(context.within(clause, "Technology")):
        between = context.text[mention.span.end : end].lstrip(")’”")
        examples = not found and _SUCH_AS.fullmatch(between)
        if not between or examples or (found and _JOINED.fullmatch(between)):
            found.insert(0, in_full(context, clause, mention))
            end = mention.span.start
    return found


def _coined(context: Context, sentence: Sentence, clause: Span) -> list[Entity]:
    """A compound at the end of the clause that is a technology by its last word."""
    name = noun_phrase_before(context.text, sentence.span, clause.end)
    if name is None or name.start < clause.start or len(name) < _SHORTEST:
        return []
    # The analyser may have taken the end of a word for one: 무(無)GPS.
    word = _WORD_BEFORE.search(context.text, clause.start, name.start)
    wording = context.slice(Span(word.start() if word else name.start, name.end))
    return [named_entity("Technology", wording)] if _TECHNOLOGY.search(wording) else []
