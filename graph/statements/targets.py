"""TARGETS_YEAR: what is to be reached by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.korean import PRESENT, PROSPECTIVE, noun_phrase_before
from graph.model import Entity, Span, Statement
from graph.statements.context import Context, Sentence, named_entity, year_entity
from graph.statements.outline import Outline
from graph.statements.tables import cell_under, columns

_YEAR = r"(?:(?P<full>20\d\d)|[’'‘](?P<short>\d\d))\s?년(?:\s?(?:말|초|상반기|하반기))?"
"""``2030년``, ``’30년 말``."""
_BY = re.compile(rf"{_YEAR}까지는?\s")
_AIM = re.compile(r"(?:을|를)\s목[표적]으?로|(?:이|가)\s목표(?:다|이다|입니다|로)")
"""``…을 목표로``, ``…하는 것이 목표다``: what stands before it is to be reached."""
_GOAL_LIST = re.compile(
    rf"{_YEAR}(?:까지는?|에|\s내|\s이내)?\s(?P<goal>(?:[^,.년]|(?<=\d)[,.](?=\d))+?)(?=,(?!\d)|{_AIM.pattern}|(?:(?:와|과|\s및)|(?<=[아어해여]))\s20\d\d년)"
)
"""One of ``2030년 …, 2040년 …을 목표로``: a year and what follows up to the comma or the aim."""
_CLAUSE_END = re.compile(
    rf"(?<=[가-힣])(?:고|며),|(?<=[가-힣])고\s(?=20\d\d)|하고자|하려는|하겠다는|겠다는|는\s(?=(?:사업|프로젝트|계획|전략)(?:이?다|으로|입니다|로))|자는\s(?=것)|한다는|하겠다|(?:{PROSPECTIVE}|하는|하겠다는|겠다는|다는)\s(?:계획|예정|방침|구상|목표)|(?<=[가-힣])기로\s(?:했|하)|는\s(?:게|것이|것을)\s(?:[가-힣]+의\s)?목표|(?:을|를)\s목[표적]으?로|,\s(?=[^,]{{0,15}}20\d\d)|(?:한|된)다(?=[.\s]|$)|(?<={PRESENT}다)(?=[.\s]|$)"
)
"""Where a clause on the future ends: ``…하고, ``, ``…할 계획``, ``…한다``."""
_MONEY = re.compile(
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
_ENGLISH_GOAL = re.compile(
    r"(?:,?\sand\s|,\s)?(?:to\s)?(?:be(?:come)?\s)?(?P<goal>(?:[^.;]|(?<=\d)\.(?=\d))+?)\s(?:in|by)\s(?P<full>20\d\d)\b"
)
"""A goal up to ``by 2030``."""
_SUM = re.compile(r"\b(?:won|dollars|euros|KRW|USD)\b|[$€₩]")
_ANOTHER = re.compile(r"\ba\s(?:new\s)?(?:project|programme|program|plan|initiative)\b")
"""A goal of another undertaking than the one that the text is about."""
_MAKE = r"(?:개발|발사|구축|확보|실현|달성|완성|상용화|쏘|쏜|쏴|보낸|보내|올린|건설|완공|실증|도입)"
"""Verbs and nouns of making, sending and completing."""
_MISSION_OBJECT = re.compile(rf"(?P<mark>을|를)\s(?:[가-힣]+\s){{0,2}}?{_MAKE}")
_OBJECT_BEFORE = re.compile(r"(?P<mark>을|를|도|은|는)\s$")


def targets(context: Context, outline: Outline) -> Iterator[Statement]:
    """What a programme, or a field in its section, is to reach by a year: ``2030년까지 …``, ``2030년 …, 2040년 …을 목표로``."""
    del outline
    for sentence in context.sentences:
        aimed = _subject(context, sentence)
        if aimed is None:
            continue
        for year, goal in _aims(context, sentence.span):
            if _is_ahead(context, year):
                yield from context.fact(
                    aimed,
                    "TARGETS_YEAR",
                    year_entity(year),
                    sentence.span,
                    rule="target-year",
                    goal=goal,
                )


def in_tables(context: Context, outline: Outline) -> Iterator[Statement]:
    """A column 목표 whose cells begin with a year: ``’28년 표준설계인가 획득`` of the document's programme."""
    del outline
    for block in context.document.blocks:
        column = columns(context, block).where(_AIM_COLUMN)
        for row in (r for r in block.rows if not r.header and column is not None):
            cell = cell_under(row, column)
            match = _AIM_CELL.match(context.slice(cell.span)) if cell else None
            programme = context.programme
            if match and programme and _is_ahead(context, _year(match)):
                yield from context.fact(
                    programme,
                    "TARGETS_YEAR",
                    year_entity(_year(match)),
                    row.span,
                    rule="target-column",
                    goal=match["goal"].strip(),
                )


