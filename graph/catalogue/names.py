"""Turns what a person types into the names that a store knows, or says which come near."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping, Sequence

from graph.errors import QueryError
from graph.model import name_key
from graph.ontology import ontology
from graph.stores.base import Store
from graph.vocabulary import vocabulary

_ALL = "MATCH (n:{label}) RETURN n.name AS name, n.name_en AS name_en, n.aliases AS aliases ORDER BY n.id"


def known_name(store: Store, label: str, value: str) -> str:
    """Return the name by which ``store`` knows the ``label`` that ``value`` names.

    ``value`` may be any name or alias, in Korean or English, however spaced. Raises
    :class:`QueryError` naming the nearest known names.
    """
    names = _names(store, label)
    direct = names.get(name_key(value))
    if direct:
        return direct
    for term in vocabulary().lookup(value, None if label == "Entity" else label):
        for name in (term.name, term.name_en, *term.aliases):
            if name and name_key(name) in names:
                return names[name_key(name)]
    raise QueryError(
        f"no {label.lower()} {value!r} in {store.address}{nearest(value, list(names.values()))}"
    )


def nearest(value: str, names: Sequence[str]) -> str:
    """Return ``; near it: a, b, c`` for the names most like ``value``, letter by Hangul letter."""
    spelled = {
        unicodedata.normalize("NFD", name): name for name in sorted(set(names), reverse=True)
    }
    close = difflib.get_close_matches(unicodedata.normalize("NFD", value), spelled, n=3, cutoff=0.5)
    holding = [n for n in sorted(set(names)) if name_key(value) and name_key(value) in name_key(n)]
    near = list(dict.fromkeys([*(spelled[c] for c in close), *holding]))[:4]
    return f"; near it: {', '.join(near)}" if near else ""


def _names(store: Store, label: str) -> Mapping[str, str]:
    """Every name of the entities of ``label``, by its key, with the one to ask by.

    A field is asked by the very name given, since several fields may share an area's name.
    """
    labels = (
        [label]
        if label != "Entity"
        else [name for name in ontology().labels if name not in ("Passage", "Document", "Year")]
    )
    found: dict[str, str] = {}
    for one in labels:
        ontology().check_label(one)
        for name, name_en, aliases in store.run(_ALL.format(label=one)).rows:
            others = [str(a) for a in aliases] if isinstance(aliases, list) else []
            for written in (str(name), *([str(name_en)] if name_en else []), *others):
                found.setdefault(name_key(written), written if one == "Field" else str(name))
    return found
