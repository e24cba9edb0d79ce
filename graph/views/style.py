"""How each label and predicate looks and is called: the one declaration.

The page, the notebook and pictures read it. Colours can be told apart by colour-blind readers, and no
two labels share a shape, so that nothing hangs on colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, sin

Outline = tuple[tuple[float, float], ...]
"""Corners of a closed shape within the unit circle, y downwards; no corners is the circle itself."""


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """A node label's Korean and English caption, its colours on light and dark, and its shape.

    ``shape`` is vis-network's own name where it has the shape, ``outline`` its corners for all others
    who draw.
    """

    ko: str
    en: str
    light: str
    dark: str
    shape: str
    outline: Outline


@dataclass(frozen=True, slots=True)
class PredicateStyle:
    """A predicate's captions: ``ko`` read from subject to object, ``back`` from object to subject."""

    ko: str
    back: str
    en: str
    en_back: str


def _polygon(corners: int, turn: float = -0.25, inner: float = 0.0) -> Outline:
    """A regular polygon from the top clockwise; with ``inner`` a star of that many rays."""
    points = []
    count = corners * 2 if inner else corners
    for step in range(count):
        radius = inner if inner and step % 2 else 1.0
        angle = 2 * pi * (step / count + turn)
        points.append((round(radius * cos(angle), 3), round(radius * sin(angle), 3)))
    return tuple(points)


_SQUARE: Outline = ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8))
_HOUSE: Outline = ((0.0, -1.0), (0.9, -0.25), (0.9, 0.85), (-0.9, 0.85), (-0.9, -0.25))
_CROSS: Outline = (
    (-0.33, -0.95),
    (0.33, -0.95),
    (0.33, -0.33),
    (0.95, -0.33),
    (0.95, 0.33),
    (0.33, 0.33),
    (0.33, 0.95),
    (-0.33, 0.95),
    (-0.33, 0.33),
    (-0.95, 0.33),
    (-0.95, -0.33),
    (-0.33, -0.33),
)
_SHEET: Outline = ((-0.7, -0.95), (0.3, -0.95), (0.7, -0.55), (0.7, 0.95), (-0.7, 0.95))
_BAR: Outline = ((-0.95, -0.4), (0.95, -0.4), (0.95, 0.4), (-0.95, 0.4))

LABELS: Mapping[str, LabelStyle] = {
    "Program": LabelStyle("사업", "Programme", "#22273f", "#e8eaf2", "hexagon", _polygon(6, 0.0)),
    "Field": LabelStyle("분야", "Field", "#181dba", "#64b8ec", "square", _SQUARE),
    "Mission": LabelStyle("임무", "Mission", "#761c01", "#e64a10", "dot", ()),
    "Technology": LabelStyle("기술", "Technology", "#139f81", "#a3dfa2", "diamond", _polygon(4)),
    "Organization": LabelStyle("기관", "Organization", "#613275", "#737fe2", "box", _HOUSE),
    "Person": LabelStyle("인물", "Person", "#ae5bc8", "#ac6c99", "triangle", _polygon(3)),
    "Event": LabelStyle("행사", "Event", "#dc7213", "#f2992e", "star", _polygon(5, -0.25, 0.45)),
    "Law": LabelStyle("법률", "Law", "#875b05", "#fed205", "triangleDown", _polygon(3, 0.25)),
    "Year": LabelStyle("연도", "Year", "#4e6d6b", "#bea2a1", "text", _CROSS),
    "Document": LabelStyle("문서", "Document", "#3f6d75", "#8cc3cd", "database", _SHEET),
    "Passage": LabelStyle("구절", "Passage", "#7d7d7d", "#a6a6a6", "ellipse", _BAR),
}
"""By label, in the order in which legends list them.

The colours of what views draw are far apart in normal sight and without red, green or blue; a test measures
it. Documents and passages, which only an answer of nothing else shows, are told by their shapes.
"""

PREDICATES: Mapping[str, PredicateStyle] = {
    "OVERLAPS_WITH": PredicateStyle("겹침", "겹침", "overlaps with", "overlaps with"),
    "HAS_FIELD": PredicateStyle("분야로 둠", "이 분야를 둔 사업", "has field", "field of"),
    "HAS_MISSION": PredicateStyle("임무로 둠", "이 임무를 둔 사업", "has mission", "mission of"),
    "IN_FIELD": PredicateStyle("속한 분야", "이 분야에 속함", "in field", "field contains"),
    "INVOLVES": PredicateStyle("관련 기술", "이 기술을 다룸", "involves", "involved in"),
    "TARGETS_YEAR": PredicateStyle("목표 연도", "이 해를 목표로 함", "targets year", "target of"),
    "LEADS": PredicateStyle("이끎", "이끄는 곳·사람", "leads", "led by"),
    "PARTICIPATES_IN": PredicateStyle("참여", "참여자", "participates in", "participants"),
    "HOSTS": PredicateStyle("주최", "주최자", "hosts", "hosted by"),
    "GOVERNS": PredicateStyle("규율 대상", "근거 법률", "governs", "governed by"),
    "HOLDS_POSITION": PredicateStyle(
        "직위", "직위를 가진 사람", "holds position", "people in post"
    ),
    "PART_OF": PredicateStyle("상위 조직", "하위 조직", "part of", "parts"),
    "DEVELOPS": PredicateStyle("개발", "개발하는 곳", "develops", "developed by"),
    "ABOUT": PredicateStyle("다룬 사업", "이 사업을 다룬 행사", "about", "events about it"),
    "FOLLOWS": PredicateStyle("앞선 행사", "뒤이은 행사", "follows", "followed by"),
    "MENTIONED_IN": PredicateStyle("언급된 구절", "여기에 언급됨", "mentioned in", "mentions"),
    "FROM": PredicateStyle("출처 문서", "이 문서의 구절", "from", "passages"),
}
"""By predicate, in the order in which legends list them."""

NAMES: Mapping[str, tuple[str, str]] = {
    "kind": ("종류", "kind"),
    "figures": ("수치", "figures"),
    "date": ("날짜", "date"),
    "place": ("장소", "place"),
    "year": ("연도", "year"),
    "year_start": ("착수 연도", "starts"),
    "in_force": ("시행", "in force"),
    "goal": ("목표", "goal"),
    "role": ("역할", "role"),
    "title": ("직함·제목", "title"),
    "phone": ("전화", "phone"),
    "subject": ("대상", "subject"),
    "score": ("점수", "score"),
    "published": ("발행", "published"),
    "publisher": ("발행처", "publisher"),
    "byline": ("기자", "byline"),
}
"""Korean and English captions of properties and qualifiers; what is not here shows its own name."""

BASIS: tuple[tuple[str, str], ...] = (
    ("shared technology: ", "같은 기술 "),
    ("shared area: ", "같은 영역 "),
    ("area: ", "영역 "),
    ("shared wording: ", "같은 말 "),
    ("wording: ", "같은 말 "),
    ("technologies of the field ", "이 분야의 기술 — "),
    ("vocabulary: ", "용어집 "),
    ("broader: ", "상위 개념 "),
)
"""How the reasons of derived statements begin, and what Korean readers see instead."""


def label_style(label: str) -> LabelStyle:
    """Return the style of ``label``; of one that is not declared, a grey dot with its own name."""
    return LABELS.get(label) or LabelStyle(label, label, "#6f6f6f", "#b0b0b0", "dot", ())


def predicate_style(predicate: str) -> PredicateStyle:
    """Return the style of ``predicate``; one that is not declared is called by its own name."""
    return PREDICATES.get(predicate) or PredicateStyle(predicate, predicate, predicate, predicate)