def in_items(context: Context, outline: Outline) -> Iterator[Statement]:
    """Bullets ``2030년: 생산단가 3,500원 달성`` below a line that calls them goals."""
    del outline
    lead = ""
    for block in context.document.blocks:
        text = context.slice(block.span)
        match = _AIM_ITEM.fullmatch(text) if not block.rows else None
        if match is None:
            lead = text
            continue
        programme = context.programme_for(block.span)
        aimed = _GOALS_LEAD.search(lead.rstrip()) and _is_ahead(context, _year(match))
        if programme and aimed and not _MONEY.search(match["goal"]):
            yield from context.fact(
                programme,
                "TARGETS_YEAR",
                year_entity(_year(match)),
                block.span,
                rule="target-item",
                goal=match["goal"].strip(),
            )


_GOALS_LEAD = re.compile(r"목\s?표(?:는|은)?(?:\s다음과\s같다)?\s?[::>\]】.]*$")
"""The end of a line that calls the bullets below it goals."""
_AIM_ITEM = re.compile(
    rf"[\((]?[~∼]?{_YEAR}(?:까지)?[\))]?\s?[::–-]?\s(?P<goal>[가-힣A-Za-z0-9].*)"
)
"""A year, and behind it what is to be reached by then."""
_AIM_COLUMN = re.compile(r"(?:단계별|추진)?목표(?:\(.*\))?")
_AIM_CELL = re.compile(rf"[~∼]?{_YEAR}(?:까지)?\s(?P<goal>\S.*)")


def _subject(context: Context, sentence: Sentence) -> Entity | None:
    return context.section(sentence) or context.programme_of(sentence)


def _is_ahead(context: Context, year: int) -> bool:
    """A year before the document's own is history, not a target."""
    published = context.document.source.published[:4]
    return not published.isdigit() or year >= int(published)


def _is_to_come(context: Context, year: int) -> bool:
    """A year after the document's own: nothing can have been done in it."""
    published = context.document.source.published[:4]
    return published.isdigit() and year > int(published)


def _aims(context: Context, span: Span) -> Iterator[tuple[int, str]]:
    text = context.text
    aim = _AIM.search(text, span.start, span.end)
    if aim:
        for match in _GOAL_LIST.finditer(text, span.start, aim.end()):
            if not _PERIOD.search(text[span.start : match.start()]) and not _MONEY.search(
                match["goal"]
            ):
                yield _year(match), match["goal"].strip()
    for match in _BY.finditer(text, span.start, span.end):
        before = _OBJECT_TO_MAKE.search(text[span.start : match.start()])
        yield from _by(match, text[match.end() : span.end], before["object"] if before else "")
    for match in _IN.finditer(text, span.start, span.end):
        if _is_to_come(context, _year(match)):
            yield from _in(match, text[match.end() : span.end])
    for match in _STAGE.finditer(text, span.start, span.end):
        if not _MONEY.search(match["goal"]):
            yield _year(match), match["goal"].strip()
    if english := _ENGLISH_AIM.search(text, span.start, span.end):
        for match in _ENGLISH_GOAL.finditer(text, english.end(), span.end):
            if _ANOTHER.search(match["goal"]) or _SUM.search(match["goal"]):
                continue
            yield int(match["full"]), match["goal"].strip()


def _by(year: re.Match[str], clause: str, before: str) -> Iterator[tuple[int, str]]:
    """What is to be done by ``year``: its clause up to the verb that ends it, its object perhaps ``before``."""
    end = _CLAUSE_END.search(clause)
    if _ADNOMINAL.match(clause):
        return
    if end is None or _MONEY.search(clause[: end.end()]):
        return
    goal = _wording(clause, end)
    if len(goal) <= _SHORTEST_GOAL and before:
        goal = f"{before} {goal}"
    if len(goal) > _SHORTEST_GOAL:
        yield _year(year), goal


def _wording(clause: str, end: re.Match[str]) -> str:
    """The clause up to its verb: the verb's ending is kept where its stem alone would be no word."""
    said = end.group()
    if said.startswith(("고", "며")):
        return clause[: end.end()].rstrip(" ,")
    stem = clause[: end.start()].rstrip(" ,")
    if said.startswith("는") and stem.endswith("하"):
        return stem[:-1]
    ending = {"기": "기", "다": "다"}.get(said[:1], "")
    return stem + ending


