"""What may come next in a piece of Cypher, by what stands before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph.ontology import ontology
from graph.projection import STATEMENT_PROPERTIES

_KEYWORDS = re.findall(
    r"\w+",
    "ALL AND AS ASC BY CALL CASE COLLECT CONTAINS COUNT CREATE DELETE DESC DETACH DISTINCT ELSE END "
    "ENDS EXISTS FALSE IN IS LIMIT MATCH MERGE NOT NULL ON OPTIONAL OR ORDER REMOVE RETURN SET SKIP "
    "STARTS THEN TRUE UNION UNWIND WHEN WHERE WITH XOR",
)
_COMMENT = re.compile(r"//[^\n]*\Z")
_QUOTED = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|//[^\n]*\n")
_LABELLED = re.compile(r"\(\s*(\w+)\s*:\s*(\w+)|\[\s*(\w+)\s*:\s*(\w+)")


@dataclass(frozen=True, slots=True)
class Known:
    """What the notebook knows: names of entities (read when they are wanted), its Python variables."""

    names: Callable[[], Iterable[str]] = tuple
    variables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that may stand in the place of ``fragment``, and what they are."""

    fragment: str
    words: tuple[str, ...]
    kind: str = ""


def starting(fragment: str, words: Iterable[str], kind: str) -> Offer:
    """Return those of ``words`` that begin with ``fragment``, in whatever case."""
    folded = fragment.casefold()
    return Offer(fragment, tuple(w for w in words if w.casefold().startswith(folded)), kind)


def cypher_offers(text: str, known: Known) -> Offer:
    """Return what may stand at the end of ``text``.

    >>> cypher_offers("MATCH (p:Prog", Known()).words
    ('Program',)
    >>> cypher_offers("MATCH (p)-[:HAS_F", Known()).words
    ('HAS_FIELD',)
    """
    grammar = _QUOTED.sub("''", text)
    if _COMMENT.search(grammar):
        return Offer("", ())
    open_quote = re.search(r"['\"]([^'\"]*)\Z", grammar.replace("''", ""))
    if open_quote:
        return starting(open_quote[1], known.names(), "name")
    found = re.search(r"(\$|[:|&!]|\w\.|[{,]\s*)?(\w*)\Z", grammar)
    assert found is not None
    before, fragment = (found[1] or "").strip(), found[2]
    if before == "$":
        return starting(fragment, known.variables, "variable")
    if before in (":", "|", "&", "!"):
        return _labels_or_types(grammar, fragment)
    if before.endswith("."):
        return _properties(grammar, fragment)
    if before in ("{", ",") and _inside(grammar) == "{":
        return starting(fragment, _all_properties(), "property")
    return _words(grammar, fragment)


def _labels_or_types(grammar: str, fragment: str) -> Offer:
    if _inside(grammar) == "[":
        types = (*ontology().predicates, *ontology().links)
        return starting(fragment, types, "type")
    if _inside(grammar) == "{":
        return Offer("", ())
    return starting(fragment, ontology().labels, "label")


def _inside(grammar: str) -> str:
    """The innermost bracket that is still open."""
    waiting: list[str] = []
    for letter in grammar:
        if letter in "([{":
            waiting.append(letter)
        elif letter in ")]}" and waiting:
            waiting.pop()
    return waiting[-1] if waiting else ""


def _properties(grammar: str, fragment: str) -> Offer:
    """Properties of the variable before the dot; of anything where its label is not said."""
    name = re.search(r"(\w+)\.\w*\Z", grammar)
    kinds = {m[1] or m[3]: m[2] or m[4] for m in _LABELLED.finditer(grammar)}
    kind = kinds.get(name[1] if name else "", "")
    if kind in ontology().labels:
        words = {"id", "name", "name_en", "aliases", *ontology().labels[kind].properties}
    elif kind in ontology().predicates:
        words = {*STATEMENT_PROPERTIES, *ontology().predicates[kind].qualifiers}
    else:
        words = set(_all_properties())
    return starting(fragment, sorted(words), "property")


def _all_properties() -> list[str]:
    found = {"id", "name", "name_en", "aliases", *STATEMENT_PROPERTIES}
    for label in ontology().labels.values():
        found.update(label.properties)
    for predicate in ontology().predicates.values():
        found.update(predicate.qualifiers)
    return sorted(found)


def _words(grammar: str, fragment: str) -> Offer:
    """Keywords, in the case in which the word was begun, and the variables of the query."""
    if not fragment:
        return Offer("", ())
    keywords = [k.lower() if fragment.islower() else k for k in _KEYWORDS]
    own = sorted(set(re.findall(r"(?:[(\[]\s*|\bAS\s+)(\w+)", grammar, re.IGNORECASE)))
    offer = starting(fragment, [*own, *keywords], "keyword")
    return Offer(fragment, tuple(w for w in offer.words if w != fragment), offer.kind)
