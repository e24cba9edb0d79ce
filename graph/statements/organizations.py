"""LEADS and PART_OF between organizations, and the people who chair and make up committees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from graph.model import Entity, Mention, Span, Statement
from graph.statements.context import Context, Sentence
from graph.statements.lists import marked_list
from graph.statements.offices import is_government
from graph.statements.outline import Outline
from graph.statements.people import (
    body_called,
    body_headed,
    committee_before,
    division,
    organization_at,
    person_of,
)
from graph.statements.subjects import subjects

_BUILDS = re.compile(
    r"[’'”\"]?\s?(?:을|를)\s(?:구축|구성|운영|설립|설치|출범|발족|꾸렸|꾸리고|꾸려)"
)
"""``를 구축``, ``를 운영``, ``를 꾸렸`` right behind a body."""
_HAS_CHAIR = re.compile(r"(?:위원장|의장|단장)(?:으로|을|이)\s")
"""``총리를 위원장으로 하는``: another leads the body."""
_MADE_OF = re.compile(r"(?:으로|로)\s(?:이루어진|구성된|구성되|이뤄진|나뉘)")
_CHAIR = re.compile(r"위원장은\s|위원장에는?\s|의장은\s")
"""The chair as topic of a sentence: ``위원장은``."""
_APPOSED = re.compile(r"[’'”」]?\s(?:공동\s?)?(?:위원장|의장|단장|회장)인\s")
"""``위원장인`` between a body and its chair."""
_MEMBERS = re.compile(
    r"(?:다음과|아래와)\s같이\s구성|구성(?:은|원은)?\s(?:다음과|아래와)\s같|"
    r"(?:위원|명단|구성원|참석자)[가-힣]*\s?(?:은|는)?\s?(?:다음과\s같다|아래와\s같다|:)"
)
"""The end of a line that announces a list of members: ``위원은 다음과 같다``, ``명단:``."""


def built(context: Context, outline: Outline) -> Iterator[Statement]:
    """A ministry that builds or runs a body leads it: ``과기정통부는 … ‘NEXT 얼라이언스’를 구축하여 운영한다``."""
    del outline
    for sentence in context.sentences:
        leaders = [m for m in subjects(context, sentence.span) if is_government(m.entity)]
        for body in context.within(sentence.span, "Organization"):
            if not leaders or body.span.start < leaders[-1].span.end or is_government(body.entity):
                continue
            if _HAS_CHAIR.search(context.text[leaders[-1].span.end : body.span.start]):
                continue
            if _BUILDS.match(context.text, body.span.end, sentence.span.end):
                for leader in leaders:
                    yield from context.fact(
                        leader.entity, "LEADS", body.entity, sentence.span, rule="builds-body"
                    )


def made_of(context: Context, outline: Outline) -> Iterator[Statement]:
    """A body has the parts that a sentence says or lists: ``A와 B로 이루어진 … 얼라이언스``; ``▲a ▲b 등 3개 분과``."""
    del outline
    for sentence in context.sentences:
        yield from _joined_parts(context, sentence)
        yield from _listed_parts(context, sentence)
        yield from _groups(context, sentence)


def _joined_parts(context: Context, sentence: Sentence) -> Iterator[Statement]:
    organizations = context.within(sentence.span, "Organization")
    for last, whole in pairwise(organizations):
        if not _MADE_OF.match(context.text, last.span.end, sentence.span.end):
            continue
        between = context.text[last.span.end : whole.span.start]
        if "," in between or len(between) > 40:
            continue
        parts = [last]
        for earlier in reversed(organizations[: organizations.index(last)]):
            joint = context.text[earlier.span.end : parts[0].span.start]
            if not re.fullmatch(r"(?:과|와|,|·|\s|및)+", joint):
                break
            parts.insert(0, earlier)
        for part in parts:
            yield from context.fact(
                part.entity, "PART_OF", whole.entity, sentence.span, rule="made-of"
            )


def _listed_parts(context: Context, sentence: Sentence) -> Iterator[Statement]:
    listed = marked_list(context.text, sentence.span)
    whole = context.within(sentence.span, "Organization")
    if (
        listed is None
        or listed.kind != "part"
        or not whole
        or whole[0].span.end > listed.items[0].start
    ):
        return
    for item in listed.items:
        name = re.sub(r"\s+", " ", context.slice(item))
        full = name if name.endswith(listed.head) else f"{name} {listed.head}"
        part = division(full, whole[0].entity)
        yield from context.fact(part, "PART_OF", whole[0].entity, sentence.span, rule="listed-part")


def _groups(context: Context, sentence: Sentence) -> Iterator[Statement]:
    """``a, b, c 등 3개 분과로 구성``; ``a팀, b팀을 둔다``: parts of the committee or alliance last named."""
    counted = _COUNTED_GROUPS.search(context.text, sentence.span.start, sentence.span.end)
    kept = _KEPT_TEAMS.search(context.text, sentence.span.start, sentence.span.end)
    found = counted or kept
    whole = _topic(context, Span(sentence.span.start, found.start("items"))) if found else None
    if found is None or whole is None:
        return
    head = counted["head"] if counted else ""
    names = [n.strip() for n in re.split(r",\s?", found["items"])]
    if counted and len(names) > int(counted["count"]):
        return
    for name in names:
        full = name if name.endswith(head) else f"{name} {head}"
        part = division(full, whole)
        yield from context.fact(part, "PART_OF", whole, sentence.span, rule="listed-part")


def _topic(context: Context, before: Span) -> Entity | None:
    """The body named right before ``은`` at the end of ``before``, or the last one of the kind that stands there."""
    for mention in context.within(before, "Organization"):
        if _TOPIC_END.fullmatch(context.text, mention.span.end, before.end):
            return mention.entity
    topic = _LAST_TOPIC.search(context.slice(before))
    return body_called(context, before.start, topic.group()) if topic else None


_TOPIC_END = re.compile(r"[’'”」]?(?:(?:은|는)\s(?:단장\s아래\s|산하에\s)?|\s?산하에는?\s|에는\s)")
_LAST_TOPIC = re.compile(r"(?:^|\s)[가-힣]+(?:은|는|에는|\s산하에는?)\s$")
_COUNTED_GROUPS = re.compile(
    r"(?:은|는|에)\s(?P<items>(?:[가-힣A-Za-z0-9()·\s]{1,25},\s){1,12}[가-힣A-Za-z0-9()·\s]{1,25}?)\s등\s(?P<count>\d{1,2})개\s(?P<head>그룹|분과|분과위원회|소위원회|작업반|팀)(?:(?:\s체제)?(?:으로|로)\s(?:구성|운영|나뉘|나뉜|나눠|이뤄|이루|운영)|(?:이|가)\s(?:있|활동)|(?:을|를)\s(?:두|둔|운영))"
)
"""``AI, 부품, 수요 등 3개 그룹으로 나뉜다``."""
_KEPT_TEAMS = re.compile(
    r"(?:은|는|에)\s(?:단장\s아래\s|산하에\s)?(?P<items>(?:[가-힣A-Za-z0-9·]{2,12}(?:팀|과|국|본부|센터|분과|실),\s){1,8}[가-힣A-Za-z0-9·]{2,12}(?:팀|과|국|본부|센터|분과|실))(?:을|를)\s(?:둔다|두고|뒀|두었|설치)"
)
"""``추진단은 단장 아래 가팀, 나팀을 둔다``."""


def under(context: Context, outline: Outline) -> Iterator[Statement]:
    """One body named right behind another by 산하, 소속, 직속 or ``under the``: ``자문회의 산하 특별위원회``."""
    del outline
    for sentence in context.sentences:
        for whole, part in pairwise(context.within(sentence.span, "Organization")):
            if _UNDER.fullmatch(context.text[whole.span.end : part.span.start]):
                yield from context.fact(
                    part.entity, "PART_OF", whole.entity, sentence.span, rule="under-body"
                )
            if context.text[whole.span.start - 1 : whole.span.start] != "(" and _BELONGS.match(
                context.text, part.span.end, sentence.span.end
            ):
                topic = context.text[whole.span.end : part.span.start]
                if re.fullmatch(r"(?:\s?[\((][^()]*[\))])?(?:은|는)\s", topic):
                    yield from context.fact(
                        whole.entity, "PART_OF", part.entity, sentence.span, rule="under-body"
                    )
        bodies = _without_abbreviations(context, sentence.span)
        for part, whole in pairwise(bodies):
            if _ENGLISH_UNDER.fullmatch(context.text[part.span.end : whole.span.start]):
                yield from context.fact(
                    part.entity, "PART_OF", whole.entity, sentence.span, rule="under-body"
                )


def units(context: Context, outline: Outline) -> Iterator[Statement]:
    """``KIST 뇌융합연구단``: an institute's unit stands right behind its name, or its name begins with it."""
    del outline
    for sentence in context.sentences:
        found = context.within(sentence.span, "Organization")
        for part in found:
            if whole_entity := _named_in(context, part.entity):
                yield from context.fact(
                    part.entity, "PART_OF", whole_entity, sentence.span, rule="unit-of-body"
                )
        for whole, part in pairwise(found):
            between = context.text[whole.span.end : part.span.start]
            if between == " " and _is_unit(part.entity) and _has_units(whole.entity):
                yield from context.fact(
                    part.entity, "PART_OF", whole.entity, sentence.span, rule="unit-of-body"
                )


