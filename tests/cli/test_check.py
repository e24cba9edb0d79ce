"""info --check, as it is typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from command import Outcome

    Moonshot = Callable[..., Outcome]


def test_a_whole_store_is_well_and_a_damaged_one_is_not(
    moonshot: Moonshot, documents: Path
) -> None:
    moonshot("build", documents)
    done = moonshot("info", "--check")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("checked: all as read\n")
    moonshot("cypher", "--write", "MATCH ()-[r:HOSTS]->() DELETE r")
    done = moonshot("info", "--check")
    (line,) = done.out.splitlines()
    assert (done.code, line.partition("->")[0]) == (1, "missing: (과학기술정보통신부)-[HOSTS]")
    assert done.err.endswith("checked: 1 difference\n")
    moonshot("build", documents)
    assert moonshot("info", "--check").code == 0


def test_decisions_have_to_be_given_again(moonshot: Moonshot, documents: Path) -> None:
    Path("d.csv").write_text(
        "kind,a,predicate,b,document,quote,qualifiers,by,date,why\n"
        "same,과학기술정보통신부,,산업통상부,,,,Kim,2026-07-01,a test\n",
        encoding="utf-8",
    )
    moonshot("build", documents, "--decisions", "d.csv")
    assert moonshot("info", "--check", "--decisions", "d.csv").code == 0
    assert moonshot("info", "--check").code == 1
