"""Reads gold files: ``NAME.jsonl`` says what stands in the document ``NAME.txt``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.model import Entity, name_key


@dataclass(frozen=True, slots=True)
class End:
    """Subject or object of a line: its label and the names it may have, the canonical one first."""

    label: str
    names: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The names as they are compared."""
        return frozenset(map(name_key, self.names))

    def is_entity(self, entity: Entity) -> bool:
        """Say whether ``entity`` has this label and its own name is one of these."""
        return entity.label == self.label and name_key(entity.name) in self.keys


@dataclass(frozen=True, slots=True)
class Triple:
    """One way to encode a fact; ``accept`` has other values that a qualifier may have."""

    subject: End
    predicate: str
    object: End
    qualifiers: Mapping[str, Any] = field(default_factory=dict)
    accept: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The triple in one line, for messages."""
        return f"({self.subject.names[0]})-[{self.predicate}]->({self.object.names[0]})"


@dataclass(frozen=True, slots=True)
class GoldLine:
    """A fact of ``document`` (a file name without its suffix), in one or several encodings."""

    document: str
    core: bool
    triple: Triple
    alternatives: tuple[Triple, ...] = ()
    quote: str = ""


def read_gold(folder: Path, documents: Iterable[str]) -> tuple[GoldLine, ...]:
    """Return the lines of those ``documents`` (file names) that are marked in ``folder``.

    Raises :class:`InputError` for a folder without any such file, and for a line that cannot be used.
    """
    files = [folder / f"{Path(name).stem}.jsonl" for name in sorted(documents)]
    found = [path for path in files if path.is_file()]
    if not found:
        raise InputError(
            f"{folder}: marks none of the documents; it needs a NAME.jsonl for NAME.txt"
        )
    return tuple(line for path in found for line in _lines(path))


def _lines(path: Path) -> Iterator[GoldLine]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            yield GoldLine(
                path.stem,
                record["tier"] == "core",
                _triple(record),
                tuple(_triple(other) for other in record.get("alt", ())),
                record.get("quote", ""),
            )
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise InputError(f"{path}:{number}: not a marked statement: {error}") from error


def _triple(record: Mapping[str, Any]) -> Triple:
    return Triple(
        _end(record["subject"]),
        record["predicate"],
        _end(record["object"]),
        dict(record.get("qualifiers", {})),
        {name: tuple(values) for name, values in record.get("accept", {}).items()},
    )


def _end(record: Mapping[str, Any]) -> End:
    return End(record["label"], (record["names"][0], *record["names"][1:]))
