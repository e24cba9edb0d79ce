"""Where two programmes meet: OVERLAPS_WITH between their fields and missions.

Two fields overlap by their areas; two missions by their technologies, the same one or one broader
than the other, or by rare words that both use; a mission overlaps with a field by the areas of its
technologies, where no mission of that field matches it better. Sharing a whole area alone (AI) makes
no two missions overlap.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.analysis.areas import areas_of, with_broader
from graph.model import Entity, Evidence, KnowledgeGraph, Statement
from graph.vocabulary import Term, Vocabulary

LEAST = 0.3
"""Pairs with a lower score are left out."""

_SAME_AREA, _BROADER_AREA = 0.9, 0.6
_SAME_TECHNOLOGY, _STEP = 0.9, 0.85
_IN_AREA = 0.7
_WORD = 0.35


@dataclass(frozen=True, slots=True)
class Part:
    """A field or mission of one programme, with what it is about."""

    entity: Entity
    programme: str
    listed: Statement
    technologies: tuple[Statement, ...]
    areas: frozenset[str]
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two parts of two programmes, a score from 0 to 1, and what it rests on."""

    left: Part
    right: Part
    score: float
    basis: tuple[str, ...]
    statements: tuple[Statement, ...]


def overlaps(graph: KnowledgeGraph, vocabulary: Vocabulary) -> Iterator[Statement]:
    """Yield the overlaps of all pairs of programmes."""
    parts = _parts(graph, vocabulary)
    for left, right in combinations(sorted(parts), 2):
        for overlap in _between(parts[left], parts[right], vocabulary):
            yield _statement(overlap)


def _statement(overlap: Overlap) -> Statement:
    backing = (overlap.left.listed, overlap.right.listed, *overlap.statements)
    passages: set[Evidence] = {e for s in backing for e in s.evidence}
    ends = sorted((overlap.left.entity, overlap.right.entity), key=lambda e: e.id)
    return Statement(
        ends[0],
        "OVERLAPS_WITH",
        ends[1],
        {"score": round(overlap.score, 2)},
        tuple(sorted(passages)),
        derived=True,
        basis=(*overlap.basis, *sorted({s.id for s in backing})),
        rule="overlap",
    )


def _parts(graph: KnowledgeGraph, vocabulary: Vocabulary) -> dict[str, list[Part]]:
    involved: dict[str, list[Statement]] = defaultdict(list)
    placed: dict[str, set[str]] = defaultdict(set)
    for statement in graph.statements:
        if statement.predicate == "INVOLVES":
            involved[statement.subject.id].append(statement)
        elif statement.predicate == "IN_FIELD":
            placed[statement.subject.id].add(statement.object.id)
    parts: dict[str, list[Part]] = defaultdict(list)
    for statement in graph.statements:
        if statement.predicate in ("HAS_FIELD", "HAS_MISSION"):
            entity = statement.object
            own = tuple(involved[entity.id]) if entity.label == "Mission" else ()
            areas = areas_of(entity.name, vocabulary) if entity.label == "Field" else ()
            parts[statement.subject.id].append(
                Part(
                    entity,
                    statement.subject.id,
                    statement,
                    own,
                    frozenset(a.name for a in areas),
                    frozenset(placed[entity.id]),
                )
            )
    return parts


def _between(left: list[Part], right: list[Part], vocabulary: Vocabulary) -> Iterator[Overlap]:
    shared = {p.entity.id for p in left} & {p.entity.id for p in right}
    rare = _rare_words([*left, *right])
    found: list[Overlap] = []
    for a in left:
        for b in right:
            if a.entity.id == b.entity.id:
                continue
            kinds = (a.entity.label, b.entity.label)
            if kinds == ("Field", "Field"):
                overlap = _fields(a, b, vocabulary)
            elif kinds == ("Mission", "Mission"):
                overlap = _missions(a, b, vocabulary, rare)
            else:
                continue
            if overlap and overlap.score >= LEAST:
                found.append(overlap)
    yield from found
    matched = {(o.left.entity.id, o.right.entity.id): o.score for o in found}
    yield from _missions_and_fields(left, right, matched, shared, vocabulary)


def _fields(a: Part, b: Part, vocabulary: Vocabulary) -> Overlap | None:
    same = a.areas & b.areas
    if same:
        score = _SAME_AREA * (0.5 + 0.5 * len(same) / len(a.areas | b.areas))
        return Overlap(a, b, score, tuple(f"shared area: {n}" for n in sorted(same)), ())
    for low, high in ((a, b), (b, a)):
        for area in sorted(low.areas):
            term = vocabulary.term("Field", area)
            broader = sorted(set(term.broader) & high.areas) if term else []
            if broader:
                return Overlap(a, b, _BROADER_AREA, (f"area {area} belongs to {broader[0]}",), ())
    return None


