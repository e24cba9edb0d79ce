"""Letters of a page → lines of text, as they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypedDict

from graph.loaders.pdf_rules import Box


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: its box, its base line, its height; ``made``: a space that the file does not hold."""

    text: str
    box: Box
    base: float
    size: float
    bold: bool
    made: bool

    @property
    def middle(self) -> tuple[float, float]:
        """The point that says in which cell it stands."""
        return (self.box.left + self.box.right) / 2, (self.box.bottom + self.box.top) / 2


class Written(TypedDict):
    """A line of text: its letters' height and weight, its ends, and how wide its first word is.

    ``spaced`` says that a space is written at its end; ``label`` how many letters at its beginning are
    bold where the others are not.
    """

    text: str
    size: float
    bold: bool
    left: float
    right: float
    base: float
    first: float
    spaced: bool
    label: int


_SAME_LINE = 0.5
_SPACE = 0.3
_COLUMNS = 3.0
"""In heights of a letter: how far a base line may lie off, what gap is a space, what gap is a tab."""


def lines_of(letters: Sequence[Letter]) -> list[Written]:
    """Return the lines that ``letters`` stand in."""
    return [line for part in _split(letters) if (line := _line(part))["text"].strip()]


def _split(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    line: list[Letter] = []
    for letter in letters:
        if letter.text in ("\r", "\n", "", "\ufffe", "\x02"):
            continue
        if line and not letter.made:
            last = next((x for x in reversed(line) if not x.made), letter)
            height = max(last.size, letter.size, 1.0)
            below = abs(letter.base - last.base) > _SAME_LINE * height
            if below or letter.box.left < last.box.left - height:
                yield line
                line = []
        line.append(letter)
    if line:
        yield line


def _line(letters: Sequence[Letter]) -> Written:
    text: list[str] = []
    label, in_label = 0, True
    before: Letter | None = None
    first: float | None = None
    real = [x for x in letters if not x.made] or list(letters)
    for letter in letters:
        if before is not None and not letter.made and letter.text.strip():
            gap = (letter.box.left - before.box.right) / max(letter.size, 1.0)
            if gap > _COLUMNS:
                text.append("\t")
            elif gap > _SPACE and text and not text[-1].isspace():
                text.append(" ")
        text.append(" " if letter.text.isspace() else letter.text)
        if letter.text.isspace() and "".join(text).strip() and first is None:
            first = letter.box.left
        if not letter.made and letter.text.strip():
            before = letter
            in_label = in_label and letter.bold
            label = len(text) if in_label else label
    said = [x for x in real if x.text.strip()] or real
    sizes = sorted(x.size for x in said)
    right = max(x.box.right for x in said)
    left = min(x.box.left for x in said)
    end = real[-1]
    return Written(
        text="".join(text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore"),
        size=sizes[len(sizes) // 2],
        bold=all(x.bold for x in said),
        left=left,
        right=right,
        base=said[0].base,
        first=(right if first is None else first) - left,
        spaced=end.text.isspace() and not end.made,
        label=label,
    )
