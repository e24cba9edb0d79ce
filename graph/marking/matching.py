"""When a statement says what a marked line says."""

from __future__ import annotations

import re
import unicodedata

from graph.marking.gold import Triple
from graph.model import Statement, name_key
from graph.ontology import ontology

_HALF = 0.5


def same_fact(triple: Triple, statement: Statement) -> bool:
    """Say whether predicate and ends are the same; an undirected predicate may be turned around."""
    if triple.predicate != statement.predicate:
        return False
    if triple.subject.is_entity(statement.subject) and triple.object.is_entity(statement.object):
        return True
    return ontology().predicates[triple.predicate].undirected and (
        triple.subject.is_entity(statement.object) and triple.object.is_entity(statement.subject)
    )


def differing_qualifiers(triple: Triple, statement: Statement) -> tuple[str, ...]:
    """Return the names of the marked qualifiers that the statement lacks or has otherwise."""
    said = statement.qualifiers
    return tuple(
        name
        for name, value in triple.qualifiers.items()
        if not any(_alike(str(v), said.get(name)) for v in (value, *triple.accept.get(name, ())))
    )


def _alike(marked: str, said: object) -> bool:
    """Say whether one wording holds the other, or half the words of the shorter are in both."""
    if said is None:
        return False
    one, two = name_key(marked), name_key(str(said))
    if one == two or (min(len(one), len(two)) > 1 and (one in two or two in one)):
        return True
    first, second = _words(marked), _words(str(said))
    fewest = min(len(first), len(second))
    return fewest > 0 and len(first & second) / fewest >= _HALF


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
