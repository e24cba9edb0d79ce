"""Fields under the names of their areas, and missions and technologies placed in fields."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.analysis.areas import areas_of
from graph.analysis.concepts import Concept, Concepts
from graph.analysis.parts import Part, parts_of
from graph.model import Entity, KnowledgeGraph, Statement
from graph.vocabulary import Vocabulary

_FIT = 0.7
"""How well technologies must fall in a field: by their first or second area."""

_FIELDS = 3
"""More fields that fit equally well make the placing a guess, and it is left out."""

_TECHNOLOGIES_OF = frozenset({"INVOLVES", "DEVELOPS", "GOVERNS"})


def with_area_names(graph: KnowledgeGraph, vocabulary: Vocabulary) -> KnowledgeGraph:
    """Give each field the names of its areas, so that it is found as ``quantum`` or ``AI``."""
    named = {e.id: _named(e, vocabulary) for e in graph.entities if e.label == "Field"}
    statements = tuple(
        replace(
            s, subject=named.get(s.subject.id, s.subject), object=named.get(s.object.id, s.object)
        )
        for s in graph.statements
    )
    return replace(graph, statements=statements)


def _named(field: Entity, vocabulary: Vocabulary) -> Entity:
    areas = areas_of(field.name, vocabulary)
    names = {n for a in areas for n in (a.name, a.name_en, *a.aliases) if n}
    english = field.name_en or " and ".join(a.name_en for a in areas if a.name_en)
    aliases = tuple(sorted({*field.aliases, *names} - {field.name, english}))
    return replace(field, name_en=english, aliases=aliases)


@dataclass(frozen=True, slots=True)
class _Home:
    """A field that something may be placed in, with the programmes that list it."""

    entity: Entity
    areas: frozenset[str]
    programmes: frozenset[str]


def missions_in_fields(graph: KnowledgeGraph, vocabulary: Vocabulary) -> Iterator[Statement]:
    """A mission without a stated field is in the field that its technologies fall in.

    The fields of its own programme come first, then those of others. All the technologies that its
    name aims at must fall in one field, and hardly any field equally well; otherwise it is left out.
    """
    concepts = Concepts(vocabulary)
    parts = parts_of(graph, concepts)
    homes = _homes(parts)
    for part in parts:
        if part.entity.label == "Mission" and not part.fields:
            for home in _best(_aims(part), homes, part.line, concepts):
                yield _placed(part, home.entity)


def _homes(parts: Iterable[Part]) -> dict[str, list[_Home]]:
    """Fields by the areas that their names stand for."""
    found: dict[str, list[_Home]] = defaultdict(list)
    for part in parts:
        for area in sorted(part.areas) if part.entity.label == "Field" else ():
            found[area].append(_Home(part.entity, part.areas, part.programmes))
    return found


def _aims(part: Part) -> list[Concept]:
    """The technologies that the name aims at; if it names none, those that are told of it."""
    telling = [u for u in part.uses if u.concept.telling and u.concept.areas]
    most = max((u.weight for u in telling), default=0.0)
    return [u.concept for u in telling if u.weight == most]


def _best(
    aims: list[Concept],
    homes: Mapping[str, list[_Home]],
    near: frozenset[str],
    concepts: Concepts,
) -> list[_Home]:
    """The fields that all of ``aims`` fall in best: of the programmes ``near``, else of others."""
    areas = {up for c in aims for area in c.areas for up in concepts.areas_above(area)}
    within = {home.entity.id: home for area in areas for home in homes.get(area, ())}
    fits = [(min(concepts.fit(c, h.areas)[0] for c in aims), h) for _, h in sorted(within.items())]
    fitting = [(fit, home) for fit, home in fits if fit >= _FIT]
    own = [(fit, home) for fit, home in fitting if home.programmes & near]
    chosen = own or fitting
    top = max((fit for fit, _ in chosen), default=0.0)
    best = [home for fit, home in chosen if fit == top]
    # Of two fields of one programme that stand for the same areas, nothing says which.
    counted = Counter((programme, home.areas) for home in best for programme in home.programmes)
    told = len(best) <= _FIELDS and all(count == 1 for count in counted.values())
    return best if told else []


def _placed(part: Part, field: Entity) -> Statement:
    aims = {c.key for c in _aims(part)}
    backing = {s.id: s for u in part.uses if u.concept.key in aims for s in u.statements}
    names = ", ".join(sorted(u.concept.name for u in part.uses if u.concept.key in aims))
    return Statement(
        part.entity,
        "IN_FIELD",
        field,
        evidence=tuple(sorted({e for s in backing.values() for e in s.evidence})),
        derived=True,
        basis=(f"technologies of the field {field.name}: {names}", *sorted(backing)),
        rule="field-of-technologies",
    )


def technologies_in_fields(graph: KnowledgeGraph, vocabulary: Vocabulary) -> Iterator[Statement]:
    """A technology is in the field of its area: a field of a programme that speaks of it.

    Where none of the programmes that speak of it has such a field, a field of another programme is
    taken if hardly any other fits.
    """
    concepts = Concepts(vocabulary)
    parts = parts_of(graph, concepts)
    homes = _homes(parts)
    lines = {part.entity.id: part.line for part in parts}
    stated = {s.subject.id for s in graph.statements if s.predicate == "IN_FIELD" and not s.derived}
    for about in _by_technology(graph):
        technology = about[0].object
        concept = concepts.of(technology)
        if technology.id in stated or not concept.telling or not concept.areas:
            continue
        speaking = frozenset[str]().union(
            *(lines.get(s.subject.id, frozenset({s.subject.id})) for s in about)
        )
        for home in _best([concept], homes, speaking, concepts):
            yield _belonging(technology, concept, home.entity, about)


def _by_technology(graph: KnowledgeGraph) -> list[list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in graph.statements:
        if statement.predicate in _TECHNOLOGIES_OF and statement.object.label == "Technology":
            found[statement.object.id].append(statement)
    return [sorted(found[key], key=lambda s: s.key) for key in sorted(found)]


def _belonging(
    technology: Entity, concept: Concept, field: Entity, about: list[Statement]
) -> Statement:
    row = concept.term.name if concept.term else concept.name
    said = f"vocabulary: {row} is of {', '.join(concept.areas)}"
    return Statement(
        technology,
        "IN_FIELD",
        field,
        evidence=tuple(sorted({e for s in about for e in s.evidence})),
        derived=True,
        basis=(said, *sorted(s.id for s in about)),
        rule="field-of-area",
    )