def _named_in(context: Context, unit: Entity) -> Entity | None:
    """The body that the document names alone too, if the unit's name begins with it: 가나위원회 지원단."""
    if dict(unit.properties).get("kind") or not _STAFF.search(unit.name):
        return None
    bodies = {m.entity.name: m.entity for m in context.mentions if m.label == "Organization"}
    return bodies.get(_STAFF.sub("", unit.name))


_STAFF = re.compile(r"\s(?:지원단|사무국|사무처|지원팀|실무추진단|실무위원회|소위원회)$")
"""What a body has for its staff and its smaller bodies."""


def _is_unit(entity: Entity) -> bool:
    return bool(_UNIT.search(entity.name)) and not dict(entity.properties).get("kind")


def _has_units(entity: Entity) -> bool:
    return dict(entity.properties).get("kind") in _WITH_UNITS


_UNIT = re.compile(r"(?:연구단|연구소|연구센터|사업단|연구본부)$")
_WITH_UNITS = frozenset({"institute", "university", "public-corporation", "company"})


def _without_abbreviations(context: Context, span: Span) -> list[Mention]:
    """The organizations within ``span`` but for those in brackets right behind their own name."""
    found: list[Mention] = []
    for mention in context.within(span, "Organization"):
        before = context.text[found[-1].span.end : mention.span.start] if found else ""
        if not re.fullmatch(r"\s?[\((]", before):
            found.append(mention)
    return found


