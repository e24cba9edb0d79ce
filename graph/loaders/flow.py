"""What a file holds, in reading order, whatever its form: paragraphs and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    ``level`` is the depth of a heading that the form declares as one, 0 for any other; ``size`` the
    height of its letters in points (0: unknown) and ``bold`` whether all of them are: what a reader
    takes for a heading; ``indent`` the depth of a list.
    """

    text: str
    level: int = 0
    size: float = 0.0
    bold: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: where it stands, over how many rows and columns, and its paragraphs."""

    row: int
    column: int
    rows: int
    columns: int
    flow: tuple[Paragraph | Table, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its cells; a place that no cell covers is empty."""

    cells: tuple[Cell, ...]


Flow: TypeAlias = Sequence[Paragraph | Table]


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself outside its text, for what the text does not say.

    ``site`` is the news site that published it; ``publisher`` who is named only if the text names
    nobody (a portal that hands on what ministries announce).
    """

    title: str = ""
    published: str = ""
    site: str = ""
    publisher: str = ""
    byline: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """All that was taken from one file."""

    flow: Flow
    properties: Properties = Properties()


@dataclass(frozen=True, slots=True)
class Letters:
    """A stretch of a paragraph in one style."""

    text: str
    bold: bool = False
    size: float = 0.0


def paragraph(
    letters: Sequence[Letters], *, level: int = 0, indent: int = 0, in_cell: bool = False
) -> Paragraph:
    """Return the paragraph of ``letters``; in a cell a bold label before other text keeps its ``**``."""
    text = "".join(part.text for part in letters)
    said = [part for part in letters if part.text.strip()]
    sizes = sorted((part.size, len(part.text)) for part in said if part.size)
    size = max(sizes, key=lambda pair: pair[1])[0] if sizes else 0.0
    bold = bool(said) and all(part.bold for part in said)
    if in_cell and not bold and said and said[0].bold and "*" not in text:
        plain = next(i for i, p in enumerate(letters) if p.text.strip() and not p.bold)
        label = "".join(part.text for part in letters[:plain])
        rest = "".join(part.text for part in letters[plain:])
        text = f"**{label.strip()}** {rest}"
    return Paragraph(text, level, size, bold, indent)
