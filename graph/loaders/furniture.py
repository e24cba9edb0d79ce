"""Lines about the page itself, and captions of pictures: they stand between the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Block, Span

_DATE = r"(?:20|19)?\d\d\s?[.년/-]\s?\d{1,2}\s?[.월/-]\s?\d{1,2}\s?[.일]?"
_RELEASE = re.compile(
    r"\W{0,4}(?:보도\s?(?:시점|일시|일)|배포\s?(?:일시|시점|일)|엠바고)(?![가-힣])|"
    rf"\W{{0,4}}배포\W{{1,4}}{_DATE}"
)
_STAMP = re.compile(
    r"date\s+\d{4}|"
    rf"(?:기사\s?)?(?:입력|등록|수정|승인|게재|발행|최종\s?수정|업데이트)\s?(?:일시|시간|일)?\s?[::]?\s?{_DATE}|"
    r"(?:홈|HOME|Home|메인)\s?[>›»〉]|"
    r"(?:조회수?|추천수?|댓글|공유하기|공유|스크랩|인쇄|프린트|글자\s?크기|목록)\s?[::]?\s?[\d,]*$|"
    r"(?:[=_*-]\s?){3,}$|-\s?\d{1,3}\s?-$|!\[[^\]\n]*\]\([^)\n]*\)$|<!--.*-->$|\[?(?:이미지|image)\]?$"
)
_DAY = re.compile(
    rf"{_DATE}(?:[^가-힣(]|\(|\([월화수목금토일]\)|오전|오후){{0,24}}"
    r"(?:(?:댓글|조회|입력|수정|등록)[^다]{0,24})?$"
)
_RIGHTS = re.compile(
    r"[<\[(【]?\s?(?:저작권자\s?[ⓒ©(<[::=]|[ⓒ©]|Copyright\b)|.{0,60}무단\s?(?:전재|복제|배포)|.{0,60}재배포\s?금지"
)
_RIGHTS_LENGTH = 120
_RELEASE_LENGTH = 160

_REPORTER = r"[가-힣]{2,4}\s?[가-힣]{0,3}(?:기자|특파원)"
_MAIL = r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}"
_BYLINE = re.compile(
    rf"[^.]{{0,24}}(?:{_REPORTER}|기자)\s?[(\[<]?\s?{_MAIL}\s?[)\]>]?$|(?:[\[(][가-힣A-Za-z0-9 =]{{1,16}})?{_REPORTER}[\])]?$|기자\s[가-힣]{{2,4}}$"
)
_BYLINE_LENGTH = 100
_BYLINE_BEHIND = re.compile(rf"(?<=[.”’\"'])\s+(?={_REPORTER}\s?[(\[<]?\s?{_MAIL}\s?[)\]>]?$)")

_PICTURE = re.compile(
    r"\[사진|[/(<〈]\s?사진\s?(?:[=|::]|제공)|^[(\[<〈]?사진\s?[=|::]|(?:제공|사진)\s?=\s?[가-힣A-Za-z ]{2,20}[)\]]?$"
)
_SCENE = re.compile(
    r"(?:촬영|인사말|발언|축사|환영사|개회사|격려사|악수|박수|환담|구호|설명|보고|서명|회의|포즈|대화|질의|답변|사진)"
    r"(?:을|를)?\s?(?:하|나누|듣|주고받|치|외치|주재하|취하|찍)고\s?있다\.?$|"
    r"(?:둘러보|살펴보|관람하|시찰하|시연하)고\s?있다\.?$|기념\s?촬영(?:하는)?(?:\s?모습)?\.?$"
)
_TOPIC = re.compile(
    r"[가-힣]는\s|[가-힣]{3}은\s|(?:장관|차관|청장|처장|국장|원장|총장|회장|사장|대표|대통령|총리)은\s"
)
"""A caption tells who is seen (``장관이``); a sentence what it is about (``장관은``)."""
_ARROWS = "▲△◀▶▼◁▷↑↓← "
_CAPTION_LENGTH = 160


def set_apart(text: str, line: Span) -> Block | None:
    """Return the line as page furniture or a caption, or None if it belongs to the text."""
    written = text[line.start : line.end]
    if _is_furniture(written):
        return Block("furniture", line)
    if len(written) <= _CAPTION_LENGTH and (_PICTURE.search(written) or _is_scene(written)):
        size = len(written) - len(written.lstrip(_ARROWS))
        return Block("caption", Span(line.start + size, line.end)) if size < len(line) else None
    return None


def without_byline(text: str, line: Span) -> Iterator[Span]:
    """Yield the line, and apart from it the byline that a last paragraph may end with."""
    tail = max(line.start, line.end - _BYLINE_LENGTH)
    match = _BYLINE_BEHIND.search(text, tail, line.end) if "@" in text[tail : line.end] else None
    if match is None:
        yield line
        return
    yield Span(line.start, match.start())
    yield Span(match.end(), line.end)


def _is_furniture(line: str) -> bool:
    size = len(line)
    return bool(
        (size <= _RELEASE_LENGTH and (_RELEASE.match(line) or _STAMP.match(line)))
        or (size <= _BYLINE_LENGTH and (_DAY.match(line) or _BYLINE.match(line)))
        or (size <= _RIGHTS_LENGTH and _RIGHTS.match(line))
    )


def _is_scene(line: str) -> bool:
    """One sentence that says what is seen: someone, at a place, doing something."""
    unmarked = line.lstrip(_ARROWS)
    return (
        unmarked[:1].isalnum()
        and bool(_SCENE.search(unmarked))
        and not _TOPIC.search(unmarked[:40])
        and not re.search(r"다[.”]\s", unmarked)
    )
