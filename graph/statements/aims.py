"""What is to be reached by which year, as a sentence words it: ``2030년까지 …한다``, ``2035년 …을 목표로``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.korean import PRESENT, PROSPECTIVE
from graph.model import Span
from graph.statements.context import Context

YEAR = r"(?:(?P<full>20\d\d)|[’'‘](?P<short>\d\d))\s?년(?:\s?(?:말|초|상반기|하반기))?"
"""``2030년``, ``’30년 말``."""

BY = re.compile(rf"{YEAR}까지는?\s")

_AIM = re.compile(r"(?:을|를)\s목[표적]으?로|(?:이|가)\s목표(?:다|이다|입니다|로)")
"""``…을 목표로``, ``…하는 것이 목표다``: what stands before it is to be reached."""

_GOAL_LIST = re.compile(
    rf"{YEAR}(?:까지는?|에|\s내|\s이내)?\s(?P<goal>(?:[^,.년]|(?<=\d)[,.](?=\d))+?)(?=,(?!\d)|{_AIM.pattern}|(?:(?:와|과|\s및)|(?<=[아어해여]))\s20\d\d년)"
)
"""One of ``2030년 …, 2040년 …을 목표로``: a year and what follows up to the comma or the aim."""

_CLAUSE_END = re.compile(
    rf"(?<=[가-힣])(?:고|며),|(?<=[가-힣])고\s(?=20\d\d)|하고자|하려는|하겠다는|겠다는|는\s(?=(?:사업|프로젝트|계획|전략)(?:이?다|으로|입니다|로))|자는\s(?=것)|한다는|하겠다|(?:{PROSPECTIVE}|하는|하겠다는|겠다는|다는)\s(?:계획|예정|방침|구상|목표)|(?<=[가-힣])기로\s(?:했|하|뜻을|합의|결정)|는\s(?:게|것이|것을)\s(?:[가-힣]+의\s)?목표|(?:을|를)\s목[표적]으?로|,\s(?=[^,]{{0,15}}20\d\d)|(?:한|된)다(?=[.\s]|$)|(?<={PRESENT}다)(?=[.\s]|$)|(?:(?<=달성)|(?<=확보)|(?<=육성)|(?<=구축)|(?<=진입)|(?<=도약)|(?<=실현)|(?<=양성)|(?<=개발)|(?<=완성)|(?<=확대)|(?<=창출)|(?<=조성))(?=,\s|\s?$)"
)
"""Where a clause on the future ends: ``…하고, ``, ``…할 계획``, ``…한다``."""

MONEY = re.compile(
    r"\d[\d,.]*\s?[조억만]?\s?(?:\d+\s?[억만])?\s?원[^,]{0,12}(?:투입|투자|지원|집행)|예산"
)
"""A sum that is spent, which is no goal."""

_PERIOD = re.compile(r"부터\s*$")

_STAGE = re.compile(
    rf"\d단계\s?[\((][^()~∼]{{2,8}}[~∼-]\s?(?:(?P<full>20\d\d)|[’'‘]?(?P<short>\d\d))\s?년?[\))]\s?(?:에는|에서는|에|까지)\s(?P<goal>[^.]+?)(?=(?:하|마치|이루|세우|갖추|끝내)?고,|{PRESENT}다[.]|$)"
)
"""``1단계(2026~2030년)에는 개념설계를 마치고``: what the last year of a stage is to bring."""

_ADNOMINAL = re.compile(r"(?:[가-힣]+(?<!역)할|될|이룰)\s(?!계획|예정|방침|구상|목표)")
"""``2030년까지 달성할 임무를 정했다``: what is to be reached is not said here."""

_ENGLISH_AIM = re.compile(
    r"(?<!\bno\s)\b(?:(?:sets?\sout|wants?|aims?|plans?|seeks?|intends?|hopes?\sand\splans?)\sto|will|is\sto|are\sto|targets?|goals?\s(?:is|are)\sto|so\sthat\s\w+)\s"
)
"""A verb of wanting or planning, behind which the goals stand."""

_PROJECT_TO = re.compile(
    r"\b(?:project|programme|program|strategy|plan|initiative|roadmap)\b(?:\s(?:that|which|using|with)\b[^.;,]{0,40}?)?\sto\s",
    re.IGNORECASE,
)
"""``a project that uses AI to``, behind which the goal stands."""
_BY_FIRST = re.compile(
    r"\b[Bb]y\s(?P<full>20\d\d),\s[^.;,]{2,60}?\b(?:aims?|plans?|wants?|seeks?|intends?|hopes?|will|targets?)\s(?:to\s)?(?P<goal>(?:[^.;]|(?<=\d)\.(?=\d))+)"
)
"""``By 2030, the government aims to double …``."""
_ENGLISH_GOAL = re.compile(
    r"(?:,?\sand\s|,\s)?(?:to\s)?(?:be(?:come)?\s)?(?P<goal>(?:[^.;]|(?<=\d)\.(?=\d))+?)\s(?:in|by)\s(?P<full>20\d\d)\b"
)
"""A goal up to ``by 2030``."""

_SUM = re.compile(r"\b(?:won|dollars|euros|KRW|USD)\b|[$€₩]")

_ANOTHER = re.compile(r"\ba\s(?:new\s)?(?:project|programme|program|plan|initiative)\b")
"""A goal of another undertaking than the one that the text is about."""


def _is_to_come(context: Context, year: int) -> bool:
    """A year after the document's own: nothing can have been done in it."""
    published = context.document.source.published[:4]
    return published.isdigit() and year > int(published)


