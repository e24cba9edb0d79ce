"""Bodies that the vocabulary does not know, by the post of their head beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.korean import starts_word
from graph.model import Span

_HEADED = re.compile(
    r"(?P<name>[가-힣]{2,14}(?:부|처|청|위원회))\s?[\((](?:부총리\s겸\s)?(?P<head>장관|처장|청장|위원장)\s[가-힣]{2,4}(?=[,,)\)\s])"
)
"""``가나부(장관 이름)``: an office and its head in a bracket."""
_MINISTER = re.compile(r"(?P<name>[가-힣]{2,14}부)\s?(?P<head>장관|제?[12]차관)(?![가-힣]{2})")
"""``가나부 장관``."""
_LOCAL = re.compile(
    r"(?P<name>[가-힣]{2,4}(?:시|군|구|도))\s(?P<head>시장|제?\d?부시장|군수|구청장|도지사|지사)(?![가-힣]{2})"
)
_BODY = re.compile(
    r"(?P<name>[가-힣A-Za-z0-9·&-]{2,20})\s?[\((](?P<head>시장|도지사|지사|군수|구청장|본부장|단장|센터장|원장|소장|이사장|회장|사장|총장|대표|대표이사)\s[가-힣]{2,4}(?=[,,)\)\s])"
)
"""``하늘시(시장 이름)``, ``가나(대표 이름)``: any body and its head in a bracket."""
_KINDS = {"장관": "ministry", "처장": "ministry", "청장": "agency", "위원장": "commission"}
_NO_NAMES = frozenset(
    [
        "회사",
        "기업",
        "업체",
        "기관",
        "단체",
        "대학",
        "연구원",
        "협회",
        "센터",
        "사업단",
        "정부",
        "일부",
        "외부",
        "내부",
        "양부",
        "각부",
        "본부",
        "타부",
        "소관부",
        "해당부",
    ]
)


def offices(text: str) -> Iterator[tuple[Span, str]]:
    """Yield each name with the kind of office that its head shows: ``미래부(장관 …``, ``미래부 장관``."""
    for pattern, kind in (
        (_HEADED, "ministry"),
        (_MINISTER, "ministry"),
        (_BODY, ""),
        (_LOCAL, "local-government"),
    ):
        for match in pattern.finditer(text):
            if starts_word(text, match.start()) and match["name"] not in _NO_NAMES:
                yield Span(match.start(), match.end("name")), _KINDS.get(match["head"], kind)
