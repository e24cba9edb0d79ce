"""The data of a page as one block of JSON: each name, quote and document stands in it once.

Ends of facts, quotes and documents are given by their number in sorted lists, so that equal graphs
give equal bytes. ``</`` cannot end the block and no character ends a line of script: both are escaped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from graph.model import Entity, Value
from graph.ontology import ontology
from graph.views.ecosystem import belonging
from graph.views.material import Fact, Material, Quote
from graph.views.scene import Layout, Scene, Table
from graph.views.style import BASIS, LABELS, NAMES, PREDICATES, label_style, predicate_style

VERSION = 2
"""Of the block's shape; raised when a reader of old blocks would misread a new one."""


def write_block(
    scene: Scene,
    nodes: Sequence[Mapping[str, Any]],
    edges: Sequence[Mapping[str, Any]],
    options: str,
) -> str:
    """Return the block; ``nodes``, ``edges`` and ``options`` are those of the pyvis network."""
    material = scene.material
    entities = [material.entities[str(node["key"])] for node in nodes]
    at = {entity.id: number for number, entity in enumerate(entities)}
    facts = [edge["fact"] for edge in edges]
    quotes = sorted({quote for fact in facts for quote in fact.quotes})
    documents = sorted({q.document for q in quotes} | {s.name for s in material.sources})
    block = {
        "version": VERSION,
        "view": scene.view,
        "titles": [scene.title, scene.title_en or scene.title],
        "lines": scene.lines,
        "focus": [at[key] for key in scene.focus],
        "counts": [[c.ko, c.en, c.number] for c in scene.counts],
        "options": json.loads(options),
        "labels": _labels(entities),
        "predicates": _predicates(facts),
        "captions": {name: list(captions) for name, captions in NAMES.items()},
        "basis": [list(pair) for pair in BASIS],
        "documents": _documents(material, documents),
        "quotes": _quotes(quotes, documents),
        "nodes": _nodes(entities, at, belonging(material)),
        "facts": _facts(facts, at, {quote: number for number, quote in enumerate(quotes)}),
        "ranked": _ranked(scene, facts),
        "layouts": [_layout(layout, at) for layout in scene.layouts],
        "table": _table(scene.table, at),
    }
    return escape(json.dumps(block, ensure_ascii=False, separators=(",", ":")))


def escape(text: str) -> str:
    """Return JSON text that is inert within a script element, whatever it holds."""
    for bad in "<>&\u2028\u2029\x7f":
        text = text.replace(bad, f"\\u{ord(bad):04x}")
    # Lone surrogates cannot be written as UTF-8; JSON has a way to say them.
    return "".join(c if not "\ud800" <= c <= "\udfff" else f"\\u{ord(c):04x}" for c in text)


def _labels(entities: Sequence[Entity]) -> list[dict[str, Any]]:
    present = {entity.label for entity in entities}
    order = [name for name in LABELS if name in present]
    found = []
    for name in [*order, *sorted(present - set(order))]:
        style = label_style(name)
        found.append(
            {
                "name": name,
                "ko": style.ko,
                "en": style.en,
                "light": style.light,
                "dark": style.dark,
                "outline": style.outline,
            }
        )
    return found


def _predicates(facts: Sequence[Fact]) -> list[dict[str, Any]]:
    present = {fact.predicate for fact in facts}
    order = [name for name in PREDICATES if name in present]
    rules = {**ontology().links, **ontology().predicates}
    found = []
    for name in [*order, *sorted(present - set(order))]:
        style = predicate_style(name)
        found.append(
            {
                "name": name,
                "ko": style.ko,
                "back": style.back,
                "en": style.en,
                "enBack": style.en_back,
                "undirected": name in rules and rules[name].undirected,
            }
        )
    return found


def _documents(material: Material, names: Sequence[str]) -> list[list[str]]:
    known = {source.name: source for source in material.sources}
    rows = []
    for name in names:
        source = known.get(name)
        rows.append(
            [name, source.title, source.published, source.publisher, source.byline, source.sha256]
            if source
            else [name, "", "", "", "", ""]
        )
    return rows


def _quotes(quotes: Sequence[Quote], documents: Sequence[str]) -> list[list[Any]]:
    at = {name: number for number, name in enumerate(documents)}
    return [[at[quote.document], quote.start, quote.end, quote.text] for quote in quotes]


def _nodes(
    entities: Sequence[Entity], at: Mapping[str, int], programmes: Mapping[str, frozenset[str]]
) -> list[list[Any]]:
    """Each entity, at its end the numbers of the programmes that it belongs to."""
    return [
        [
            entity.label,
            entity.id,
            entity.name,
            entity.name_en,
            list(entity.aliases),
            [[name, _value(value)] for name, value in entity.properties],
            sorted(at[key] for key in programmes.get(entity.id, ())),
        ]
        for entity in entities
    ]


def _facts(
    facts: Sequence[Fact], at: Mapping[str, int], quotes: Mapping[Quote, int]
) -> list[list[Any]]:
    return [
        [
            at[fact.source],
            fact.predicate,
            at[fact.target],
            [[name, _value(value)] for name, value in fact.qualifiers],
            [quotes[quote] for quote in fact.quotes],
            int(fact.derived),
            list(fact.basis),
            fact.rule,
            fact.id,
            _confidence(fact),
        ]
        for fact in facts
    ]


def _confidence(fact: Fact) -> list[float]:
    """The value and its cases, right and judged; empty where there is none."""
    known = fact.confidence
    return [known.value, known.right, known.judged] if known else []


def _value(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _ranked(scene: Scene, facts: Sequence[Fact]) -> list[int]:
    number = {fact.id: index for index, fact in enumerate(facts)}
    return [number[key] for key in scene.ranked if key in number]


def _layout(layout: Layout, at: Mapping[str, int]) -> dict[str, Any]:
    across, down = layout.extent
    return {
        "width": layout.width,
        "steps": layout.steps,
        "language": layout.language,
        "cards": layout.cards,
        "extent": [round(across), round(down)],
        "places": [
            [at[p.id], *(round(v, 1) for v in (p.x, p.y, p.width, p.height)), int(p.mirrored)]
            for p in sorted(layout.places, key=lambda p: at[p.id])
        ],
        "headings": [
            [h.ko, h.en, round(h.x, 1), round(h.y, 1), round(h.width, 1), h.level, h.count, h.label]
            for h in layout.headings
        ],
    }


def _table(table: Table | None, at: Mapping[str, int]) -> dict[str, Any] | None:
    if table is None:
        return None
    return {
        "columns": list(table.columns),
        "rows": [[[text, at.get(key, -1)] for text, key in row] for row in table.rows],
    }
