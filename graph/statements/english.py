"""What English sentences say: who leads, hosts, develops, joins, and which act a programme rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Mention, Span, Statement
from graph.statements.context import Context, Sentence, named_entity
from graph.statements.offices import is_government
from graph.statements.outline import Outline
from graph.statements.people import person_of

_AND = re.compile(
    r"\s?(?:\([^)]*\))?\s?(?:,\s?(?:and\s)?(?:the\s)?|\s?and\s(?:the\s)?|&)\s?(?:the\s)?"
)
"""What joins two subjects, the first with its abbreviation in brackets."""
_AFTER = (
    r"[”\"’]?(?:\s\([^)]*\))?(?:,\s(?!(?:and|or|but|as)\b)[^,.;]{3,140}(?:,\s[^,.;]{3,60})?,)?,?\s"
    r"(?:(?:also|jointly|will|has|have|is|are|together|officially|recently|on\s[A-Z][\w.]*(?:\s\d{1,2})?(?:,\s20\d\d,?)?)\s)*"
)
"""What may stand between a subject and its verb: a bracket, an apposition, a day, adverbs, auxiliaries."""
_THE = r"(?:the\s|its\s|a\s|an\s)?[\"“‘']?"
_VERBS = {
    "HOSTS": re.compile(
        rf"{_AFTER}(?:holds?|held|hosts?|hosted|hosting|convene[sd]?|opens?|opened|organi[sz]e[sd]?)\s{_THE}$"
    ),
    "LEADS": re.compile(
        rf"{_AFTER}(?:leads?|led|leading|oversees?|oversaw|overseeing|heads?|coordinates?|runs?)\s{_THE}$"
    ),
    "PARTICIPATES_IN": re.compile(
        rf"{_AFTER}(?:tak(?:e|es|ing)\spart\sin|took\spart\sin|participat(?:e|es|ed|ing)\sin|join(?:s|ed|ing)?|manag(?:es?|ed|ing)|attend(?:s|ed|ing)?)\s{_THE}$"
    ),
}
"""The verb of each predicate, from the subject's end up to its object."""
_OBJECTS = {
    "HOSTS": ("Event",),
    "LEADS": ("Program", "Event"),
    "PARTICIPATES_IN": ("Event", "Program"),
}
"""What each predicate may be said of, likelier things first."""
_GENERIC = {
    "Program": re.compile(
        r"(?:direction|work|whole|operation)?(?:\sof\sthe\s)?(?:programme|program|project|initiative|challenge|strategy|plan)\b"
    ),
    "Event": re.compile(r"(?:meeting|ceremony|event|forum|summit|conference)\b"),
}
"""A programme or event called by its kind."""
_DEVELOPS = re.compile(
    rf"{_AFTER}(?:develop(?:s|ed|ing)?|works?\son|builds?|building|built|suppl(?:y|ies|ied|ying)|makes?|making|produc(?:es?|ed|ing)|manufactur(?:es?|ed|ing))\s(?:its\s|the\s|an?\s)?"
)
_PHRASE = re.compile(
    r"(?:[\w-]*[a-z][\w-]*\s){0,4}?[A-Za-z][\w-]*(?=[,.;]|\s(?:and|for|by|with|in|on|at|as|from|to|of|that|which|together|jointly|using|under|through)\b|$)"
)
"""A noun phrase in lower case up to a mark or preposition."""
_PRESENTS = re.compile(
    r"\b(?:presented|announced|unveiled|launched|released|introduced|finalized|finalised|adopted|drew\sup|set\sup|kicked\soff|launches|unveils|announces)\b"
)
"""Verbs of bringing a programme before the public."""
_UNDER = re.compile(r"[Uu]nder\s(?:the\s)?[“\"‘]?$")
_TOGETHER_BEFORE = re.compile(
    r"\b(?:along\swith|together\swith|alongside|jointly\swith|in\scooperation\swith)\s(?:the\s)?$"
)
_SIGNED = re.compile(r"\bsign(?:s|ed|ing)?\b[^.]*?\b(?:agreement|MOU|memorandum|pact)\b")
_WITH = re.compile(r"\bwith\s(?:the\s)?$")
_BASIS = re.compile(
    r"\b(?:based\son|under|pursuant\sto|governed\sby|in\saccordance\swith|founded\son)\s(?:the\s)?$"
)


