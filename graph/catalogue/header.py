"""The header of a query file: question, parameters with types and defaults, columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from graph.errors import QueryError
from graph.stores.script import bare

_PARAMETER = re.compile(
    r"@param (?P<name>\w+): (?P<list>list of )?(?P<type>\w+)(?P<optional> or '')?(?: = (?P<default>.*?))? — (?P<meaning>.+)"
)
TYPES = (
    "text",
    "date",
    "Entity",
    "Program",
    "Field",
    "Organization",
    "Event",
    "Person",
    "Technology",
    "Law",
    "Mission",
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: ``type`` is text, date, or the label of the entity that a value names."""

    name: str
    type: str
    default: str | None
    meaning: str
    is_list: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A canned query; ``text`` runs as it is."""

    name: str
    group: str
    question_ko: str
    question_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    tags: tuple[str, ...]
    text: str


def read_query(path: Path) -> Query:
    """Read and check a query file.

    Raises :class:`QueryError` with ``file:line`` for a malformed header, and for a parameter that is
    declared but not used, or used but not declared.
    """
    text = path.read_text(encoding="utf-8")
    questions: list[str] = []
    parameters: dict[str, Parameter] = {}
    columns: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            break
        said = line.removeprefix("//").strip()
        where = f"{path.name}:{number}"
        if said.startswith("@param"):
            parameter = _parameter(said, where)
            if parameter.name in parameters:
                raise QueryError(f"{where}: parameter {parameter.name} is declared twice")
            parameters[parameter.name] = parameter
        elif said.startswith("@returns"):
            columns = _names(said.removeprefix("@returns"))
        elif said.startswith("@tags"):
            tags = _names(said.removeprefix("@tags"))
        elif said.startswith("@"):
            raise QueryError(f"{where}: unknown header {said.split()[0]}")
        else:
            questions.append(said)
    if len(questions) < 2 or not columns:
        raise QueryError(
            f"{path.name}:1: the header needs a question in Korean and English and @returns"
        )
    _check_used(path.name, text, set(parameters))
    return Query(
        path.stem,
        path.parent.name,
        questions[0],
        questions[1],
        tuple(parameters.values()),
        columns,
        tags,
        text,
    )


def _parameter(said: str, where: str) -> Parameter:
    match = _PARAMETER.fullmatch(said)
    if match is None or match["type"] not in TYPES:
        raise QueryError(
            f"{where}: not '@param name: type = default — meaning' ({', '.join(TYPES)})"
        )
    default = match["default"]
    return Parameter(
        match["name"],
        match["type"],
        "" if default == "''" else default,
        match["meaning"],
        bool(match["list"]),
        bool(match["optional"]),
    )


def _names(said: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in said.split(",") if name.strip())


def _check_used(name: str, text: str, declared: set[str]) -> None:
    used = set(re.findall(r"\$(\w+)", bare(text)))
    for number, line in enumerate(text.splitlines(), 1):
        for parameter in re.findall(r"\$(\w+)", bare(line)):
            if parameter not in declared:
                raise QueryError(f"{name}:{number}: ${parameter} is used but not declared")
    if unused := sorted(declared - used):
        raise QueryError(f"{name}:1: {', '.join(unused)} is declared but not used")
