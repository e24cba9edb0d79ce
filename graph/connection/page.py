"""The interactive page as something a notebook shows."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING

from graph.files import write_file

if TYPE_CHECKING:
    from graph.views.scene import Scene

HEIGHT = 620
LEFT = ' style="text-align:left"'
"""For cells of text: notebooks put everything to the right."""

_MOST_ROWS = 200
_FACTS = ("subject", "statement", "object", "quote", "document")


class Page:
    """A self-contained page.

    A notebook shows it in a sandboxed frame, which reaches nothing of the notebook. Where frames are
    taken out (a notebook that is not trusted, a code host) the table of its statements remains.
    """

    def __init__(self, scene: Scene, height: int = HEIGHT) -> None:
        from graph.views.page import write_page

        self.title = scene.title
        self.html = write_page(scene)
        self._height = height
        self._columns, self._rows = _statements(scene)

    def save(self, path: str | Path) -> None:
        """Write the page to a file. Raises :class:`InputError` when that fails."""
        write_file(path, [self.html])

    def _repr_html_(self) -> str:
        source = html.escape(self.html, quote=True)
        title = html.escape(self.title, quote=True)
        return (
            f'<iframe title="{title}" sandbox="allow-scripts allow-downloads" srcdoc="{source}" '
            f'width="100%" height="{self._height}" style="border:0"></iframe>\n{self._table()}'
        )

    def _table(self) -> str:
        head = "".join(f"<th{LEFT}>{html.escape(column)}</th>" for column in self._columns)
        body = "".join(
            f"<tr>{''.join(f'<td{LEFT}>{html.escape(cell)}</td>' for cell in row)}</tr>"
            for row in self._rows[:_MOST_ROWS]
        )
        left = len(self._rows) - _MOST_ROWS
        more = f"<p>… {left:,} more</p>" if left > 0 else ""
        return (
            f"<details><summary>{html.escape(self.title)} ({len(self._rows):,})</summary>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}</details>"
        )

    def __repr__(self) -> str:
        return f"<Page {self.title!r}: {len(self._rows):,} rows; .save('page.html') writes it>"


def _statements(scene: Scene) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The statements drawn; for an answer that holds none, its rows."""
    material = scene.material
    if not material.facts and scene.table is not None:
        rows = [tuple(text for text, _ in row) for row in scene.table.rows]
        return scene.table.columns, rows
    names = {key: entity.name for key, entity in material.entities.items()}
    return _FACTS, [
        (
            names[fact.source],
            f"{fact.predicate} (derived)" if fact.derived else fact.predicate,
            names[fact.target],
            " / ".join(quote.text for quote in fact.quotes),
            ", ".join(dict.fromkeys(quote.document for quote in fact.quotes)),
        )
        for fact in material.facts
    ]
