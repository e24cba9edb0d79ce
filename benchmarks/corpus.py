"""A made-up graph of any size, document by document: the same for the same seed, never held whole.

Each document brings ten entities and thirty statements in ten passages; it also speaks of ministries that
most documents name, and of entities of earlier documents, as documents do.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from graph.model import Confidence, Entity, Evidence, KnowledgeGraph, Source, Statement, entity_id

ENTITIES, STATEMENTS = 10, 30
"""What each document adds."""

_SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후"
_HUBS = tuple(
    Entity("Organization", entity_id("Organization", f"{name}부"), f"{name}부", aliases=(name,))
    for name in ("과학기술정보통신", "산업통상", "보건복지", "국방", "해양수산", "환경")
)
_LABELS = ("Program", "Mission", "Field", "Technology", "Organization", "Person", "Event")
_PATTERNS = (
    ("Organization", "LEADS", "Program"),
    ("Organization", "PARTICIPATES_IN", "Program"),
    ("Program", "HAS_MISSION", "Mission"),
    ("Program", "HAS_FIELD", "Field"),
    ("Mission", "INVOLVES", "Technology"),
    ("Organization", "DEVELOPS", "Technology"),
    ("Person", "HOLDS_POSITION", "Organization"),
    ("Organization", "HOSTS", "Event"),
    ("Event", "ABOUT", "Program"),
)


def documents(
    count: int, seed: int = 1, changed: frozenset[int] = frozenset()
) -> Iterator[KnowledgeGraph]:
    """Yield what each of ``count`` documents says; those ``changed`` say one thing otherwise."""
    pool: dict[str, list[Entity]] = {label: [] for label in _LABELS}
    pool["Organization"].extend(_HUBS)
    for number in range(count):
        yield _document(number, random.Random(f"{seed} {number}"), pool, number in changed)


def _document(
    number: int, rng: random.Random, pool: dict[str, list[Entity]], changed: bool
) -> KnowledgeGraph:
    name = f"doc-{number:07}.txt"
    own = [_entity(rng, _LABELS[i % len(_LABELS)], number, i) for i in range(ENTITIES)]
    for entity in own:
        known = pool[entity.label]
        # What is spoken of again is mostly recent: a window, so that the pool does not grow without end.
        if len(known) < 1000:
            known.append(entity)
        else:
            known[len(_HUBS) + rng.randrange(1000 - len(_HUBS))] = entity
    passages = [_passage(rng, name, i, own) for i in range(STATEMENTS // 3)]
    found: dict[tuple[str, ...], Statement] = {}
    while len(found) < STATEMENTS:
        start, predicate, end = _PATTERNS[rng.randrange(len(_PATTERNS))]
        subject, object_ = _choose(rng, own, pool[start], start), _choose(rng, own, pool[end], end)
        if subject not in own and object_ not in own:
            continue
        passage = passages[len(found) % len(passages)]
        confidence = Confidence(0.875, 80, 84) if not changed or found else Confidence(0.5, 1, 2)
        statement = Statement(
            subject, predicate, object_, {}, (passage,), rule="made", confidence=confidence
        )
        found[statement.key] = statement
    return KnowledgeGraph(
        (Source(name, f"{number:064x}", "설명회", "2026-06-18"),), tuple(found.values())
    )


def _choose(rng: random.Random, own: list[Entity], pool: list[Entity], label: str) -> Entity:
    if label == "Organization" and rng.random() < 0.4:
        return _HUBS[rng.randrange(len(_HUBS))]
    near = [e for e in own if e.label == label]
    return rng.choice(near) if rng.random() < 0.7 else rng.choice(pool)


def _entity(rng: random.Random, label: str, number: int, index: int) -> Entity:
    name = f"{_words(rng, 2)} {number}호 {index}"
    return Entity(label, entity_id(label, name), name, aliases=(_words(rng, 1),))


def _passage(rng: random.Random, name: str, index: int, own: list[Entity]) -> Evidence:
    quote = f"{own[index % len(own)].name}는 {_words(rng, 12)}를 밝혔다."
    return Evidence(name, index * 200, index * 200 + len(quote), quote)


def _words(rng: random.Random, count: int) -> str:
    return " ".join("".join(rng.choices(_SYLLABLES, k=4)) for _ in range(count))
