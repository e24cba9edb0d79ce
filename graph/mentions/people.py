"""People and their posts: ``이름 기관 직위``, ``기관(직위 이름)``, ``이름 직위``.

A person is found by a post or a title beside the name; a name alone is none, since most Korean names
are also words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.korean import PARTICLE, tokens
from graph.model import Appointment, Mention, Span
from graph.vocabulary import Vocabulary

_UNIT = re.compile(r"[가-힣A-Za-z0-9·]*(?:국|과|실|팀|본부|센터|연구소|연구단|사업단|부|원)")
_END = rf"(?={PARTICLE}(?:[^가-힣A-Za-z0-9]|$)|다[.\s]|입니다)"

_IN_BUSINESS = "대표이사|공동대표|대표|회장|부회장|사장|부사장|전무|상무|이사|최고경영자|최고기술책임자|CEO|CTO|연구소장|센터장"
_BODY_HEADS = "협회|학회|협의회|연합회|중앙회|조합|포럼|연구원|연구소|재단|진흥원|기술원|과학원|공사|공단|병원|대학교|대학|센터|사업단|추진단|연구단|기획단"
_HEAD_TITLES = "의장|회장|이사장|원장|소장|총장|센터장|사장"
_OF_POST = frozenset(
    [
        "신임",
        "전임",
        "현직",
        "당시",
        "초대",
        "명예",
        "선임",
        "담당",
        "공동",
        "상임",
        "비상임",
        "차기",
        "그룹",
        "회사",
        "기업",
        "업체",
        "협회",
        "학회",
        "기관",
        "대학",
        "산하",
        "민간",
        "정부",
        "국내",
        "해외",
        "사내",
        "사외",
        "총괄",
        "기술",
        "경영",
        "연구",
        "영업",
        "개발",
        "부문",
        "사업",
    ]
)
"""Words that stand between a name and a post without naming where."""
_NOT_NAMES = frozenset(
    [
        "이후",
        "이날",
        "이번",
        "이어",
        "이미",
        "이에",
        "이와",
        "이런",
        "최근",
        "최종",
        "최초",
        "현재",
        "정부",
        "전체",
        "우선",
        "오는",
        "오늘",
        "지난",
        "당시",
        "구체",
        "주요",
        "성과",
        "신규",
        "한편",
        "하지만",
        "유관",
        "원래",
        "기존",
        "이중",
        "이달",
        "이곳",
        "이들",
        "반면",
        "한국",
        "서울",
        "성공",
        "방안",
        "전국",
        "여러",
        "민간",
        "정식",
        "임시",
        "표준",
        "인근",
        "도내",
        "국내",
        "국가",
        "지역",
        "나라",
    ]
)
"""Common words that have the form of a name: a surname's syllable and one or two more."""
_NOUNS = ("NN", "SL", "SN", "XSN", "XPN", "SO", "W", "XR")


