"""A scene as one HTML file, written by pyvis: its network, its template engine, its vis-network.

pyvis' own page asks two hosts for style sheets even when told to be inline, so the template is ours.
Nothing in the page is asked from anywhere: a content security policy in it forbids that, and names the
one style sheet and the one script by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from graph.errors import MoonshotError
from graph.views.block import write_block
from graph.views.scene import Layout, Scene
from graph.views.style import label_style

_FOLDER = Path(__file__).resolve().parent
_SCRIPTS = (
    "data",
    "words",
    "text",
    "search",
    "filters",
    "scene",
    "draw",
    "camera",
    "expand",
    "connection",
    "evidence",
    "panel",
    "legend",
    "timeline",
    "table",
    "vector",
    "picture",
    "records",
    "taking",
    "address",
    "undo",
    "main",
)
"""The page's own script, in the order in which its parts are joined."""


def write_page(scene: Scene) -> str:
    """Return the HTML of ``scene``."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", heading=scene.title)
    # A lone surrogate, which a name may hold, cannot be written to a file.
    title = escape(scene.title.encode("utf-8", "replace").decode("utf-8"))
    network.options = _OPTIONS
    # Filled directly: add_edge looks through all edges each time, and drops parallel ones.
    network.nodes = _nodes(scene)
    network.edges = _edges(scene)
    style, script = _style(), _script()
    network.set_template_dir(str(_FOLDER), "page.html")
    network.templateEnv.globals.update(
        title=title,
        policy=_policy(style, script),
        page_style=style,
        page_script=script,
        write_block=lambda nodes, edges, options: write_block(scene, nodes, edges, options),
    )
    page: str = network.generate_html()
    return page


_OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": False, "tooltipDelay": 100000, "multiselect": False},
    "edges": {"smooth": False, "width": 1},
}


def _nodes(scene: Scene) -> list[dict[str, Any]]:
    places = {place.id: place for place in _first(scene).places}
    nodes = []
    for number, (key, entity) in enumerate(sorted(scene.material.entities.items())):
        style = label_style(entity.label)
        place = places.get(key)
        nodes.append(
            {
                "id": number,
                "key": key,
                "label": entity.name,
                "group": entity.label,
                "shape": style.shape,
                "color": style.light,
                "physics": False,
                "x": place.x if place else 0.0,
                "y": place.y if place else 0.0,
            }
        )
    return nodes


def _edges(scene: Scene) -> list[dict[str, Any]]:
    at = {key: number for number, key in enumerate(sorted(scene.material.entities))}
    return [
        {
            "from": at[fact.source],
            "to": at[fact.target],
            "label": fact.predicate,
            "dashes": fact.derived,
            "fact": fact,
        }
        for fact in scene.material.facts
    ]


def _first(scene: Scene) -> Layout:
    return scene.layouts[0] if scene.layouts else Layout("wide", ())


def _style() -> str:
    return _read(_FOLDER / "page.css")


def _script() -> str:
    own = "\n".join(_read(_FOLDER / "scripts" / f"{name}.js") for name in _SCRIPTS)
    return f"{_vis_network()}\n(() => {{\n'use strict';\n{own}}})();\n"


def _vis_network() -> str:
    """The vis-network that pyvis brings along, its licence note at its head."""
    import pyvis

    library = Path(pyvis.__file__).parent / "templates" / "lib"
    found = sorted(library.glob("vis-9*/vis-network.min.js"), key=lambda p: _version(p.parent.name))
    if not found:
        raise MoonshotError(f"{library}: pyvis has no vis-network 9 here; reinstall pyvis 0.3.2")
    return _read(found[-1])


def _version(folder: str) -> tuple[int, ...]:
    return tuple(int(part) for part in folder.removeprefix("vis-").split(".") if part.isdigit())


def _read(path: Path) -> str:
    """Read a file of the page with the line ends that a browser sees, or its hash would not fit."""
    text = path.read_text(encoding="utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; script-src 'sha256-{_hash(script)}'; "
        f"style-src 'sha256-{_hash(style)}'; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