_ENGLISH_UNDER = re.compile(
    r"(?:\s\([^()]*\))?(?:,\s(?:a|an)\s(?:[\w-]+\s){0,3}(?:unit|arm|part|affiliate|agency|body)\sof|\sunder)\s(?:the\s)?"
)
"""``under the``, ``, a unit of the`` between a body and the one that it belongs to."""
_BELONGS = re.compile(r"\s(?:산하|소속|직속)\s?(?:의\s)?[가-힣]{1,8}(?:이?다|이며|으로)")
"""``소속 외청이다`` behind the body that another, the topic, belongs to."""
_UNDER = re.compile(
    r"(?:\s?[\((][^()]*[\))])?(?:의)?\s?(?:(?:산하|소속|직속)(?:의)?|(?:산하|아래)에는?)\s(?:제\d+[차회기]\s)?[‘'“「]?"
)
"""What stands between a body and the one below it."""


def chaired(context: Context, outline: Outline) -> Iterator[Statement]:
    """``공동 위원장은 A와 B다``, ``위원회 위원장인 A``: they lead the committee last named, or named there."""
    del outline
    for sentence in context.sentences:
        for mention in context.within(sentence.span, "Organization"):
            apposed = _APPOSED.match(context.text, mention.span.end, sentence.span.end)
            for person in context.appointments(sentence.span) if apposed else ():
                who = person_of(context, person)
                if who and apposed and person.person.start == apposed.end():
                    yield from context.fact(
                        who, "LEADS", mention.entity, sentence.span, rule="chair"
                    )
            for person in context.appointments(sentence.span):
                who = person_of(context, person)
                if who and body_headed(context, person) == mention.span.start:
                    yield from context.fact(
                        who, "LEADS", mention.entity, sentence.span, rule="chair"
                    )
        chair = _CHAIR.search(context.text, sentence.span.start, sentence.span.end)
        committee = committee_before(context, sentence.span.end)
        if chair is None or committee is None:
            continue
        for appointment in context.appointments(Span(chair.end(), sentence.span.end)):
            who = person_of(context, appointment)
            if who:
                yield from context.fact(who, "LEADS", committee, sentence.span, rule="chair")


def taken_on(context: Context, outline: Outline) -> Iterator[Statement]:
    """``부위원장을 맡은 이름 교수``, ``부위원장인 이름 장관``: the person heads the committee named last, or stands in for its head."""
    del outline
    for sentence in context.sentences:
        for person in context.appointments(sentence.span):
            before = context.text[sentence.span.start : person.person.start]
            committee = committee_before(context, person.person.start)
            who = person_of(context, person)
            if who and committee and _TOOK_ON.search(before):
                yield from context.fact(who, "LEADS", committee, sentence.span, rule="chair")


