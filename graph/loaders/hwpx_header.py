"""The styles of an HWPX file: the height and weight of letters, the lists of paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.loaders.markup import attribute, child, children, local, number
from graph.loaders.numbering import Level

if TYPE_CHECKING:
    from graph.loaders.markup import Element

_STYLES = {
    "DIGIT": "digit",
    "CIRCLED_DIGIT": "circled",
    "ROMAN_CAPITAL": "roman",
    "ROMAN_SMALL": "small roman",
    "LATIN_CAPITAL": "latin",
    "LATIN_SMALL": "small latin",
    "CIRCLED_LATIN_CAPITAL": "circled latin",
    "CIRCLED_LATIN_SMALL": "circled small latin",
    "HANGUL_SYLLABLE": "hangul",
    "CIRCLED_HANGUL_SYLLABLE": "circled hangul",
    "HANGUL_JAMO": "jamo",
    "CIRCLED_HANGUL_JAMO": "circled jamo",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """The list that paragraphs of one shape belong to, and their depth in it."""

    key: str
    level: int
    levels: Mapping[int, Level]


@dataclass(frozen=True, slots=True)
class Header:
    """By id: the size and weight of letters, the shapes of paragraphs that are listed."""

    letters: Mapping[str, tuple[float, bool]] = field(default_factory=dict)
    shapes: Mapping[str, Shape] = field(default_factory=dict)


def read_header(root: Element) -> Header:
    """Return the styles of ``Contents/header.xml``."""
    letters: dict[str, tuple[float, bool]] = {}
    lists: dict[str, dict[int, Level]] = {}
    listed: list[tuple[str, Element]] = []
    for element in root.iter():
        name, identity = local(element), attribute(element, "id")
        if name == "charPr":
            bold = child(element, "bold") is not None
            letters[identity] = (number(element, "height") / 100, bold)
        elif name == "bullet":
            lists[f"BULLET {identity}"] = dict.fromkeys(
                range(10), Level(attribute(element, "char"), "none")
            )
        elif name == "numbering":
            lists[f"NUMBER {identity}"] = dict(map(_level, children(element, "paraHead")))
        elif name == "paraPr":
            listed.extend(
                (identity, found) for found in element.iter() if local(found) == "heading"
            )
    shapes: dict[str, Shape] = {}
    for identity, heading in listed:
        key = f"{attribute(heading, 'type')} {attribute(heading, 'idRef')}"
        if key in lists:
            shapes.setdefault(identity, Shape(key, number(heading, "level"), lists[key]))
    return Header(letters, shapes)


def _level(head: Element) -> tuple[int, Level]:
    style = _STYLES.get(attribute(head, "numFormat"), "digit")
    text = (head.text or "").strip()
    return number(head, "level", 1) - 1, Level(text, style, number(head, "start", 1))