class PeopleFinder:
    """Finds appointments in text, with the titles and surnames of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        titles = "|".join(sorted(map(re.escape, vocabulary.titles), key=lambda t: (-len(t), t)))
        surnames = "|".join(sorted(vocabulary.surnames, key=lambda s: (-len(s), s)))
        name = rf"(?P<name>(?:{surnames})[가-힣]{{1,2}})"
        self._name_before = re.compile(rf"(?<![가-힣0-9]){name}\s$")
        self._title = re.compile(rf"(?:부총리\s겸\s)?(?:{titles})(?:\s직무대행)?{_END}")
        self._post = re.compile(
            rf"\s?(?P<unit>[가-힣A-Za-z0-9·]*?)\s?(?P<title>(?:{titles})(?:\s직무대행)?){_END}"
        )
        self._in_bracket = re.compile(
            rf"(?<=[\((,,\s])(?P<before>(?:[가-힣]+\s)??)(?P<title>(?:{titles})(?:\s직무대행)?)\s{name}(?=\s?[,,))]|\s[가-힣A-Za-z0-9&·]{{2,15}}(?:\s(?:{titles}))?\s?[,,))])"
        )
        self._plain = re.compile(
            rf"(?<![가-힣0-9]){name}\s(?P<title>(?:부총리\s겸\s)?(?:{titles})){_END}"
        )
        self._employed = re.compile(
            rf"(?<![가-힣0-9]){name}\s(?P<body>[가-힣A-Za-z0-9&]{{2,15}})\s(?:{_IN_BUSINESS}){_END}"
        )
        self._headed = re.compile(
            rf"(?<![가-힣0-9]){name}\s(?P<body>[가-힣A-Za-z0-9&·]*(?:{_BODY_HEADS}))(?:장|\s?(?:{_HEAD_TITLES})){_END}"
        )
        self._titles = frozenset(vocabulary.titles)
        self._staff = re.compile(
            rf"(?<![가-힣0-9]){name}\s(?P<unit>[가-힣A-Za-z0-9·]{{2,14}}(?:실|국|본부))장{_END}"
        )
        self._short = re.compile(rf"(?<![가-힣0-9])(?P<name>{surnames})\s(?P<title>{titles}){_END}")

    def employers(self, text: str, span: Span) -> Iterator[Span]:
        """Yield the unknown bodies in ``이름 가나협회장`` and ``이름 회사 대표``.

        A body by its last syllables before the post of its head, or one word before a post in business.

        The name must be one to the analyser too, and the word a noun that says nothing of the post.
        """
        for match in self._headed.finditer(text, span.start, span.end):
            if _is_proper_noun(
                text[span.start : span.end], match.start("name") - span.start, match["name"]
            ):
                yield Span(match.start("body"), match.end("body"))
        for match in self._employed.finditer(text, span.start, span.end):
            word = match["body"]
            nouns = all(t.tag.startswith(_NOUNS) for t in tokens(word))
            name = _is_proper_noun(
                text[span.start : span.end], match.start("name") - span.start, match["name"]
            )
            listed = _IN_LIST.search(text[span.start : match.start()])
            if nouns and (name or listed) and word not in _OF_POST and word not in self._titles:
                yield Span(match.start("body"), match.end("body"))

    def find(
        self, text: str, span: Span, organizations: Sequence[Mention]
    ) -> Iterator[Appointment]:
        """Yield the appointments within ``span``; ``organizations`` are those mentioned there."""
        posts = [
            *self._beside_organizations(text, span, organizations),
            *self._behind_organizations(text, span, organizations),
            *self._in_brackets(text, span, organizations),
        ]
        held: list[Appointment] = []
        for found in (*posts, *self._by_title(text, span)):
            if any(m.span.start <= found.person.start < m.span.end for m in organizations):
                continue  # 서울대 총장: a body and the post of its head
            before = text[span.start : found.person.start]
            if (
                found.name in _OF_POST
                or found.name in _NOT_NAMES
                or _COUNTED.search(before)
                or _NOT_NOW.search(before)
            ):
                continue
            if _BUT_NOT_YET.match(text, found.span.end) or _ONCE.match(text, found.span.end):
                continue
            if _FORMER.search(text, found.person.end, found.span.end):
                continue
            # One may have posts at two bodies: (부위원장 이름 회사 대표).
            if not any(_same_post(found, other) for other in held):
                held.append(found)
                yield found

    def _beside_organizations(
        self, text: str, span: Span, organizations: Sequence[Mention]
    ) -> Iterator[Appointment]:
        """``이름 기관 직위``, with a second office before it (``부총리 겸``) or a bracket behind it."""
        for mention in organizations:
            if text.startswith("위원", mention.span.end):
                continue  # 정부위원: a kind of member, not a post in the government
            before = text[span.start : mention.span.start]
            office = re.search(
                r"(?:대통령\s권한대행\s)?(?:(?:과학기술|경제|사회)?부총리\s겸\s|대통령\s직속\s)$|대통령\s권한대행\s$",
                before,
            )
            name = self._name_before.search(before[: office.start()] if office else before)
            if name is None or self._is_post(name["name"]):
                continue
            bracket = re.match(r"\s?[\((][^()()\n]{1,30}[\))]", text[mention.span.end : span.end])
            at = mention.span.end + (bracket.end() if bracket else 0)
            post = self._post.match(text, at, span.end)
            head = post or self._fused_head(text, mention, span)
            if head is None:
                continue
            unit, title = self._unit_and_title(post, mention, text)
            start = (
                span.start + name.start("name") - _given_name(before, name.start("name"), mention)
            )
            person = Span(start, span.start + name.end("name"))
            end = post.end() if post else mention.span.end + 1
            prefix = "부총리 겸 " if office and "부총리" in office.group() else ""
            full = text[person.start : person.end]
            yield Appointment(
                Span(person.start, end), person, full, prefix + title, mention.entity, unit
            )

    def _is_post(self, word: str) -> bool:
        """``차장은``: a post with its particle, which only looks like a name."""
        return word[-1] in "은는이가을를도과와" and word[:-1] in self._titles

    def _behind_organizations(
        self, text: str, span: Span, organizations: Sequence[Mention]
    ) -> Iterator[Appointment]:
        """``기관 이름 직위``: the name and its title stand right behind the organization."""
        for mention in organizations:
            bracket = _ABBREVIATION.match(text, mention.span.end, span.end)
            start = bracket.end() if bracket else mention.span.end
            if bracket and (staff := self._staff.match(text, start, span.end)):
                yield self._in_unit(staff, mention)
            match = self._plain.match(text, start, span.end)
            sentence = text[span.start : span.end]
            if (
                match
                and match["title"] not in _SHARED_TITLES
                and _is_proper_noun(sentence, match.start("name") - span.start, match["name"])
            ):
                person = Span(match.start("name"), match.end("name"))
                yield Appointment(
                    Span(mention.span.start, match.end()),
                    person,
                    match["name"],
                    match["title"],
                    mention.entity,
                )

    def _in_unit(self, match: re.Match[str], mention: Mention | None = None) -> Appointment:
        """``이름 정책실장``: the head of a unit, of the organization if it stands before the name."""
        unit = match["unit"]
        return Appointment(
            Span(mention.span.start if mention else match.start(), match.end()),
            Span(match.start("name"), match.end("name")),
            match["name"],
            (unit[-1] if unit[-1] in "실국" else "본부") + "장",
            mention.entity if mention else None,
            unit,
        )

    def _fused_head(self, text: str, mention: Mention, span: Span) -> re.Match[str] | None:
        """``우주항공청장``: the organization's name runs into its head's title."""
        return re.compile(rf"장{_END}").match(text, mention.span.end, span.end)

    def _unit_and_title(
        self, post: re.Match[str] | None, mention: Mention, text: str
    ) -> tuple[str, str]:
        if post is None:
            return "", _kind_word(text[mention.span.start : mention.span.end]) + "장"
        unit, title = post["unit"], post["title"]
        if title.endswith("장") and not unit and len(title) > 2:
            return "", title
        if title.endswith("장") and unit:
            whole = unit + title[:-1]
            if _UNIT.fullmatch(whole):
                return whole, title
        return "", title

    def _in_brackets(
        self, text: str, span: Span, organizations: Sequence[Mention]
    ) -> Iterator[Appointment]:
        """``기관(직위 이름, …)``."""
        for mention in organizations:
            bracket = _BRACKET.match(text, mention.span.end, span.end)
            found = (
                self._in_bracket.finditer(text, bracket.start(), bracket.end()) if bracket else ()
            )
            for match in found:
                office = "부총리 겸 " if "부총리" in match["before"] else ""
                yield Appointment(
                    Span(mention.span.start, match.end()),
                    Span(match.start("name"), match.end("name")),
                    match["name"],
                    office + match["title"],
                    mention.entity,
                )

    def _by_title(self, text: str, span: Span) -> Iterator[Appointment]:
        """``이름 직위``, ``이름 정책실장`` or ``성 직위``, the organization being said elsewhere or not at all."""
        for match in self._staff.finditer(text, span.start, span.end):
            if _is_proper_noun(
                text[span.start : span.end], match.start() - span.start, match["name"]
            ):
                yield self._in_unit(match)
        for pattern, full in ((self._plain, True), (self._short, False)):
            for match in pattern.finditer(text, span.start, span.end):
                # The analyser may know a name by its post that it does not know in the whole sentence.
                if full and not (
                    _is_proper_noun(
                        text[span.start : span.end], match.start() - span.start, match["name"]
                    )
                    or _is_proper_noun(match.group(), 0, match["name"])
                ):
                    continue
                yield Appointment(
                    Span(match.start(), match.end()),
                    Span(match.start("name"), match.end("name")),
                    match["name"],
                    match["title"],
                    full_name=full,
                )


def _given_name(before: str, at: int, organization: Mention) -> int:
    """How many letters before the name at ``at`` are a given name: 크리스 라이트 미국 에너지부 장관."""
    if not _ABROAD.match(organization.entity.name):
        return 0
    given = _GIVEN.search(before[:at])
    return len(given.group()) if given else 0


_ABROAD = re.compile(
    r"(?:미국?|영국|일본|중국|독일|프랑스|캐나다|호주|인도|이탈리아|스위스|네덜란드|스웨덴|핀란드|덴마크|이스라엘|체코|폴란드|유럽|EU|사우디|아랍에미리트|UAE|베트남|싱가포르)\s?"
)
"""A country at the head of an organization's name."""
_GIVEN = re.compile(r"(?<![가-힣])[가-힣]{1,5}(?<![은는이가과와을를])\s$")
"""A word before a foreign family name."""


