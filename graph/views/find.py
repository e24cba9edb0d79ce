"""Finds an entity by any of its names, and says what stands near when there is none."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from graph.errors import InputError
from graph.model import Entity, name_key
from graph.views.material import Material


def find_entity(material: Material, name: str, label: str = "") -> Entity:
    """Return the entity called ``name``: by id, name, English name or alias, of ``label`` if given.

    Of several, the one whose own name it is, then the one with the most facts. Raises
    :class:`InputError` with the nearest known names.
    """
    wanted = name_key(name)
    pool = [e for e in material.entities.values() if not label or e.label == label]
    found = [e for e in pool if e.id == name or (wanted and wanted in map(name_key, names(e)))]
    if not found:
        raise InputError(_unknown(name, label, pool))
    degree = _degrees(material)
    return min(
        found,
        key=lambda e: (e.id != name, name_key(e.name) != wanted, -degree.get(e.id, 0), e.id),
    )


def names(entity: Entity) -> tuple[str, ...]:
    """Return all names of ``entity``, the canonical one first."""
    english = (entity.name_en,) if entity.name_en else ()
    return (entity.name, *english, *entity.aliases)


def _degrees(material: Material) -> dict[str, int]:
    degree: dict[str, int] = {}
    for fact in material.facts:
        for end in (fact.source, fact.target):
            degree[end] = degree.get(end, 0) + 1
    return degree


def _unknown(name: str, label: str, pool: Iterable[Entity]) -> str:
    keys: dict[str, str] = {}
    for entity in sorted(pool, key=lambda e: e.id):
        for known in names(entity):
            keys.setdefault(name_key(known), entity.name)
    near = get_close_matches(name_key(name), sorted(keys), n=3, cutoff=0.4)
    kind = {"Program": "programme"}.get(label, label.lower() or "entity")
    nearest = ", ".join(dict.fromkeys(keys[key] for key in near))
    if not nearest and label and keys:
        nearest = ", ".join(sorted(set(keys.values()))[:5])
    hint = f"nearest known: {nearest}" if nearest else "'moonshot info' lists what the store holds"
    return f"no {kind} is called {name!r}; {hint}"
