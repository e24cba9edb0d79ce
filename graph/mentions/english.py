"""Names and people in English text: capitalised words that end in a telling noun, and posts beside names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.mentions.forms import Form
from graph.mentions.gazetteer import entity_of
from graph.model import Appointment, Mention, Span
from graph.vocabulary import Vocabulary

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
_OF = re.compile(
    rf"\s(?:of|for)\s(?:the\s)?{_WORD}(?:\s(?:and\s|of\s)?{_WORD}|,\s{_WORD}(?=(?:,\s{_WORD})*,?\sand\s)|,\sand\s{_WORD}){{0,6}}"
)
"""``of Science and Technology`` behind a word for a body."""
_MINISTRY = re.compile(
    rf"\b(?:Ministry|Department|Office|Bureau)\sof\s(?:the\s)?{_WORD}(?:(?:,\s|,?\sand\s|\s){_WORD}){{0,5}}"
)
"""``Ministry of …`` with all that belongs to its name."""
_ACT = re.compile(
    rf"(?<![\w-])(?:(?:Special\s|Framework\s|Basic\s)?Act\son\s(?:the\s)?{_WORD}(?:\s(?:{_JOINT}\s){{0,2}}{_WORD}){{0,10}}|"
    rf"{_WORD}(?:\s(?:(?:of|and|&)\s)?{_WORD}){{0,8}}?\sAct)(?![\w-])"
)
"""``Special Act on …``, ``… Act``."""
_BARE_ACT = re.compile(r"(?:Special|Framework|Basic|New) Act")
"""An act that is not named, only called by its kind."""
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
    r"(?:Associate\s|Assistant\s)?Professor|Head|Secretary|Ambassador|Chief\s[A-Z]?[a-z]+\sOfficer|(?:Senior|Research|Principal)\s(?:Researcher|Fellow))"
)
_TITLES = re.compile(_TITLE, re.IGNORECASE)
_AFTER_NAME = re.compile(
    rf"(?<![\w-]){_NAME},\s(?:(?:who\sis|the|a|an)\s)?(?i:{_TITLE})(?:\s(?:of|at|for|in)\s|,\s)(?:the\s)?"
)
_BEFORE_NAME = re.compile(rf"(?<![\w-]){_TITLE}\s{_NAME}\s(?:of|at)\s(?:the\s)?")
_FUSED = re.compile(rf"\s{_TITLE}\s{_NAME}(?![\w-])")
_IN_BRACKETS = re.compile(rf"\s?\([^()]*?{_TITLE}:?\s{_NAME}\)")
_UNIT = re.compile(
    rf"(?P<unit>{_WORDS}\s(?:Division|Department|Bureau|Team|Office|Group)),?\s(?:(?:of|at)\s)?(?:the\s)?"
)


def english_forms(text: str) -> Iterator[Form]:
    """Yield programmes, events, bodies and laws by their last capitalised noun."""
    for line in re.finditer(r"[^\n]+", text):
        if not _is_headline(line.group()):
            yield from _in_line(text, line.start(), line.end())


def _is_headline(line: str) -> bool:
    """In a headline every word has a capital, so that nothing shows where a name begins."""
    if re.search(r"[.?!][”\"’']?\s*$", line):
        return False
    words = [w for w in re.findall(r"[A-Za-z][\w’'-]*", line) if len(w) > _SHORT_WORD]
    return bool(words) and sum(w[0].isupper() for w in words) > _HEADLINE_SHARE * len(words)


def _in_line(text: str, start: int, end: int) -> Iterator[Form]:
    for label, pattern in (*_NAMED.items(), ("Law", _ACT)):
        for match in pattern.finditer(text, start, end):
            yield from _named(text, match, label)
    for match in _MINISTRY.finditer(text, start, end):
        yield Form(Span(match.start(), match.end()), "Organization")


def _named(text: str, match: re.Match[str], label: str) -> Iterator[Form]:
    lead = _LEADING.match(match.group())
    start = match.start() + (lead.end() if lead else 0)
    end = match.end()
    if label == "Organization" and (of := _OF.match(text, end)):
        end = of.end()
    # The head noun alone (the Strategy) names nothing.
    if len(text[start:end].split()) > 1 and not _BARE_ACT.fullmatch(text[start:end]):
        yield Form(Span(start, end), label)


class EnglishPeople:
    """Finds appointments in English text; knows the ministries by what their ministers are called."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._ministries = {
            term.name_en.removeprefix("Ministry of "): entity_of(term)
            for term in vocabulary.terms("Organization")
            if term.name_en.startswith("Ministry of ")
        }
        areas = "|".join(sorted(map(re.escape, self._ministries), key=lambda a: (-len(a), a)))
        rank = r"(?P<title>(?:(?:First|Second|Senior)\s)?(?:Vice\s|Deputy\s)?Minister)"
        self._ministers = (
            re.compile(rf"{rank}\sof\s(?P<area>{areas}),?\s{_NAME}(?![\w-])"),
            re.compile(rf"(?P<area>{areas})\s{rank}\s{_NAME}(?![\w-])"),
            re.compile(rf"(?<![\w-]){_NAME},\s(?:the\s)?{rank}\sof\s(?P<area>{areas})"),
        )

    def find(
        self, text: str, span: Span, organizations: Sequence[Mention]
    ) -> Iterator[Appointment]:
        """Yield ``Name, Title of Body``, ``Title Name of Body``, ``Body Title Name`` and ministers."""
        for pattern in self._ministers:
            for match in pattern.finditer(text, span.start, span.end):
                body = Mention(span, self._ministries[match["area"]], "title")
                yield _appointment(match, body, Span(match.start(), match.end()), "")
        for pattern in (_AFTER_NAME, _BEFORE_NAME):
            for match in pattern.finditer(text, span.start, span.end):
                at, unit = match.end(), ""
                if (within := _UNIT.match(text, at, span.end)) and not _starting(organizations, at):
                    at, unit = within.end(), within["unit"]
                body_there = _starting(organizations, at)
                if body_there:
                    whole = Span(match.start(), body_there.span.end)
                    yield _appointment(match, body_there, whole, unit)
        for body in organizations:
            fused = _FUSED.match(text, body.span.end, span.end) or _IN_BRACKETS.match(
                text, body.span.end, span.end
            )
            if fused:
                yield _appointment(fused, body, Span(body.span.start, fused.end()), "")


def _starting(organizations: Sequence[Mention], at: int) -> Mention | None:
    return next((m for m in organizations if m.span.start == at), None)


def _appointment(match: re.Match[str], body: Mention, span: Span, unit: str) -> Appointment:
    person = Span(match.start("name"), match.end("name"))
    return Appointment(span, person, match["name"], match["title"], body.entity, unit)
