"""PDF: lines joined to paragraphs, ruled tables, without what stands on every page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from graph.errors import LoadError
from graph.loaders.flow import Extract
from graph.loaders.pdf_flow import flow_of

if TYPE_CHECKING:
    from graph.loaders.pdf_pages import Page

_CHILD = "from graph.loaders.pdf_pages import main; main()"
_SECONDS = 180
_BROKEN = "is a broken PDF, or one made to break readers; save or print it anew"


def extract(path: str, data: bytes) -> Extract:
    """Return what a PDF holds. Raises :class:`LoadError`."""
    pages = _pages(path, data)
    return Extract(list(flow_of(pages)))


def _pages(path: str, data: bytes) -> list[Page]:
    """Read the pages in another process: its memory and time are limited, and it may crash."""
    import pypdfium2  # noqa: F401 - that it is missing is to be known here

    # It looks for modules where this process does, and nowhere else: not among the documents.
    known = os.pathsep.join(folder or os.getcwd() for folder in sys.path)
    environment = {**os.environ, "PYTHONPATH": known}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own module
            [sys.executable, "-P", "-c", _CHILD],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            env=environment,
            check=True,
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError, OSError) as error:
        raise LoadError(path, _BROKEN) from error
    if reason := answer.get("refused"):
        raise LoadError(path, str(reason))
    pages: list[Page] = answer["pages"]
    return pages
