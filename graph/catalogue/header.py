"""The header of a query file: questions, parameters with types and defaults, columns, tags."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import QueryError
from graph.ontology import ontology

_PARAMETER = re.compile(
    r"@param (?P<name>[A-Za-z_]\w*): (?P<list>list of )?(?P<type>\w+)"
    r"(?: = (?P<default>.*?))? — (?P<meaning>.+)"
)
_USED = re.compile(r"\$(\w+)")
_NOT_CODE = re.compile(r"//[^\n]*|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`")
PLAIN_TYPES = ("text", "int", "date")
ANY_ENTITY = "Entity"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query.

    ``type`` is ``text``, ``int``, ``date``, ``Entity`` or the label of what a value names;
    ``default`` is as written in the header (``""`` for "any"), None where a value must be given.
    """

    name: str
    type: str
    default: str | None
    meaning: str
    is_list: bool = False

    @property
    def names_entity(self) -> bool:
        """Whether a value is the name of something in the store."""
        return self.type not in PLAIN_TYPES

    @property
    def signature(self) -> str:
        """``name``, ``name=default`` or ``[name]``, as a usage line shows it."""
        if self.default is None:
            return f"{self.name}=…"
        if not self.default:
            return f"[{self.name}]"
        return f"{self.name}={self.default.replace(', ', ',')}"


@dataclass(frozen=True, slots=True)
class Query:
    """A canned query; ``text`` runs as it is, ``path`` is its file, ``notes`` what else it says."""

    name: str
    group: str
    question_ko: str
    question_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    tags: tuple[str, ...]
    text: str = field(repr=False)
    notes: tuple[str, ...] = ()

    @property
    def usage(self) -> str:
        """The parameters in one line."""
        return " ".join(p.signature for p in self.parameters)


@dataclass(slots=True)
class _Header:
    prose: list[str] = field(default_factory=list)
    parameters: dict[str, tuple[Parameter, str]] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def read_query(path: Path) -> Query:
    """Read and check a query file.

    Raises :class:`QueryError` with ``file:line`` for a malformed header, and for a parameter that
    is declared twice, declared but not used, or used but not declared.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path.name}: cannot be read: {error}") from error
    header = _Header()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            break
        _take(header, line.removeprefix("//").strip(), f"{path.name}:{number}")
    if len(header.prose) < 2 or not header.columns:
        raise QueryError(
            f"{path.name}:1: the header needs the question in Korean, then in English, and @returns"
        )
    _check_used(path.name, text, header)
    return Query(
        path.stem,
        path.parent.name,
        header.prose[0],
        header.prose[1],
        tuple(parameter for parameter, _ in header.parameters.values()),
        header.columns,
        header.tags,
        text,
        tuple(header.prose[2:]),
    )


def _take(header: _Header, said: str, where: str) -> None:
    if not said.startswith("@"):
        header.prose.append(said)
    elif said.startswith("@param "):
        parameter = _parameter(said, where)
        if parameter.name in header.parameters:
            raise QueryError(f"{where}: parameter {parameter.name} is declared twice")
        header.parameters[parameter.name] = parameter, where
    elif said.startswith("@returns "):
        header.columns = _names(said.removeprefix("@returns"))
    elif said.startswith("@tags "):
        header.tags = _names(said.removeprefix("@tags"))
    else:
        raise QueryError(f"{where}: unknown {said.split()[0]}; known are @param, @returns, @tags")


def _parameter(said: str, where: str) -> Parameter:
    match = _PARAMETER.fullmatch(said)
    types = (*PLAIN_TYPES, ANY_ENTITY, *ontology().labels)
    if match is None:
        raise QueryError(f"{where}: not '@param name: type = default — meaning'")
    if match["type"] not in types:
        raise QueryError(f"{where}: unknown type {match['type']}; known are {', '.join(types)}")
    default = match["default"]
    return Parameter(
        match["name"],
        match["type"],
        "" if default == "''" else default,
        match["meaning"],
        bool(match["list"]),
    )


def _names(said: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in said.split(",") if name.strip())


def _check_used(name: str, text: str, header: _Header) -> None:
    used: set[str] = set()
    for number, line in enumerate(_NOT_CODE.sub(_blank, text).splitlines(), 1):
        for parameter in _USED.findall(line):
            used.add(parameter)
            if parameter not in header.parameters:
                raise QueryError(f"{name}:{number}: ${parameter} is used but not declared")
    for parameter, (_, where) in header.parameters.items():
        if parameter not in used:
            raise QueryError(f"{where}: parameter {parameter} is declared but not used")


def _blank(match: re.Match[str]) -> str:
    """Nothing but the line breaks, so that lines keep their numbers."""
    return "\n" * match.group().count("\n")
