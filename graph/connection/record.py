"""A row of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import SupportsIndex, overload

from graph.model import ResultValue


class Record:
    """A row: its values by name and by number, as the drivers' records have them.

    Iterating and ``len`` go over the values; ``dict(record)`` goes by name.
    """

    __slots__ = ("_columns", "_row")

    def __init__(self, columns: Sequence[str], row: Sequence[ResultValue]) -> None:
        self._columns = tuple(columns)
        self._row = tuple(row)

    @overload
    def __getitem__(self, key: str | SupportsIndex) -> ResultValue: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[ResultValue, ...]: ...
    def __getitem__(
        self, key: str | SupportsIndex | slice
    ) -> ResultValue | tuple[ResultValue, ...]:
        """Return the value of a column, by name or number. Raises KeyError or IndexError."""
        if not isinstance(key, str):
            return self._row[key]
        if key not in self._columns:
            raise KeyError(f"no column {key!r}; there are {', '.join(self._columns)}")
        return self._row[self._columns.index(key)]

    def get(self, key: str, default: ResultValue = None) -> ResultValue:
        """Return the value of the column ``key``, ``default`` without one."""
        return self[key] if key in self._columns else default

    def keys(self) -> list[str]:
        """Return the names of the columns."""
        return list(self._columns)

    def values(self) -> list[ResultValue]:
        """Return the values in the order of the columns."""
        return list(self._row)

    def items(self) -> list[tuple[str, ResultValue]]:
        """Return names and values."""
        return list(zip(self._columns, self._row, strict=True))

    def data(self) -> dict[str, object]:
        """Return the row as a dictionary that JSON can hold; nodes keep their properties."""
        from graph.views.table import plain

        return {name: plain(value) for name, value in self.items()}

    def __iter__(self) -> Iterator[ResultValue]:
        return iter(self._row)

    def __len__(self) -> int:
        return len(self._row)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Record):
            return self.items() == other.items()
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        from graph.views.table import cell_text

        return f"<Record {' '.join(f'{k}={cell_text(v)!r}' for k, v in self.items())}>"
