"""Names that the vocabulary does not know, recognised by their form: 「…법」, ‘…전략’, …위원회.

Each form yields the span of a name and the label that the form gives it. A form is read where a
writer marks a name (quotation marks, ordinal numbers) or where the last word can be nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.korean import ends_word, tokens
from graph.model import Span

_QUOTED = re.compile(
    r"「([^「」\n]{2,60})」|｢([^｢｣\n]{2,60})｣|‘(?!\d\d[.년])([^‘’\n]{2,60})’|'(?!\d\d[.년])([^'’\n]{2,60})['’]|“([^“”\n]{2,60})”|\"([^\"\n]{2,60})\""
)
"""A passage in quotation marks of any kind; ``’26년`` opens none."""
_LAW = re.compile(r"[가-힣A-Za-z0-9·\s]+(?:법률|특별법|기본법|특례법|특별조치법|법)")
"""A wording that ends in a word for a law."""
_PROGRAM_HEADS = (
    "프로젝트",
    "추진전략",
    "방안",
    "전략",
    "이니셔티브",
    "기본계획",
    "종합계획",
    "로드맵",
    "프로그램",
    "계획",
    "사업",
    "챌린지",
    "구상",
    "비전",
    "문샷",
    "대전환",
)
_EVENT_HEADS = (
    "회의|대회|간담회|포럼|서밋|심포지엄|콘퍼런스|컨퍼런스|공청회|설명회|보고회|토론회|상담회|교류회|시연회|품평회|세미나|워크숍|박람회|"
    "전시회|미팅|서밋|콜로퀴엄|캠프|전략대화|공모전|대화|업무보고|총회|정상회담|발표회|경진대회|해커톤|공유회|"
    "(?:협약|체결|출범|발대|착수|개소|기공|준공|착공|선포|기념|시상|위촉|수여|현판|개막|폐막|개원|개관|개통|출정|"
    "취임|서명|조인|발사|진수|명명|전달)식"
)
_SESSION_HEADS = "위원회|협의회|심의회|이사회"
_EVENT = re.compile(rf"(?:{_EVENT_HEADS}|업무협약|공동선언)$")
_CALLED_BODY = re.compile(
    r"\s(?:컨소시엄|얼라이언스|협의체|협력체)(?:은|는|이|가|을|를|에|의|와|과)"
)
"""``‘가나’ 컨소시엄을``: the words in quotation marks are the name of a body."""
_AGREEMENT = re.compile(r"(?P<kind>협약|양해각서|MOU)(?:\s?\([A-Z]+\))?$")
_SIGNING = re.compile(r"(?:\s?\([A-Z]+\))?(?:을|를)\s(?:체결|맺)")
"""A verb of signing behind a quoted agreement; a treaty that is only cited is no event."""
_ORDINAL_EVENT = re.compile(
    rf"제\s?\d+\s?(?:차|회)\s?[가-힣A-Za-z0-9·\s]{{1,30}}?"
    rf"(?:(?:{_EVENT_HEADS})(?![가-힣]*(?:위원회|법))|(?:{_SESSION_HEADS})(?!\s?(?:{_EVENT_HEADS})))"
)
"""``제5회 … 회의``, or a committee so numbered unless its meeting is named after it."""
_EVENT_TAIL = re.compile(
    rf"(?:\s?\([^()]*\))?\s?(?:제?\s?\d+[차회]\s)?[가-힣]{{0,4}}?(?:{_EVENT_HEADS})"
)
"""``회의``, ``출범식`` behind a closing quotation mark."""
_SESSION = re.compile(rf"제\s?\d+\s?[차회]\s.*(?:{_SESSION_HEADS})$")
"""A committee with an ordinal number is one of its meetings."""
_ORGANIZATION_HEADS = (
    "연구원|연구소|연구단|연구센터|연구재단|진흥원|평가원|위원회|협회|학회|협의회|협의체|추진단|사업단|기획단|자문단|"
    "얼라이언스|파트너십|컨소시엄|지원팀|지원단|사무국|사무처|태스크포스|TF|대학교|재단|자문위|의료원|과학원|기술원|진흥회|중앙회"
)
_IS_ORGANIZATION = re.compile(
    rf"(?P<kind>{_ORGANIZATION_HEADS}|연합|협력체|연합체)(?:\s?\([A-Za-z-]+\))?$"
)
"""A name that ends in a word for a body, with its abbreviation."""
_VERSION = re.compile(r"\s?[\((](?:안|[’'‘]?\d{2,4}\s?[~∼–-]\s?[’'‘]?\d{2,4}년?)[\))]$")
"""``(안)``, ``(’26~’30)`` behind a plan."""
_PAPER = re.compile(
    r"(?<=사업|젝트|계획)\s?(?:(?:변경|수정|세부|시행|추진)계획|(?<!계획\s)(?<!계획)계획|(?:추진\s?)?현황|(?:추진|개편)\s?방안)$"
)
"""The kind of paper on a programme: ``사업 변경계획``."""
_AGENDA = re.compile(
    r"(?:^|[|\t])[ ]*[【\[(<]?(?:심의|보고|의결|안건|토의|논의)\s?(?:안건\s?)?(?:제\s?)?\d+(?:호)?[ ]?[】\])>.:]?[ ]*(?:[|\t][ ]*)?"
    r"(?P<name>[^|\t\n「」‘’]{4,60}?)[ ]*(?=[|\t\n]|$)",
    re.MULTILINE,
)
"""``【심의 1】``, ``보고안건 2`` and the rest of the line or cell, which is the plan."""
_ORGANIZATION = re.compile(rf"[가-힣A-Za-z0-9&·-]*(?:{_ORGANIZATION_HEADS})")
"""A word that ends in one for a body."""
_NATION = re.compile(r"(?:한국|대한|국제|세계|전국)\s$")
"""The first word of many a society's name: ``한국 물리학회``."""
_BARE_ORGANIZATION = re.compile(
    rf"(?:특별|추진|자문|실무|전문|운영|공동|민관|분야별|프로젝트|전략|정책|심의|조정|기획|평가|총괄|기술개발|연구개발|개발|실증|육성|지원)?"
    rf"(?:{_ORGANIZATION_HEADS})"
)
"""A word that says only of what kind a body is."""
_NO_PART_OF_NAMES = frozenset(
    [
        "오늘",
        "올해",
        "내년",
        "작년",
        "지난해",
        "이날",
        "이번",
        "지난",
        "최근",
        "현재",
        "상반기",
        "하반기",
        "관련",
        "주요",
        "각종",
        "해당",
        "정부",
        "산하",
        "소속",
        "등",
        "합동",
        "범부처",
        "범정부",
        "민관",
        "민·관",
        "별도",
        "신설",
        "기존",
        "신규",
        "동",
        "본",
        "각",
        "전체",
        "일부",
        "향후",
        "이후",
        "당시",
        "대통령",
        "국무총리",
        "장관",
        "오전",
        "오후",
    ]
)
"""Nouns that stand before a name without being part of it."""
_UNQUOTED_PROGRAM = re.compile(
    r"(?<![\w-])([A-Z][\w-]*(?:-[가-힣]+)?)(?:\s(?:추진전략|프로젝트|이니셔티브|추진방안|미션))"
)
"""A word in Latin letters before a word for a programme."""
_BARE_SESSION = re.compile(r"제\s?\d+\s?[차회]\s?(?:전체|정기|임시|본)?\s?회의")
"""``제2차 전체회의``: of which body is not said."""
_BODY_SESSION = re.compile(
    rf"[가-힣A-Za-z0-9·]*(?:{_SESSION_HEADS}|자문회의|특위|협의체)[’'”]?\s제?\s?\d+[차회]\s?(?:전체|정기|임시|본)?회의"
)
"""``가나위원회 제1차 회의``."""
_CEREMONY = re.compile(
    r"[가-힣A-Za-z0-9·-]*(?:협약|체결|출범|발대|착수|개소|기공|준공|착공|선포|위촉|현판|개막|개통|발사|진수|명명|서명)식"
    r"(?=[을를에이가은는과와도의]|\s(?:개최|참석|및))"
)
"""A ceremony as object, subject or place of its clause."""
_HELD = re.compile(
    rf"(?:열린|개최된|개최한)\s(?P<name>[가-힣A-Za-z0-9·-]+(?:\s[가-힣A-Za-z0-9·-]+){{0,6}}?\s?(?:{_EVENT_HEADS}))(?=에서\s|에\s(?:참석|참가))"
)
"""``열린 … 대회에서``: what was held there and then."""
_ORDINAL_PROGRAM = re.compile(
    r"제\s?\d+차\s[가-힣A-Za-z0-9·]+(?:\s[가-힣A-Za-z0-9·]+){0,4}?\s?(?:기본계획|종합계획|진흥계획|육성계획)"
)
_NUMBERED_PROGRAM = re.compile(r"\d{1,2}대\s?[가-힣]{0,6}(?:전략기술|첨단기술)")