_SHORTEST_GOAL = 3
"""So few letters are a bare verb."""
_OBJECT_TO_MAKE = re.compile(
    r"(?:^|(?:은|는|이|가|고|며),?\s)(?P<object>(?:(?!\S+(?:은|는|이|가)\s)[^\s,]+\s){0,4}[^\s,]+(?:을|를))\s$"
)
"""``양자 클러스터 5곳을`` right before ``2030년까지 조성한다``."""
_IN = re.compile(
    rf"(?:(?<![^\n])|(?<=[.은는이가고며,]\s)){_YEAR}(?:에는?)?\s(?!까지|상반기|하반기|\d|말|초)"
)
"""``2028년에는``, ``2028년`` at the head of a sentence or clause."""
_FORECAST = re.compile(r"것으로|전망|예상|관측(?:이|된|되|했)|우려|시장|규모")
"""What somebody expects to come, which nobody aims at."""


def _in(year: re.Match[str], clause: str) -> Iterator[tuple[int, str]]:
    """What is to be done in ``year``, as a verb in the present or of planning says."""
    end = _CLAUSE_END.search(clause)
    said = clause[: end.end()] if end else ""
    if end and not (_MONEY.search(said) or _FORECAST.search(clause) or _ADNOMINAL.match(clause)):
        goal = _wording(clause, end)
        if len(goal) > _SHORTEST_GOAL:
            yield _year(year), goal


def _year(match: re.Match[str]) -> int:
    return int(match["full"]) if match["full"] else 2000 + int(match["short"])


def missions_with_years(context: Context, outline: Outline) -> Iterator[Statement]:
    """``우주청은 2032년에 달 착륙선을 보낸다``: an agency's own mission, outside any programme."""
    del outline
    if context.programme is not None:
        return
    agency: Entity | None = None
    for sentence in context.sentences:
        if sentence.block.kind == "caption":
            continue
        agency = _agency(context, sentence.span) or agency
        for match in re.compile(rf"{_YEAR}(?P<mark>까지|에는|에)?\s").finditer(
            context.text, sentence.span.start, sentence.span.end
        ):
            goal = _object_of(context, sentence.span, match)
            # A lone noun of doing (발사) says that something is done, not what.
            if goal is None or re.fullmatch(_MAKE, context.slice(goal)):
                continue
            if not _is_ahead(context, _year(match)):
                continue
            mission = named_entity("Mission", context.slice(goal))
            yield from context.fact(
                mission,
                "TARGETS_YEAR",
                year_entity(_year(match)),
                sentence.span,
                rule="mission-year",
                goal=context.slice(goal),
            )
            if agency:
                yield from context.fact(
                    agency, "LEADS", mission, sentence.span, rule="mission-year"
                )
            yield from _instruments(context, sentence.span, mission, goal)


def _agency(context: Context, span: Span) -> Entity | None:
    for mention in context.within(span, "Organization"):
        if re.match(
            r"(?:\([^)]*\))?(?:은|는|이|가)\s",
            context.text[mention.span.end : mention.span.end + 20],
        ):
            return mention.entity
    return None


def _object_of(context: Context, span: Span, year: re.Match[str]) -> Span | None:
    """The noun phrase that is to be made or sent by then: after the year, or right before it."""
    before = _OBJECT_BEFORE.search(context.text[span.start : year.start()])
    if year["mark"] == "까지" and before and re.match(_MAKE, context.text[year.end() : span.end]):
        return noun_phrase_before(context.text, span, span.start + before.start())
    match = _MISSION_OBJECT.search(context.text, year.end(), span.end)
    if match is None or re.search(r"20\d\d년|[.]", context.text[year.end() : match.start()]):
        return None
    return noun_phrase_before(context.text, Span(year.end(), span.end), match.start())


def _instruments(context: Context, span: Span, mission: Entity, goal: Span) -> Iterator[Statement]:
    for mention in context.within(span, "Technology"):
        by_it = re.match(r"(?:으로|로)\s", context.text[mention.span.end : mention.span.end + 4])
        inside = goal.covers(mention.span)
        if (by_it and mention.span.end <= goal.start) or inside:
            yield from context.fact(
                mission, "INVOLVES", mention.entity, span, rule="technology-in-mission"
            )
