"""An answer: a table, records, a page, a network."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.connection.page import LEFT, Page
from graph.connection.record import Record
from graph.errors import MissingExtraError, QueryError
from graph.model import Edge, Node, Path, Result, ResultValue

if TYPE_CHECKING:
    import networkx
    import pandas

    from graph.stores import Store

_MOST_ROWS = 50
_MOST_MEMBERS = 2


class Answer:
    """The answer to a question.

    It can be read as the drivers' results are (``for record in answer``, ``.data()``, ``.single()``,
    ``.evaluate()``), and shows itself in a notebook.
    """

    def __init__(self, result: Result, store: Store) -> None:
        self.result = result
        self._store = store

    def __iter__(self) -> Iterator[Record]:
        return (Record(self.result.columns, row) for row in self.result.rows)

    def __len__(self) -> int:
        return len(self.result.rows)

    def __getitem__(self, number: int) -> Record:
        return Record(self.result.columns, self.result.rows[number])

    def keys(self) -> list[str]:
        """Return the names of the columns."""
        return list(self.result.columns)

    def data(self) -> list[dict[str, object]]:
        """Return the rows as dictionaries that JSON can hold; nodes keep their properties."""
        return [record.data() for record in self]

    def values(self) -> list[list[ResultValue]]:
        """Return the rows as lists."""
        return [list(row) for row in self.result.rows]

    def value(self, key: str | int = 0) -> list[ResultValue]:
        """Return one column, by name or number."""
        return [record[key] for record in self]

    def single(self) -> Record:
        """Return the only row. Raises :class:`QueryError` where there are none or several."""
        if len(self) != 1:
            raise QueryError(f"the answer has {len(self)} rows, not one")
        return self[0]

    def evaluate(self) -> ResultValue:
        """Return the first value of the first row, None without rows."""
        return self.result.rows[0][0] if self.result.rows and self.result.columns else None

    def to_frame(self, whole: bool = False) -> pandas.DataFrame:
        """Return a pandas DataFrame.

        Numbers and text stay what they are; a node is its name, a relationship or path what it says
        in words. With ``whole`` they are dictionaries of their properties instead. Raises
        :class:`MissingExtraError` without pandas.
        """
        try:
            import pandas
        except ImportError as error:
            raise MissingExtraError("to_frame()", "notebook") from error
        from graph.views.table import plain

        cell = plain if whole else _in_words
        rows = [[cell(value) for value in row] for row in self.result.rows]
        return pandas.DataFrame(rows, columns=list(self.result.columns))

    to_df = to_frame  # as the official driver calls it
    to_data_frame = to_frame  # as py2neo calls it

    def graph(self, title: str = "") -> Page:
        """Return the interactive page of the rows, with what the store says between their entities.

        Raises :class:`InputError` where there is nothing to draw.
        """
        from graph.projection import unproject
        from graph.views import compose

        known = unproject(self._store.read())
        return Page(compose(known, "query", title=title, result=self.result))

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Return the nodes and relationships among the values as a network."""
        from graph.exports.nx import result_to_networkx

        return result_to_networkx(self.result)

    def _repr_html_(self) -> str:
        head = "".join(
            f"<th{'' if all(map(_is_number, self.value(at))) else LEFT}>{html.escape(column)}</th>"
            for at, column in enumerate(self.result.columns)
        )
        rows = "".join(_row(row) for row in self.result.rows[:_MOST_ROWS])
        left = len(self) - _MOST_ROWS
        note = f"<p>… {left:,} more rows: .to_frame()</p>" if left > 0 else ""
        title = f"<caption>{html.escape(self.result.title)}</caption>" if self.result.title else ""
        return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{note}"

    def __repr__(self) -> str:
        from graph.views.table import format_result

        shown = Result(self.result.columns, self.result.rows[:_MOST_ROWS], self.result.title)
        left = len(self) - _MOST_ROWS
        return format_result(shown, "table") + (f"… {left:,} more rows\n" if left > 0 else "")


def _in_words(value: ResultValue) -> object:
    from graph.views.table import cell_text

    if isinstance(value, Node | Edge | Path):
        return cell_text(value)
    if isinstance(value, list):
        return [_in_words(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _in_words(inner) for key, inner in value.items()}
    return value


def _is_number(value: ResultValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _row(row: tuple[ResultValue, ...]) -> str:
    return f"<tr>{''.join(map(_cell, row))}</tr>"


def _cell(value: ResultValue) -> str:
    """A cell; of a long list the first members, the rest folded."""
    from graph.views.table import cell_text

    if _is_number(value):
        return f"<td>{value}</td>"
    if not isinstance(value, list) or len(value) <= _MOST_MEMBERS:
        return f"<td{LEFT}>{html.escape(cell_text(value))}</td>"
    first, rest = value[:_MOST_MEMBERS], value[_MOST_MEMBERS:]
    return (
        f"<td{LEFT}>{html.escape(cell_text(first))}<details><summary>+{len(rest)}</summary>"
        f"{html.escape(cell_text(rest))}</details></td>"
    )
