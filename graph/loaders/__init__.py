"""File → Document; one module per form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from graph.errors import LoadError, MissingExtraError
from graph.loaders import archives, finding, text
from graph.loaders.extracted import Extractor
from graph.loaders.extracted import document as extracted
from graph.loaders.finding import ARCHIVE, suffix
from graph.loaders.places import Address, Member, Place
from graph.model import Document

LOADERS: Mapping[str, str] = {
    ".txt": "text",
    ".md": "text",
    "": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".hwpx": "hwpx",
    ".hwp": "hwp",
    ".docx": "docx",
}
"""Which module reads files of which suffix: ``text`` has ``load(path, data) -> Document``, the others
``extract(path, data) -> Extract``."""

MOST_BYTES = 50_000_000
"""Larger files are refused: a press release is some 50 kB as text, a few megabytes with its pictures."""

_FORMS = ("pdf", "hwpx", "hwp", "docx")
_TYPES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
"""What servers call forms that do not say themselves what they are."""


def find(paths: Sequence[Path | str]) -> tuple[tuple[Place, ...], tuple[LoadError, ...]]:
    """Return the documents among ``paths``, below its folders and in its archives, and what is wrong.

    A file that is named is taken whatever its suffix; in folders and archives, those with a known
    suffix. A file given twice, by whatever path, is returned once. Addresses are not looked up yet.
    """
    return finding.find(paths, LOADERS, MOST_BYTES)


def load(place: Place) -> Document:
    """Read one document. Raises :class:`LoadError` with what is wrong and what to do."""
    path = str(place) if not isinstance(place, Path) else finding.shown(place)
    if isinstance(place, Address):
        from graph.loaders.addresses import fetch

        page = fetch(place.url, MOST_BYTES)
        named = LOADERS.get(suffix(Path(page.path).suffix), "text")
        actual = _form(page.data)
        if actual == "zip":
            raise LoadError(path, "is an archive; download it and give the file")
        form = actual or _TYPES.get(page.kind, named)
        return read(path, place.name, page.data, form)
    if suffix(place.suffix) not in LOADERS:
        known = ", ".join((*(s for s in LOADERS if s), ARCHIVE))
        raise LoadError(
            path, f"unknown kind of file {suffix(place.suffix)!r}; readable are {known}"
        )
    file = place.archive if isinstance(place, Member) else place
    data = finding.contents(file, MOST_BYTES)
    if isinstance(place, Member):
        data = archives.read(place, data)
        if len(data) > MOST_BYTES:
            raise LoadError(path, f"more than {MOST_BYTES:,} bytes; split it")
    return read(path, place.name, data, LOADERS[suffix(place.suffix)])


def read(path: str, name: str, data: bytes, form: str) -> Document:
    """Return the document that ``data`` is in that form, or in the form that it turns out to have."""
    actual = _form(data)
    if form in _FORMS and not actual:
        raise LoadError(path, f"is no {form.upper()} file; save or download it again")
    if form == "text":
        document = text.load(Path(path), data)
        return replace(document, source=replace(document.source, name=name))
    form = actual if form in _FORMS and actual != "zip" else form
    try:
        extract: Extractor = import_module(f"graph.loaders.{form}").extract
        return extracted(path, name, data, extract)
    except ModuleNotFoundError as error:
        missing = MissingExtraError(f"reading {form.upper()}", "documents")
        raise LoadError(path, str(missing)) from error


def _form(data: bytes) -> str:
    """What the first bytes say: files are often named for another form (``.hwp`` for HWPX)."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "hwp"
    if not data.startswith(b"PK"):
        return ""
    if b"application/hwp+zip" in data[:200]:
        return "hwpx"
    return "docx" if b"word/document.xml" in data else "zip"
