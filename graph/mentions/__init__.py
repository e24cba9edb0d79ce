"""Document → the names in it.

Known names come from the vocabulary, unknown ones from their form; short forms that the document
introduces hold within it. Where names overlap, the longest wins, but a programme may stand within
the name of an event or a body that is called after it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.korean import ends_word, sentences
from graph.mentions.aliases import short_forms
from graph.mentions.coordination import listed_organizations
from graph.mentions.english import EnglishPeople, english_forms, ministries
from graph.mentions.forms import Form, find_forms, without_version
from graph.mentions.gazetteer import entity_of, scanner_of
from graph.mentions.identity import (
    clean,
    group_bodies,
    group_events,
    group_programmes,
    named,
    resolve_names,
)
from graph.mentions.instances import own_names
from graph.mentions.offices import offices
from graph.mentions.people import PeopleFinder
from graph.mentions.scanner import Scanner
from graph.mentions.sessions import body_sessions, yearly_plans
from graph.model import Appointment, Document, Entity, Mention, Names, Span
from graph.vocabulary import Vocabulary
from graph.vocabulary.programmes import distinctive

_HOLDERS = {
    "Event": {"Program", "Organization"},
    "Organization": {"Program"},
    "Program": {"Program", "Technology"},
    "Law": {"Technology"},
}
"""Which labels may stand inside a longer name of which."""


def find_names(document: Document, vocabulary: Vocabulary) -> Names:
    """Return what ``document`` names: entities in order, and people in their posts."""
    text, on = document.text, document.source.published
    known = scanner_of(vocabulary, vocabulary.period(on))
    own = [
        *_own_names(text, vocabulary, on),
        *_offices(text, vocabulary, on),
        *ministries(text, vocabulary, on),
    ]
    own = [*_introduced(text, Scanner(own, known), vocabulary), *own]
    listed = [
        text[span.start : span.end]
        for span in listed_organizations(text, _scan(text, Scanner(own, known), vocabulary))
    ]
    employers = [text[span.start : span.end] for span in _employers(document, vocabulary)]
    unknown = sorted({*listed, *employers})
    own = [
        *own,
        *((name, resolve_names("Organization", [name], vocabulary, on)) for name in unknown),
    ]
    own = [*own, *_by_kind(_scan(text, Scanner(own, known), vocabulary))]
    own = [*own, *own_names(text, _scan(text, Scanner(own, known), vocabulary))]
    found = _scan(text, Scanner(own, known), vocabulary)
    own = [*own, *body_sessions(text, found), *yearly_plans(text, found)]
    mentions = tuple(_scan(text, Scanner(own, known), vocabulary))
    return Names(mentions, tuple(_people(document, vocabulary, mentions)))


def _scan(text: str, scanner: Scanner, vocabulary: Vocabulary) -> list[Mention]:
    titles = tuple(vocabulary.titles)

    def may_end(text: str, end: int, entity: Entity) -> bool:
        # 우주항공청장, 과기정통부장관: an organization's name may run into its head's title.
        fused = text.startswith("장", end) and ends_word(text, end + 1)
        return entity.label == "Organization" and (fused or text.startswith(titles, end))

    found = scanner.find(text, may_end)
    return [Mention(span, entity, "name") for span, entity in _longest(found)]


def _employers(document: Document, vocabulary: Vocabulary) -> Iterator[Span]:
    finder = PeopleFinder(vocabulary)
    for span in _passages(document):
        yield from finder.employers(document.text, span)


def _passages(document: Document) -> Iterator[Span]:
    """The blocks of running text, and the cells of tables below their headers."""
    for block in document.blocks:
        if block.kind == "table":
            yield from (c.span for r in block.rows if not r.header for c in r.cells)
        elif block.kind != "furniture":
            yield block.span


def _people(
    document: Document, vocabulary: Vocabulary, mentions: tuple[Mention, ...]
) -> Iterator[Appointment]:
    finder = PeopleFinder(vocabulary)
    english = EnglishPeople(vocabulary, document.source.published)
    organizations = [m for m in mentions if m.label == "Organization"]
    for passage in _passages(document):
        for span in sentences(document.text, passage):
            inside = [m for m in organizations if span.covers(m.span)]
            yield from finder.find(document.text, span, inside)
            yield from english.find(document.text, span, inside)


def _own_names(text: str, vocabulary: Vocabulary, on: str) -> Iterator[tuple[str, Entity]]:
    """Yield the names that the document's own forms tell, with the entities that they mean."""
    by_label: dict[str, list[str]] = defaultdict(list)
    written: dict[tuple[str, str], set[str]] = defaultdict(set)
    for form in (*find_forms(text), *english_forms(text)):
        name = _name_of(text, form)
        by_label[form.label].append(name)
        # As it stands in the text too, with the quotation marks within: ‘… 위원회’ 회의.
        written[form.label, name].add(text[form.span.start : form.span.end])
    for label, names in sorted(by_label.items()):
        for group in _groups(label, names, vocabulary):
            word = distinctive(group[0], vocabulary) if label == "Program" else ""
            called = [*group, word] if len(word) > 2 else group
            entity = resolve_names(label, called, vocabulary, on)
            for name in group:
                yield from ((n, entity) for n in sorted({name, *written[label, name]}))
            if len(word) > 2:
                yield word, entity


