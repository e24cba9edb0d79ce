"""Which part of a page is its article, and what in it is not of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DROPPED = frozenset(
    [
        "audio",
        "base",
        "button",
        "canvas",
        "dialog",
        "embed",
        "footer",
        "iframe",
        "input",
        "link",
        "map",
        "math",
        "menu",
        "meta",
        "nav",
        "noscript",
        "object",
        "option",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
"""Elements that hold no text of an article."""

_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu")
)
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:sns|share|sharing|social|comments?|reply|replies|related|relation|recommend\w*|banners?|ads?|advert\w*|adsense|"
    r"breadcrumbs?|location|gnb|lnb|snb|footer|foot|copyright|popular|ranking|rank|subscribe|newsletter|login|skip\w*|menu|util\w*|"
    r"paging|pagination|pager|blind|sr-only|hidden|print|btn|buttons?|tags?|keywords?|satisfaction|prev-?next|sitemap|"
    r"toolbar|tooltip|popup|modal|quick|most-?viewed|reporter-?list|font-?size|hot-?news|headline-?list)(?:[\s_-]|$)"
    r"|(?:share|banner|related|comment|breadcrumb|copyright|recommend)(?:wrap|box|area|list|section)",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BODY = re.compile(
    r"(?:^|\s)(?:article[-_]?(?:body|view|content|txt|text|cont)s?(?:[-_]\w+)*|news[-_]?(?:body|view|content|text|cont|ct)s?(?:[-_]\w+)*|"
    r"view[-_]?(?:cont|content|con|body|article|txt)s?(?:[-_]\w+)*|dic_area|(?:board|bbs|brd)[-_]?(?:view|content|cont)s?(?:[-_]\w+)*|"
    r"post[-_]?(?:body|content|article)|entry[-_]content|story[-_]?(?:body|news)|cont[-_]?(?:view|body)|text[-_]?body|detail[-_]?(?:cont|body|view)s?)"
    r"(?=\s|$)",
    re.IGNORECASE,
)
_TEXT = (
    "p",
    "td",
    "th",
    "pre",
    "li",
    "dd",
    "blockquote",
    "div",
    "section",
    "article",
    "span",
    "font",
)
_FEWEST = 60
_SHARE = 0.4
"""A part that is marked as the article must have so much of the text that the best part has."""
_LINKED = 0.6


def article(page: HtmlElement) -> HtmlElement:
    """Return the part of ``page`` that holds the article; what is not of it is taken out of the page."""
    body = page.find("body")
    root = page if body is None else body
    own, _ = _letters(root)
    for element in list(_noise(root, own)):
        _remove(element)
    own, linked = _letters(root)
    for element in list(_link_lists(root, own, linked)):
        _remove(element)
    own, linked = _letters(root)
    best = _densest(root, own, linked)
    marked = [e for e in root.iter() if isinstance(e.tag, str) and _is_marked(e)]
    enough = _SHARE * _said(best, own, linked)
    large = [e for e in marked if _said(e, own, linked) >= max(enough, 1)]
    if not large:
        return best
    # Of the marked parts that have enough text, the smallest that keeps nearly all that the largest has.
    most = max(_said(e, own, linked) for e in large)
    kept = [e for e in large if _said(e, own, linked) >= 0.85 * most]
    return min(kept, key=lambda e: own[e])


def _remove(element: HtmlElement) -> None:
    """Leave an empty element that nothing reads."""
    element.clear(keep_tail=True)
    element.tag = "template"


def _noise(root: HtmlElement, own: dict[HtmlElement, int]) -> Iterator[HtmlElement]:
    """What is not of the article by its kind, or by its name unless it holds most of the page.

    Some sites set all of a page in one form, or call the article's frame ``print``.
    """
    for element in root.iter():
        if element is root or not isinstance(element.tag, str):
            continue
        if _is_no_text(element) or (_is_noise(element) and 2 * own[element] <= own[root]):
            yield element


def _is_no_text(element: HtmlElement) -> bool:
    role, hidden = element.get("role"), element.get("hidden")
    return element.tag in DROPPED or role in _ROLES or hidden is not None


def _is_noise(element: HtmlElement) -> bool:
    return (
        element.tag in ("header", "aside", "form")
        or bool(_HIDDEN.search(element.get("style") or ""))
        or _is_named_noise(element)
    )


def _is_named_noise(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_NOISE.search(names)) and not _is_marked(element)


def _is_marked(element: HtmlElement) -> bool:
    if element.tag in ("article", "main") or element.get("role") in ("main", "article"):
        return True
    if element.get("itemprop") == "articleBody":
        return True
    return any(_BODY.search(element.get(name) or "") for name in ("class", "id"))


def _letters(root: HtmlElement) -> tuple[dict[HtmlElement, int], dict[HtmlElement, int]]:
    """How many letters each element holds, and how many of them in links."""
    own: dict[HtmlElement, int] = {}
    linked: dict[HtmlElement, int] = {}
    for element in reversed(list(root.iter())):
        is_read = isinstance(element.tag, str) and element.tag not in DROPPED
        size = len((element.text or "").strip()) if is_read else 0
        links = 0
        for part in element:
            size += own[part] + len((part.tail or "").strip())
            links += linked[part]
        own[element] = size
        linked[element] = size if element.tag == "a" else links
    return own, linked


def _said(element: HtmlElement, own: dict[HtmlElement, int], linked: dict[HtmlElement, int]) -> int:
    return own[element] - linked[element]


def _link_lists(
    root: HtmlElement, own: dict[HtmlElement, int], linked: dict[HtmlElement, int]
) -> Iterator[HtmlElement]:
    """Lists of links: related articles, files to download, other pages of the site."""
    for element in root.iter("ul", "ol", "dl", "div", "section"):
        several = sum(1 for _, _ in zip(element.iter("a"), range(2), strict=False)) > 1
        if element is not root and several and linked[element] >= _LINKED * own[element]:
            yield element


def _densest(
    root: HtmlElement, own: dict[HtmlElement, int], linked: dict[HtmlElement, int]
) -> HtmlElement:
    """The element under which most running text stands: each text counts for its parent, half above."""
    score: dict[HtmlElement, float] = {}
    for element in root.iter(*_TEXT):
        direct = len((element.text or "").strip()) + sum(
            len((part.tail or "").strip()) for part in element
        )
        if element.tag == "p":
            direct = _said(element, own, linked)
        parent, share = (
            element if element.tag in ("div", "section", "article") else element.getparent(),
            1.0,
        )
        while direct >= _FEWEST and parent is not None and share > 0.1:
            score[parent] = score.get(parent, 0.0) + direct * share
            parent, share = parent.getparent(), share / 2
    candidates = [e for e in score if e.tag not in ("tr", "tbody", "table", "p", "html")]
    if not candidates:
        return root
    best = max(candidates, key=lambda e: score[e])
    # An article in several parts: their common frame, if it adds text rather than links.
    parent = best.getparent()
    while parent is not None and parent is not root and score.get(parent, 0) > 0.75 * score[best]:
        best, parent = parent, parent.getparent()
    return best
