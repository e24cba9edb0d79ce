"""Title, date, publisher and byline of a press release or a news article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from graph.loaders.dates import published
from graph.loaders.flow import Properties
from graph.model import Block, Source

_HEADLINE = re.compile(r"^\s*date\s+\d{4}-\d{1,2}-\d{1,2}\s+(?P<title>\S.*)$", re.MULTILINE)
_LABELLED = re.compile(r"^[\s|*]*제\s?목\s*[::|\t]+\s*(?P<title>[^\n|]+)", re.MULTILINE)
_GENERAL = re.compile(
    r"(?:보도|설명|해명|참고|보도설명|보도참고|보도해명)자료|정책브리핑|PRESSRELEASE|붙임\d*|별첨\d*|참고\d*",
    re.IGNORECASE,
)
_QUOTES = {'"': '"', "“": "”", "'": "'", "‘": "’"}
_TITLE_LENGTH = 120

_PERSON = r"(?P<name>[가-힣]{2,4})"
_BYLINES = (
    re.compile(
        rf"(?<![가-힣]){_PERSON}\s?(?:선임|전문|인턴|수습|객원)?\s?(?:기자|특파원)(?![가-힣])"
    ),
    re.compile(rf"(?<![가-힣])기자\s{_PERSON}$"),
)
_NOBODY = re.compile(
    r"(?:담당|출입|취재|사진|현장|외신|본지|전문|인턴|선임|객원|다른|일보|신문|뉴스|방송|통신)$"
)
_AGENCY = re.compile(
    r"[(\[](?:[가-힣]{2,8}\s?=\s?)?(?P<site>[가-힣A-Za-z0-9]{2,12})(?:\s?=\s?|\s|[)\]]\s?)"
    r"(?P<name>[가-힣]{2,4})\s?(?:기자|특파원)\s?[\])]?(?:\s?=|\s|$)"
)
_MAIL = re.compile(r"[\w.+-]{1,40}@(?P<host>[\w-]{1,40}(?:\.[\w-]{1,20}){1,4})")
_FREE_MAIL = re.compile(r"(?:gmail|naver|daum|hanmail|kakao|nate|outlook|hotmail|korea)\.")
_RIGHTS = re.compile(
    r"(?:[ⓒ©]|저작권자\s?\(c\))\s?(?P<site>[가-힣A-Za-z][가-힣A-Za-z0-9]{1,15}(?:\.[a-z]{2,4}){0,2})"
)
_HEADS = r"부총리|장관|처장|청장|위원장|원장|실장|총장|이사장|회장|시장|도지사|지사|사장|대표"
_LEAD = re.compile(
    rf"\W{{0,4}}(?P<name>[가-힣·]{{2,16}}(?:부|처|청|원|실|위원회|대학교|공단|공사|재단|진흥원|협회|시|도))\s?\((?:{_HEADS})[\s)]"
)
_CONTACT = re.compile(
    r"담\s?당\s?부\s?서[\s|*<>/a-z]{1,40}(?P<name>[가-힣]{2,14}(?:부|처|청|위원회))(?=\s)"
)
_LEAD_BLOCKS = 12
_NONE = Properties()


def read_source(
    name: str,
    data: bytes,
    text: str,
    blocks: Sequence[Block],
    properties: Properties = _NONE,
) -> Source:
    """Return what the document says of itself, and for the rest what the file's properties say.

    What neither says stays empty.
    """
    furniture = [text[b.span.start : b.span.end] for b in blocks if b.kind == "furniture"]
    site, byline = _article(text, blocks, furniture)
    return Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        title=_title(text, blocks) or properties.title,
        published=published(text) or properties.published,
        publisher=site or properties.site or _ministry(text, blocks) or properties.publisher,
        byline=byline or properties.byline,
    )


def _title(text: str, blocks: Sequence[Block]) -> str:
    head = text[:2000]
    match = _HEADLINE.search(head) or _LABELLED.search(head)
    if match:
        return _unquoted(match["title"])
    lead = [b for b in blocks[:8] if b.kind in ("heading", "paragraph")]
    headings = [b for b in lead if b.kind == "heading" and b.marker.startswith("#")]
    for block in (*headings, *lead):
        title = " ".join(text[block.span.start : block.span.end].split())
        general = _GENERAL.fullmatch(re.sub(r"\s", "", title))
        if 0 < len(title) <= _TITLE_LENGTH and not general:
            return title
    return ""


def _unquoted(title: str) -> str:
    """Without the quotation marks around the whole; those around a part of it stay."""
    stripped = title.strip()
    closing = _QUOTES.get(stripped[0], "") if stripped else ""
    inner = stripped[1:-1]
    whole = len(stripped) > 2 and stripped[-1] == closing and stripped[0] not in inner
    return inner.strip() if whole and closing not in inner else stripped


def _article(text: str, blocks: Sequence[Block], furniture: Sequence[str]) -> tuple[str, str]:
    """The news site and the reporter: from the byline, an agency's dateline, the rights line."""
    site, byline = "", next((n for line in furniture for n in _reporters(line)), "")
    for line in furniture:
        mail = _MAIL.search(line)
        if mail and "기자" in line and not _FREE_MAIL.match(mail["host"]):
            site = site or mail["host"]
    for block in blocks[:_LEAD_BLOCKS]:
        start = block.span.start
        match = _AGENCY.search(text, max(0, start - 1), min(block.span.end, start + 60))
        if match and not _NOBODY.search(match["name"]):
            return match["site"], byline or match["name"]
    rights = next((m for line in furniture if (m := _RIGHTS.search(line))), None)
    return (rights["site"] if rights else site), byline


def _reporters(line: str) -> Iterator[str]:
    for pattern in _BYLINES:
        for match in pattern.finditer(line):
            if not _NOBODY.search(match["name"]):
                yield match["name"]


def _ministry(text: str, blocks: Sequence[Block]) -> str:
    """Who announces: ``가나부(장관 …)는`` at the beginning of a sentence, or the contact table."""
    for block in blocks[:_LEAD_BLOCKS]:
        match = _LEAD.match(text, block.span.start, block.span.end)
        if match:
            return match["name"]
    contact = _CONTACT.search(text)
    return contact["name"] if contact else ""
