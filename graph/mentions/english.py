"""Names and people in English text: capitalised words that end in a telling noun, and posts beside names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.mentions.forms import Form
from graph.mentions.gazetteer import entity_of
from graph.model import Appointment, Entity, Mention, Span
from graph.vocabulary import Vocabulary
from graph.vocabulary.term import Term

_WORD = r"(?:[A-Z][A-Za-z0-9]*(?:[-’'&][A-Za-z0-9]+)*)"
_JOINT = r"(?:(?:of|for|on|in)(?:\sthe)?|and|&)"
_WORDS = rf"{_WORD}(?:\s(?:{_JOINT}\s){{0,2}}{_WORD}){{0,9}}?"
_HEADS = {
    "Program": "Strategy|Initiative|Programme|Program|Project|Roadmap|Plan|Challenge|Moonshot|Blueprint",
    "Event": "Meeting|Forum|Summit|Conference|Symposium|Workshop|Ceremony|Dialogue|Exhibition|Expo|Seminar|Roundtable",
    "Organization": (
        "Institute|University|Agency|Administration|Authority|Corporation|Foundation|Council|Committee|"
        "Commission|Association|Center|Centre|Laboratory|Alliance|Consortium|Partnership|Task\\sForce|Board|Panel"
    ),
}
_NAMED = {
    label: re.compile(rf"(?<![\w-]){_WORDS}\s(?:{heads})(?![\w-])(?:\s20\d\d)?(?!\s[A-Z])")
    for label, heads in _HEADS.items()
}
_NUMBERED = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"
)
_GATHERING = re.compile(
    rf"(?<![\w-])(?:(?:{_NUMBERED}|launch(?:ing)?|kick-?off|inaugural|opening|closing|signing|plenary|public|general|special|joint|press|award)\s)*"
    r"(?P<kind>meeting|session|ceremony|hearing|assembly|briefing|forum|conference)"
    rf"(?:\s(?:of|for|on)\s(?:the\s|its\s)?[“\"‘]?(?P<whose>{_WORD}(?:\s(?:(?:{_JOINT}\s){{0,2}})?(?:{_WORD}|\([A-Z][\w-]*\))){{0,12}})[”\"’]?)?"
)
"""A gathering in small letters, with whose or about what it is: ``fourth meeting of the … Committee``."""
_BODY = re.compile(r"(?:Council|Committee|Commission|Board|Task\sForce|Assembly|Alliance)\b")
_WHEN_AND_WHERE = re.compile(
    r"\s(?:on|in|for)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b.*$|\s(?:in|at)\s(?:the\s)?[A-Z].*$",
    re.DOTALL,
)
"""The day on which and the place in which something is held, which are no part of its name."""
_TOLD = re.compile(r"launch|kick|inaugural|signing|plenary|public|award")
"""What says enough of a gathering even where nobody says whose it is."""
_PURPOSE = re.compile(
    rf"\s(?:to|on|for|of)\s(?:the\s)?(?!Korea|Republic|Ministry){_WORD}(?:\s(?:(?:{_JOINT}\s){{0,2}})?{_WORD}){{0,8}}"
)
"""``to Foster National Strategic Technologies`` behind a word for a plan."""
_AIMED = re.compile(r"(?:Strategy|Roadmap|Plan|Blueprint)$")
"""Programmes whose name goes on with what they are for."""
_APPOSED_PROGRAM = re.compile(
    r"(?:\s\([^)]*\))?,\s(?:a|an|the|its|our)\s(?:[\w-]+\s){0,3}(?:programme|program|project|initiative|scheme)\b"
)
"""``…, a programme``: what the words before it are."""
_OF = re.compile(
    rf"\s(?:of|for|on)\s(?:the\s)?(?:U\.S\.\s)?{_WORD}(?:\s(?:and\s(?:the\s)?|of\s(?:the\s)?|&\s)?{_WORD}|,\s{_WORD}(?=(?:,\s{_WORD})*,?\sand\s)|,\sand\s{_WORD}){{0,6}}"
)
"""``of Science and Technology`` behind a word for a body."""
_MINISTRY = re.compile(
    rf"\b(?:Ministry|Department|Office|Bureau)\sof\s(?:the\s)?{_WORD}(?:(?:,\s|,?\sand\s|\s){_WORD}){{0,5}}"
)
"""``Ministry of …`` with all that belongs to its name."""
_ACT = re.compile(
    rf"(?<![\w-])(?:(?:Special\s|Framework\s|Basic\s)?Act\son\s(?:the\s)?{_WORD}(?:\s(?:{_JOINT}\s){{0,2}}{_WORD}){{0,10}}|"
    rf"{_WORD}(?:\s(?:(?:of|and|&)\s)?{_WORD}){{0,8}}?\sAct(?!\son\s))(?![\w-])"
)
"""``Special Act on …``, ``… Act``."""
_BARE_ACT = re.compile(r"(?:Special|Framework|Basic|New) Act")
"""An act that is not named, only called by its kind."""
_ABBREVIATION_AND = re.compile(
    r"[A-Z]{3,}\sand\s(?=.*(?:University|Institute|Laboratory|Foundation)$)"
)
"""``KAIST and Sky University``: two bodies, of which the first is an abbreviation."""
_SHORT_WORD = 3
_HEADLINE_SHARE = 0.8
_LEADING = re.compile(
    r"^(?:the\s|(?:The|A|An|In|On|Under|By|For|With|As|This|Its|At|And|Through|During|From|To|Of|South|Korea[’']s)\s|"
    r"(?:Representatives|Members|Officials|Leaders)\sof\s(?:the\s)?|"
    r"Professor\s[A-Z][a-z-]+\s[A-Z][a-z-]+\s(?:of|at)\s(?:the\s)?|"
    r"(?:(?:Vice\s)?(?:President|Minister|Chair(?:man)?)|Director(?:[\s-]General)?|Head|Administrator|CEO)\sof\s(?:the\s)?)+"
)
"""Words that stand before a name at the head of a sentence, or say whose it is."""
_GIVEN = r"[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?"
_NAME = rf"(?P<name>{_GIVEN}(?:\s{_GIVEN}){{1,2}})"
_TITLE = (
    r"(?P<title>(?:Deputy\sPrime\s|Prime\s|First\sVice\s|Second\sVice\s|Vice\s|Deputy\s)?Minister|"
    r"(?:Executive\s|Senior\s)?(?:Vice\s)?(?:President|Chair(?:man|woman|person)?|Administrator|Governor|Mayor)|"
    r"(?:Deputy\s)?Director(?:[\s-]General)?|Commissioner|Chief\sExecutive(?:\sOfficer)?|CEO|CTO|"
    r"(?:Associate\s|Assistant\s)?Professor|Head|Spokes(?:person|man|woman)|Secretary|Ambassador|Chief\s[A-Z]?[a-z]+\sOfficer|(?:Senior|Research|Principal)\s(?:Researcher|Fellow))"
)
_TITLES = re.compile(_TITLE, re.IGNORECASE)
_AFTER_NAME = re.compile(
    rf"(?<![\w-]){_NAME},\s(?:(?:who\sis|the|a|an)\s)?(?i:{_TITLE})(?:\s(?:for|of)\s(?:[A-Za-z&][\w&-]*\s){{1,6}}?)?(?:\s?(?:of|at|for|in)\s|,\s)(?:the\s)?"
)
_OF_BODY = re.compile(
    rf"(?<![\w-]){_NAME},\s(?:(?:who\sis|the|a|an)\s)?(?i:{_TITLE})\s(?:of|at)\s(?:the\s)?"
)
"""``Name, president of the`` right before the body, whatever ``of`` its own name has."""
_BEFORE_NAME = re.compile(rf"(?<![\w-]){_TITLE}\s{_NAME}\s(?:of|at)\s(?:the\s)?")
_FUSED = re.compile(rf"(?:\s\([^()]{{2,12}}\)|\))?\s{_TITLE}\s{_NAME}(?![\w-])")
_IN_BRACKETS = re.compile(rf"\s?\([^()]*?{_TITLE}:?\s{_NAME}\)")
_ITS_HEAD = re.compile(rf"\b(?:its|the)\s(?i:{_TITLE}),?\s{_NAME}(?=[,.\s])")
"""``presided over by its vice chairman, Name``: the head of the body that the sentence begins with."""
_UNIT = re.compile(
    rf"(?P<unit>{_WORDS}\s(?:Division|Department|Bureau|Team|Office|Group)),?\s(?:(?:of|at)\s)?(?:the\s)?"
)


def english_forms(text: str) -> Iterator[Form]:
    """Yield programmes, events, bodies and laws by their last capitalised noun."""
    for line in re.finditer(r"[^\n]+", text):
        if not _is_headline(line.group()):
            yield from _in_line(text, line.start(), line.end())
        for match in _EMPLOYER.finditer(text, line.start(), line.end()):
            # A minister is of a field, a head perhaps of a unit of the body named behind it.
            if match["title"].endswith("inister") or _IS_UNIT.search(match["body"]):
                continue
            yield Form(Span(match.start("body"), match.end("body")), "Organization")


def _is_headline(line: str) -> bool:
    """In a headline every word has a capital, so that nothing shows where a name begins."""
    if re.search(r"[.?!][”\"’']?\s*$", line):
        return False
    words = [w for w in re.findall(r"[A-Za-z][\w’'-]*", line) if len(w) > _SHORT_WORD]
    return bool(words) and sum(w[0].isupper() for w in words) > _HEADLINE_SHARE * len(words)


_EMPLOYER = re.compile(
    rf"(?<![\w-]){_NAME},\s(?:the\s)?(?i:{_TITLE})\s(?:of|at)\s(?:the\s)?(?P<body>{_WORD}(?:\s{_WORD}){{0,4}})(?=[,.;\n]|[’']s\s|\sand\s|$)"
)
"""``Name, CEO of Sky Works``: the body by what stands before it."""


_IS_UNIT = re.compile(r"\b(?:Division|Department|Bureau|Team|Office|Group|Unit|Section)$")


def _in_line(text: str, start: int, end: int) -> Iterator[Form]:
    for label, pattern in (*_NAMED.items(), ("Law", _ACT)):
        for match in pattern.finditer(text, start, end):
            yield from _named(text, match, label)
    for match in _MINISTRY.finditer(text, start, end):
        yield Form(Span(match.start(), match.end()), "Organization")
    yield from _gatherings(text, start, end)


def _gatherings(text: str, start: int, end: int) -> Iterator[Form]:
    for match in _GATHERING.finditer(text, start, end):
        named = match["whose"] and (
            match.start() < match.start("kind") or _BODY.search(match["whose"])
        )
        if not named and not _TOLD.search(text[match.start() : match.start("kind")]):
            continue
        whole = text[match.start() : match.end("whose") if match["whose"] else match.end()]
        name = _WHEN_AND_WHERE.sub("", whole)
        yield Form(Span(match.start(), match.start() + len(name)), "Event")


def _named(text: str, match: re.Match[str], label: str) -> Iterator[Form]:
    lead = _LEADING.match(match.group())
    start = match.start() + (lead.end() if lead else 0)
    end = match.end()
    if label == "Organization" and (other := _ABBREVIATION_AND.match(text, start, end)):
        start = other.end()
    if label == "Organization" and (of := _OF.match(text, end)):
        end = of.end()
    if label == "Organization" and _APPOSED_PROGRAM.match(text, end):
        label = "Program"
    if _AIMED.search(text[start:end]) and (purpose := _PURPOSE.match(text, end)):
        end = purpose.end()
    # The head noun alone (the Strategy) names nothing.
    if len(text[start:end].split()) > 1 and not _BARE_ACT.fullmatch(text[start:end]):
        yield Form(Span(start, end), label)


def ministries_by_word(vocabulary: Vocabulary, on: str) -> dict[str, Entity]:
    """Return the ministries of the day ``on`` by the words that tell each from the others.

    So the press calls them: ``the science ministry``, ``Trade Minister``.
    """
    found: dict[str, list[Term]] = defaultdict(list)
    for term in vocabulary.terms("Organization"):
        if term.name_en.startswith(_MINISTRY_OF) and term.holds(on):
            for word in set(re.findall(r"[A-Z][a-z]{3,}", term.name_en.removeprefix(_MINISTRY_OF))):
                found[word].append(term)
    return {word: entity_of(terms[0]) for word, terms in found.items() if len(terms) == 1}


def ministries(text: str, vocabulary: Vocabulary, on: str) -> Iterator[tuple[str, Entity]]:
    """Yield ``science ministry`` and the like, with the ministry that it means."""
    by_word = ministries_by_word(vocabulary, on)
    for match in _BY_WORD.finditer(text):
        if entity := by_word.get(match["word"].capitalize()):
            yield match.group(), entity


_MINISTRY_OF = "Ministry of "
_BY_WORD = re.compile(r"(?<![\w-])(?P<word>[A-Za-z][a-z]+)\s[Mm]inistry(?![\w-]|\sof\s)")


class EnglishPeople:
    """Finds appointments in English text; knows the ministries by what their ministers are called.

    ``on`` is the EDTF date of the text, since ministries are renamed.
    """

    def __init__(self, vocabulary: Vocabulary, on: str) -> None:
        whole = {
            term.name_en.removeprefix(_MINISTRY_OF): entity_of(term)
            for term in vocabulary.terms("Organization")
            if term.name_en.startswith(_MINISTRY_OF)
        }
        self._ministries = {**ministries_by_word(vocabulary, on), **whole}
        self._by_area = {area.casefold(): body for area, body in self._ministries.items()}
        areas = "|".join(sorted(map(re.escape, self._ministries), key=lambda a: (-len(a), a)))
        rank = r"(?P<title>(?:(?:First|Second|Senior)\s)?(?:Vice\s|Deputy\s)?Minister)"
        self._ministers = (
            re.compile(rf"{rank}\sof\s(?P<area>{areas}),?\s{_NAME}(?![\w-])"),
            re.compile(rf"(?<![\w-])(?P<area>{areas})\s{rank}\s{_NAME}(?![\w-])"),
            re.compile(
                rf"(?<![\w-]){_NAME},\s(?:the\s)?(?i:{rank}\sof\s(?P<area>{areas}))(?![\w-])"
            ),
        )

    def find(
        self, text: str, span: Span, organizations: Sequence[Mention]
    ) -> Iterator[Appointment]:
        """Yield ``Name, Title of Body``, ``Title Name of Body``, ``Body Title Name`` and ministers."""
        for pattern in self._ministers:
            for match in pattern.finditer(text, span.start, span.end):
                body = Mention(span, self._by_area[match["area"].casefold()], "title")
                yield _appointment(match, body, Span(match.start(), match.end()), "")
        placed: set[int] = set()
        for pattern in (_OF_BODY, _AFTER_NAME, _BEFORE_NAME):
            for match in pattern.finditer(text, span.start, span.end):
                if match.start("name") in placed:
                    continue
                at, unit = match.end(), ""
                if (within := _UNIT.match(text, at, span.end)) and not _starting(organizations, at):
                    at, unit = within.end(), within["unit"]
                body_there = _starting(organizations, at)
                if body_there:
                    placed.add(match.start("name"))
                    whole = Span(match.start(), body_there.span.end)
                    yield _appointment(match, body_there, whole, unit)
        yield from _heads(text, span, organizations)
        for body in organizations:
            fused = _FUSED.match(text, body.span.end, span.end) or _IN_BRACKETS.match(
                text, body.span.end, span.end
            )
            if fused:
                yield _appointment(fused, body, Span(body.span.start, fused.end()), "")


def _heads(text: str, span: Span, organizations: Sequence[Mention]) -> Iterator[Appointment]:
    first = organizations[0] if organizations else None
    if first and re.fullmatch(r"(?:The\s)?", text[span.start : first.span.start]):
        for match in _ITS_HEAD.finditer(text, first.span.end, span.end):
            yield _appointment(match, first, Span(match.start(), match.end()), "")


def _starting(organizations: Sequence[Mention], at: int) -> Mention | None:
    return next((m for m in organizations if m.span.start == at), None)


def _appointment(match: re.Match[str], body: Mention, span: Span, unit: str) -> Appointment:
    person = Span(match.start("name"), match.end("name"))
    return Appointment(span, person, match["name"], match["title"], body.entity, unit)
