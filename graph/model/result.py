"""The answer to a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model.property_graph import Edge, Node, Path

Scalar = str | int | float | bool | None
ResultValue = Scalar | Node | Edge | Path | list["ResultValue"] | dict[str, "ResultValue"]


@dataclass(frozen=True, slots=True)
class Result:
    """Columns and rows; a row has one value for each column. ``cut`` says that there are more rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[ResultValue, ...], ...]
    title: str = ""
    cut: bool = False

    def records(self) -> Sequence[dict[str, ResultValue]]:
        """Return the rows as dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]
