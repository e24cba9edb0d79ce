"""Lists within running text: ``▲a ▲b``, ``a·b·c 등 8대 분야``, ``3대 미션(a, b, c)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.korean import OPEN
from graph.model import Span

Kind = Literal["mission", "field", "part", "technology"]

_KINDS: dict[Kind, str] = {
    "mission": "미션|과제|임무|중점과제|추진과제|국가과제|추진전략|추진방향",
    "field": "분야|영역|부문",
    "part": "분과|협의체|위원회|워킹그룹|작업반",
    "technology": "기술|세부기술|유망기술|중점기술|품목",
}
_ENGLISH_HEADS: dict[Kind, re.Pattern[str]] = {
    "field": re.compile(
        r"(?i:(?:focus|research)?\s?(?:fields?|areas?|sectors?|programs?|programmes?))"
    ),
    "mission": re.compile(
        r"(?i:(?:flagship|key|main)?\s?(?:missions?|tasks?|targets?|goals?|projects?))"
    ),
}
"""Columns of English tables; headers come without spaces."""
_HEAD = "|".join(_KINDS.values())
_MARK = re.compile(r"[▲△▶▷●◆◇■◦❍①-⑳]")
_HEAD_BEFORE = re.compile(
    rf"({_HEAD})(?:으로는|로는|에는|은|는|으로|로|을|를|이|가|\s?[:\-–])?\s*$"
)
_HEAD_AFTER = re.compile(
    rf"\s?등(?:의|\s총)?\s?(?:(\d+)\s?[개대]\s?)?(?:[가-힣]{{1,8}}\s){{0,2}}?[가-힣]{{0,4}}?({_HEAD})(?![가-힣]*(?:방안|방향|논의))"
)
"""``등 8대 중점분야`` behind the last item, but not ``등 육성방안 논의``."""
_MADE_INTO = re.compile(
    rf"(?:을|를)\s(?:(\d+)대\s)?(?:[가-힣]{{1,4}}\s)?({_HEAD}|목표)(?:으로|로)\s(?:추진|세우|설정|내걸|선정|정하|정했|삼|제시)"
)
"""``▲a ▲b를 중점 과제로 추진한다``."""
_TAIL = re.compile(r"\s등(?=이다|입니다|이\s|을\s|의\s|으로|\s\d|\s?,|\s?$|\s?\.)")
"""``등`` with what may follow it at the end of a list."""
_BRACKET_LIST = re.compile(
    rf"(\d+)대\s?((?:[가-힣]{{1,6}}\s?){{0,2}}?(?:{_HEAD}))\s?[\((]([^()()\n]+)[\))]"
)
"""``3대 핵심미션(a, b, c)``."""
_COLON_LIST = re.compile(
    rf"[\((]?(\d+)대\s([가-힣\s]{{0,12}}?(?:{_HEAD}))[\))]?(?:은|는)?\s?[::]\s?"
)
"""``12대 국가전략기술 :`` at the head of a sentence."""
_DOTTED = re.compile(
    r"((?:[가-힣A-Za-z0-9]+(?:\s?AI)?\s?[·,ㆍ]\s?){1,20}[가-힣A-Za-z0-9·]+(?:\s?AI)?)\s등\s(\d+|두|세|네|다섯|여섯)\s?(?:[대개]\s)?(?:[가-힣]{1,4}\s)?(?:분야|부문|영역|갈래|축)"
)
"""``a·b·c 등 8대 분야``."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of one list, what they are, and how many the text says that there are."""

    kind: Kind
    items: tuple[Span, ...]
    span: Span
    count: int = 0
    head: str = ""
    examples: bool = False


