"""Bytes → text, strictly: an unknown encoding is refused rather than guessed."""

from __future__ import annotations

import re
from pathlib import Path

from graph.errors import LoadError

_MAGIC = {
    b"%PDF": "a PDF",
    b"HWP Document File": "an HWP file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a WebP picture or a sound",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
}
_READABLE = ("a PDF", "an HWP file", "an HWPX file")
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_KOREAN_TEXT = re.compile(
    r"[\t-\r -~\xa0-\xff\u2000-\u27bf\u3000-\u303f\u3130-\u318f\u3200-\u33ff가-힣\uff00-\uffef]"
)
"""What Korean text is mostly made of: ASCII, Hangul, punctuation, arrows and list marks."""


def decode(path: Path, data: bytes) -> str:
    """Return the text of ``data`` in UTF-8, UTF-16 or CP949 (which holds EUC-KR), without its BOM.

    Raises :class:`LoadError` for binary files, empty ones, and text in another encoding.
    """
    if kind := _binary_kind(data):
        advice = "give it that suffix" if kind in _READABLE else "save it as text first"
        raise LoadError(str(path), f"is {kind}; {advice}")
    text = _decode(path, data)
    if not text.strip():
        raise LoadError(str(path), "is empty")
    if "\0" in text or len(_CONTROL.findall(text)) * 100 > len(text):
        raise LoadError(str(path), "is binary, not text; save it as UTF-8 text first")
    return text


def _binary_kind(data: bytes) -> str:
    if data.startswith(_ZIP):
        return "an HWPX file" if b"hwp+zip" in data[:100] else "a ZIP archive (DOCX, XLSX are such)"
    if data.startswith(_OLD_OFFICE):
        is_hwp = b"HWP Document File" in data
        return "an HWP file" if is_hwp else "an old Office or HWP file"
    return next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), "")


def _decode(path: Path, data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(path, data[len(bom) :], encoding)
    try:
        # Valid UTF-8 with zero bytes is no text; it may be UTF-16, whose spaces and letters have them.
        text = data.decode("utf-8")
        broken = 0
    except UnicodeDecodeError as error:
        text, broken = "\0", error.start
    if "\0" not in text:
        return text
    for guess in (_utf16(data), _cp949(data)):
        if guess is not None:
            return guess
    if b"\0" in data:
        raise LoadError(str(path), "is binary, not text; save it as UTF-8 text first")
    if _is_nearly_utf8(data):
        raise LoadError(str(path), f"is broken UTF-8 text at byte {broken}; save it again as UTF-8")
    raise LoadError(str(path), "is neither UTF-8, UTF-16 nor CP949 text; save it as UTF-8")


def _utf16(data: bytes) -> str | None:
    """The text if in one byte order, and only in one, it is what Korean text is made of.

    Its spaces, digits and line ends have zero bytes, so text without any is not looked at.
    """
    if len(data) % 2 or b"\0" not in data:
        return None
    found = [t for order in ("utf-16-le", "utf-16-be") if (t := _plausible(data, order))]
    return found[0] if len(found) == 1 else None


def _plausible(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return ""
    return text if len(_KOREAN_TEXT.findall(text)) * 10 >= len(text) * 9 else ""


def _cp949(data: bytes) -> str | None:
    """The text if it is Korean: other encodings decode too, into rare syllables and Hanja."""
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        return None
    letters = [c for c in text if c.isalpha() and not c.isascii()]
    common = "".join(c for c in letters if "가" <= c <= "힣").encode("euc-kr", "ignore")
    # EUC-KR holds the 2,350 syllables in use, two bytes each; CP949 adds the other 8,822.
    return text if len(common) // 2 * 10 >= len(letters) * 8 else None


def _is_nearly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    hangul = sum("가" <= c <= "힣" for c in text)
    return hangul > 10 * text.count("\ufffd") > 0


def _strictly(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise LoadError(
            str(path), f"is broken {encoding.upper()} text at byte {error.start}; save it as UTF-8"
        ) from error