def aims(context: Context, span: Span) -> Iterator[tuple[int, str]]:
    """Yield the years that the sentence at ``span`` aims at, each with the wording of what is to be reached."""
    listed = list(_listed(context.text, span))
    yield from listed
    yield from _by_years(context.text, span)
    for match in () if listed else _IN.finditer(context.text, span.start, span.end):
        if _is_to_come(context, year_of(match)):
            yield from _in(match, context.text[match.end() : span.end])
    for match in _STAGE.finditer(context.text, span.start, span.end):
        if not MONEY.search(match["goal"]):
            yield year_of(match), match["goal"].strip()
    yield from _in_english(context.text, span)


def _listed(text: str, span: Span) -> Iterator[tuple[int, str]]:
    aim = _AIM.search(text, span.start, span.end)
    for match in _GOAL_LIST.finditer(text, span.start, aim.end()) if aim else ():
        begins = _PERIOD.search(text[span.start : match.start()])
        if not begins and not MONEY.search(match["goal"]):
            yield year_of(match), match["goal"].strip()


def _by_years(text: str, span: Span) -> Iterator[tuple[int, str]]:
    for match in BY.finditer(text, span.start, span.end):
        head = text[span.start : match.start()]
        before = _OBJECT_TO_MAKE.search(head)
        if not _PERIOD.search(head):
            yield from _by(match, text[match.end() : span.end], before["object"] if before else "")


def _in_english(text: str, span: Span) -> Iterator[tuple[int, str]]:
    of_project = _PROJECT_TO.search(text, span.start, span.end)
    english = of_project or _ENGLISH_AIM.search(text, span.start, span.end)
    goals = [*_ENGLISH_GOAL.finditer(text, english.end(), span.end)] if english else []
    for match in (*goals, *_BY_FIRST.finditer(text, span.start, span.end)):
        if not (_ANOTHER.search(match["goal"]) or _SUM.search(match["goal"])):
            yield int(match["full"]), match["goal"].strip()


def _by(year: re.Match[str], clause: str, before: str) -> Iterator[tuple[int, str]]:
    """What is to be done by ``year``: its clause up to the verb that ends it, its object perhaps ``before``."""
    end = _CLAUSE_END.search(clause)
    if _ADNOMINAL.match(clause):
        return
    if end is None:
        return
    goal = _wording(clause, end)
    if MONEY.search(clause[: end.end()]):
        spent = _SPENT.match(goal)
        goal = goal[spent.end() :] if spent else ""
    if len(goal) <= _SHORTEST_GOAL and before:
        goal = f"{before} {goal}"
    if len(goal) > _SHORTEST_GOAL:
        yield year_of(year), goal


def _wording(clause: str, end: re.Match[str]) -> str:
    """The clause up to its verb: the verb's ending is kept where its stem alone would be no word."""
    said = end.group()
    if said.startswith(("고", "며")):
        return clause[: end.end()].rstrip(" ,")
    stem = clause[: end.start()].rstrip(" ,")
    if said.startswith("는") and stem.endswith("하"):
        return stem[:-1]
    ending = {"기": "기", "다": "다", "겠": "기"}.get(said[:1], "")
    return stem + ending


_SPENT = re.compile(r"[^,.]{0,40}?\d[^,.]{0,20}원[^,.]{0,15}?(?:투입|투자|지원)(?:해|하여)\s")
"""``3조 원을 투자해``, behind which the goal stands."""
_SHORTEST_GOAL = 3
"""So few letters are a bare verb."""

_OBJECT_TO_MAKE = re.compile(
    r"(?:^|\s)(?P<object>(?:(?!\S*(?:은|는|이|가|와|과|고|며|에|에서|으로|함께|등)\s)[^\s,]+\s){0,4}[^\s,]+(?:을|를))\s$"
)
"""``양자 클러스터 5곳을`` right before ``2030년까지 조성한다``."""

_IN = re.compile(
    rf"(?:(?<![^\n])|(?<=[.은는이가고며,]\s)){YEAR}(?:에는?)?\s(?!까지|상반기|하반기|\d+월|[말초](?:에|까지|\s))"
)
"""``2028년에는``, ``2028년`` at the head of a sentence or clause."""

_FORECAST = re.compile(r"것으로|전망|예상|관측(?:이|된|되|했)|우려|시장|규모")
"""What somebody expects to come, which nobody aims at."""


def _in(year: re.Match[str], clause: str) -> Iterator[tuple[int, str]]:
    """What is to be done in ``year``, as a verb in the present or of planning says."""
    end = _CLAUSE_END.search(clause)
    said = clause[: end.end()] if end else ""
    if end and not (MONEY.search(said) or _FORECAST.search(clause) or _ADNOMINAL.match(clause)):
        goal = _wording(clause, end)
        if _OBJECT.search(goal) and not re.search(YEAR, goal):
            yield year_of(year), goal


_OBJECT = re.compile(r"^(?!.*(?:위해|위한|위하여)).*(?:을|를)\s")
"""An object of the verb: what is to be made or reached, not what something else is for."""


def year_of(match: re.Match[str]) -> int:
    """Return the year that a match of ``YEAR`` tells."""
    return int(match["full"]) if match["full"] else 2000 + int(match["short"])
