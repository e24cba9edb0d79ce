"""A result as text: a table for the terminal, CSV, JSON, JSON Lines, Markdown."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Sequence

from graph.model import Edge, Node, Path, Result, ResultValue

Style = str
_QUOTE_WIDTH = 60


def format_result(result: Result, style: Style = "table", width: int = 0) -> str:
    """Return ``result`` as text ending in a newline.

    ``style`` is one of :data:`STYLES`; ``width`` is the terminal's, 0 for none: long cells are cut to
    fit it, in the table only.
    """
    return STYLES[style](result, width)


def _table(result: Result, width: int) -> str:
    rows = [[_line(_text(value)) for value in row] for row in result.rows]
    limits = _limits(result.columns, rows, width)
    lines = [_row(result.columns, limits), _row(["─" * size for size in limits], limits)]
    lines += [_row(row, limits) for row in rows]
    count = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
    return "\n".join([*lines, f"({count})"]) + "\n"


def _limits(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    sizes = [
        max([cell_width(name), *(cell_width(row[i]) for row in rows)])
        for i, name in enumerate(columns)
    ]
    if not width:
        return [min(size, _QUOTE_WIDTH) for size in sizes]
    spare = width - 2 * (len(sizes) - 1)
    while sum(sizes) > spare and max(sizes) > 8:
        widest = sizes.index(max(sizes))
        sizes[widest] = max(8, sizes[widest] - max(1, (sum(sizes) - spare) // 4))
    return sizes


def _row(cells: Sequence[str], limits: Sequence[int]) -> str:
    return "  ".join(_fit(cell, size) for cell, size in zip(cells, limits, strict=True)).rstrip()


def _fit(cell: str, size: int) -> str:
    """Pad or cut ``cell`` to ``size`` columns; Korean letters take two."""
    if cell_width(cell) <= size:
        return cell + " " * (size - cell_width(cell))
    kept, used = "", 0
    for letter in cell:
        step = max(0, cell_width(letter))
        if used + step > size - 1:
            break
        kept, used = kept + letter, used + step
    return kept + "…" + " " * (size - 1 - used)


def cell_width(text: str) -> int:
    """Return the columns that ``text`` takes in a terminal."""
    from wcwidth import wcswidth

    width = wcswidth(text)
    return width if width >= 0 else len(text)


def _line(text: str) -> str:
    """One line without control characters: they show, and do nothing."""
    flat = " ".join(text.split())
    return "".join(
        f"\\x{ord(c):02x}" if unicodedata.category(c) in ("Cc", "Cf") else c for c in flat
    )


def _text(value: ResultValue) -> str:
    if value is None:
        return ""
    if isinstance(value, Node):
        return str(value.properties.get("name", value.id))
    if isinstance(value, Edge):
        return f"{value.source} -[{value.type}]-> {value.target}"
    if isinstance(value, Path):
        return " – ".join(_text(node) for node in value.nodes)
    if isinstance(value, list):
        return ", ".join(_text(inner) for inner in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_text(inner)}" for key, inner in value.items())
    return str(value).lower() if isinstance(value, bool) else str(value)


def plain(value: ResultValue) -> object:
    """Return ``value`` as JSON can hold it."""
    if isinstance(value, Node):
        return {"label": value.label, **value.properties}
    if isinstance(value, Edge):
        return {
            "source": value.source,
            "type": value.type,
            "target": value.target,
            **value.properties,
        }
    if isinstance(value, Path):
        return {"nodes": [plain(n) for n in value.nodes], "edges": [plain(e) for e in value.edges]}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return value


def _csv(result: Result, width: int) -> str:
    del width
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(result.columns)
    writer.writerows([_harmless(_text(value)) for value in row] for row in result.rows)
    return out.getvalue()


def _harmless(cell: str) -> str:
    """A spreadsheet must not take a cell for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _json(result: Result, width: int) -> str:
    del width
    records = [{k: plain(v) for k, v in record.items()} for record in result.records()]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def _jsonl(result: Result, width: int) -> str:
    del width
    lines = (
        json.dumps({k: plain(v) for k, v in record.items()}, ensure_ascii=False)
        for record in result.records()
    )
    return "".join(line + "\n" for line in lines)


def _markdown(result: Result, width: int) -> str:
    del width
    rows = [
        [_line(_text(v)).replace("|", "\\|").replace("<", "&lt;") for v in row]
        for row in result.rows
    ]
    head = ["| " + " | ".join(result.columns) + " |", "|" + " --- |" * len(result.columns)]
    return "\n".join([*head, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


STYLES: dict[str, Callable[[Result, int], str]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "jsonl": _jsonl,
    "markdown": _markdown,
}
"""The forms in which a result can be printed."""
