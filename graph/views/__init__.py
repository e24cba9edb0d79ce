"""What a person looks at: one interactive page, and tables as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.errors import InputError
from graph.model import KnowledgeGraph, Result
from graph.views.material import Material, from_knowledge, in_english
from graph.views.scene import Scene

VIEWS = ("ecosystem", "overlap", "around", "query")
"""What :func:`render` can draw."""


def render(
    graph: KnowledgeGraph | Result,
    view: str = "ecosystem",
    arguments: Sequence[str] = (),
    title: str = "",
    result: Result | None = None,
    title_en: str = "",
) -> str:
    """Return one self-contained interactive HTML page as text.

    ``graph`` is drawn whole (``ecosystem``), as two programmes side by side (``overlap``; the arguments
    are their names, else the two that overlap most), around one entity (``around``; the argument is any
    of its names), or as the rows of an answer (``query``): ``graph`` is then the answer itself, or the
    graph that ``result`` was asked of. The page asks nothing from any network, and equal input gives
    equal text. Raises :class:`InputError` for an unknown view or name, and for an empty graph.
    """
    from graph.views.page import write_page

    scene = compose(graph, view, arguments, title, result)
    return write_page(replace(scene, title_en=title_en) if title_en else scene)


def compose(
    graph: KnowledgeGraph | Result,
    view: str = "ecosystem",
    arguments: Sequence[str] = (),
    title: str = "",
    result: Result | None = None,
) -> Scene:
    """Return what :func:`render` writes, before it is a page; same arguments, same errors."""
    from graph.views.around import around
    from graph.views.ecosystem import ecosystem
    from graph.views.find import find_entity
    from graph.views.meeting import choose_programmes
    from graph.views.overlap import overlap
    from graph.views.query import query

    if view not in VIEWS:
        raise InputError(f"no view is called {view!r}; there are {', '.join(VIEWS)}")
    if isinstance(graph, Result):
        return query(None, graph, title)
    if not graph.statements and result is None:
        raise InputError("nothing to draw: the graph is empty; 'moonshot build' fills it")
    material = from_knowledge(graph)
    if view == "query":
        if result is None:
            raise InputError("the view 'query' draws an answer; pass it as result")
        return query(material, result, title)
    if view == "ecosystem":
        return _in_both_languages(material, lambda known: ecosystem(known, title))
    if view == "overlap":
        ids = [programme.id for programme in choose_programmes(material, arguments)]
        return _in_both_languages(material, lambda known: overlap(known, ids, title))
    names = [find_entity(material, " ".join(arguments)).id] if arguments else []
    return _in_both_languages(material, lambda known: around(known, names, title))


def _in_both_languages(material: Material, draw: Callable[[Material], Scene]) -> Scene:
    """Return the scene of ``material`` with layouts of its own for English names, which are longer."""
    scene, english = draw(material), in_english(material)
    if english is material:
        return scene
    layouts = (replace(layout, language="en") for layout in draw(english).layouts)
    return replace(scene, layouts=(*scene.layouts, *layouts))
