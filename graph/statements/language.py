"""The language in which a document's things are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.korean import is_mostly_english
from graph.model import Document, Entity, Statement


def named_as_written(document: Document, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements of an English document with things known in Korean under their English names.

    The Korean name stays among the aliases, and is the name again where a Korean document tells of it too.
    """
    if not is_mostly_english(document.text):
        yield from statements
        return
    for statement in statements:
        yield replace(
            statement,
            subject=in_english(statement.subject),
            object=in_english(statement.object),
        )


def in_english(entity: Entity) -> Entity:
    """Return the entity with its English name for its name, if it has one."""
    if not entity.name_en or entity.name == entity.name_en:
        return entity
    return replace(
        entity,
        name=entity.name_en,
        aliases=tuple(sorted({entity.name, *entity.aliases} - {entity.name_en})),
    )