@dataclass(frozen=True, slots=True)
class Form:
    """A name found by its form."""

    span: Span
    label: str


def find_forms(text: str) -> Iterator[Form]:
    """Yield the names in ``text`` that have a telling form, in no particular order."""
    for form in FORMS:
        yield from form(text)


def _quoted(text: str) -> Iterator[Form]:
    """What stands in quotation marks and ends in the head noun of a law, event, programme or body."""
    for match in _QUOTED.finditer(text):
        yield from _in_quotes(text, match)


def _in_quotes(text: str, match: re.Match[str]) -> Iterator[Form]:
    group = match.lastindex or 1
    span = Span(match.start(group), match.end(group))
    name = without_version(text[span.start : span.end]).strip()
    tail = _EVENT_TAIL.match(text, match.end())
    if text[match.start()] in "「｢" and _LAW.fullmatch(name):
        yield Form(span, "Law")
    elif _SIGNING.match(text, match.end()) and (agreed := _AGREEMENT.search(name)):
        yield Form(Span(span.start, span.start + agreed.end("kind")), "Event")
    elif _CALLED_BODY.match(text, match.end()) and not _IS_ORGANIZATION.search(name):
        yield Form(span, "Organization")
    elif ceremony := _EVENT.search(name):
        yield Form(span, "Event")
        body = name[: ceremony.start()].rstrip()
        if _IS_ORGANIZATION.search(body):
            yield Form(Span(span.start, span.start + len(body)), "Organization")
    elif not tail and _SESSION.search(name):
        yield Form(span, "Event")
    else:
        if tail and ends_word(text, tail.end()):
            yield Form(Span(match.start(), tail.end()), "Event")
        yield from _body_or_programme(span, name, text[match.end() : match.end() + 8])