def _missions(a: Part, b: Part, vocabulary: Vocabulary, rare: frozenset[str]) -> Overlap | None:
    best: Overlap | None = None
    for s in a.technologies:
        for t in b.technologies:
            link = _link(s.object, t.object, vocabulary)
            if link and (best is None or link[0] > best.score):
                best = Overlap(a, b, link[0], (link[1],), (s, t))
    words = sorted(_words(a.entity.name) & _words(b.entity.name) & rare)
    if words:
        said = f"shared wording: {', '.join(words)}"
        if best:
            return Overlap(a, b, min(1.0, best.score + 0.05), (*best.basis, said), best.statements)
        return Overlap(a, b, min(0.6, _WORD * len(words)), (said,), ())
    return best


def _link(a: Entity, b: Entity, vocabulary: Vocabulary) -> tuple[float, str] | None:
    """The same technology, or one that is broader than the other, with the chain between them."""
    if a.id == b.id:
        kind = dict(a.properties).get("kind")
        return None if kind == "area" else (_SAME_TECHNOLOGY, f"shared technology: {a.name}")
    for low, high in ((a, b), (b, a)):
        chain = _chain(low.name, high.name, vocabulary)
        if chain:
            return _SAME_TECHNOLOGY * _STEP ** (len(chain) - 1), "broader: " + " → ".join(chain)
    return None


def _chain(low: str, high: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The terms from ``low`` up to ``high``, areas left out as too broad; empty if there is no way."""
    waiting: list[tuple[str, ...]] = [(low,)]
    while waiting:
        walked = waiting.pop(0)
        term = vocabulary.term("Technology", walked[-1])
        for name in term.broader if term else ():
            broader = vocabulary.term("Technology", name)
            if broader is None or broader.kind in ("area", "general") or name in walked:
                continue
            if name == high:
                return (*walked, name)
            waiting.append((*walked, name))
    return ()


def _missions_and_fields(
    left: list[Part],
    right: list[Part],
    matched: dict[tuple[str, str], float],
    shared: set[str],
    vocabulary: Vocabulary,
) -> Iterator[Overlap]:
    for missions, fields, turned in ((left, right, False), (right, left, True)):
        for mission in (p for p in missions if p.entity.label == "Mission"):
            met = {
                pair[not turned]: score
                for pair, score in matched.items()
                if pair[turned] == mission.entity.id
            }
            for field in (p for p in fields if p.entity.label == "Field"):
                if field.entity.id in shared:
                    continue
                inside = (p.entity.id for p in fields if field.entity.id in p.fields)
                better = max((met[i] for i in inside if i in met), default=0.0)
                overlap = _in_area(mission, field, vocabulary)
                if overlap and overlap.score > better:
                    yield overlap


def _in_area(mission: Part, field: Part, vocabulary: Vocabulary) -> Overlap | None:
    """The mission's technology belongs to an area of the field; its first area counts most."""
    best: Overlap | None = None
    for statement in mission.technologies:
        term = vocabulary.term("Technology", statement.object.name)
        if term is None or term.kind == "area":
            continue
        for rank, name in enumerate(term.fields):
            area = vocabulary.term("Field", name)
            if area is None or not _belongs(area, field, vocabulary):
                continue
            score = _IN_AREA / (1 + 0.4 * rank)
            said = f"technology {term.name} belongs to the area {area.name}"
            if best is None or score > best.score:
                best = Overlap(mission, field, score, (said,), (statement,))
    return best


def _belongs(area: Term, field: Part, vocabulary: Vocabulary) -> bool:
    return bool(with_broader((area,), vocabulary) & field.areas) and (
        area.name in field.areas or bool(set(area.broader) & field.areas)
    )


_WORD_FORM = re.compile(r"[가-힣]{2,}|[A-Za-z][A-Za-z0-9-]+")
_COMMON = frozenset(
    [
        "개발",
        "구축",
        "확보",
        "실증",
        "혁신",
        "기술",
        "기술개발",
        "상용화",
        "실현",
        "활용",
        "확대",
        "선점",
        "기반",
        "체계",
        "미래",
        "차세대",
        "핵심",
        "초격차",
        "글로벌",
        "세계",
        "최고",
        "수준",
        "원천기술",
        "도약",
        "육성",
        "강화",
        "추진",
        "시스템",
        "플랫폼",
        "AI",
    ]
)


def _words(name: str) -> frozenset[str]:
    return frozenset(w for w in _WORD_FORM.findall(name) if w not in _COMMON)


def _rare_words(parts: list[Part]) -> frozenset[str]:
    """Words that at most two missions use: what both use then tells something."""
    counts = Counter(w for p in parts if p.entity.label == "Mission" for w in _words(p.entity.name))
    return frozenset(w for w, n in counts.items() if n == 2)
