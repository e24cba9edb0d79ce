"""The Tab key."""

from __future__ import annotations

from typing import Any

import pytest
from IPython.core.completer import provisionalcompleter

from graph.notebook.cypher_words import Known, cypher_offers

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
KNOWN = Known(lambda: ("K-문샷", "KIST"), ("fields", "year"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("MATCH (p:Prog", ("Program",)),
        ("MATCH (p:Program|Mis", ("Mission",)),
        ("MATCH (p)-[r:HAS_", ("HAS_FIELD", "HAS_MISSION")),
        ("MATCH (p)-[r:LEADS|PART", ("PARTICIPATES_IN", "PART_OF")),
        ("MATCH (y:Year) RETURN y.y", ("year",)),
        ("MATCH (e:Event) RETURN e.pl", ("place",)),
        ("MATCH ()-[t:TARGETS_YEAR]->() RETURN t.g", ("goal",)),
        ("MATCH (y:Year {ye", ("year", "year_start")),
        ("WHERE y.year < $y", ("year",)),
        ("MATCH (n {name: 'K-", ("K-문샷",)),
        ('MATCH (n {name: "ki', ("KIST",)),
        ("MATCH (n)\nWHE", ("WHEN", "WHERE")),
        ("match (n)\nretu", ("return",)),
        ("MATCH (programme:Program)\nRETURN prog", ("programme",)),
        ("MATCH (n) WITH n AS organization RETURN orga", ("organization",)),
        ("RETURN 'it''s' // MATCH (p:Prog", ()),
        ("MATCH (n {name: 'x'}) ", ()),
    ],
)
def test_what_may_come_next(text: str, words: tuple[str, ...]) -> None:
    assert cypher_offers(text, KNOWN).words == words


def tab(shell: Any, text: str) -> list[str]:
    """What the shell offers at the end of ``text``, as the text would then stand."""
    with provisionalcompleter():
        found = list(shell.Completer.completions(text, len(text)))
    return [text[: one.start] + one.text for one in found]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("%%cypher\nMATCH (p:Prog", "%%cypher\nMATCH (p:Program"),
        ("%%cypher >> x\nMATCH (n {name: 'K-문", "%%cypher >> x\nMATCH (n {name: 'K-문샷"),
        ("%ask agencies-c", "%ask agencies-covering"),
        ("found = %ask agencies-c", "found = %ask agencies-covering"),
        ("%ask agencies-covering fi", "%ask agencies-covering field="),
        ("%ask agencies-covering field=양자,인공", "%ask agencies-covering field=양자,인공지능"),
        (
            "%ask organization-profile organization=NEXT",
            '%ask organization-profile organization="NEXT 얼라이언스"',
        ),
        (
            '%ask organization-profile organization="NEXT 얼',
            '%ask organization-profile organization="NEXT 얼라이언스',
        ),
        ("%ask program-overlap first=K-문샷 sec", "%ask program-overlap first=K-문샷 second="),
    ],
)
def test_the_shell_offers_it(shell: Any, text: str, first: str) -> None:
    shell.run_line_magic("moonshot", "demo.kgl")
    assert tab(shell, text)[0] == first


def test_python_is_completed_as_ever(shell: Any) -> None:
    shell.user_ns["programmes"] = 1
    assert "programmes" in tab(shell, "programm")
    assert not [word for word in tab(shell, "x = HAS_") if "HAS_FIELD" in word]


def test_without_a_store_the_tab_key_is_silent(shell: Any) -> None:
    assert tab(shell, "%%cypher\nMATCH (n {name: 'K-문") == []
    assert not [word for word in tab(shell, "%ask agencies-covering field=양") if "양자" in word]