def _same_post(a: Appointment, b: Appointment) -> bool:
    """Whether two readings are of one name and do not tell two bodies."""
    bodies = {x.organization.id for x in (a, b) if x.organization}
    overlap = a.person.start < b.person.end and b.person.start < a.person.end
    return overlap and not (len(bodies) > 1 and a.person == b.person)


@lru_cache(maxsize=1024)
def _is_proper_noun(sentence: str, at: int, name: str) -> bool:
    """Ask the analyser whether the word at ``at`` is a name (권석민) or a noun (공동)."""
    return any(t.start == at and t.form == name and t.tag == "NNP" for t in tokens(sentence))


_ABBREVIATION = re.compile(r"(?:\s?[\((][A-Za-z가-힣 -]{2,15}[\))])?\s")
_SHARED_TITLES = frozenset({"총리", "국무총리", "대통령", "부총리", "의원"})
"""Posts that are never those of the body named before them."""
_BRACKET = re.compile(r"\s?[\((][^()()\n]*[\))]")
_NOT_NOW = re.compile(r"故[\))]\s?$|(?:^|\s)고\s$")
"""``고(故) 이름``: of a person who has died."""
_BUT_NOT_YET = re.compile(r"\s?(?:후보|내정|지명|당선)")
"""``장관 후보자``: no minister yet."""
_ONCE = re.compile(r"(?:을|를|으로|로)?\s?(?:지냈|지낸|역임|거쳐|거쳤|출신|일했|재직했)")
"""``실장을 지냈다``: the post is no longer held."""
_FORMER = re.compile(r"\s(?:전|前|전직|차기|예비)\s")
"""``국방부 전 장관``: the post is another's now."""
_IN_LIST = re.compile(r"(?:,|·|/|및|[과와])\s$")
_COUNTED = re.compile(r"(?:\d|여)\s?개\s$")
"""``6개 부처 정부위원``: what is counted is no person."""


def _kind_word(organization: str) -> str:
    """Return the last word of an organization's name: 우주항공청 → 청, 과학기술혁신본부 → 본부."""
    match = re.search(r"(?:본부|연구소|연구원|위원회|센터|협회|[가-힣])$", organization)
    word = match.group() if match else ""
    return {"위원회": "위원", "연구원": "원", "협회": "협회"}.get(word, word)
