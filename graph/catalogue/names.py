"""Turns what a person types into the entities that a store holds, or says which names come near."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.catalogue.header import ANY_ENTITY
from graph.errors import QueryError
from graph.model import name_key
from graph.ontology import ontology
from graph.stores.base import Store
from graph.vocabulary import vocabulary

_ALL = "MATCH (n:{label}) RETURN n.id, n.name, n.name_en, n.aliases ORDER BY n.id"
_NOT_NAMED = ("Document", "Passage")
_JOINTS = re.compile(r"[·・ㆍ∙⋅,/&]|\s및\s|\s와\s|\s과\s| and ")
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the store under one of its names; ``canonical`` marks its main name."""

    id: str
    name: str
    wording: str
    canonical: bool


class Names:
    """The names of the entities in a store, read label by label when first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Mapping[str, list[Known]]] = {}

    def ids(self, label: str, value: str) -> tuple[str, ...]:
        """Return the ids of the ``label`` entities that ``value`` names, sorted; none if none.

        ``value`` may be an id or any name or alias, in Korean or English, however spaced; ``a|b``
        asks for both. A canonical name goes before an alias. A field is found by its parts as well
        (양자 in 양자·컴퓨팅), and all fields of that name count.
        """
        found = {known.id for part in value.split("|") for known in self._find(label, part.strip())}
        return tuple(sorted(found))

    def demand(self, label: str, value: str) -> tuple[str, ...]:
        """Return ids as :meth:`ids` does. Raises :class:`QueryError` naming the nearest names."""
        for part in value.split("|"):
            if not self._find(label, part.strip()):
                raise QueryError(self._unknown(label, part.strip()))
        return self.ids(label, value)

    def holding(self, value: str) -> Iterator[tuple[str, Known, int]]:
        """Yield the label and name of whatever has ``value`` in a name, and where in it.

        Initial consonants alone (ㄱㄱㅈㅌㅂ) find the names that have them.
        """
        initials = value.strip()
        by_initials = bool(initials) and all(letter in _INITIALS for letter in initials)
        spelled = _initials if by_initials else str
        wanted = initials if by_initials else name_key(value)
        for label in _labels(ANY_ENTITY) if wanted else ():
            for key, found in self._names(label).items():
                if (place := spelled(key).find(wanted)) >= 0:
                    yield from ((label, known, place) for known in found)

    def by_id(self, wanted: str) -> tuple[str, str] | None:
        """Return the label and name of the entity of that id, or None."""
        for label in _labels(ANY_ENTITY):
            for found in self._names(label).values():
                for known in found:
                    if known.id == wanted:
                        return label, known.name
        return None

    def all(self, label: str) -> tuple[str, ...]:
        """Return the names, no aliases, of the ``label`` entities, sorted."""
        found = self._names(label).values()
        return tuple(sorted({known.name for names in found for known in names}))

    def _find(self, label: str, value: str) -> list[Known]:
        names = self._names(label)
        key = name_key(value)
        direct = [k for k in names.get(key, ()) if key]
        direct = direct or [k for known in names.values() for k in known if k.id == value]
        if label == "Field":
            return [*direct, *self._of_terms(label, value), *self._of_parts(label, value)]
        canonical = [known for known in direct if known.canonical]
        return canonical or direct or self._of_terms(label, value)

    def _of_terms(self, label: str, value: str) -> list[Known]:
        """What the vocabulary knows by that name, under any of the names that it gives to it."""
        names = self._names(label)
        terms = vocabulary().lookup(value, None if label == ANY_ENTITY else label)
        keys = {name_key(n) for t in terms for n in (t.name, t.name_en, *t.aliases) if n}
        return [known for key in sorted(keys) for known in names.get(key, ())]

    def _of_parts(self, label: str, value: str) -> list[Known]:
        names = self._names(label)
        terms = vocabulary().lookup(value, label)
        keys = {name_key(n) for n in (value, *(t.name for t in terms))} - {""}
        return [
            known
            for all_known in names.values()
            for known in all_known
            if known.canonical and keys & {name_key(p) for p in _JOINTS.split(known.name)}
        ]

    def _names(self, label: str) -> Mapping[str, list[Known]]:
        if label not in self._known:
            found: dict[str, list[Known]] = defaultdict(list)
            for one in _labels(label):
                for known in self._read(one):
                    found[name_key(known.wording)].append(known)
            self._known[label] = dict(found)
        return self._known[label]

    def _read(self, label: str) -> Iterable[Known]:
        for key, name, name_en, aliases in self._store.run(_ALL.format(label=label)).rows:
            main = str(name or key)
            yield Known(str(key), main, main, True)
            others = aliases if isinstance(aliases, list) else []
            for other in (name_en, *others):
                if other:
                    yield Known(str(key), main, str(other), False)

    def _unknown(self, label: str, value: str) -> str:
        names = self._names(label)
        what = "entity" if label == ANY_ENTITY else label
        if not names:
            return f"{value!r}: {self._store.address} holds no {what} at all; build it first"
        wordings = {k.wording: k.name for known in names.values() for k in known}
        near: dict[str, str] = {}
        for wording in nearest(value, wordings, 9):
            main = wordings[wording]
            near.setdefault(main, main if wording == main else f"{wording} ({main})")
        hint = f"; near it: {', '.join(list(near.values())[:3])}" if near else ""
        return f"{value!r}: no {what} of that name in {self._store.address}{hint}"


def known_name(store: Store, label: str, value: str) -> str:
    """Return the name of the ``label`` entity in ``store`` that ``value`` names, the first by id.

    Raises :class:`QueryError` naming the nearest known names.
    """
    names = Names(store)
    wanted = names.demand(label, value)[0]
    return next(
        known.name for one in _labels(label) for known in names._read(one) if known.id == wanted
    )


def nearest(value: str, names: Iterable[str], count: int = 3) -> list[str]:
    """Return the names most like ``value``, the likest first.

    Hangul is compared letter by letter (과기정통뷰 ~ 과기정통부); initials alone find the names
    that begin with them (ㄱㄱㅈㅌㅂ).
    """
    candidates = sorted(set(names))
    if value and all(letter in _INITIALS for letter in value):
        return [n for n in candidates if _initials(n).startswith(value)][:count]
    spelled = {_spelled(name): name for name in reversed(candidates)}
    close = difflib.get_close_matches(_spelled(value), spelled, n=count, cutoff=0.6)
    key = name_key(value)
    holding = [name for name in candidates if key and _holds(key, name_key(name))]
    return list(dict.fromkeys([*(spelled[c] for c in close), *holding]))[:count]


def _holds(a: str, b: str) -> bool:
    return a in b or (len(b) > 1 and b in a)


def _spelled(name: str) -> str:
    return unicodedata.normalize("NFD", name_key(name))


def _initials(name: str) -> str:
    return "".join(
        _INITIALS[(ord(c) - 0xAC00) // 588] if "가" <= c <= "힣" else c for c in name_key(name)
    )


def _labels(label: str) -> tuple[str, ...]:
    if label != ANY_ENTITY:
        ontology().check_label(label)
        return (label,)
    return tuple(name for name in ontology().labels if name not in _NOT_NAMED)
