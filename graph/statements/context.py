"""What a rule may look at: a document, its names, its sentences, and what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.korean import is_english, sentences
from graph.model import (
    Appointment,
    Block,
    Document,
    Entity,
    Mention,
    Names,
    Span,
    Statement,
    Value,
    entity_id,
)
from graph.vocabulary import Vocabulary

READABLE = ("heading", "paragraph", "item", "note", "caption")
"""Blocks that hold running text with facts."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, its block and that block's place among the document's blocks."""

    span: Span
    block: Block
    index: int


@dataclass(frozen=True)
class Context:
    """A document as the rules see it."""

    document: Document
    vocabulary: Vocabulary
    mentions: tuple[Mention, ...]
    people: tuple[Appointment, ...]
    sentences: tuple[Sentence, ...]
    programme: Entity | None
    event: Entity | None
    sections: tuple[Entity | None, ...] = field(default=())

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def slice(self, span: Span) -> str:
        """Return the text of ``span``."""
        return self.document.slice(span)

    def within(self, span: Span, *labels: str) -> list[Mention]:
        """Return the mentions of ``labels`` within ``span``, in order."""
        return [m for m in self.mentions if span.covers(m.span) and m.label in labels]

    def section(self, sentence: Sentence) -> Entity | None:
        """Return the field whose section the sentence stands in."""
        return self.sections[sentence.index] if sentence.index < len(self.sections) else None

    def programme_for(self, span: Span) -> Entity | None:
        """Return the programme that a sentence at ``span`` is about.

        The one named in it, else the last one named before in its paragraph, else the one of the
        bullet or heading above it, else the document's if it has been named by then.
        """
        named = self.within(span, "Program")
        if named:
            return self._prominent([m.entity for m in named])
        if self._is_of_class(span):
            return None
        if called := self.called_by_kind(span):
            return called
        index = next(
            (i for i, b in enumerate(self.document.blocks) if b.span.covers(span) and not b.rows),
            None,
        )
        if index is None:
            return self._known_by(span.end)
        block = self.document.blocks[index]
        before = Span(block.span.start, max(block.span.start, span.start))
        earlier = self.within(before, "Program")
        topics = [
            entity
            for sentence in self.sentences
            if before.covers(sentence.span) and (entity := self.called_by_kind(sentence.span))
        ]
        if earlier:
            return earlier[-1].entity
        if topics:
            return topics[-1]
        return self._enclosing(index) or self._known_by(span.end)

    def _is_of_class(self, span: Span) -> bool:
        """``국가전략기술은 …``: the sentence is about a class that a law defines, not about the text's programme."""
        return any(
            m.span.start == span.start
            and dict(m.entity.properties).get("kind") == "legal-class"
            and _TOPIC.match(self.text, m.span.end)
            for m in self.within(span, "Technology")
        )

    def called_by_kind(self, span: Span) -> Entity | None:
        """The programme last named whose kind a sentence has for its topic: ``로드맵은 …``, ``이 전략은 …``."""
        topic = _KIND_AS_TOPIC.match(self.text, span.start, span.end)
        alike = [
            m.entity
            for m in self.mentions
            if topic
            and m.label == "Program"
            and m.span.end <= span.start
            and self.slice(m.span).endswith(topic["kind"])
        ]
        return alike[-1] if alike else None

    def _known_by(self, end: int) -> Entity | None:
        """The document's programme once a reader has met its name; until then the only one met."""
        met = {
            m.entity.id: m.entity
            for m in self.mentions
            if m.label == "Program" and m.span.start < end
        }
        if self.programme and self.programme.id in met:
            return self.programme
        return next(iter(met.values())) if len(met) == 1 else None

    def programme_of(self, sentence: Sentence) -> Entity | None:
        """Return the programme whose parts or goals a sentence tells.

        English has no particle that marks a topic, so there it is one that the paragraph names, or the
        document's if its title or lead names it.
        """
        if not is_english(self.slice(sentence.span)):
            if self.within(sentence.span, "Program"):
                return self.programme_for(sentence.span)
            return self._of_topic(sentence.span)
        paragraph = Span(sentence.block.span.start, sentence.span.end)
        lead = Span(0, self.document.blocks[:_ENGLISH_LEAD][-1].span.end)
        above = self._enclosing(sentence.index)
        in_lead = any(m.entity == self.programme for m in self.within(lead, "Program"))
        if self.within(paragraph, "Program") or above or in_lead:
            return self.programme_for(sentence.span)
        return None

    def _of_topic(self, span: Span) -> Entity | None:
        """``클러스터는 …``: the programme, but for a topic of its own the only one that is named after it."""
        topic = _OTHER_TOPIC.match(self.text, span.start, span.end)
        if topic is None or self.within(Span(span.start, topic.end()), "Organization", "Event"):
            return self.programme_for(span)
        after = {
            m.entity.id: m.entity
            for m in self.mentions
            if m.label == "Program" and topic["what"] in m.entity.name
        }
        return next(iter(after.values())) if len(after) == 1 else None

    def _enclosing(self, index: int) -> Entity | None:
        """The one programme that a bullet's outer bullet, or the line above its list, names."""
        blocks = self.document.blocks
        level = blocks[index].level if blocks[index].kind == "item" else 0
        for block in reversed(blocks[:index] if level else ()):
            if block.kind == "item" and block.level >= level:
                continue
            named = {m.entity.id: m.entity for m in self.within(block.span, "Program")}
            if named or block.kind != "item":
                return next(iter(named.values())) if len(named) == 1 else None
            level = block.level
        return None

    def _prominent(self, entities: Sequence[Entity]) -> Entity:
        same = [e for e in entities if self.programme and e.id == self.programme.id]
        return same[0] if same else entities[0]

    def appointments(self, span: Span) -> list[Appointment]:
        """Return the people with their posts within ``span``."""
        return [a for a in self.people if span.covers(a.person)]

    def fact(
        self,
        who: Entity,
        predicate: str,
        what: Entity,
        /,
        *spans: Span,
        rule: str,
        **qualifiers: Value,
    ) -> Iterator[Statement]:
        """Yield the statement with the passages at ``spans``; nothing where both ends are one."""
        if who.id != what.id:
            evidence = tuple(self.document.quote(span) for span in sorted(set(spans)))
            said = {name: value for name, value in qualifiers.items() if value not in ("", None)}
            yield Statement(who, predicate, what, said, evidence, rule=rule)


