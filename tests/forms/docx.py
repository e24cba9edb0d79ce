"""DOCX, by python-docx."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document

from forms.release import Grid, Line, Release, Styled


def docx(release: Release) -> bytes:
    document = Document()
    document.core_properties.modified = datetime(2026, 6, 17, tzinfo=UTC).replace(tzinfo=None)
    for part in release:
        if isinstance(part, Grid):
            _table(document, part)
        else:
            _write(_begin(document, part), part.text)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _begin(document: Any, line: Line) -> Any:
    return document.add_heading(level=line.level) if line.level else document.add_paragraph()


def _write(paragraph: Any, line: Styled) -> None:
    for text, bold in line:
        paragraph.add_run(text).bold = bold or None


def _table(document: Any, grid: Grid) -> None:
    table = document.add_table(grid.height, grid.width)
    for cell in grid.cells:
        last = table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1)
        place = table.cell(cell.row, cell.column).merge(last)
        for number, line in enumerate(cell.lines):
            _write(place.add_paragraph() if number else place.paragraphs[0], line)
