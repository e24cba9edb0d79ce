"""HOLDS_POSITION and LEADS from news of appointments: who was named to which post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Entity, Mention, Span, Statement, entity_id
from graph.statements.context import Context, Sentence
from graph.statements.outline import Outline
from graph.statements.people import committee_before, department, person, place_of
from graph.statements.subjects import subjects

_VERB = r"(?:임명|선임|선출|위촉|추대|발탁|발령|뽑|뽑혔|임용)"
_DONE = re.compile(rf"{_VERB}(?:했|하였|됐|되었|았|다$|한다고|하고|됐다고|했다고|돼|하며|으며|혔)")
"""A verb of appointing that says that it is done."""
_FIRST = r"(?:초대|신임|새|차기|공동|제?\d+대|민간|상임)"
_TO_POST = re.compile(
    r"(?P<post>(?:[가-힣A-Za-z0-9·]+\s)?분과장|[가-힣A-Za-z0-9·]*[가-힣](?:장|위원|이사|간사|차관|장관|대표|총재))(?:에|에는|으로|으로는)\s"
    r"(?P<name>[가-힣]{2,4})\s(?P<now>(?:(?!(?:에|에는)\s)[^.])*?)(?:을|를|이|가)[,\s](?P<rest>[^.]*)"
)
"""``우주항공청장에 이름 전 차관을 임명했다``, ``위원장에는 이름 교수가 위촉됐다``."""
_AS_POST = re.compile(
    rf"(?<![가-힣])(?P<name>[가-힣]{{2,4}})\s(?P<now>[^,.]{{2,40}}?)(?:을|를|이|가)\s(?:{_FIRST}\s)*"
    rf"(?P<post>(?:[가-힣A-Za-z0-9·]+\s)??[가-힣A-Za-z0-9·]*[가-힣](?:장|위원|이사|간사|장관|차관|대표|총재))(?:으로|로)\s(?P<rest>[^.]*)"
)
"""``이름 교수를 과학기술혁신본부장으로 임명했다``."""
_PART = re.compile(r"(?P<part>[가-힣A-Za-z0-9·]+\s?(?:분과|분과위원회|소위원회|작업반))장$")
_POSSESSED = re.compile(r"[’'”」]?의\s")
"""``의`` behind the body that a part belongs to."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A person named to a post: where both stand in the sentence."""

    name: str
    post: Span


def appointed(context: Context, outline: Outline) -> Iterator[Statement]:
    """``가나청장에 이름 교수를 임명했다``, ``이름 교수를 본부장으로 선임``: the post at the body in its name, else at the subject's."""
    del outline
    for sentence in context.sentences:
        if not _DONE.search(context.slice(sentence.span)):
            continue
        for found in _named(context, sentence.span):
            yield from _post(context, sentence, found)


def _named(context: Context, span: Span) -> Iterator[_Named]:
    for form in (_TO_POST, _AS_POST):
        start = span.start
        while match := form.search(context.text, start, span.end):
            name = match["name"]
            if not context.vocabulary.is_personal_name(name):
                start = match.end("name")
                continue
            # The next of a list may begin behind this one's particle.
            start = match.start("rest")
            if _DONE.search(match["rest"]):
                yield _Named(name, Span(match.start("post"), match.end("post")))


def _post(context: Context, sentence: Sentence, found: _Named) -> Iterator[Statement]:
    wording = context.slice(found.post)
    part = _PART.search(wording)
    if part:
        yield from _leads_part(context, sentence, found, part["part"])
        return
    body, title = _body_of(context, sentence, found.post)
    if body is None or not title:
        return
    yield from context.fact(
        person(context, found.name, place_of(context, found.name) or body),
        "HOLDS_POSITION",
        body,
        sentence.span,
        rule="appointed",
        title=title,
    )


def _body_of(context: Context, sentence: Sentence, post: Span) -> tuple[Entity | None, str]:
    """The body and the title of a post: 우주항공청장 is the 청장 of 우주항공청."""
    wording = context.slice(post)
    title = context.vocabulary.title_of(wording)
    before = Span(sentence.span.start, post.end)
    for mention in reversed(context.within(before, "Organization")):
        rest = context.text[mention.span.end : post.end]
        if mention.span.end >= post.start and rest == "장":
            return mention.entity, _kind(mention) + "장"
        if _is_title(context, rest):
            return mention.entity, _last_title(rest)
    own = [m.entity for m in subjects(context, sentence.span)]
    whole = own[0] if own else committee_before(context, sentence.span.end)
    unit = wording.removesuffix("장")
    if title != wording and whole and wording.endswith("장") and _UNIT.search(unit):
        return department(unit, whole), title
    return whole, title


def _is_title(context: Context, rest: str) -> bool:
    """Say whether what stands behind a body is only a post there: ``의 초대 소장``."""
    match = _AT_BODY.fullmatch(rest)
    return bool(match) and context.vocabulary.title_of(_last_title(rest)) == _last_title(rest)


def _last_title(rest: str) -> str:
    return rest.split()[-1].lstrip("’'”」") if rest.split() else ""


_AT_BODY = re.compile(rf"[’'”」]?(?:의)?\s?(?:{_FIRST}\s)*[가-힣]+")
_UNIT = re.compile(r"[가-힣A-Za-z0-9·]{2,}(?:국|과|실|팀|본부|센터|부|단)$")


def _kind(mention: Mention) -> str:
    match = re.search(r"(?:본부|연구소|위원회|센터|협회|[가-힣])$", mention.entity.name)
    word = match.group() if match else ""
    return "위원" if word == "위원회" else word


def _leads_part(
    context: Context, sentence: Sentence, found: _Named, name: str
) -> Iterator[Statement]:
    """``‘가나 얼라이언스’의 다라 분과장에``: the person leads that part of the body named before."""
    before = context.within(Span(sentence.span.start, found.post.start), "Organization")
    wholes = [m for m in before if _POSSESSED.match(context.text, m.span.end)]
    if not wholes:
        return
    whole = wholes[-1].entity
    identifier = entity_id("Organization", name, within=whole.name)
    part = Entity("Organization", identifier, name, properties=(("kind", "division"),))
    yield from context.fact(part, "PART_OF", whole, sentence.span, rule="part-with-head")
    who = person(context, found.name, None)
    yield from context.fact(who, "LEADS", part, sentence.span, rule="part-with-head")
