"""A connection to a store: Cypher, canned queries, pages."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graph.catalogue import Catalogue, Given
from graph.catalogue import ask as run_canned
from graph.connection.answer import Answer
from graph.connection.page import Page
from graph.connection.place import marked
from graph.errors import QueryError, StoreError
from graph.model import Result, ResultValue
from graph.stores import Store, open_store
from graph.stores.base import Closing

if TYPE_CHECKING:
    import networkx

    from graph.model import KnowledgeGraph

DEFAULT = "moonshot.kgl"


def connect(address: str = "") -> Connection:
    """Return a connection to the store at ``address``: a file, ``:memory:``, ``bolt://…``, ``neo4j://…``.

    Without one, to MOONSHOT_GRAPH_STORE, else the file ``moonshot.kgl``. Credentials come from
    NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE. Raises :class:`StoreError` when it cannot be
    opened, and for a file that is not there.
    """
    address = address or os.environ.get("MOONSHOT_GRAPH_STORE") or DEFAULT
    if "://" not in address and address != ":memory:" and not Path(address).exists():
        raise StoreError(
            f"{address}: no such store; 'moonshot build PATH… --store {address}' makes it"
        )
    return Connection(open_store(address))


class Connection(Closing):
    """A store and how it is asked; closes itself at the end of a ``with`` block.

    ``run`` takes what ``session.run`` of the official driver and ``Graph.run`` of py2neo take, but
    changes nothing unless told to.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def run(
        self,
        cypher: str,
        parameters: Mapping[str, object] | None = None,
        /,
        *,
        write: bool = False,
        **named: object,
    ) -> Answer:
        """Run one Cypher statement with ``parameters`` and ``named`` ones; only reads unless ``write``.

        Raises :class:`QueryError` with the place in the statement, :class:`StoreError` when the
        database fails.
        """
        given = {**(parameters or {}), **named}
        try:
            return Answer(self.store.run(cypher, given, write=write), self.store)
        except QueryError as error:
            if "--write" in str(error) and not write:
                said = str(error).replace("give --write", "give --write, in Python write=True,")
                raise QueryError(said) from error
            raise marked(error, cypher) from error

    def evaluate(
        self, cypher: str, parameters: Mapping[str, object] | None = None, /, **named: object
    ) -> ResultValue:
        """Return the first value of the first row, None without rows; errors as :meth:`run`."""
        return self.run(cypher, {**(parameters or {}), **named}).evaluate()

    def ask(self, query: str, /, **values: Given) -> Answer:
        """Run the canned query of that name; any name or alias will do as a value.

        Raises :class:`QueryError` for an unknown query, parameter or name, naming the nearest.
        """
        return Answer(run_canned(query, self.store, **values), self.store)

    def queries(self) -> Answer:
        """Return the canned queries: name, question, parameters."""
        found = Catalogue.load().queries.values()
        rows = tuple((q.name, q.question_ko, q.question_en, q.usage) for q in found)
        return Answer(Result(("query", "질문", "question", "parameters"), rows), self.store)

    def read(self) -> KnowledgeGraph:
        """Return all statements with their evidence."""
        from graph.projection import unproject

        return unproject(self.store.read())

    def render(self, view: str = "ecosystem", *arguments: str, title: str = "") -> Page:
        """Return a page: ``ecosystem``, ``overlap`` of two programmes, ``around`` an entity.

        Raises :class:`InputError` for an unknown view or name, and for an empty store.
        """
        from graph.views import compose

        return Page(compose(self.read(), view, arguments, title))

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Return all entities and statements as a network."""
        from graph.exports.nx import to_networkx

        return to_networkx(self.read())

    def close(self) -> None:
        """Let go of files and connections."""
        self.store.close()

    def __repr__(self) -> str:
        return f"<Connection to {self.store.address}>"
