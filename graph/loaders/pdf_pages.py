"""Reads the pages of a PDF in a process of its own, where nothing that goes wrong takes others along.

``python -c "…; main()"``: the PDF on standard input, JSON on standard output (:data:`Page` by page).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double, c_float, c_int, create_string_buffer
from typing import TYPE_CHECKING, Any, TypedDict

from graph.loaders.pdf_letters import Letter, Written, lines_of
from graph.loaders.pdf_rules import Box, Ruled, tables

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 1000
MOST_LETTERS = 5_000_000
MOST_SECONDS = 120
MOST_MEMORY = 2_000_000_000
_MOST_RULES = 50_000
_THIN = 3.0
_BOLD = (b"bold", b"black", b"heavy")
_PASSWORD_ERROR = 4


class Drawn(TypedDict):
    """A cell: its place, its right edge on the page, its lines."""

    row: int
    column: int
    rows: int
    columns: int
    right: float
    lines: list[Written]


class Part(TypedDict):
    """A run of lines, or a table; ``overleaf`` is for those who put pages together."""

    lines: list[Written]
    cells: list[Drawn]
    overleaf: bool


Page = list[Part]


class RefusedError(Exception):
    """The file is not read; the text says why."""


def read(data: bytes) -> list[Page]:
    """Return the parts of each page. Raises :class:`RefusedError`."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if getattr(error, "err_code", 0) == _PASSWORD_ERROR or "password" in str(error).lower():
            raise RefusedError("needs a password; save it without one") from error
        raise RefusedError("is a broken or truncated PDF; save or download it again") from error
    try:
        return list(_pages(document))
    finally:
        document.close()


def _pages(document: PdfDocument) -> Iterator[Page]:
    from pypdfium2 import PdfiumError

    if len(document) > MOST_PAGES:
        raise RefusedError(f"has more than {MOST_PAGES:,} pages; split it")
    left = MOST_LETTERS
    for number in range(len(document)):
        try:
            page = document[number]
        except PdfiumError:
            continue  # one page is broken; the others are not
        found, count = _page(page, left)
        left -= count
        page.close()
        yield found


def _page(page: PdfPage, left: int) -> tuple[Page, int]:
    letters = list(_letters(page, left))
    ruled = tables(_rules(page))
    return list(_parts(letters, ruled)), len(letters)


def _parts(letters: Sequence[Letter], ruled: Sequence[Sequence[Ruled]]) -> Iterator[Part]:
    """Yield runs of letters outside tables, and each table where its first letter stands."""
    order = sorted(range(len(ruled)), key=lambda t: _area(ruled[t]))
    places = [(cell, t) for t in order for cell in ruled[t]]
    inside: dict[int, dict[Ruled, list[Letter]]] = {}
    run: list[Letter] = []
    sequence: list[int | list[Letter]] = []
    last: tuple[Ruled, int] | None = None
    for letter in letters:
        x, y = letter.middle
        if last is None or not last[0].box.holds(x, y) or len(ruled) > 1:
            last = next(((cell, t) for cell, t in places if cell.box.holds(x, y)), None)
        if last is None:
            run.append(letter)
            continue
        if last[1] not in inside:
            inside[last[1]] = {}
            sequence.extend((run, last[1]) if run else (last[1],))
            run = []
        inside[last[1]].setdefault(last[0], []).append(letter)
    if run:
        sequence.append(run)
    for part in sequence:
        if isinstance(part, list):
            yield Part(lines=lines_of(part), cells=[], overleaf=False)
        else:
            drawn = [_drawn(cell, inside[part].get(cell, [])) for cell in ruled[part]]
            yield Part(lines=[], cells=drawn, overleaf=False)


def _drawn(cell: Ruled, letters: Sequence[Letter]) -> Drawn:
    return Drawn(
        row=cell.row,
        column=cell.column,
        rows=cell.rows,
        columns=cell.columns,
        right=cell.box.right,
        lines=lines_of(letters),
    )


def _area(cells: Sequence[Ruled]) -> float:
    return sum((c.box.right - c.box.left) * (c.box.top - c.box.bottom) for c in cells)


def _letters(page: PdfPage, left: int) -> Iterator[Letter]:
    """Yield the letters of a page in the order in which they are drawn, which is that of reading."""
    import pypdfium2.raw as raw

    text: Any = page.get_textpage()
    count = raw.FPDFText_CountChars(text)
    if count > left:
        raise RefusedError(f"holds more than {MOST_LETTERS:,} letters; split it")
    name = create_string_buffer(64)
    box, x, y, matrix = raw.FS_RECTF(), c_double(), c_double(), raw.FS_MATRIX()
    for i in range(count):
        code = raw.FPDFText_GetUnicode(text, i)
        raw.FPDFText_GetLooseCharBox(text, i, byref(box))
        raw.FPDFText_GetCharOrigin(text, i, byref(x), byref(y))
        raw.FPDFText_GetMatrix(text, i, byref(matrix))
        size = raw.FPDFText_GetFontSize(text, i) * ((matrix.c**2 + matrix.d**2) ** 0.5 or 1.0)
        yield Letter(
            chr(code) if 0 < code < 0x110000 else "",
            Box(box.left, box.bottom, box.right, box.top),
            y.value,
            round(size, 1),
            raw.FPDFText_GetFontWeight(text, i) >= 600 or _is_named_bold(text, i, name),
            raw.FPDFText_IsGenerated(text, i) == 1,
        )
    text.close()


def _is_named_bold(text: Any, letter: int, name: Any) -> bool:
    import pypdfium2.raw as raw

    raw.FPDFText_GetFontInfo(text, letter, name, len(name), None)
    return any(word in name.value.lower() for word in _BOLD)


def _rules(page: PdfPage) -> list[Box]:
    """The ruled lines of a page as thin boxes: lines, thin areas, the sides of frames."""
    import pypdfium2.raw as raw
    from pypdfium2 import PdfiumError

    found: list[Box] = []
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        if len(found) > _MOST_RULES:
            return []
        try:
            box = Box(*drawn.get_bounds())
        except PdfiumError:
            continue
        if min(box.right - box.left, box.top - box.bottom) <= _THIN:
            found.append(box)
        elif _is_stroked(drawn):
            found.extend(_sides(drawn))
    return found


def _is_stroked(drawn: Any) -> bool:
    import pypdfium2.raw as raw

    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(drawn, byref(fill), byref(stroke))
    return bool(stroke.value)


def _sides(drawn: Any) -> Iterator[Box]:
    """The level and upright lines of a path."""
    import pypdfium2.raw as raw

    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, byref(matrix))
    x, y = c_float(), c_float()
    first = last = (0.0, 0.0)
    for i in range(min(raw.FPDFPath_CountSegments(drawn), 4 * _MOST_RULES)):
        segment = raw.FPDFPath_GetPathSegment(drawn, i)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _straight(last, point)
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _straight(point, first)
        last = point


def _straight(a: tuple[float, float], b: tuple[float, float]) -> Iterator[Box]:
    if min(abs(a[0] - b[0]), abs(a[1] - b[1])) < 1:
        yield Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def main() -> None:
    """Read standard input, write standard output: the pages, or why there are none."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the caller's clock still holds
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    try:
        answer: dict[str, Any] = {"pages": read(sys.stdin.buffer.read())}
    except RefusedError as refused:
        answer = {"refused": str(refused)}
    sys.stdout.write(json.dumps(answer))
