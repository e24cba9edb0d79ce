"""PDF: pages of lines and ruled tables, in a font that every reader of Korean PDFs knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from forms.release import Grid, Line, Release, Styled

WIDTH, HEIGHT, MARGIN = 595, 842, 60
SIZE, LARGE, LEADING = 10, 18, 1.6


@dataclass
class Sheet:
    """The pages as they are drawn, from the top down."""

    pages: list[list[str]] = field(default_factory=lambda: [[]])
    top: float = HEIGHT - MARGIN

    def room(self, height: float) -> None:
        if self.top - height < MARGIN:
            self.pages.append([])
            self.top = HEIGHT - MARGIN

    def say(self, x: float, y: float, text: str, size: int, font: str = "F0") -> None:
        code = text.encode("utf-16-be").hex().upper()
        self.pages[-1].append(f"BT /{font} {size} Tf {x:.1f} {y:.1f} Td <{code}> Tj ET")

    def rule(self, x: float, y: float, width: float, height: float) -> None:
        self.pages[-1].append(f"{x:.1f} {y:.1f} m {x + width:.1f} {y + height:.1f} l S")


def pdf(release: Release) -> bytes:
    sheet = Sheet()
    for part in release:
        if isinstance(part, Grid):
            _table(sheet, part)
        else:
            _line(sheet, part)
    return file_of(sheet)


def file_of(sheet: Sheet) -> bytes:
    """Return the file of the pages that were drawn."""
    return _file(["\n".join(page).encode() for page in sheet.pages])


def _advance(letter: str, size: float) -> float:
    return size * (0.5 if letter.isascii() else 1.0)


def wrapped(text: str, size: float, room: float) -> Iterator[str]:
    """Yield ``text`` in lines: broken between any two syllables, but not in Latin words and numbers."""
    line, used = "", 0.0
    for piece in re.findall(r"[!-~·’]+|.", text):
        wide = sum(_advance(letter, size) for letter in piece)
        if line and used + wide > room and piece != " ":
            yield line
            line, used = "", 0.0
        line += piece
        used += wide
    yield line


def _line(sheet: Sheet, line: Line) -> None:
    size = LARGE if line.level in (1, 2) else SIZE
    font = "F1" if all(bold for _, bold in line.text) else "F0"
    for text in wrapped("  " * line.indent + line.plain, size, WIDTH - 2 * MARGIN):
        sheet.room(size * LEADING)
        sheet.top -= size * LEADING
        sheet.say(MARGIN, sheet.top, text, size, font)
    sheet.top -= SIZE


def _table(sheet: Sheet, grid: Grid) -> None:
    width = (WIDTH - 2 * MARGIN) / grid.width
    tall = [max(_height(grid, r, width), 1) * SIZE * LEADING + 6 for r in range(grid.height)]
    sheet.room(sum(tall) + SIZE)
    tops = [sheet.top - sum(tall[:r]) for r in range(grid.height + 1)]
    for cell in grid.cells:
        left, top, bottom = MARGIN + cell.column * width, tops[cell.row], tops[cell.row + cell.rows]
        for x in (left, left + cell.columns * width):
            sheet.rule(x, bottom, 0, top - bottom)
        for y in (top, bottom):
            sheet.rule(left, y, cell.columns * width, 0)
        y = top
        for text, styled in _in_cell(cell.lines, cell.columns * width):
            y -= SIZE * LEADING
            _styled(sheet, left + 3, y, text, styled)
    sheet.top = tops[-1] - SIZE


def _in_cell(lines: Sequence[Styled], width: float) -> Iterator[tuple[str, Styled]]:
    for styled in lines:
        for text in wrapped("".join(t for t, _ in styled), SIZE, width - 6):
            yield text, styled


def _styled(sheet: Sheet, x: float, y: float, text: str, styled: Styled) -> None:
    """A bold label at the beginning of a cell, then the rest."""
    label = styled[0][0] if styled[0][1] and len(styled) > 1 else ""
    if label and text.startswith(label):
        sheet.say(x, y, label, SIZE, "F1")
        sheet.say(x + sum(_advance(c, SIZE) for c in label), y, text[len(label) :], SIZE)
    else:
        sheet.say(x, y, text, SIZE, "F1" if all(b for _, b in styled) else "F0")


def _height(grid: Grid, row: int, width: float) -> int:
    return max(
        (len(list(_in_cell(c.lines, c.columns * width))) for c in grid.row(row) if c.rows == 1),
        default=1,
    )


def _file(pages: Sequence[bytes]) -> bytes:
    fonts = 3
    first = 3 + 3 * 2
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
    ]
    for number, name in enumerate(("HYSMyeongJo-Medium", "HYSMyeongJo-Bold")):
        at = fonts + 3 * number
        weight = 700 if number else 400
        objects += [
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /UniKS-UCS2-H /DescendantFonts [{at + 1} 0 R] >>".encode(),
            (
                f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) "
                f"/Supplement 1 >> /DW 1000 /W [1 95 500] /FontDescriptor {at + 2} 0 R >>"
            ).encode(),
            (
                f"<< /Type /FontDescriptor /FontName /{name} /Flags {0x40000 * number + 6} /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
                f"/Ascent 880 /Descent -120 /StemV {weight // 5} /FontWeight {weight} >>"
            ).encode(),
        ]  # fmt: skip
    for i, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {first + 2 * i + 1} 0 R "
            f"/Resources << /Font << /F0 3 0 R /F1 6 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page))
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(data))
    )
