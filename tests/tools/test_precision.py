"""The measured precision of the rules is what is committed, and the page says it."""

from __future__ import annotations

import csv
from pathlib import Path

from graph.confidence import measured
from graph.resources import precision_file
from tools.measures import Case, Row, rows, table_without
from tools.precision import fresh
from tools.sets import ROOT, marked_sets

CASES = (
    Case("x", "one", ("a",), True),
    Case("x", "one", ("a", "b"), True),
    Case("x", "two", ("a",), False),
    Case("y", "one", ("b",), True),
)


def test_what_is_committed_is_what_is_measured(shared: Path) -> None:
    files = fresh(marked_sets(shared))
    for path, text in files.items():
        where = path.relative_to(ROOT)
        assert path.read_text(encoding="utf-8") == text, f"{where}: run 'make precision'"


def test_a_rule_has_a_row_for_each_set() -> None:
    assert rows(CASES) == [Row("a", "x", 2, 2, 3), Row("b", "x", 1, 1, 1), Row("b", "y", 1, 1, 1)]


def test_a_document_can_be_left_out() -> None:
    whole, without = table_without(CASES), table_without(CASES, ("x", "one"))
    assert (whole["a"].right, whole["a"].judged) == (2, 3)
    assert (without["a"].right, without["a"].judged) == (0, 1)
    assert without["b"].judged == 1


def test_the_table_adds_up_the_sets() -> None:
    with precision_file().open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert sum(int(row["judged"]) for row in written) == sum(c.judged for c in measured().values())
    assert {row["rule"] for row in written} == set(measured())


def test_sets_without_the_shared_ones_are_our_own(tmp_path: Path) -> None:
    names = [s.name for s in marked_sets(tmp_path)]
    assert "held-out" in names
    assert not {"seeds", "dev"} & set(names)
    assert all(s.own for s in marked_sets(tmp_path))