def _body_or_programme(span: Span, name: str, after: str) -> Iterator[Form]:
    if (body := _IS_ORGANIZATION.search(name)) and len(name) < _LONGEST_BODY:
        # ‘… 연합(GAA)’: the abbreviation is another name.
        yield Form(Span(span.start, span.start + body.end("kind")), "Organization")
    elif _is_programme(name, after):
        yield Form(span, "Program")


_LONGEST_BODY = 30


def _is_programme(name: str, after: str) -> bool:
    if re.match(r"\s?(?:프로젝트|추진전략|이니셔티브)", after):
        return True
    return name.endswith(_PROGRAM_HEADS) and " " in name and len(name) < 40


def without_version(name: str) -> str:
    """Drop what says which paper on a programme is meant: ``계획(안)``, ``전략(’26~’30)``, ``사업 변경계획``."""
    return _PAPER.sub("", _VERSION.sub("", name))


def _ordinal_events(text: str) -> Iterator[Form]:
    """제5회 … 회의: a numbered gathering; 대통령 업무보고: a report to the head of state."""
    for match in re.finditer(r"(?:대통령|국무총리)\s업무보고", text):
        if ends_word(text, match.end()):
            yield Form(Span(match.start(), match.end()), "Event")
    for match in _ORDINAL_EVENT.finditer(text):
        if _BARE_SESSION.fullmatch(match.group()):
            continue
        if ends_word(text, match.end()) and "\n" not in match.group():
            yield Form(Span(match.start(), match.end()), "Event")


_STANDING = re.compile(r"(?<![가-힣])[가-힣]{2,10}(?:관계장관|장관|차관|부총리)회의")
"""``비상경제장관회의``: ministers who meet again and again under one name."""


_GATHERING = re.compile(
    r"(?<![가-힣])(?:간담회|공청회|설명회|토론회|세미나|워크숍|보고회|좌담회|심포지엄|포럼)(?=(?:을|를)\s(?:공동\s)?(?:개최|열|가졌|가지|마련|주재))"
)
"""A gathering by its kind, as the object of holding one."""


def _occasions(text: str) -> Iterator[Form]:
    """A committee's numbered session (가나위원회 제1차 회의), ministers' meetings, and a ceremony with the nouns before it."""
    for match in _STANDING.finditer(text):
        if ends_word(text, match.end()):
            yield Form(Span(match.start(), match.end()), "Event")
    for match in _BODY_SESSION.finditer(text):
        if ends_word(text, match.end()):
            yield Form(Span(_with_nouns_before(text, match.start()), match.end()), "Event")
    for match in _HELD.finditer(text):
        yield Form(Span(match.start("name"), match.end("name")), "Event")
    for match in _GATHERING.finditer(text):
        start = _with_nouns_before(text, match.start())
        # One word more (전문가 간담회) does not tell which.
        if text[start : match.start()].count(" ") > 1 and text[start] not in "‘'“「":
            yield Form(Span(start, match.end()), "Event")
    for match in _CEREMONY.finditer(text):
        start = _with_nouns_before(text, match.start())
        # The word alone (협약식) says of what kind the event is, not which.
        if start < match.start() and text[start] not in "‘'“「":
            yield Form(Span(start, match.end()), "Event")


