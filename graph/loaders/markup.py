"""XML → its tree; nothing outside the file is looked up and no entity is taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from graph.errors import LoadError

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element

MOST_DEPTH = 200
"""Elements within elements; what lies deeper is not read."""


def parse(path: str, data: bytes) -> Element:
    """Return the root of an XML file. Raises :class:`LoadError`; a DOCTYPE is refused."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise LoadError(path, "is broken: its XML cannot be read; save it again") from error
    if root.getroottree().docinfo.doctype:
        raise LoadError(path, "declares XML entities, which no document needs; save it again")
    return root


def local(element: Element) -> str:
    """The element's name without its namespace; nothing for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """The attribute of that local name, or nothing."""
    plain = element.get(name)
    if plain is not None:
        return plain
    return next((v for k, v in element.attrib.items() if str(k).endswith("}" + name)), "")


def number(element: Element | None, name: str, default: int = 0) -> int:
    """The attribute as a number, within what a table or a level can be."""
    value = attribute(element, name) if element is not None else ""
    try:
        return max(-1_000_000, min(int(value), 1_000_000))
    except ValueError:
        return default


def children(element: Element, *names: str) -> Iterator[Element]:
    """The elements of those names directly within ``element``, in order."""
    return (child for child in element if local(child) in names)


def child(element: Element | None, name: str) -> Element | None:
    """The first element of that name directly within ``element``."""
    return None if element is None else next(children(element, name), None)