_TOOK_ON = re.compile(r"(?:위원장|의장|단장)(?:(?:을|직을)\s맡은|인)\s$")


def bracketed_chair(context: Context, outline: Outline) -> Iterator[Statement]:
    """``‘가나위원회’(위원장 : 이름 본부장)``: the bracket behind a body says who heads it."""
    del outline
    for sentence in context.sentences:
        for body in context.within(sentence.span, "Organization"):
            bracket = _CHAIR_IN_BRACKET.match(context.text, body.span.end, sentence.span.end)
            for person in context.appointments(sentence.span) if bracket else ():
                who = person_of(context, person)
                if who and bracket and person.person.start == bracket.end():
                    yield from context.fact(who, "LEADS", body.entity, sentence.span, rule="chair")


_CHAIR_IN_BRACKET = re.compile(r"[’'”」]?\s?[\((](?:공동\s?)?(?:위원장|의장|단장|회장)\s?[::]?\s?")


def apposed_members(context: Context, outline: Outline) -> Iterator[Statement]:
    """``민간위원인 이름``, ``위촉된 위원은 이름, 이름``: they are in the committee named last."""
    del outline
    for sentence in context.sentences:
        committee = committee_before(context, sentence.span.end)
        for person in context.appointments(sentence.span) if committee else ():
            who = person_of(context, person)
            before = context.text[sentence.span.start : person.person.start]
            told = _MEMBER_IN_TEXT.search(before) or _MEMBERS_ARE.search(before)
            if who and committee and told:
                yield from context.fact(
                    who, "PARTICIPATES_IN", committee, sentence.span, rule="member-in-text"
                )


def members(context: Context, outline: Outline) -> Iterator[Statement]:
    """``위원은 다음과 같다`` and a list of people, or ``위원: A, B``: they are in the committee last named."""
    del outline
    lead = ""
    for index, block in enumerate(context.document.blocks):
        line = context.slice(block.span)
        if block.rows:
            continue
        if block.kind != "item" or _MEMBERS.search(line):
            lead = line
        committee = committee_before(context, block.span.end, lead)
        if committee is None:
            continue
        lists = _items_after(context, index) if _MEMBERS.search(line) else []
        if _MEMBER_LINE.match(line):
            lists = [block.span, *lists]
        for span in lists:
            chairs = bool(_CHAIR_LINE.match(context.text, span.start))
            for appointment in context.appointments(span):
                if who := person_of(context, appointment):
                    yield from context.fact(
                        who,
                        "LEADS" if chairs else "PARTICIPATES_IN",
                        committee,
                        span,
                        rule="member-list",
                    )


_CHAIR_LINE = re.compile(r"(?:공동\s?)?(?:위\s*원\s*장|의\s*장)\s?[::]")
_MEMBERS_ARE = re.compile(r"(?:민간|자문|전문|정부|위촉된\s)위원(?:은|으로는|에는)\s")
_MEMBER_IN_TEXT = re.compile(r"(?:민간|자문|전문|정부|당연직\s?)?위원인\s$")
_MEMBER_LINE = re.compile(
    r"(?:자문|민간|정부|전문|당연직|위촉직)?\s?(?:위\s*원|간\s*사)(?:\s명단)?\s?[::]"
)


def _items_after(context: Context, index: int) -> list[Span]:
    following = context.document.blocks[index + 1 :]
    return [b.span for b in takewhile(lambda b: b.kind == "item", following)]


def headed(context: Context, outline: Outline) -> Iterator[Statement]:
    """``이름 교수는 … 가나연구실을 이끌고 있다``: the person leads the body, known or by its last word."""
    del outline
    for sentence in context.sentences:
        for match in _HEADED.finditer(context.text, sentence.span.start, sentence.span.end):
            before = Span(sentence.span.start, match.start())
            topics = [
                a
                for a in context.appointments(before)
                if re.match(r"(?:은|는|이|가)\s", context.text[a.span.end :][:2])
            ]
            who = person_of(context, topics[-1]) if topics else None
            if who:
                body = organization_at(context, Span(match.start("body"), match.end("body")))
                yield from context.fact(who, "LEADS", body, sentence.span, rule="heads-body")


_HEADED = re.compile(
    r"(?<=\s)(?P<body>[가-힣A-Za-z0-9·]{2,20}(?:연구실|연구단|연구센터|사업단|연구소|추진단|기술센터))(?:을|를)\s(?:이끌고\s있|이끈다|이끌며|총괄하고\s있)"
)
