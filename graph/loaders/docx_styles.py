"""The styles, lists and notes of a DOCX file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.loaders.markup import attribute, child, children, local, number
from graph.loaders.numbering import Level

if TYPE_CHECKING:
    from graph.loaders.markup import Element

Lists = Mapping[str, Mapping[int, Level]]

_FORMATS = {
    "decimal": "digit",
    "decimalEnclosedCircle": "circled",
    "upperRoman": "roman",
    "lowerRoman": "small roman",
    "upperLetter": "latin",
    "lowerLetter": "small latin",
    "ganada": "hangul",
    "chosung": "jamo",
    "none": "none",
}
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0fc": "✓", "\uf0d8": "➢", "o": "○"}
"""Bullets that Word takes from its symbol fonts."""
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_MOST_STYLES = 20


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph's style says of it."""

    level: int = 0
    bold: bool = False
    size: float = 0.0
    key: str = ""
    depth: int = 0
    levels: Mapping[int, Level] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by id, and the lists by number."""

    known: Mapping[str, Element]
    size: float
    default: str
    lists: Lists

    def shape(self, p: Element) -> Shape:
        """Return the shape of a paragraph, from itself and the styles that it stands on."""
        own = child(p, "pPr")
        name = child(own, "pStyle")
        chain = list(self._chain(attribute(name, "val") if name is not None else self.default))
        listed = next(
            (
                n
                for e in (own, *(child(s, "pPr") for s in chain))
                if (n := child(e, "numPr")) is not None
            ),
            None,
        )
        key = attribute(n, "val") if (n := child(listed, "numId")) is not None else ""
        sizes = (number(child(child(s, "rPr"), "sz"), "val") for s in chain)
        return Shape(
            next((level for s in chain if (level := _level(s))), 0),
            any(_is_on(child(child(s, "rPr"), "b")) for s in chain),
            next((size / 2 for size in sizes if size), self.size),
            key,
            max(0, min(number(child(listed, "ilvl"), "val"), 8)),
            self.lists.get(key, {}),
        )

    def letters(self, run: Element) -> tuple[bool, float]:
        """Return whether a run is bold by itself, and the height of its letters if it says so."""
        own = child(run, "rPr")
        return _is_on(child(own, "b")), number(child(own, "sz"), "val") / 2

    def _chain(self, name: str) -> Iterator[Element]:
        for _ in range(_MOST_STYLES):
            style = self.known.get(name)
            if style is None:
                return
            yield style
            based = child(style, "basedOn")
            name = attribute(based, "val") if based is not None else ""


def _is_on(switch: Element | None) -> bool:
    return switch is not None and attribute(switch, "val") not in ("0", "false", "off")


def _level(style: Element) -> int:
    """The depth of a heading: the title is the outermost."""
    name = child(style, "name")
    title = attribute(name, "val").lower() if name is not None else ""
    match = _HEADING.fullmatch(title)
    return 1 if title == "title" else int(match[1]) if match else 0


def read_styles(root: Element | None, lists: Lists) -> Styles:
    """Return the styles of ``word/styles.xml``."""
    known = {} if root is None else {attribute(s, "styleId"): s for s in children(root, "style")}
    default = next(
        (
            i
            for i, s in known.items()
            if attribute(s, "type") == "paragraph" and attribute(s, "default") in ("1", "true")
        ),
        "",
    )
    size = child(child(child(child(root, "docDefaults"), "rPrDefault"), "rPr"), "sz")
    return Styles(known, number(size, "val", 20) / 2, default, lists)


def read_numbering(root: Element | None) -> Lists:
    """Return the levels of each list of ``word/numbering.xml``, by its number."""
    if root is None:
        return {}
    kinds = {
        attribute(kind, "abstractNumId"): {
            number(level, "ilvl"): _list_level(level) for level in children(kind, "lvl")
        }
        for kind in children(root, "abstractNum")
    }
    found: dict[str, Mapping[int, Level]] = {}
    for one in children(root, "num"):
        kind = child(one, "abstractNumId")
        found[attribute(one, "numId")] = (
            kinds.get(attribute(kind, "val"), {}) if kind is not None else {}
        )
    return found


def _list_level(level: Element) -> Level:
    text, form, start = child(level, "lvlText"), child(level, "numFmt"), child(level, "start")
    written = attribute(text, "val") if text is not None else ""
    style = attribute(form, "val") if form is not None else "decimal"
    if style == "bullet":
        return Level(_SYMBOLS.get(written, written), "none")
    return Level(written, _FORMATS.get(style, "digit"), number(start, "val", 1))


def read_notes(root: Element | None, kind: str) -> dict[str, Element]:
    """Return the notes of ``word/footnotes.xml`` or ``endnotes.xml`` by kind and number."""
    found = (
        () if root is None else (e for e in root if local(e) == kind and not attribute(e, "type"))
    )
    return {f"{kind} {attribute(note, 'id')}": note for note in found}
