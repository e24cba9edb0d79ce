"""The rules by which two entities are held to be one. None compares strings for likeness alone."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.entities.likeness import likeness
from graph.entities.linker import Merge
from graph.model import Entity, Statement, name_key
from graph.vocabulary import Vocabulary
from graph.vocabulary.programmes import distinctive

_BRACKET = re.compile(r"\s?[\((]([^()]*)[\))]")


def misprints(statements: Sequence[Statement], vocabulary: Vocabulary) -> Iterator[Merge]:
    """One post has one holder: two names in it that differ by one letter are one person.

    Only for the post at the head of an organization, and never where one passage names both.
    """
    holders: dict[tuple[str, str], dict[str, list[Statement]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for statement in statements:
        title = str(statement.qualifiers.get("title", ""))
        if statement.predicate == "HOLDS_POSITION" and vocabulary.is_head(title):
            holders[statement.object.id, title][statement.subject.id].append(statement)
    for (_, title), people in sorted(holders.items()):
        ranked = sorted(people, key=lambda key: (-_weight(people[key]), key))
        for index, absorbed in enumerate(ranked[1:], 1):
            for kept in ranked[:index]:
                a, b = people[kept][0], people[absorbed][0]
                if _one_letter_apart(a.subject.name, b.subject.name) and not _share_passage(
                    people[kept], people[absorbed]
                ):
                    where = a.object.name
                    yield Merge(
                        absorbed,
                        kept,
                        "misprint",
                        f"one letter apart from {a.subject.name}, same post: {where} {title}",
                        likeness(a.subject.name, b.subject.name),
                    )
                    break


def _weight(statements: Sequence[Statement]) -> int:
    """A printed list of names is set with more care than running text."""
    passages = sum(len(s.evidence) for s in statements)
    return passages + 2 * any("table" in s.rule for s in statements)


def _share_passage(a: Sequence[Statement], b: Sequence[Statement]) -> bool:
    passages = [{e.id for s in group for e in s.evidence} for group in (a, b)]
    return bool(passages[0] & passages[1])


def _one_letter_apart(a: str, b: str) -> bool:
    """Same surname and length, and in one syllable one Hangul letter differs (림, 립)."""
    if len(a) != len(b) or a[0] != b[0] or a == b:
        return False
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differing) != 1:
        return False
    first, second = (unicodedata.normalize("NFD", letter) for letter in differing[0])
    return (
        len(first) == len(second) and sum(x != y for x, y in zip(first, second, strict=True)) == 1
    )


def programme_titles(entities: Sequence[Entity], vocabulary: Vocabulary) -> Iterator[Merge]:
    """Programmes that go by one Latin proper name are one: NEXT 프로젝트, 국가전략기술 선도 NEXT 프로젝트.

    A word that names something else is no proper name (SMR, KAIST), and those of other numbers are
    others (제1차, 제2차).
    """
    groups: dict[tuple[str, tuple[str, ...]], list[Entity]] = defaultdict(list)
    for entity in entities:
        word = distinctive(entity.name, vocabulary) if entity.label == "Program" else ""
        if len(word) > 2 and not _names_other(word, vocabulary):
            numbers = tuple(re.findall(r"\d+", entity.name))
            groups[name_key(word), numbers].append(entity)
    for (word, _), group in sorted(groups.items()):
        kept, *others = sorted(group, key=lambda e: (not e.name_en, -len(e.name), e.id))
        for other in others:
            score = likeness(other.name, kept.name)
            yield Merge(other.id, kept.id, "programme-name", f"both go by the name {word}", score)


def _names_other(word: str, vocabulary: Vocabulary) -> bool:
    return any(vocabulary.lookup(word, label) for label in ("Technology", "Field", "Organization"))


def mission_wordings(entities: Sequence[Entity]) -> Iterator[Merge]:
    """Wordings of a mission that differ only by a bracket are one: 소형모듈원자로(SMR) 선박, SMR 선박."""
    by_form: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.label == "Mission":
            for form in _forms(entity.name):
                by_form[form].append(entity)
    for group in by_form.values():
        if len({_bracketed(e.name) for e in group} - {""}) > 1:
            continue  # 양자컴퓨터(1단계), 양자컴퓨터(2단계): the brackets tell them apart
        kept, *others = sorted(
            {e.id: e for e in group}.values(), key=lambda e: (-len(e.name), e.id)
        )
        for other in others:
            score = likeness(other.name, kept.name)
            yield Merge(other.id, kept.id, "mission-wording", f"same wording as {kept.name}", score)


def _bracketed(name: str) -> str:
    return name_key(" ".join(_BRACKET.findall(name)))


def _forms(name: str) -> Iterator[str]:
    yield name_key(_BRACKET.sub("", name))
    short = re.sub(r"[가-힣A-Za-z]+\s?[\((]([^()]*)[\))]", r"\1", name)
    if short != name:
        yield name_key(short)
