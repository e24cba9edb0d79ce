"""``missing``: statements that an analyst found in a document and no rule did."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from graph.entities.decisions import Decision
from graph.entities.linker import DECISION
from graph.entities.naming import Names, listed, split_label
from graph.errors import MoonshotError, OntologyError
from graph.model import Confidence, Entity, Evidence, Reading, Statement, Value, entity_id, name_key
from graph.ontology import ontology
from graph.vocabulary import Vocabulary

_LINE_ENDS = ("\r\n", "\n")


class NotAppliedError(MoonshotError):
    """Why a decision cannot be applied; ends in that decision's report, never further."""


def locate(decision: Decision, text: str) -> Evidence | None:
    """Return where the quote of ``decision`` stands first in its document's ``text``.

    A spreadsheet may have turned the line ends of a quote into others.
    """
    for quote in dict.fromkeys((decision.quote, decision.quote.replace(*_LINE_ENDS))):
        start = text.find(quote)
        if start >= 0:
            return Evidence(decision.document, start, start + len(quote), quote)
    return None


def quoted(decision: Decision, readings: Mapping[str, Reading]) -> Evidence:
    """Return the passage that ``decision`` quotes.

    It was found when the document was read, or lies within a passage that is kept of it. Raises
    :class:`NotAppliedError`.
    """
    reading = readings.get(decision.document)
    if reading is None:
        raise NotAppliedError(f"no document {decision.document!r} here")
    passages = (e for s in reading.statements for e in s.evidence)
    for passage in (*reading.quotes, *sorted(passages)):
        found = locate(decision, passage.quote)
        if found:
            start = passage.start + found.start
            return Evidence(found.document, start, start + len(found.quote), found.quote)
    raise NotAppliedError(f"its quote does not stand in {decision.document}")


def add(decision: Decision, names: Names, passage: Evidence, vocabulary: Vocabulary) -> Statement:
    """Return the statement that ``decision`` adds. Raises :class:`NotAppliedError`."""
    rule = ontology().predicates[decision.predicate]
    object_ = _entity(decision.b, names, rule.objects, vocabulary, None)
    labels = rule.subjects & {object_.label} if rule.same_label else rule.subjects
    subject = _entity(decision.a, names, labels, vocabulary, object_)
    qualifiers: dict[str, Value] = dict(decision.qualifiers)
    try:
        return Statement(
            subject,
            decision.predicate,
            object_,
            qualifiers,
            (passage,),
            rule=DECISION,
            confidence=Confidence(1.0),  # what an analyst says is certain by definition
        )
    except OntologyError as error:
        raise NotAppliedError(str(error)) from error


def _entity(
    text: str, names: Names, labels: Collection[str], vocabulary: Vocabulary, at: Entity | None
) -> Entity:
    """Return the one entity that ``text`` means, known or new; ``at`` is where a new person belongs."""
    found = names.find(text, labels)
    if len(found) > 1:
        raise NotAppliedError(f"{text!r} means several; write one of {listed(found)}")
    if found:
        return found[0]
    return _new(text, labels, vocabulary, at)


def _new(text: str, labels: Collection[str], vocabulary: Vocabulary, at: Entity | None) -> Entity:
    given, name = split_label(text)
    wanted = [given] if given else sorted(labels)
    if given and given not in labels:
        raise NotAppliedError(
            f"a {given} cannot stand there; it takes {' or '.join(sorted(labels))}"
        )
    if "Year" in wanted and name.isdecimal():
        return Entity("Year", f"year/{int(name)}", name, properties=(("year", int(name)),))
    known = [t for label in wanted for t in vocabulary.lookup(name, label)]
    if len({t.label for t in known}) == 1:
        wanted, name = [known[0].label], known[0].name
    if len(wanted) > 1:
        raise NotAppliedError(f"{text!r} is not known; write {wanted[0]}: {text} or another label")
    if not name_key(name) or "/" in name:
        raise NotAppliedError(f"{text!r} is not known, and is no name")
    if known:
        term = known[0]
        kind: tuple[tuple[str, Value], ...] = (("kind", term.kind),) if term.kind else ()
        key = entity_id(term.label, term.name)
        return Entity(term.label, key, term.name, term.name_en, tuple(sorted(term.aliases)), kind)
    within = at.name if wanted == ["Person"] and at and at.label == "Organization" else ""
    return Entity(wanted[0], entity_id(wanted[0], name, within), name)


def in_circle(statement: Statement, others: Sequence[Statement]) -> bool:
    """Say whether ``statement`` closes a circle of parts, or of events that follow each other."""
    if statement.predicate not in ("PART_OF", "FOLLOWS"):
        return False
    onward: dict[str, set[str]] = {}
    for other in others:
        if other.predicate == statement.predicate:
            onward.setdefault(other.subject.id, set()).add(other.object.id)
    reached, waiting = set[str](), [statement.object.id]
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting.extend(onward.get(key, ()))
    return statement.subject.id in reached
