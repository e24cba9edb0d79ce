"""The date of a document, as it stands in its head."""

from __future__ import annotations

import re
from datetime import date

_DAY = r"(?P<year>(?:20|19)\d\d|[’'‘]\d\d)\s?[.년/-]\s?(?P<month>\d{1,2})\s?[.월/-]\s?(?P<day>\d{1,2})(?!\d)"
_BETWEEN = r"[\s|*:：]{0,8}"
_FROM = (
    rf"배\s?포\s?(?:일시|시점|일자|일)?{_BETWEEN}{_DAY}",
    rf"(?:보\s?도\s?(?:시점|일시|일자|일)|엠바고){_BETWEEN}{_DAY}",
    rf"(?:\bdate|(?:기사\s?)?(?:입력|등록|게재|승인|발행)\s?(?:일시|시간|일자|일)?){_BETWEEN}{_DAY}",
    # Without a word before it only a full year: a sentence may begin with ’26. 6. 18. too.
    rf"^[ \t]*(?=\d{{4}}){_DAY}",
)
"""What tells the date, the best first: release, embargo, a news site's stamp, a date on its own."""
_PATTERNS = [re.compile(pattern, re.MULTILINE) for pattern in _FROM]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]{{0,6}})\.?"
_ENGLISH = (
    re.compile(rf"\b{_MONTH}\s(?P<day>\d{{1,2}}),?\s(?P<year>20\d\d)\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})\s{_MONTH},?\s(?P<year>20\d\d)\b", re.IGNORECASE),
)
_DATED = re.compile(rf"\({_MONTH}\s(?P<day>\d{{1,2}})\)", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_HEAD = 3000


def published(text: str) -> str:
    """Return the day on which a document came out (EDTF), or nothing if it does not say.

    >>> published("보도시점 2026. 7. 3.(금) 12:00 배포 2026. 7. 2.(목)")
    '2026-07-02'
    """
    head = text[:_HEAD]
    for pattern in _PATTERNS:
        for match in pattern.finditer(head):
            year = match["year"]
            number = int(year) if len(year) == 4 else 2000 + int(year[1:])
            if day := _day(number, int(match["month"]), int(match["day"])):
                return day
    return _in_english(head)


def _in_english(head: str) -> str:
    for pattern in _ENGLISH:
        if match := pattern.search(head):
            return _day(int(match["year"]), _month(match["month"]), int(match["day"]))
    match = _DATED.search(head)
    years = set(_ANY_YEAR.findall(head)) if match else set()
    if match and len(years) == 1:
        return _day(int(years.pop()), _month(match["month"]), int(match["day"]))
    return ""


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
