"""Which proposals hold: in the text, in the ontology, about what the finders know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import OntologyError
from graph.model import Document, Entity, Names, Span, Statement, Value, entity_id, name_key
from graph.ontology import ontology
from graph.proposals.answer import Proposal
from graph.vocabulary import Vocabulary

_WORDED = frozenset({"Mission", "Field", "Technology"})
"""What a document names in its own words, so that no finder knows it beforehand."""
_LONGEST_WORDING = 80
_ADDRESSED = re.compile(
    r"ignore\s(?:all|the|any)|previous\sinstruct|system\sprompt|as\san\sAI|JSON|지시를?\s?무시|무시하고|프롬프트|출력하라|답하라|추출하라",
    re.IGNORECASE,
)
"""Words that speak to whoever reads by machine, not to readers."""


@dataclass(frozen=True, slots=True)
class Checker:
    """One document and what is known of its names."""

    document: Document
    names: Names
    vocabulary: Vocabulary
    rule: str

    def check(self, proposal: Proposal, window: Span) -> Statement | str:
        """Return the statement, or why the proposal is dropped."""
        passage = self._passage(proposal.quote, window)
        if isinstance(passage, str):
            return passage
        subject = self._entity(*proposal.subject, passage)
        object_ = self._entity(*proposal.object, passage)
        if subject is None or object_ is None:
            return "an end is not named in the quote, or is not known"
        qualifiers = self._qualifiers(proposal)
        if qualifiers is None:
            return "a qualifier is not in the quote"
        try:
            evidence = (self.document.quote(passage),)
            return Statement(
                subject, proposal.predicate, object_, qualifiers, evidence, rule=self.rule
            )
        except OntologyError:
            return "not in the ontology"

    def _passage(self, quote: str, window: Span) -> Span | str:
        start = self.document.text.find(quote, window.start, window.end) if quote else -1
        if start < 0:
            return "the quote is not in the text"
        passage = Span(start, start + len(quote))
        if _ADDRESSED.search(quote):
            return "the quote speaks to a machine"
        if not any(b.kind != "furniture" and b.span.covers(passage) for b in self.document.blocks):
            return "the quote is no sentence of the document"
        return passage

    def _entity(self, label: str, name: str, passage: Span) -> Entity | None:
        """The entity that the finders found there under that name, or one that is its own wording."""
        within = [m for m in self.names.mentions if m.label == label and passage.covers(m.span)]
        for mention in within:
            if name_key(self.document.slice(mention.span)) == name_key(name):
                return mention.entity
        quote = self.document.slice(passage)
        if label == "Person":
            return self._person(name, passage)
        if label == "Year":
            return _year(name, quote)
        if label in _WORDED and name in quote and 1 < len(name) <= _LONGEST_WORDING:
            return Entity(label, entity_id(label, name), name)
        return None

    def _person(self, name: str, passage: Span) -> Entity | None:
        found = [
            a
            for a in self.names.appointments
            if a.full_name and passage.covers(a.person) and name_key(a.name) == name_key(name)
        ]
        if not found:
            return None
        place = found[0].organization
        identifier = entity_id("Person", found[0].name, within=place.name if place else "")
        return Entity("Person", identifier, found[0].name)

    def _qualifiers(self, proposal: Proposal) -> dict[str, Value] | None:
        """Return the qualifiers that the predicate has and the quote words; None where one is made up."""
        allowed = ontology().predicates.get(proposal.predicate)
        kept: dict[str, Value] = {}
        for name, value in proposal.qualifiers.items():
            if allowed is None or name not in allowed.qualifiers or value in ("", None):
                continue
            if not isinstance(value, str) or value not in proposal.quote:
                return None
            kept[name] = value
        return kept


def _year(name: str, quote: str) -> Entity | None:
    match = re.fullmatch(r"(20\d\d)년?", name.strip())
    if match is None or not re.search(rf"{match[1]}|[’'‘]{match[1][2:]}(?!\d)", quote):
        return None
    year = int(match[1])
    return Entity("Year", f"year/{year}", match[1], properties=(("year", year),))


def keys(statements: Iterable[Statement]) -> frozenset[tuple[str, ...]]:
    """Return what ``statements`` mean, to tell a new one from one that only confirms."""
    return frozenset(s.key for s in statements)