def marked_list(text: str, span: Span) -> Listed | None:
    """Return the ``▲a ▲b …`` list within ``span`` if a head noun says what its items are."""
    marks = list(_MARK.finditer(text, span.start, span.end))
    if len(marks) < 2:
        return None
    items = list(_items(text, span, marks))
    if not items:
        return None
    if made := _MADE_INTO.search(text, items[-1].start, span.end):
        items[-1] = _trim(text, items[-1].start, made.start())
    after = made or _HEAD_AFTER.match(text, items[-1].end, span.end)
    before = _HEAD_BEFORE.search(text[span.start : marks[0].start()])
    if core := _IS_CORE.search(text, items[-1].start, span.end):
        items[-1] = _trim(text, items[-1].start, core.start())
        bare = tuple(_without_ending(text, item) for item in items)
        return Listed("mission", bare, span, 0, core["head"])
    head = after.group(2) if after else before.group(1) if before else ""
    kind = "mission" if head == "목표" else kind_of(head)
    if kind is None:
        return None
    count = int(after.group(1)) if after and after.group(1) else 0
    return Listed(kind, tuple(items), span, count, head)


_IS_CORE = re.compile(
    r"(?:는|다는|한다는)\s(?:것|점|내용)이\s(?:이번\s|이\s)?(?P<head>전략|계획|로드맵|프로젝트|사업|구상|방안)의\s(?:핵심|골자|뼈대|요지)"
)
"""``▲…하고, ▲…한다는 것이 이번 전략의 핵심이다``."""
_ENDING = re.compile(r"(?:(?<=[가-힣])(?:하고|하며|고|며)|,)\s?,?$|(?:으로\s)?나아가,?$")


def _without_ending(text: str, item: Span) -> Span:
    ending = _ENDING.search(text[item.start : item.end])
    return Span(item.start, item.start + ending.start()) if ending else item


def announced_list(text: str, span: Span, start: int) -> Listed | None:
    """Return the ``△a △b`` list within ``span`` if the sentence before it, from ``start`` on, announces just so many."""
    said = _ANNOUNCED.search(text, start, span.start)
    marks = list(_MARK.finditer(text, span.start, span.end))
    if (
        said is None
        or len(marks) != int(said.group(1))
        or text[span.start : marks[0].start()].strip()
    ):
        return None
    items = list(_items(text, span, marks))
    kind = kind_of(said.group(2))
    return Listed(kind, tuple(items), span, len(items), said.group(2)) if kind and items else None


_ANNOUNCED = re.compile(
    rf"(\d+)[대개]\s((?:[가-힣]{{1,6}}\s?){{0,2}}?(?:{_HEAD}))(?:\([^()]*\))?(?:을|를)\s[^.]{{0,20}}?(?:공개|제시|선정|확정|발표|정|제안)(?:했|하였)다[.]\s*$"
)
"""``5대 핵심 임무(안)를 공개했다.`` right before the list."""


def bracketed_lists(text: str, span: Span) -> Iterator[Listed]:
    """Yield ``N대 미션(a, b, c)`` where the bracket holds just N items."""
    for match in _BRACKET_LIST.finditer(text, span.start, span.end):
        items = tuple(_split(text, Span(match.start(3), match.end(3)), r",|ㆍ|/"))
        kind = kind_of(match.group(2))
        if kind and len(items) == int(match.group(1)):
            yield Listed(kind, items, span, len(items), match.group(2))


def colon_lists(text: str, span: Span) -> Iterator[Listed]:
    """Yield ``12대 국가전략기술 : a, b, …`` where just so many items follow the colon."""
    match = _COLON_LIST.match(text, span.start, span.end)
    if match is None:
        return
    whole = Span(match.end(), span.end)
    marks = list(_MARK.finditer(text, whole.start, whole.end))
    items = list(_items(text, whole, marks)) if marks else list(_split(text, whole, r","))
    head = match.group(2)
    kind = "field" if head.endswith("기술") else kind_of(head)
    if kind and len(items) == int(match.group(1)):
        yield Listed(kind, tuple(items), span, len(items), head)