def read(document: Document, vocabulary: Vocabulary, names: Names) -> Context:
    """Return the context of ``document`` without sections, which the outline adds."""
    found = tuple(_sentences(document))
    return Context(
        document,
        vocabulary,
        names.mentions,
        names.appointments,
        found,
        _main(document, names.mentions, "Program"),
        _main(document, names.mentions, "Event"),
    )


def with_sections(context: Context, sections: Sequence[Entity | None]) -> Context:
    """Return the context with the field of each block."""
    return replace(context, sections=tuple(sections))


def year_entity(year: int) -> Entity:
    """Return the node of a calendar year."""
    return Entity("Year", f"year/{year}", str(year), properties=(("year", year),))


def named_entity(label: str, name: str, within: str = "") -> Entity:
    """Return the entity of that wording."""
    return Entity(label, entity_id(label, name, within), name)


def _sentences(document: Document) -> Iterator[Sentence]:
    for index, block in enumerate(document.blocks):
        if block.kind in READABLE:
            for span in sentences(document.text, block.span):
                yield Sentence(span, block, index)


_KIND_AS_TOPIC = re.compile(
    r"(?:(?:이|이번|동|해당)\s)?(?P<kind>로드맵|전략|종합계획|기본계획|행동계획|계획|사업|프로젝트|이니셔티브|챌린지|방안)(?:은|는|에는|에\s따르면|의)\s"
)
"""A programme called by its kind at the head of a sentence."""
_TOPIC = re.compile(r"(?:은|는)\s")
_OTHER_TOPIC = re.compile(
    r"(?:이\s|해당\s|동\s)?(?P<what>클러스터|특구|센터|단지|펀드|플랫폼|시장|산업|기업|대학|연구소|시설|허브|거점|인력|제도|협약|행사|공모전|대회|포럼|전시회)(?:은|는)\s"
)
"""A place, a body or an occasion as topic, called by its kind."""
_LEAD_BLOCKS = 8
_ENGLISH_LEAD = 3


def _main(document: Document, mentions: Sequence[Mention], label: str) -> Entity | None:
    """Return the entity of ``label`` named most; naming it in the title or lead counts more."""
    lead_end = document.blocks[:_LEAD_BLOCKS][-1].span.end if document.blocks else 0
    weight: Counter[str] = Counter()
    entities: dict[str, Entity] = {}
    for mention in mentions:
        if mention.label != label:
            continue
        title = re.sub(r"\s", "", document.source.title)
        named_in_title = re.sub(r"\s", "", document.slice(mention.span)) in title
        weight[mention.entity.id] += 1 + (mention.span.end <= lead_end) + 2 * named_in_title
        entities.setdefault(mention.entity.id, mention.entity)
    if not weight:
        return None
    # ``entities`` is in the order of first mention, which settles a tie.
    return entities[max(entities, key=lambda key: weight[key])]