def clauses(context: Context, outline: Outline) -> Iterator[Statement]:
    """A body right before a verb of holding, leading or joining does so to the name after it: ``A and B held the Event``."""
    del outline
    for sentence in context.sentences:
        for first in subjects(context, sentence):
            for predicate, verb in _VERBS.items():
                what = _object(context, sentence, first[-1], predicate, verb)
                for who in first if what else ():
                    if what:
                        yield from context.fact(
                            who.entity, predicate, what, sentence.span, rule="english-clause"
                        )


def subjects(context: Context, sentence: Sentence) -> Iterator[list[Mention]]:
    """Yield the organizations of a sentence, those joined by ``and`` together."""
    chain: list[Mention] = []
    people = context.appointments(sentence.span)
    for mention in context.within(sentence.span, "Organization"):
        if any(p.span.covers(mention.span) and p.person.start < mention.span.start for p in people):
            continue  # Name, CEO of the body: it says where somebody's post is
        between = context.text[chain[-1].span.end : mention.span.start] if chain else ""
        if between.strip(" (") == "" and chain:
            continue  # its own abbreviation
        if chain and not _AND.fullmatch(between):
            yield chain
            chain = []
        chain = [*chain, mention]
    if chain:
        yield chain


def _object(
    context: Context, sentence: Sentence, subject: Mention, predicate: str, verb: re.Pattern[str]
) -> Entity | None:
    """What the verb right after ``subject`` is about: a name, or the programme or event by its kind."""
    rest = Span(subject.span.end, sentence.span.end)
    for label in _OBJECTS[predicate]:
        for mention in context.within(rest, label):
            if verb.fullmatch(context.text[subject.span.end : mention.span.start] + ""):
                return mention.entity
        generic = re.compile(verb.pattern.removesuffix("$")).match(
            context.text, subject.span.end, sentence.span.end
        )
        if generic and _GENERIC[label].match(context.text, generic.end(), sentence.span.end):
            return context.programme_for(sentence.span) if label == "Program" else context.event
    return None


def developed(context: Context, outline: Outline) -> Iterator[Statement]:
    """``A develops the laser terminal``: a known technology at the verb, else the noun phrase there."""
    del outline
    for sentence in context.sentences:
        for chain in subjects(context, sentence):
            verb = _DEVELOPS.match(context.text, chain[-1].span.end, sentence.span.end)
            if verb is None:
                continue
            technology = _technology(context, Span(verb.end(), sentence.span.end))
            for who in chain if technology else ():
                if technology:
                    yield from context.fact(
                        who.entity, "DEVELOPS", technology, sentence.span, rule="develops"
                    )


def _technology(context: Context, rest: Span) -> Entity | None:
    known = [m for m in context.within(rest, "Technology") if m.span.start == rest.start]
    if known:
        return known[0].entity
    phrase = _PHRASE.match(context.text, rest.start, rest.end)
    if phrase is None or len(phrase.group().split()) == 1:
        return None
    return named_entity("Technology", phrase.group())


def signed(context: Context, outline: Outline) -> Iterator[Statement]:
    """``A and B signed an agreement on the Programme with C``: all of them take part in it."""
    del outline
    for sentence in context.sentences:
        verb = _SIGNED.search(context.text, sentence.span.start, sentence.span.end)
        programme = context.programme_for(sentence.span)
        if verb is None or programme is None:
            continue
        for chain in subjects(context, sentence):
            signs = chain[-1].span.end <= verb.start() or _WITH.search(
                context.text[verb.end() : chain[0].span.start]
            )
            for who in chain if signs else ():
                yield from context.fact(
                    who.entity, "PARTICIPATES_IN", programme, sentence.span, rule="signed"
                )


def governed(context: Context, outline: Outline) -> Iterator[Statement]:
    """An act named after words of basis governs the sentence's programme: ``The initiative is based on the … Act``."""
    del outline
    for sentence in context.sentences:
        programme = context.programme_for(sentence.span)
        for law in context.within(sentence.span, "Law"):
            before = context.text[sentence.span.start : law.span.start]
            told = context.within(sentence.span, "Program") or _GENERIC["Program"].search(before)
            provides = _PROVIDES_BASIS.match(context.text, law.span.end, sentence.span.end)
            if programme and (provides or (told and _BASIS.search(before))):
                yield from context.fact(
                    law.entity, "GOVERNS", programme, sentence.span, rule="under-law"
                )


