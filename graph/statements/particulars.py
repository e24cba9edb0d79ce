"""What is said of an entity itself: when and where an event was held, since when a law is in force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.model import Entity, Mention, Span, Statement, Value
from graph.statements.context import Context, Sentence

_YEAR = r"(?:(?P<full>20\d\d)|[’'‘](?P<short>\d\d))"
_FULL_DATE = re.compile(rf"{_YEAR}\s?[년.]\s?(?P<month>\d{{1,2}})\s?[월.]\s?(?P<day>\d{{1,2}})")
_MONTH_DAY = re.compile(r"(?<!\d)(?P<month>\d{1,2})월\s(?P<day>\d{1,2})일")
_DAY = re.compile(r"(?<![\d월]\s)(?<!\d)(?P<day>\d{1,2})일(?=[\s(])")
_HELD_AFTER = re.compile(
    r"[」’'”\"]?\s?(?:\([^)]*\))?[」’'”\"]?\s?(?:을|를|이|가)?\s?(?:공동\s?)?(?:으로\s)?(?:개최|열|주최|마련|체결식)"
)
"""What follows an event that is held, up to the verb."""
_HELD_BEFORE = re.compile(r"(?:열린|개최된|개최한)\s[「‘'“\"]?$")
_PLACE = re.compile(r"(?P<place>[가-힣A-Za-z0-9]+(?:\s[가-힣A-Za-z0-9]+){0,3}?)(?:에서|의)\s")
"""Up to four words before ``에서`` or ``의``."""
_TIME_WORDS = re.compile(r"^(?:오전|오후|이날|같은|지난|오는|\d+일|저녁|아침)\s?")
_OVERVIEW = re.compile(r"\(?(?:일시/장소|일시·장소|때와 곳|일시 및 장소)\)?\s?[::]?\s?")
"""The label of the line that gives an event's time and place."""
_IN_FORCE = re.compile(
    rf"[」’]?\s?[\((]{_YEAR}\s?[년.]\s?(?P<month>\d{{1,2}})?\s?[월.]?\s?(?P<day>\d{{1,2}})?[일.]?\s?시행"
)
"""``(’23.9 시행)`` behind a law."""


def with_particulars(context: Context, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield ``statements`` with what the document says of their entities added to these."""
    known = {**_events(context), **_laws(context)}
    for statement in statements:
        yield replace(
            statement,
            subject=_told(statement.subject, known),
            object=_told(statement.object, known),
        )


def _told(entity: Entity, known: dict[str, dict[str, Value]]) -> Entity:
    if entity.id not in known:
        return entity
    properties = {**known[entity.id], **dict(entity.properties)}
    return replace(entity, properties=tuple(sorted(properties.items())))


def _events(context: Context) -> dict[str, dict[str, Value]]:
    """The first date and place that the document gives for each event."""
    known: dict[str, dict[str, Value]] = {}
    for sentence in context.sentences:
        for event in context.within(sentence.span, "Event"):
            for name, value in _of_event(context, sentence, event):
                known.setdefault(event.entity.id, {}).setdefault(name, value)
    if context.event:
        for name, value in _overview(context):
            known.setdefault(context.event.id, {})[name] = value
    return known


def _of_event(context: Context, sentence: Sentence, event: Mention) -> Iterator[tuple[str, Value]]:
    beside = re.match(r"\\?\*?\s?\(([^()]+)\)", context.text[event.span.end : sentence.span.end])
    if beside and (date := _date(context, beside.group(1))):
        yield "date", date
        return
    before = context.slice(Span(sentence.span.start, event.span.start))
    held = _HELD_AFTER.match(context.text, event.span.end, sentence.span.end)
    if not held and not _HELD_BEFORE.search(before) and sentence.block.kind != "caption":
        return
    if date := _date(context, before):
        yield "date", date
    if place := _place(before):
        yield "place", place


def _date(context: Context, text: str) -> str:
    """The last date in ``text`` as EDTF; a day alone is of the document's own month."""
    found = list(_FULL_DATE.finditer(text))
    if found:
        return _edtf(_year(found[-1]), int(found[-1]["month"]), int(found[-1]["day"]))
    published = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", context.document.source.published)
    if published is None:
        return ""
    year, month, day = (int(part) for part in published.groups())
    if found := list(_MONTH_DAY.finditer(text)):
        return _edtf(year, int(found[-1]["month"]), int(found[-1]["day"]))
    if (found := list(_DAY.finditer(text))) and int(found[-1]["day"]) <= day:
        return _edtf(year, month, int(found[-1]["day"]))
    return ""


def _edtf(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _year(match: re.Match[str]) -> int:
    return int(match["full"]) if match["full"] else 2000 + int(match["short"])


def _place(before: str) -> str:
    """What stands right before ``에서`` after the date: ``서울 롯데호텔``."""
    dated = [m.end() for p in (_FULL_DATE, _DAY, _MONTH_DAY) for m in p.finditer(before)]
    rest = re.sub(r"^[일\s]*(?:\([^)]*\))?[,\s]*", "", before[max(dated, default=len(before)) :])
    while rest != (bare := _TIME_WORDS.sub("", rest)):
        rest = bare
    match = _PLACE.match(rest)
    return match["place"] if match else ""


def _overview(context: Context) -> Iterator[tuple[str, Value]]:
    """``(일시/장소) '26. 6. 18.(목) 14:00~15:40, 롯데호텔``: the fullest place."""
    for sentence in context.sentences:
        lead = _OVERVIEW.match(context.slice(sentence.block.span))
        if lead is None:
            continue
        line = context.slice(sentence.block.span)[lead.end() :]
        if date := _date(context, line):
            yield "date", date
        parts = [p.strip() for p in line.split(",")]
        if len(parts) > 1 and parts[-1]:
            yield "place", parts[-1]
        return


def _laws(context: Context) -> dict[str, dict[str, Value]]:
    """``「…법」(’23.9 시행)``: since when, or from when on."""
    known: dict[str, dict[str, Value]] = {}
    for law in (m for m in context.mentions if m.label == "Law"):
        match = _IN_FORCE.match(context.text, law.span.end)
        if match:
            parts = [f"{_year(match):04}"]
            parts += [f"{int(match[p]):02}" for p in ("month", "day") if match[p]]
            known.setdefault(law.entity.id, {})["in_force"] = "-".join(parts)
    return known
