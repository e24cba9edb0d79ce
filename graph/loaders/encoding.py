"""Bytes → text, strictly: an unknown encoding is refused rather than guessed."""

from __future__ import annotations

from pathlib import Path

from graph.errors import LoadError

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive (HWPX, DOCX, XLSX are such)",
    b"\xd0\xcf\x11\xe0": "an old Office or HWP file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
}
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(path: Path, data: bytes) -> str:
    """Return the text of ``data`` in UTF-8, UTF-16 or CP949 (which holds EUC-KR), without its BOM.

    Raises :class:`LoadError` for binary files, empty ones, and text in another encoding.
    """
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise LoadError(str(path), f"is {kind}; save it as text first")
    text = _decode(path, data)
    if not text.strip():
        raise LoadError(str(path), "is empty")
    if "\0" in text:
        raise LoadError(str(path), "is binary, not text")
    return text


def _decode(path: Path, data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(path, data[len(bom) :], encoding)
    if len(data) % 2 == 0 and (data[1:4:2] == b"\0\0" or data[0:4:2] == b"\0\0"):
        # Latin letters in UTF-16 have a zero in every second byte.
        return _strictly(path, data, "utf-16-be" if data[0] == 0 else "utf-16-le")
    for encoding in ("utf-8", "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise LoadError(str(path), "is neither UTF-8, UTF-16 nor CP949 text; save it as UTF-8")


def _strictly(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise LoadError(
            str(path), f"is broken {encoding.upper()} text at byte {error.start}"
        ) from error