_TOPIC_LIST = re.compile(
    rf"(\d+)[대개]\s((?:[가-힣]{{1,6}}\s?){{0,2}}?(?:{_HEAD}))(?:은|는)\s(?P<items>[^.:]{{5,200}}?)(?:이다|다|입니다|이었다|였다|으로\s구성[^.]*|로\s구성[^.]*)[.]?$"
)
"""``3대 분야는 a, b, c다``."""


_COUNTED_LIST = re.compile(
    rf"(?:은|는|이|가)\s(?P<items>[^.:]{{5,200}}?)\s등\s(?P<count>\d+)[대개]\s(?P<head>(?:[가-힣]{{1,4}}\s)?(?:{_HEAD}))(?:으로|로|이다|다|을|를|이|가)"
)
"""``사업은 a, b, c 등 3개 분야로 구성``: a full list, its items perhaps of several words."""


def topic_lists(text: str, span: Span) -> Iterator[Listed]:
    """Yield ``3대 분야는 a, b, c다``, ``사업은 a, b, c 등 3개 분야로`` where just so many items stand there."""
    complement = _TOPIC_LIST.search(text, span.start, span.end)
    counted = _COUNTED_LIST.search(text, span.start, span.end)
    for match, count, head in (
        (complement, complement.group(1), complement.group(2)) if complement else (None, "", ""),
        (counted, counted["count"], counted["head"]) if counted else (None, "", ""),
    ):
        if match is None:
            continue
        whole = Span(match.start("items"), match.end("items"))
        items = tuple(_split(text, whole, r",\s?|(?<=[가-힣A-Z])(?:과|와)\s|\s및\s"))
        kind = kind_of(head)
        if kind and len(items) == int(count):
            yield Listed(kind, items, span, len(items), head)


_NUMBERS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_NUMBER = rf"\d+|{'|'.join(_NUMBERS)}"
_HEADS = "fields|areas|sectors|technologies|missions|tasks|goals|pillars"
_ENGLISH_LIST = re.compile(
    rf"\b(?P<count>{_NUMBER})\s(?:(?!(?:{_NUMBER}|{_HEADS})\b)[\w“”\"'-]+\s){{0,4}}?(?P<head>{_HEADS})\b"
    rf"(?:\s(?:(?!\b(?:{_NUMBER})\b)[^.:;]){{0,60}})?\s?"
    r"(?P<mark>:|,\snamely|\sare|\sincludes?|,?\sincluding|,?\ssuch\sas|—|–)\s?(?P<items>[^.;:]+)",
    re.IGNORECASE,
)
"""``twelve fields: a, b and c``, ``3 missions, namely …``, ``12 technologies such as a and b``."""
_EXAMPLES = re.compile(r"includ|such")
_GOES_ON = re.compile(
    r"\s(?:to|that|which|at|by|with|over|through|will|was|were|is|are|has|have|on)\s.*$", re.DOTALL
)
"""Where the sentence goes on behind a list of examples."""
_MOST_WORDS = 5
"""So many words the name of a field takes at most; more is a clause."""


def english_lists(text: str, span: Span) -> Iterator[Listed]:
    """Yield ``twelve fields: a, b, … and c`` where just so many items follow, or fewer as examples."""
    for match in _ENGLISH_LIST.finditer(text, span.start, span.end):
        exemplary = bool(_EXAMPLES.search(match["mark"]))
        whole = Span(match.start("items"), match.end("items"))
        items = tuple(
            _trim(text, piece.start, piece.end)
            for piece in _split(text, whole, r",\s(?:and\s)?|\sand\s(?=[^,]+$)")
        )
        word = match["count"].lower()
        count = _NUMBERS.index(word) + 2 if word in _NUMBERS else int(word) if word.isdigit() else 0
        mission = match["head"].lower() in ("missions", "tasks", "goals")
        kind: Kind = "mission" if mission else "field"
        if exemplary and len(items) < count:
            items = tuple(_examples(text, items, mission))
        elif len(items) != count:
            continue
        if items:
            yield Listed(kind, items, span, count, match["head"], len(items) < count)


