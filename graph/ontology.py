"""Reads ``ontology.toml`` and checks labels, predicates, ends and qualifiers against it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from graph.errors import OntologyError
from graph.resources import ontology_file


@dataclass(frozen=True, slots=True)
class Label:
    """A node label: its name, meaning and the properties its nodes may carry."""

    name: str
    description: str
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A relationship type: the labels of its two ends and its qualifiers."""

    name: str
    subjects: frozenset[str]
    objects: frozenset[str]
    qualifiers: tuple[str, ...] = ()
    identifying: tuple[str, ...] = ()
    derived: bool = False
    undirected: bool = False
    same_label: bool = False


@dataclass(frozen=True, slots=True)
class Ontology:
    """The closed vocabulary of the graph."""

    labels: Mapping[str, Label]
    predicates: Mapping[str, Predicate]
    links: Mapping[str, Predicate]

    def check_label(self, label: str) -> None:
        """Raise :class:`OntologyError` unless ``label`` is declared."""
        if label not in self.labels:
            raise OntologyError(f"unknown label {label!r}; known are {', '.join(self.labels)}")

    def check(
        self, subject: str, predicate: str, object_: str, qualifiers: Iterable[str] = ()
    ) -> None:
        """Raise :class:`OntologyError` unless a statement of this shape is allowed.

        ``subject`` and ``object_`` are labels, ``qualifiers`` the names of the qualifiers used.
        """
        if predicate not in self.predicates:
            raise OntologyError(
                f"unknown predicate {predicate!r}; known are {', '.join(self.predicates)}"
            )
        rule = self.predicates[predicate]
        if subject not in rule.subjects:
            raise OntologyError(f"{predicate} cannot start from a {subject}")
        if object_ not in rule.objects:
            raise OntologyError(f"{predicate} cannot point to a {object_}")
        if rule.same_label and subject != object_:
            raise OntologyError(f"{predicate} cannot join a {subject} to a {object_}")
        unknown = sorted(set(qualifiers) - set(rule.qualifiers))
        if unknown:
            raise OntologyError(f"{predicate} has no qualifier {', '.join(unknown)}")


@cache
def ontology() -> Ontology:
    """Return the ontology of ``ontology.toml``, read once."""
    raw = tomllib.loads(ontology_file().read_text(encoding="utf-8"))
    labels = {
        name: Label(name, entry["description"], tuple(entry["properties"]))
        for name, entry in raw["labels"].items()
    }
    return Ontology(labels, _predicates(raw["predicates"]), _predicates(raw["links"]))


def _predicates(raw: Mapping[str, dict[str, object]]) -> dict[str, Predicate]:
    def strings(entry: dict[str, object], key: str) -> tuple[str, ...]:
        value = entry.get(key, [])
        assert isinstance(value, list)
        return tuple(value)

    return {
        name: Predicate(
            name=name,
            subjects=frozenset(strings(entry, "from")),
            objects=frozenset(strings(entry, "to")),
            qualifiers=strings(entry, "qualifiers"),
            identifying=strings(entry, "identifying"),
            derived=bool(entry.get("derived", False)),
            undirected=bool(entry.get("undirected", False)),
            same_label=bool(entry.get("same_label", False)),
        )
        for name, entry in raw.items()
    }
