"""The magics: a line or a cell in, an answer out."""

from __future__ import annotations

import atexit
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from graph.connection import Answer, Connection, connect
from graph.errors import MoonshotError, QueryError
from graph.notebook.line import Line, read_line, read_values, variable
from graph.stores.script import bare

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

_T = TypeVar("_T")


class Session:
    """The connection of a notebook, and its magics."""

    def __init__(self, shell: InteractiveShell) -> None:
        self._shell = shell
        self._connection: Connection | None = None

    @property
    def connection(self) -> Connection:
        """What the notebook is connected to; without ``%moonshot`` the default store."""
        if self._connection is None:
            self._connection = _open("")
        return self._connection

    @property
    def is_connected(self) -> bool:
        """Whether there is a connection already."""
        return self._connection is not None

    def moonshot(self, line: str) -> Connection | None:
        """``%moonshot [STORE] [>> name]``: connect to a store, or show what one is connected to.

        STORE is a file, ``bolt://…``, ``neo4j://…``, or a variable that holds a connection.
        """
        read = read_line(line)
        if len(read.words) > 1:
            raise QueryError("%moonshot takes one store")
        if read.words:
            self._switch(read.words[0])
        return self._kept(self.connection, read)

    def cypher(self, line: str, cell: str) -> Answer | None:
        """``%%cypher [--write] [>> name]``: run the cell; ``$name`` is the Python variable ``name``."""
        read = read_line(line)
        unknown = [word for word in read.words if word != "--write"]
        if unknown:
            raise QueryError(f"{unknown[0]}: unknown; %%cypher takes --write and >> name")
        names = sorted(set(re.findall(r"\$(\w+)", bare(cell))))
        parameters = {name: variable(name, self._shell.user_ns) for name in names}
        write = "--write" in read.words
        return self._kept(self.connection.run(cell, parameters, write=write), read)

    def ask(self, line: str) -> Answer | None:
        """``%ask [QUERY NAME=VALUE …] [>> name]``: run a canned query; alone, list them."""
        read = read_line(line)
        if not read.words:
            return self._kept(self.connection.queries(), read)
        values = read_values(read.words[1:], self._shell.user_ns)
        # What a variable holds is checked where it is bound.
        return self._kept(self.connection.ask(read.words[0], **cast("Any", values)), read)

    def _switch(self, store: str) -> None:
        held = self._shell.user_ns.get(store)
        self._connection = held if isinstance(held, Connection) else _open(store)

    def _kept(self, value: _T, line: Line) -> _T | None:
        if not line.keep:
            return value
        self._shell.user_ns[line.keep] = value
        return None


def _open(store: str) -> Connection:
    """Connect until the notebook ends: earlier answers and variables still read from it."""
    opened = connect(store)
    atexit.register(opened.close)
    return opened


def register_magics(shell: InteractiveShell) -> Session:
    """Register the magics in ``shell``; return the session that they share."""
    from IPython.core.magic import no_var_expand

    session = Session(shell)
    register: Callable[..., None] = shell.register_magic_function
    for magic, kind in (
        (session.moonshot, "line"),
        (session.cypher, "cell"),
        (session.ask, "line"),
    ):
        register(no_var_expand(_one_line(magic)), kind, magic.__name__)
    return session


def _one_line(magic: Callable[..., Any]) -> Callable[..., Any]:
    """Say an error in one line instead of a traceback, and stop the notebook there."""
    from IPython.core.error import UsageError

    def run(*arguments: str) -> Any:
        try:
            return magic(*arguments)
        except MoonshotError as error:
            raise UsageError(str(error)) from None

    run.__doc__ = magic.__doc__
    return run
