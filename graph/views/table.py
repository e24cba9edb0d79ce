"""A result as text: a table for the terminal, CSV, JSON, JSON Lines, Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Sequence

from graph.errors import InputError
from graph.model import Edge, Node, Path, Result, ResultValue
from graph.projection import READING, STATEMENT_PROPERTIES
from graph.views.columns import cell_width, fit, padded, wrapped

LINES = 4
"""A cell of a table for a terminal takes at most so many lines."""

_HIDDEN = STATEMENT_PROPERTIES | {"score"}
_BREAKS = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*|\t")


def format_result(result: Result, style: str = "table", width: int = 0) -> str:
    """Return ``result`` as text ending in a newline.

    ``style`` is one of :data:`STYLES`; ``width`` is the terminal's in columns: the table wraps its
    cells to fit it, 0 leaves them whole. Raises :class:`InputError` for another style.
    """
    if style not in STYLES:
        raise InputError(f"unknown format {style!r}; known are {', '.join(STYLES)}")
    return STYLES[style](result, width)


def cell_text(value: ResultValue) -> str:
    """Return ``value`` as a person reads it.

    A node is its name, a relationship its type with its qualifiers, a path its names and types in
    order, a list its members joined by ``; ``, nothing for null.
    """
    if value is None:
        return ""
    if isinstance(value, Node):
        return str(value.properties.get("name", value.id))
    if isinstance(value, Edge):
        return _edge_text(value)
    if isinstance(value, Path):
        return _path_text(value)
    if isinstance(value, list):
        return "; ".join(cell_text(inner) for inner in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {cell_text(inner)}" for key, inner in value.items())
    return str(value).lower() if isinstance(value, bool) else str(value)


def _edge_text(edge: Edge) -> str:
    said = [f"{k}: {edge.properties[k]}" for k in sorted(edge.properties) if k not in _HIDDEN]
    mark = " (derived)" if edge.properties.get("derived") is True else ""
    return edge.type + mark + (f" {{{', '.join(said)}}}" if said else "")


def _path_text(path: Path) -> str:
    parts = [cell_text(path.nodes[0])] if path.nodes else []
    for edge, before, after in zip(path.edges, path.nodes, path.nodes[1:], strict=False):
        mark = ", derived" if edge.properties.get("derived") is True else ""
        onward = edge.source == before.id
        arrow = f"-[{edge.type}{mark}]->" if onward else f"<-[{edge.type}{mark}]-"
        parts += [arrow, cell_text(after)]
    return " ".join(parts)


def visible(text: str) -> str:
    """Return ``text`` in one line, control and direction marks shown as escapes.

    What a document holds must not move the cursor, colour the terminal or turn the line around.
    """
    flat = _BREAKS.sub(" ", text)
    return "".join(_escape(c) if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in flat)


def _escape(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def plain(value: ResultValue) -> object:
    """Return ``value`` as JSON can hold it; nodes and relationships keep all their properties.

    All but a document's reading, which is this program's own and long.
    """
    if isinstance(value, Node):
        told = {k: v for k, v in value.properties.items() if k != READING}
        return {"label": value.label, **_sorted(told)}
    if isinstance(value, Edge):
        ends = {"source": value.source, "type": value.type, "target": value.target}
        return {**ends, **_sorted(value.properties)}
    if isinstance(value, Path):
        return {"nodes": [plain(n) for n in value.nodes], "edges": [plain(e) for e in value.edges]}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return value


def _sorted(properties: object) -> dict[str, object]:
    assert isinstance(properties, dict)
    return {key: properties[key] for key in sorted(properties)}


def _table(result: Result, width: int) -> str:
    rows = [[visible(cell_text(value)) for value in row] for row in result.rows]
    heads = [visible(column) for column in result.columns]
    wanted = [
        max([cell_width(head), *(cell_width(row[i]) for row in rows)])
        for i, head in enumerate(heads)
    ]
    sizes = fit(wanted, width)
    lines = [padded(heads, sizes), "  ".join("─" * size for size in sizes)]
    for row in rows:
        cells = [wrapped(row[i], size, LINES if width else 0) for i, size in enumerate(sizes)]
        for number in range(max((len(cell) for cell in cells), default=0)):
            lines.append(padded([c[number] if number < len(c) else "" for c in cells], sizes))
    count = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
    return "\n".join([*lines, f"({count})"]) + "\n"


def _csv(result: Result, width: int) -> str:
    del width
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_harmless(column) for column in result.columns])
    writer.writerows([_csv_cell(value) for value in row] for row in result.rows)
    return out.getvalue()


def _csv_cell(value: ResultValue) -> str:
    text = cell_text(value)
    return text if isinstance(value, int | float) else _harmless(text.replace("\x00", "\\x00"))


def _harmless(cell: str) -> str:
    """A spreadsheet must not take a cell for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _json(result: Result, width: int) -> str:
    del width
    records = [{k: plain(v) for k, v in record.items()} for record in result.records()]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def _jsonl(result: Result, width: int) -> str:
    del width
    return "".join(
        json.dumps({k: plain(v) for k, v in record.items()}, ensure_ascii=False) + "\n"
        for record in result.records()
    )


def _markdown(result: Result, width: int) -> str:
    del width
    head = [_markdown_row(result.columns), "|" + " --- |" * len(result.columns)]
    rows = [_markdown_row([cell_text(value) for value in row]) for row in result.rows]
    return "\n".join([*head, *rows]) + "\n"


_SPECIAL = re.compile(r"([\\`*|~]|(?<!\w)_|_(?!\w)|\](?=[(\[:]))")


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_markdown_cell(cell) for cell in cells) + " |"


def _markdown_cell(cell: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", visible(cell))
    return escaped.replace("&", "&amp;").replace("<", "&lt;")


STYLES: dict[str, Callable[[Result, int], str]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "jsonl": _jsonl,
    "markdown": _markdown,
}
"""The forms in which a result can be printed."""
