"""Writes press releases as HTML, HWPX, HWP, DOCX and PDF files, from what a text says.

Nothing here is copied from real files: each writer makes the least that its form calls a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from forms.docx import docx
from forms.html import html
from forms.hwp import hwp
from forms.hwpx import hwpx
from forms.pdf import pdf
from forms.release import Release

WRITERS: Mapping[str, Callable[[Release], bytes]] = {
    "html": html,
    "hwpx": hwpx,
    "hwp": hwp,
    "docx": docx,
    "pdf": pdf,
}
"""By suffix, what writes a file of that form."""
