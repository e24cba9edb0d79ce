"""The Tab key in ``%%cypher`` cells and behind ``%ask``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.catalogue import Catalogue
from graph.catalogue.header import ANY_ENTITY
from graph.errors import MoonshotError
from graph.notebook.cypher_words import Known, Offer, cypher_offers, starting

if TYPE_CHECKING:
    from IPython.core.completer import CompletionContext, SimpleMatcherResult
    from IPython.core.interactiveshell import InteractiveShell

    from graph.notebook.magics import Session

_ASK = re.compile(r"(?:^|=)\s*%ask\s+(?P<rest>.*)$")
_CYPHER = re.compile(r"\s*%%cypher\b[^\n]*\n(?P<cell>.*)", re.DOTALL)
_VALUE = re.compile(r"(?:^|\s)(?P<name>\w+)=(?:(?P<quote>['\"])(?P<quoted>[^'\"]*)|(?P<bare>\S*))$")
_NAMES = "MATCH (n:{label}) RETURN n.name, n.aliases ORDER BY n.name"
_NAMED = "Program|Mission|Field|Technology|Organization|Person|Law|Event"


def register_completion(shell: InteractiveShell, session: Session) -> None:
    """Let ``shell`` complete what the magics take."""
    from IPython.core.completer import SimpleCompletion, context_matcher

    def complete(context: CompletionContext) -> SimpleMatcherResult:
        try:
            offer = offered(_until_cursor(context), shell, session)
        except MoonshotError:
            offer = Offer("", ())
        if not offer.words:
            return {"completions": []}
        found = [SimpleCompletion(text=word, type=offer.kind) for word in offer.words]
        return {"completions": found, "matched_fragment": offer.fragment, "suppress": True}

    mark: Callable[..., Any] = context_matcher
    shell.Completer.custom_matchers.append(mark()(complete))


def _until_cursor(context: CompletionContext) -> str:
    lines = context.full_text.split("\n")[: context.cursor_line]
    return "\n".join([*lines, context.text_until_cursor])


def offered(text: str, shell: InteractiveShell, session: Session) -> Offer:
    """Return what may stand at the end of ``text``, the cell up to the cursor."""
    cell = _CYPHER.match(text)
    if cell:
        variables = tuple(name for name in shell.user_ns if not name.startswith("_"))
        return cypher_offers(cell["cell"], Known(lambda: entity_names(session, _NAMED), variables))
    line = _ASK.search(text.rpartition("\n")[2])
    return _asked(line["rest"], session) if line else Offer("", ())


def _asked(rest: str, session: Session) -> Offer:
    """The name of a query; then its parameters; behind ``=`` the names that may stand there."""
    queries = Catalogue.load().queries
    query, space, words = rest.partition(" ")
    if not space:
        return starting(query, queries, "query")
    if query not in queries:
        return Offer("", ())
    parameters = {parameter.name: parameter for parameter in queries[query].parameters}
    given = _VALUE.search(words)
    if given is None:
        return starting(words.rpartition(" ")[2], (f"{name}=" for name in parameters), "parameter")
    parameter = parameters.get(given["name"])
    if parameter is None or not parameter.names_entity:
        return Offer("", ())
    names = entity_names(session, _NAMED if parameter.type == ANY_ENTITY else parameter.type)
    offer = starting((given["quoted"] or given["bare"] or "").rpartition(",")[2], names, "name")
    return offer if given["quote"] else replace(offer, words=tuple(map(_one_word, offer.words)))


def _one_word(name: str) -> str:
    return f'"{name}"' if " " in name else name


def entity_names(session: Session, label: str) -> list[str]:
    """Return the names and aliases of the ``label`` entities, sorted; none while not connected."""
    if not session.is_connected:
        return []
    found: set[str] = set()
    for name, aliases in session.connection.store.run(_NAMES.format(label=label)).rows:
        found.update(str(one) for one in (name, *(aliases if isinstance(aliases, list) else [])))
    return sorted(found)