_PROVIDES_BASIS = re.compile(
    r"[”\"’]?(?:[^.]{0,40}?,\swhich)?\s(?:provides?|gives?|lays|serves?\sas)\s(?:the|a|its)\s(?:legal\s)?(?:basis|foundation|ground)s?\sfor\s(?:the\s)?[“\"‘]?(?:[A-Z]|(?:basic\s|national\s|master\s)?(?:programme|program|project|initiative|strategy|plan)\b)"
)
"""``provides the legal basis for the plan`` behind an act."""


def alliances(context: Context, outline: Outline) -> Iterator[Statement]:
    """A government's ministries that launch an alliance lead it; those that it brings together are in it."""
    del outline
    for sentence in context.sentences:
        for chain in subjects(context, sentence):
            founded = _FOUNDED.match(context.text, chain[-1].span.end, sentence.span.end)
            body = next(
                (
                    m
                    for m in context.within(sentence.span, "Organization")
                    if founded and m.span.start == founded.end()
                ),
                None,
            )
            if body is None or not _IS_ALLIANCE.search(body.entity.name):
                continue
            for founder in chain:
                if is_government(founder.entity):
                    yield from context.fact(
                        founder.entity, "LEADS", body.entity, sentence.span, rule="builds-body"
                    )
            brings = _BRINGS.search(context.text, body.span.end, sentence.span.end)
            rest = Span(brings.end(), sentence.span.end) if brings else None
            for member in context.within(rest, "Organization") if rest else ():
                yield from context.fact(
                    member.entity,
                    "PARTICIPATES_IN",
                    body.entity,
                    sentence.span,
                    rule="brought-together",
                )


_FOUNDED = re.compile(
    rf"{_AFTER}(?:launch(?:es|ed)?|establish(?:es|ed)?|form(?:s|ed)?|set\sup|found(?:s|ed)|creat(?:es|ed))\s{_THE}"
)
_IS_ALLIANCE = re.compile(r"(?:Alliance|Consortium|Council|Committee|Task Force|Partnership)$")
_BRINGS = re.compile(r"\b(?:bring(?:s|ing)\stogether|made\sup\sof|consisting\sof|comprising)\s")


def members(context: Context, outline: Outline) -> Iterator[Statement]:
    """``The committee has 14 members, among them experts from A, B and C``: those bodies are in the committee that the paragraph calls by its kind."""
    del outline
    for sentence in context.sentences:
        told = _MEMBERS.search(context.text, sentence.span.start, sentence.span.end)
        kind = _KIND.search(context.text, sentence.block.span.start, sentence.span.end)
        before = [
            m.entity
            for m in context.mentions
            if m.label == "Organization"
            and told
            and kind
            and m.span.end <= told.start()
            and kind["kind"].title() in context.slice(m.span).split(" of ")[0].split(" on ")[0]
        ]
        at = told.end() if told else sentence.span.end
        rest = context.within(Span(at, sentence.span.end), "Organization") if before else []
        for body in rest:
            if not _BETWEEN.fullmatch(context.text[at : body.span.start]):
                break
            at = body.span.end
            yield from context.fact(
                body.entity, "PARTICIPATES_IN", before[-1], sentence.span, rule="member-in-text"
            )


_MEMBERS = re.compile(
    r"\bmembers?\b[^.:]{0,40}?\b(?:from|include|including|such\sas)\s(?:experts\sfrom\s|bodies\ssuch\sas\s|representatives\s(?:of|from)\s)?(?:the\s)?"
)
_KIND = re.compile(r"\b[Tt]he\s(?P<kind>alliance|consortium|council|committee|task\sforce|board)\b")
"""The body by its kind, in the sentence or before it in its paragraph."""
_BETWEEN = re.compile(r"(?:\s?\([^()]*\))?(?:,?\s?and\s(?:the\s)?|,\s(?:the\s)?|\s)?(?:the\s)?")


