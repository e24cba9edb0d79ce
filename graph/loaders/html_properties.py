"""What a page says of itself: title, date, site, author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.loaders.flow import Properties

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "twitter:title", "title", "dc.title")
_DATES = (
    "article:published_time",
    "datepublished",
    "article:published",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "date",
    "article:modified_time",
)
_SITES = ("og:site_name", "article:publisher", "dc.publisher", "application-name", "copyright")
_AUTHORS = ("article:author", "author", "dc.creator", "og:article:author", "dable:author")
_DAY = re.compile(r"(20\d\d|19\d\d)[-./]?(0[1-9]|1[0-2])[-./]?(0[1-9]|[12]\d|3[01])(?!\d{3})")
_NAME = re.compile(r"([가-힣]{2,4})(?:\s?(?:기자|특파원))?")
_PORTAL = re.compile(r"정책브리핑|대한민국|정부|부처|위원회$|[부처청원]$")
_BETWEEN = re.compile(r"\s+[-|<>:·–—]\s+|\s*[|<>]\s*")
_LONGEST = 300


def read_properties(page: HtmlElement) -> Properties:
    """Return the properties of a page; a portal of the government is no news site."""
    known = dict(reversed(list(_meta(page))))
    day = next((m for name in _DATES if (m := _DAY.search(known.get(name, "")))), None)
    if day is None:
        times = (t.get("datetime") or "" for t in page.iter("time"))
        day = next((m for t in times if (m := _DAY.search(t))), None)
    site = next((known[name] for name in _SITES if _is_name(known.get(name, ""))), "")
    author = _NAME.fullmatch(next((known[n].strip() for n in _AUTHORS if known.get(n)), ""))
    portal = bool(_PORTAL.search(site))
    return Properties(
        title=next((known[name] for name in _TITLES if known.get(name)), _title(page, site)),
        published="-".join(day.groups()) if day else "",
        site="" if portal else site,
        publisher=site if portal else "",
        byline=author[1] if author and author[1] != site else "",
    )


def headline(page: HtmlElement, properties: Properties) -> str:
    """Return the title as the page shows it: without the name of the site behind it."""
    for tag in ("h1", "h2", "h3"):
        for element in page.iter(tag):
            shown = " ".join("".join(str(t) for t in element.itertext()).split())
            if len(shown) > 5 and _same(shown, properties.title):
                return shown
    parts = [part.strip() for part in _BETWEEN.split(properties.title)]
    known = properties.site or properties.publisher
    kept = [part for part in parts if part and part != known]
    return max(kept, key=len) if 0 < len(kept) < len(parts) else properties.title


def _same(shown: str, title: str) -> bool:
    a, b = re.sub(r"\W", "", shown), re.sub(r"\W", "", title)
    return bool(a) and (a in b or (len(b) > 5 and b in a))


def _meta(page: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if content and len(content) <= _LONGEST:
            yield name.strip().lower(), content


def _title(page: HtmlElement, site: str) -> str:
    """The longest part of the page's title: beside it stand the names of the section and the site."""
    element = page.find(".//title")
    written = " ".join((element.text or "").split())[:_LONGEST] if element is not None else ""
    parts = [part for part in _BETWEEN.split(written) if part != site]
    return max(parts, key=len, default=site).strip()


def _is_name(site: str) -> bool:
    return 0 < len(site) <= 40 and "://" not in site
