"""Which tools an assistant has: one for each canned query, one that finds names, one that explains them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from graph.catalogue import Catalogue, Parameter, Query, search
from graph.connection import Connection
from graph.errors import QueryError
from graph.explanation import explain
from graph.vocabulary import vocabulary

Arguments = Mapping[str, Any]

MOST_ROWS = 200
"""So many rows an answer has at most; it says how many it leaves out."""
_TYPES = {"int": "integer"}


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: its name, what it is for, the JSON Schema of what it takes, and what it does."""

    name: str
    title: str
    description: str
    takes: Mapping[str, Any]
    run: Callable[[Connection, Arguments], dict[str, Any]] = field(repr=False)


def tools() -> tuple[Tool, ...]:
    """Return all tools, the canned queries in the order of their names.

    Raises :class:`QueryError` for a query file that cannot be read.
    """
    queries = Catalogue.load().queries
    return (_FIND, _EXPLAIN, *(_of_query(queries[name]) for name in sorted(queries)))


def _of_query(query: Query) -> Tool:
    def run(connection: Connection, arguments: Arguments) -> dict[str, Any]:
        return _table(connection.ask(query.name, **arguments).data())

    needed = [p.name for p in query.parameters if p.default is None]
    takes = _takes({p.name: _schema(p) for p in query.parameters}, needed)
    told = " ".join((query.question_en, query.question_ko, *query.notes))
    return Tool(query.name, query.question_en, told, takes, run)


def _schema(parameter: Parameter) -> dict[str, Any]:
    one: dict[str, Any] = {"type": _TYPES.get(parameter.type, "string")}
    schema = {"type": "array", "items": one} if parameter.is_list else one
    names = (
        f" Any name or alias of {_article(parameter.type)}, Korean or English."
        if parameter.names_entity
        else ""
    )
    default = f" Default: {parameter.default}." if parameter.default else ""
    return {**schema, "description": f"{parameter.meaning}.{names}{default}"}


def _article(label: str) -> str:
    return f"{'an' if label[0] in 'AEIOU' else 'a'} {label}"


def _takes(properties: Mapping[str, Any], needed: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": needed,
        "additionalProperties": False,
    }


def _find(connection: Connection, arguments: Arguments) -> dict[str, Any]:
    return _table(list(search(connection.store, arguments["text"]).records()))


def _explain(connection: Connection, arguments: Arguments) -> dict[str, Any]:
    name = arguments["name"]
    found = explain(connection.read(), name, vocabulary())
    if not found:
        raise QueryError(f"nothing is called {name!r} here; the tool 'find' knows parts of names")
    evidence = connection.ask("evidence", about=found[0].id).data()
    return {"entities": [asdict(entity) for entity in found], "evidence": _table(evidence)}


def _table(rows: list[Any]) -> dict[str, Any]:
    shown = rows[:MOST_ROWS]
    return {"rows": shown, "number": len(rows), "left_out": len(rows) - len(shown)}


_TEXT = {"type": "string", "minLength": 1, "maxLength": 200}
_FIND = Tool(
    "find",
    "Which entities have a text in a name?",
    "Finds entities by a part of any name or alias, Korean or English, or by initial consonants. "
    "이름이나 별칭의 일부, 영문, 초성으로 대상을 찾습니다.",
    _takes({"text": {**_TEXT, "description": "A part of a name."}}, ["text"]),
    _find,
)
_EXPLAIN = Tool(
    "explain",
    "Why does a name mean what it means?",
    "Shows the wordings, vocabulary rows, rules and decisions behind an entity, what is near it, and the "
    "passages that its statements stand on. 이름이 왜 그 대상을 뜻하는지와 근거 원문을 보여 줍니다.",
    _takes({"name": {**_TEXT, "description": "A name, alias or id."}}, ["name"]),
    _explain,
)