def _by_kind(mentions: Iterable[Mention]) -> Iterator[tuple[str, Entity]]:
    """Yield the kinds (사업단, 연합) by which a document calls its only body of that kind."""
    bodies = {m.entity.id: m.entity for m in mentions if m.label == "Organization"}
    for kind in _KINDS:
        alike = [e for e in bodies.values() if e.name.endswith(kind)]
        if len(alike) == 1 and alike[0].name != kind:
            yield kind, alike[0]


_KINDS = ("사업단", "추진단", "연합", "얼라이언스", "컨소시엄", "협의체", "기획단", "자문단")


def _offices(text: str, vocabulary: Vocabulary, on: str) -> Iterator[tuple[str, Entity]]:
    """Yield the bodies that only their head's post tells, with the kind that it shows."""
    for span, kind in offices(text):
        name = text[span.start : span.end]
        if not vocabulary.lookup(name, "Organization", on):
            yield (
                name,
                replace(named("Organization", name), properties=(("kind", kind),) if kind else ()),
            )


def _name_of(text: str, form: Form) -> str:
    return clean(without_version(text[form.span.start : form.span.end]))


def _groups(label: str, names: Iterable[str], vocabulary: Vocabulary) -> list[list[str]]:
    if label == "Program":
        return group_programmes(names, vocabulary)
    if label == "Event":
        return group_events(names, vocabulary)
    if label == "Organization":
        return group_bodies(names)
    return [[name] for name in sorted(set(names))]


def _introduced(
    text: str, scanner: Scanner, vocabulary: Vocabulary
) -> Iterator[tuple[str, Entity]]:
    """Yield the short forms with what they stand for.

    Where the vocabulary knows an unknown body's abbreviation, the body is the one that it knows.
    """
    for span, entity in scanner.find(text, lambda *_: False):
        for short in short_forms(text, span):
            meant = _abbreviated(short, entity, vocabulary)
            yield short, meant
            if meant is not entity:
                yield text[span.start : span.end], meant


def _abbreviated(short: str, entity: Entity, vocabulary: Vocabulary) -> Entity:
    known = vocabulary.lookup(short, entity.label) if short.isupper() and short.isascii() else ()
    unknown = not vocabulary.lookup(entity.name, entity.label)
    return entity_of(known[0]) if known and unknown and len(short) > _SHORTEST else entity


_SHORTEST = 3


def _longest(found: Iterable[tuple[Span, Entity]]) -> Iterator[tuple[Span, Entity]]:
    kept: list[tuple[Span, Entity]] = []
    for span, entity in sorted(found, key=lambda f: (f[0].start, -f[0].end, f[1].id)):
        rivals = [(s, e) for s, e in kept[-6:] if s.end > span.start]
        if all(_may_share(outer, span, entity) for outer in rivals):
            kept.append((span, entity))
    yield from kept


def _may_share(outer: tuple[Span, Entity], span: Span, entity: Entity) -> bool:
    holder, within = outer
    if holder == span:
        return within.label != entity.label
    return holder.covers(span) and entity.label in _HOLDERS.get(within.label, set())