def headed_by(context: Context, outline: Outline) -> Iterator[Statement]:
    """A body with who heads it behind it: ``the Task Force, headed by Minister Name``."""
    del outline
    for sentence in context.sentences:
        for body in context.within(sentence.span, "Organization"):
            by = _HEADED_BY.match(context.text, body.span.end, sentence.span.end)
            for person in context.appointments(sentence.span) if by else ():
                who = person_of(context, person)
                between = context.text[by.end() : person.person.start] if by else ","
                if who and len(between) < _TITLE_LENGTH and "," not in between:
                    yield from context.fact(who, "LEADS", body.entity, sentence.span, rule="chair")


_HEADED_BY = re.compile(
    r",?\s(?:which\sis\s)?(?:an?\s[\w\s-]{3,40}\s)?(?:headed|led|chaired|co-chaired)\sby\s(?:the\s)?"
)
_TITLE_LENGTH = 90
"""So many letters a title may take between ``headed by`` and the name."""


def led_by(context: Context, outline: Outline) -> Iterator[Statement]:
    """A programme with the body that leads it behind it: ``the Mission, which is led by the Agency``."""
    del outline
    for sentence in context.sentences:
        for body in context.within(sentence.span, "Organization"):
            before = Span(sentence.span.start, body.span.start)
            programmes = context.within(before, "Program")
            if programmes and _LED_BY.search(context.slice(before)):
                yield from context.fact(
                    body.entity,
                    "LEADS",
                    programmes[-1].entity,
                    sentence.span,
                    rule="english-clause",
                )


_LED_BY = re.compile(
    r"\b(?:led|headed|run|managed|overseen|coordinated)\sby\s(?:the\s)?(?:U\.S\.\s)?$"
)


def presented(context: Context, outline: Outline) -> Iterator[Statement]:
    """A body, alone or with others, before a verb of presenting a programme leads it: ``The Ministry … unveiled the Strategy``."""
    del outline
    for sentence in context.sentences:
        verb = _PRESENTS.search(context.text, sentence.span.start, sentence.span.end)
        named = context.within(Span(verb.end(), sentence.span.end), "Program") if verb else []
        if verb is None or not named:
            continue
        chains = [c for c in subjects(context, sentence) if c[-1].span.end <= verb.start()]
        for leader in chains[0] if chains else ():
            yield from context.fact(
                leader.entity, "LEADS", named[0].entity, sentence.span, rule="announces-programme"
            )


def involves(context: Context, outline: Outline) -> Iterator[Statement]:
    """A programme before a verb of covering technologies that stand in a row behind it: ``The Initiative focuses on a, b and c``."""
    del outline
    for sentence in context.sentences:
        for programme in context.within(sentence.span, "Program"):
            verb = _COVERS.match(context.text, programme.span.end, sentence.span.end)
            at = verb.end() if verb else sentence.span.end
            for mention in context.within(Span(at, sentence.span.end), "Technology"):
                if (
                    not _AND.fullmatch(context.text[at : mention.span.start])
                    and mention.span.start > at
                ):
                    break
                at = mention.span.end
                yield from context.fact(
                    programme.entity,
                    "INVOLVES",
                    mention.entity,
                    sentence.span,
                    rule="technology-used",
                )


_COVERS = re.compile(
    r"[”\"’]?(?:\s\([^)]*\))?\s(?:focus(?:es|ed)?\son|covers?|involves?|cent(?:ers|res)\son|deals?\swith|builds?\son)\s(?:the\s)?"
)


def works_under(context: Context, outline: Outline) -> Iterator[Statement]:
    """``Under the Project, A and B will build …``: the subjects after a programme at the head of a sentence take part in it."""
    del outline
    for sentence in context.sentences:
        for programme in context.within(sentence.span, "Program"):
            if not _UNDER.fullmatch(context.text[sentence.span.start : programme.span.start]):
                continue
            rest = Span(programme.span.end, sentence.span.end)
            for chain in subjects(context, sentence):
                first = re.fullmatch(
                    r"[”\"’]?(?:\s\([^)]*\))?,?\s(?:the\s)?",
                    context.text[programme.span.end : chain[0].span.start],
                )
                partners = rest.covers(chain[0].span) and _TOGETHER_BEFORE.search(
                    context.text[programme.span.end : chain[0].span.start]
                )
                for who in chain if first or partners else ():
                    yield from context.fact(
                        who.entity,
                        "PARTICIPATES_IN",
                        programme.entity,
                        sentence.span,
                        rule="works-under",
                    )
