"""The pages: search, the canned queries as forms, entities with their evidence, the views."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from graph.catalogue import Catalogue, search
from graph.catalogue.names import Names
from graph.connection import Connection
from graph.errors import InputError, MoonshotError, QueryError
from graph.model import Result
from graph.serve.cells import table
from graph.serve.forms import fields, is_asked, values
from graph.serve.guard import Guard

_FOLDER = Path(__file__).resolve().parent / "templates"
_VIEWS = {"overlap": 2, "ecosystem": 0, "around": 1}
"""The views that may be asked for by name, and how many names each takes."""
_LABELS = (
    "MATCH (n) WHERE NOT n:Passage RETURN labels(n)[0] AS label, count(*) AS number ORDER BY label"
)
_FRAMED = {"content-security-policy": "frame-ancestors 'self'"}
"""A page of a view has a stricter policy of its own within."""


def make_app(connection: Connection, names: frozenset[str], token: str = "") -> Guard:
    """Return the application that shows ``connection``, to those that :class:`Guard` lets through."""
    pages = _Pages(connection)
    routes = {
        "/": pages.home,
        "/search": pages.search,
        "/ask/{query}": pages.ask,
        "/entity": pages.entity,
        "/view/{view}": pages.view,
        "/page": pages.page,
        "/style.css": pages.style,
    }
    app = Starlette(routes=[Route(path, _safely(pages, answer)) for path, answer in routes.items()])
    return Guard(app, names, token)


_Answer = Callable[[Request], Response]


def _safely(pages: _Pages, answer: _Answer) -> _Answer:
    """What goes wrong is shown as one line; one request at a time asks the store."""

    def answered(request: Request) -> Response:
        try:
            with pages.lock:
                return answer(request)
        except (QueryError, InputError) as error:
            return pages.show("wrong.html", 400, line=" ".join(str(error).split()))
        except MoonshotError as error:
            return pages.show("wrong.html", 503, line=" ".join(str(error).split()))

    return answered


class _Pages:
    """Each method answers one address."""

    def __init__(self, connection: Connection) -> None:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        self._connection = connection
        self.lock = Lock()
        self._environment = Environment(
            loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined
        )
        self._environment.globals["queries"] = list(Catalogue.load().queries.values())
        self._environment.globals["address"] = connection.store.address
        self._environment.filters["query_string"] = urlencode

    def show(self, template: str, status: int = 200, /, **given: Any) -> Response:
        """Return the page of ``template`` filled with ``given``; all of it is text, never markup."""
        return HTMLResponse(self._environment.get_template(template).render(given), status)

    def home(self, request: Request) -> Response:
        del request
        counts = table(self._connection.run(_LABELS).result)
        return self.show("home.html", counts=counts)

    def search(self, request: Request) -> Response:
        text = request.query_params.get("q", "").strip()
        found = search(self._connection.store, text) if text else Result((), ())
        return self.show("search.html", text=text, found=found.records())

    def ask(self, request: Request) -> Response:
        query = Catalogue.load().get(request.path_params["query"])
        given = dict(request.query_params)
        answer = None
        if is_asked(query, given):
            answer = table(self._connection.ask(query.name, **values(query, given)).result)
        shown = {"view": "query", "query": query.name, **_filled(given)}
        return self.show(
            "ask.html",
            query=query,
            fields=fields(query, self._connection.store, given),
            answer=answer,
            page=urlencode(shown),
        )

    def entity(self, request: Request) -> Response:
        wanted = request.query_params.get("id", "")
        found = Names(self._connection.store).by_id(wanted)
        if found is None:
            raise QueryError(f"{wanted!r}: nothing in this store has that id")
        evidence = table(self._connection.ask("evidence", about=wanted).result)
        page = urlencode({"view": "around", "name": wanted})
        return self.show("entity.html", kind=found[0], name=found[1], evidence=evidence, page=page)

    def view(self, request: Request) -> Response:
        view = request.path_params["view"]
        if view not in _VIEWS:
            raise InputError(f"no view is called {view!r}; there are {', '.join(_VIEWS)}")
        given = request.query_params.getlist("name")
        typed = [n.strip() for n in given if n.strip()][: _VIEWS[view]]
        offers = self._connection.run(_NAMES[view]).value() if view in _NAMES else []
        return self.show(
            "view.html",
            view=view,
            places=_VIEWS[view],
            typed=typed,
            offers=offers,
            page=urlencode([("view", view), *(("name", n) for n in typed)]),
        )

    def page(self, request: Request) -> Response:
        view = request.query_params.get("view", "ecosystem")
        if view == "query":
            query = Catalogue.load().get(request.query_params.get("query", ""))
            given = values(query, dict(request.query_params))
            answer = self._connection.ask(query.name, **given)
            drawn = answer.graph(query.question_ko)
        else:
            drawn = self._connection.render(view, *request.query_params.getlist("name"))
        return HTMLResponse(drawn.html, headers=_FRAMED)

    def style(self, request: Request) -> Response:
        del request
        return PlainTextResponse((_FOLDER / "style.css").read_text("utf-8"), media_type="text/css")


_NAMES = {
    "overlap": "MATCH (p:Program) RETURN p.name AS name ORDER BY name",
    "around": "MATCH (p) WHERE NOT p:Passage AND NOT p:Document RETURN DISTINCT p.name AS name ORDER BY name LIMIT 2000",
}
"""What a view's fields offer."""


def _filled(given: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in given.items() if value and name != "go"}
