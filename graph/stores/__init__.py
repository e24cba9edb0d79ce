"""PropertyGraph ↔ database."""

from __future__ import annotations

import re
from importlib import import_module
from typing import cast

from graph.errors import StoreError
from graph.stores.base import Store, WriteReport

__all__ = ["Store", "WriteReport", "open_store"]

STORES = {
    "": ("graph.stores.kglite", "KgliteStore"),
    **dict.fromkeys(
        ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"),
        ("graph.stores.neo4j", "Neo4jStore"),
    ),
    "py2neo+bolt": ("graph.stores.py2neo", "Py2neoStore"),
}
"""Which class serves which scheme; no scheme is a file, or ``:memory:``."""


def open_store(url: str) -> Store:
    """Open the store at ``url``: a file, ``:memory:``, ``bolt://…``, ``neo4j://…``.

    Credentials come from NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE. Raises
    :class:`StoreError` when it cannot be reached or opened.
    """
    match = re.match(r"([A-Za-z][\w+.-]*)://", url)
    scheme = match.group(1).lower() if match else ""
    if scheme not in STORES:
        known = ", ".join(f"{name}://" for name in STORES if name)
        raise StoreError(f"{scheme}://: unknown kind of store; a file name, or one of {known}")
    if scheme and "@" in url:
        # A driver may repeat the whole address in what it complains of.
        raise StoreError(
            f"{scheme}://…: user and password do not belong into the address; "
            "set NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    module, name = STORES[scheme]
    return cast("Store", getattr(import_module(module), name)(url))