_INCLUDE = re.compile(
    r"\b(?:[Ii]ts|[Tt]he|[Tt]heir)\s(?:[\w-]+\s){0,3}?(?P<head>missions|tasks|goals|projects)\s(?:include|are)\s(?P<items>[a-z]+ing\s[^.;:]+)"
)
"""``Its missions include doing a, doing b and doing c``."""


def included_missions(text: str, span: Span) -> Iterator[Listed]:
    """Yield ``its missions include doing a, doing b and doing c`` where each item begins with what is done."""
    for match in _INCLUDE.finditer(text, span.start, span.end):
        whole = Span(match.start("items"), match.end("items"))
        pieces = _split(text, whole, r",\s(?:and\s)?|\sand\s(?=[a-z]+ing\s[^,]+$)")
        items = tuple(_trim(text, piece.start, piece.end) for piece in pieces)
        if len(items) > 1 and all(re.match(r"[a-z]+ing\s", text[i.start : i.end]) for i in items):
            yield Listed("mission", items, span, 0, match["head"], examples=True)


def _examples(text: str, items: Sequence[Span], mission: bool) -> Iterator[Span]:
    """The items of a list that names some of more; the clause behind the last one is cut off."""
    for number, item in enumerate(items, 1):
        wording = text[item.start : item.end]
        if number == len(items) and not mission:
            wording = _GOES_ON.sub("", wording)
        if mission != bool(re.match(r"[a-z]+ing\s", wording)):
            return
        if mission or len(wording.split()) <= _MOST_WORDS:
            yield Span(item.start, item.start + len(wording))


_COUNTS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6}


def counted_fields(text: str, span: Span) -> Iterator[Listed]:
    """Yield ``a·b·c 등 N대 분야``: fields named as examples of N."""
    for match in _DOTTED.finditer(text, span.start, span.end):
        whole = Span(match.start(1), match.end(1))
        separator = r"," if "," in match.group(1) else r"[·ㆍ]"
        items = tuple(_split(text, whole, separator))
        count = _COUNTS.get(match.group(2)) or int(match.group(2))
        if separator == ",":
            items = items[-count:]  # what stands before the last N led up to the list
        if len(items) <= count:
            yield Listed("field", items, span, count, "분야", len(items) < count)


def kind_of(head: str) -> Kind | None:
    """Return what a head noun says of the items of its list."""
    for english, pattern in _ENGLISH_HEADS.items():
        if pattern.fullmatch(head.strip()):
            return english
    for kind, words in _KINDS.items():
        if re.search(rf"(?:{words})$", head.strip()):
            return kind
    return None


def _items(text: str, span: Span, marks: list[re.Match[str]]) -> Iterator[Span]:
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else span.end
        if following is None:
            end = _last_end(text, mark.end(), end)
        item = _trim(text, mark.end(), end)
        if len(item):
            yield item


_CLOSING = re.compile(rf"(?:이다|입니다|이었다|였다|을|를|으로|로|(?<={OPEN})(?<![하되])다)?[.]?$")
"""A copula or particle at the end of a sentence."""


def _last_end(text: str, start: int, end: int) -> int:
    """Where the last item ends: before 등, or before the copula that closes the sentence."""
    tail = _TAIL.search(text, start, end) or re.compile(r"\s등\s").search(text, start, end)
    if tail:
        return tail.start()
    copula = _CLOSING.search(text, start, end)
    return copula.start() if copula else end


def _split(text: str, span: Span, separator: str) -> Iterator[Span]:
    start = span.start
    for match in re.compile(separator).finditer(text, span.start, span.end):
        yield _trim(text, start, match.start())
        start = match.end()
    yield _trim(text, start, span.end)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",‘'"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;.’'"):
        end -= 1
    return Span(start, end)
