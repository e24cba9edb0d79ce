"""The nouns of an outline: a programme's field and a programme's goal, with where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import Entity, Span
from graph.statements.context import Context, named_entity

_BY_YEAR = re.compile(
    r"^[\s::(]*[~∼]?\s?(?:(?P<full>20\d\d)|[’'‘](?P<short>\d\d))\s?년?(?:까지)?(?:\)|\s(?P<aim>[^()]+?))?[.)]?$"
)
"""``: ’30년까지 78GW 수용``, ``(~’30)``: a year alone or with what is to be reached by then."""
_START_YEAR = re.compile(
    r"(?:[’'‘](?P<short>\d\d)|(?P<full>20\d\d))\s?년(?:도)?(?:부터)?\s?(?:신규|착수|시작|추진|부터)"
)
"""``'27년 신규``: the year from which on goals are pursued."""


@dataclass(frozen=True, slots=True)
class FieldOf:
    """A field that a document says a programme has; ``passages`` is where.

    ``example`` if it is named as one of several (``AI 등 12대 분야``), perhaps in other words than in full lists.
    """

    programme: Entity | None
    field: Entity
    passages: tuple[Span, ...]
    example: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """A mission, task or core mission of a programme; ``name`` is its wording's span.

    ``year_target``, its ``aim`` and ``leaders`` are what stands beside it in its row or line.
    """

    programme: Entity | None
    mission: Entity
    name: Span
    passages: tuple[Span, ...]
    field: Entity | None = None
    year_start: int | None = None
    year_target: int | None = None
    aim: str = ""
    leaders: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """The line that says what the list or table below it holds, and of which programme."""

    text: str
    span: Span
    programme: Entity | None

    def field(self, name: str, *passages: Span) -> FieldOf:
        """Return the field of that name, listed at ``passages``."""
        return FieldOf(self.programme, field_entity(name), passages)

    def goal(
        self, context: Context, name: Span, *passages: Span, field: Entity | None = None
    ) -> Goal:
        """Return the goal whose wording stands at ``name``; its kind and first year are the lead's."""
        wording = re.sub(r"\s+", " ", context.slice(name)).strip()
        entity = named_entity("Mission", wording)
        mission = Entity("Mission", entity.id, wording, properties=(("kind", self._kind()),))
        return Goal(self.programme, mission, name, passages, field, self._start_year())

    def _kind(self) -> str:
        if "핵심" in self.text:
            return "core"
        return "task" if re.search("임무|과제", self.text) else "mission"

    def _start_year(self) -> int | None:
        match = _START_YEAR.search(self.text)
        if match is None:
            return None
        return 2000 + int(match["short"]) if match["short"] else int(match["full"])


def year_and_aim(beside: str) -> tuple[int | None, str]:
    """Return the year and the aim in what follows a goal's name: ``: ’30년까지 78GW 수용``, ``(~’30)``."""
    match = _BY_YEAR.match(beside)
    if match is None:
        return None, ""
    year = int(match["full"]) if match["full"] else 2000 + int(match["short"])
    return year, (match["aim"] or "").strip()


def field_entity(name: str) -> Entity:
    """Return the field of that wording, without a trailing 분야."""
    wording = name.strip()
    return named_entity("Field", re.sub(r"\s*분야$", "", wording) or wording)


_LABELLED = re.compile(
    r"^(?P<field>[가-힣A-Za-z0-9·\s]{2,20}?)\s?(?:[::]|\s[-–]\s)\s?(?P<goal>\S.*)$"
)
_BRACKETED = re.compile(r"^[\((\[](?P<field>[^()()\[\]]{2,20})[\))\]]\s?(?P<goal>\S.*)$")


def bracketed(line: str) -> re.Match[str] | None:
    """Match ``(분야) 임무``; the groups are ``field`` and ``goal``."""
    return _BRACKETED.match(line)


def labelled(line: str) -> re.Match[str] | None:
    """Match ``분야: 임무`` or ``(분야) 임무``; the groups are ``field`` and ``goal``."""
    return bracketed(line) or _LABELLED.match(line)
