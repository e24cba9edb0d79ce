"""Which entities an analyst's name means: by id, by name or alias, by a wording of the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from graph.model import Entity, Wording, name_key
from graph.ontology import ontology


class Names:
    """Looks up entities by id, by ``Label: name``, or by any of their names."""

    def __init__(self, entities: Iterable[Entity], wordings: Iterable[Wording] = ()) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._own: dict[str, set[str]] = defaultdict(set)
        self._other: dict[str, set[str]] = defaultdict(set)
        for key, entity in self._entities.items():
            self._own[name_key(entity.name)].add(key)
            for name in (entity.name_en, *entity.aliases):
                self._other[name_key(name)].add(key)
        for wording in wordings:
            if wording.entity in self._entities:
                self._other[name_key(wording.text)].add(wording.entity)

    def find(self, text: str, labels: Collection[str] = ()) -> tuple[Entity, ...]:
        """Return the entities that ``text`` means, by id; of ``labels`` if any are given.

        An id goes before a name, and an entity's own name before another name of it.
        """
        if text in self._entities:
            return (self._entities[text],)
        label, name = split_label(text)
        wanted = {label} if label else set(labels)
        key = name_key(name)
        for index in (self._own, self._other):
            found = [self._entities[i] for i in sorted(index.get(key, ())) if key]
            if found := [e for e in found if not wanted or e.label in wanted]:
                return tuple(found)
        return ()


def split_label(text: str) -> tuple[str, str]:
    """Return the label and the name of ``Organization: 가나부``; no label where none is given."""
    label, colon, name = text.partition(":")
    if colon and label.strip() in ontology().labels and name.strip():
        return label.strip(), name.strip()
    return "", text


def listed(entities: Iterable[Entity]) -> str:
    """Return the ids of ``entities`` for a message that asks to choose one."""
    return ", ".join(_ids(entities))


def _ids(entities: Iterable[Entity]) -> Iterator[str]:
    for number, entity in enumerate(entities):
        if number == 5:
            yield "…"
            return
        yield entity.id
