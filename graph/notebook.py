"""The notebook extension: ``%load_ext graph.notebook``.

===================================  =====================================================
``%moonshot STORE``                  open a store (a file, ``bolt://…``, ``neo4j://…``)
``%%cypher [--write] [>> name]``     run the cell; ``$name`` is the Python variable ``name``
``%ask QUERY NAME=VALUE … [>> name]``  run a canned query
===================================  =====================================================

A result shows as a table and as a graph: ``.to_frame()`` is a pandas DataFrame, ``.graph()`` the
interactive page in a frame, ``.to_networkx()`` the network of its nodes and relationships.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from graph.errors import MoonshotError, QueryError
from graph.model import Result, ResultValue
from graph.stores.script import bare

if TYPE_CHECKING:
    import networkx
    import pandas
    from IPython.core.interactiveshell import InteractiveShell

    from graph.stores import Store

_KEEP = re.compile(r"\s*>>\s*(?P<name>[A-Za-z_]\w*)\s*$")
_MOST_ROWS = 50


class Answer:
    """A result as a notebook shows it."""

    def __init__(self, result: Result, store: Store) -> None:
        self.result = result
        self._store = store

    def to_frame(self) -> pandas.DataFrame:
        """Return a pandas DataFrame (extra ``notebook``)."""
        import pandas

        from graph.views.table import plain

        rows = [[plain(value) for value in row] for row in self.result.rows]
        return pandas.DataFrame(rows, columns=list(self.result.columns))

    def graph(self) -> Frame:
        """Return the interactive page of the rows, in a frame."""
        from graph.projection import unproject
        from graph.views import render

        known = unproject(self._store.read())
        return Frame(render(known, "query", title=self.result.title, result=self.result))

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Return the nodes and relationships among the values as a network."""
        from graph.exports.nx import result_to_networkx

        return result_to_networkx(self.result)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(c)}</th>" for c in self.result.columns)
        rows = "".join(_row(row) for row in self.result.rows[:_MOST_ROWS])
        left = len(self.result.rows) - _MOST_ROWS
        note = f"<p>{left} more rows: .to_frame()</p>" if left > 0 else ""
        title = f"<caption>{html.escape(self.result.title)}</caption>" if self.result.title else ""
        return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{note}"

    def __repr__(self) -> str:
        from graph.views.table import format_result

        return format_result(self.result, "table")


def _row(row: tuple[ResultValue, ...]) -> str:
    from graph.views.table import cell_text

    return "<tr>" + "".join(f"<td>{html.escape(cell_text(value))}</td>" for value in row) + "</tr>"


class Frame:
    """A self-contained page in a sandboxed frame: nothing in it reaches the notebook."""

    def __init__(self, page: str, height: int = 620) -> None:
        self.page = page
        self._height = height

    def _repr_html_(self) -> str:
        source = html.escape(self.page, quote=True)
        return (
            f'<iframe sandbox="allow-scripts allow-downloads" srcdoc="{source}" '
            f'style="width:100%;height:{self._height}px;border:0"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<a page of {len(self.page):,} letters; shown in a notebook>"


class Session:
    """The open store of a notebook, and its magics."""

    def __init__(self, shell: InteractiveShell) -> None:
        self._shell = shell
        self._store: Store | None = None

    def moonshot(self, line: str) -> None:
        """``%moonshot STORE``: open a store; without STORE, the default file."""
        from graph.stores import open_store

        address = line.strip() or "moonshot.kgl"
        if self._store is not None:
            self._store.close()
        self._store = open_store(address)
        print(f"{self._store.address}: open")  # noqa: T201  # the answer to the magic

    def cypher(self, line: str, cell: str) -> Answer | None:
        """``%%cypher``: run the cell; parameters come from Python variables of their names."""
        write = "--write" in line.split()
        store = self._opened()
        result = store.run(cell, self._parameters(cell), write=write)
        return self._kept(Answer(result, store), line.replace("--write", ""))

    def ask(self, line: str) -> Answer | None:
        """``%ask QUERY NAME=VALUE …``: run a canned query."""
        from graph.catalogue import ask

        keep = _KEEP.search(line)
        words = (line[: keep.start()] if keep else line).split()
        if not words:
            raise QueryError("%ask needs the name of a canned query; 'moonshot ask' lists them")
        values = dict(word.partition("=")[::2] for word in words[1:])
        store = self._opened()
        return self._kept(Answer(ask(words[0], store, **values), store), line)

    def _opened(self) -> Store:
        if self._store is None:
            self.moonshot("")
        assert self._store is not None
        return self._store

    def _parameters(self, cell: str) -> Mapping[str, object]:
        names = sorted(set(re.findall(r"\$(\w+)", bare(cell))))
        variables = self._shell.user_ns
        missing = [name for name in names if name not in variables]
        if missing:
            raise QueryError(f"${missing[0]}: no Python variable {missing[0]!r}")
        return {name: variables[name] for name in names}

    def _kept(self, answer: Answer, line: str) -> Answer | None:
        keep = _KEEP.search(line)
        if keep is None:
            return answer
        self._shell.user_ns[keep["name"]] = answer
        return None


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Register the magics: what ``%load_ext graph.notebook`` calls."""
    session = Session(shell)
    register: Callable[..., None] = shell.register_magic_function
    register(_one_line(session.moonshot), "line", "moonshot")
    register(_one_line(session.cypher), "cell", "cypher")
    register(_one_line(session.ask), "line", "ask")


def _one_line(magic: Callable[..., Any]) -> Callable[..., Any]:
    """Say an error in one line instead of a traceback, and stop the notebook there."""
    from IPython.core.error import UsageError

    def run(*arguments: str) -> Any:
        try:
            return magic(*arguments)
        except MoonshotError as error:
            raise UsageError(str(error)) from None

    return run
