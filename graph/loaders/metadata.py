"""Title, date, publisher and byline of a press release or a news article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from graph.model import Block, Source

_RELEASED = re.compile(
    r"배포(?:일시)?\s*[::]?\s*(?P<date>\d{4}\s*[.년-]\s*\d{1,2}\s*[.월-]\s*\d{1,2})"
)
_EMBARGO = re.compile(
    r"보도(?:시점|일시)\s*[::]?\s*(?P<date>\d{4}\s*[.년-]\s*\d{1,2}\s*[.월-]\s*\d{1,2})"
)
_STAMPED = re.compile(
    r"(?:date|입력|등록|게재|승인|기사입력)\s*[::]?\s*(?P<date>\d{4}\s*[.년-]\s*\d{1,2}\s*[.월-]\s*\d{1,2})"
)
_ALONE = re.compile(r"^\s*(?P<date>\d{4}\s*[.-]\s*\d{1,2}\s*[.-]\s*\d{1,2})", re.MULTILINE)
_ENGLISH = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s(?P<day>\d{1,2}),?\s(?P<year>20\d\d)"
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_HEADLINE = re.compile(r"^\s*date\s+\d{4}-\d{2}-\d{2}\s+(?P<title>.+)$", re.MULTILINE)
_BYLINE = re.compile(
    r"(?P<name>[가-힣]{2,4})\s?(?:선임|전문|인턴)?기자(?:\s|$|\()|기자\s(?P<after>[가-힣]{2,4})\s*$",
    re.MULTILINE,
)
_MAIL = re.compile(r"기자\s*\(?\s*[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_LEAD = re.compile(
    r"^\W{0,4}(?P<name>[가-힣]{2,14}(?:부|처|청|원|위원회))\s?\((?:부총리|장관|처장|청장|위원장|원장)",
    re.MULTILINE,
)


def read_source(name: str, data: bytes, text: str, blocks: Sequence[Block]) -> Source:
    """Return what the document says of itself; what it does not say stays empty."""
    return Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        title=_title(text, blocks),
        published=_published(text),
        publisher=_publisher(text),
        byline=_byline(text),
    )


def _published(text: str) -> str:
    head = text[:3000]
    for pattern in (_RELEASED, _EMBARGO, _STAMPED, _ALONE):
        if match := pattern.search(head):
            year, month, day = (int(n) for n in re.findall(r"\d+", match["date"]))
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{year:04}-{month:02}-{day:02}"
    if match := _ENGLISH.search(head):
        return f"{match['year']}-{_MONTHS.index(match['month']) + 1:02}-{int(match['day']):02}"
    return ""


def _title(text: str, blocks: Sequence[Block]) -> str:
    if match := _HEADLINE.search(text[:2000]):
        return match["title"].strip().strip('"“”')
    lead = [b for b in blocks[:6] if b.kind in ("heading", "paragraph")]
    headings = [b for b in lead if b.kind == "heading" and b.marker.startswith("#")]
    for block in (*headings, *lead):
        title = text[block.span.start : block.span.end].split("\n")[0].strip()
        if title and len(title) <= 120:
            return title
    return ""


def _publisher(text: str) -> str:
    if match := _LEAD.search(text[:3000]):
        return match["name"]
    if match := _MAIL.search(text):
        return match["host"]
    return ""


def _byline(text: str) -> str:
    match = _BYLINE.search(text[:400]) or _BYLINE.search(text[-600:])
    return (match["name"] or match["after"] or "") if match else ""