def _agenda(text: str) -> Iterator[Form]:
    """``【심의 1】 가나 사업계획(안)``: the plans on an agenda, in lines and in the rows of its table."""
    for match in _AGENDA.finditer(text):
        if without_version(match["name"]).endswith(_PROGRAM_HEADS):
            yield Form(Span(match.start("name"), match.end("name")), "Program")


_UNDERTAKING = re.compile(
    r"(?<![가-힣A-Za-z])(?:(?:기술개발|연구개발|기술\s개발|연구\s개발|개발|구축|실증|양성|육성)\s?사업|국책\s?(?:연구개발\s?)?과제)(?=(?:은|는|이|을|의|에|에는)\s|\s(?:참여|주관|수행)기관)"
)
"""A project by its kind, as topic, subject or object."""


def _undertakings(text: str) -> Iterator[Form]:
    """``i-SMR 기술개발 사업은``: a project that is named by what it makes and its kind."""
    for match in _UNDERTAKING.finditer(text):
        start = _with_nouns_before(text, match.start())
        if start < match.start() and text[start] not in "‘'“「":
            yield Form(Span(start, match.end()), "Program")


def _programmes(text: str) -> Iterator[Form]:
    """NAME 프로젝트 with a Latin name, 제N차 …계획, and numbered groups of technologies."""
    for pattern in (_UNQUOTED_PROGRAM, _ORDINAL_PROGRAM, _NUMBERED_PROGRAM):
        for match in pattern.finditer(text):
            if ends_word(text, match.end()):
                yield Form(Span(match.start(), match.end()), "Program")


def _organizations(text: str) -> Iterator[Form]:
    """…연구원, …위원회: a body whose kind is its last word.

    A word that is only the kind (위원회, 추진단) takes in the nouns before it (국가전략기술 특별위원회).
    """
    for match in _ORGANIZATION.finditer(text):
        if not ends_word(text, match.end()):
            continue
        start = match.start()
        if nation := _NATION.search(text[max(0, start - 4) : start]):
            start -= len(nation.group())
        if _BARE_ORGANIZATION.fullmatch(match.group()):
            start = _with_nouns_before(text, start)
            if start == match.start():
                continue
        yield Form(Span(start, match.end()), "Organization")


_DATE = re.compile(r"\d+(?:년|월|일|시|명|개|여)?|제?\d+[차회기]")
_NAME_WORDS = 3
"""So many words before the head noun may belong to a name that is not in quotation marks."""


def _with_nouns_before(text: str, start: int, *, plain: bool = True) -> int:
    """Return where the run of nouns that ends right before ``start`` begins; unless ``plain``, some in quotation marks or with brackets."""
    word = _WORD if plain else _MARKED_WORD
    for _ in range(_NAME_WORDS):
        before = word.search(text[max(0, start - 30) : start])
        if before is None or _DATE.fullmatch(before.group(1)) or not _is_noun(before.group(1)):
            break
        if not plain:
            start -= len(before.group())
            continue
        start -= len(before.group(1)) + 1
        if before.group().startswith(("‘", "'", "“")):
            break
    return start


_WORD = re.compile(r"[‘'“]?([\w·-]+)\s$")
_MARKED_WORD = re.compile(r"(?:^|(?<=\s))[‘'“]?([\w·-]+)(?:\([\w·-]+\))?[’'”]?\s$")


def _is_noun(word: str) -> bool:
    found = tokens(word)
    tags = ("NN", "SL", "SN", "XSN", "XPN", "SO", "SP", "W")
    return (
        word not in _NO_PART_OF_NAMES and bool(found) and all(t.tag.startswith(tags) for t in found)
    )


_AGREED = re.compile(
    r"(?P<kind>(?:업무\s?협약|양해각서|업무협력\s협약|연구협력\s협약|협력각서))(?:\s?\(MOU\))?(?:을|를)\s(?:체결(?:했|하였|하고|한\s바)|맺(?:었|고))"
)
"""An agreement that was signed."""
_FOR = re.compile(r"(?P<noun>[^\s,]+)(?:을|를|에)\s(?:위한|관한|대한)\s$")
"""``수출을 위한`` right before the agreement."""


def _agreements(text: str) -> Iterator[Form]:
    """``가나 수출을 위한 업무협약을 맺었다``: an agreement that was signed, with what it is on."""
    for match in _AGREED.finditer(text):
        purpose = _FOR.search(text[max(0, match.start() - 40) : match.start()])
        start = match.start() - (len(purpose.group()) if purpose else 0)
        start = _with_nouns_before(text, start, plain=False)
        if start < match.start():
            yield Form(Span(start, match.end("kind")), "Event")


FORMS: tuple[Callable[[str], Iterator[Form]], ...] = (
    _quoted,
    _ordinal_events,
    _occasions,
    _agreements,
    _undertakings,
    _agenda,
    _programmes,
    _organizations,
)
"""Each finds the names of one form."""
