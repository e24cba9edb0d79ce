"""Writes press releases as HTML, HWPX, HWP, DOCX and PDF files, from what a text says.

Nothing here is copied from real files: each writer makes the least that its form calls a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from forms import docx, html, hwp, hwpx, pdf
from forms.release import Release

WRITERS: Mapping[str, Callable[[Release], bytes]] = {
    "html": html.html,
    "hwpx": hwpx.hwpx,
    "hwp": hwp.hwp,
    "docx": docx.docx,
    "pdf": pdf.pdf,
}
"""By suffix, what writes a file of that form."""
