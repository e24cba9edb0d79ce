from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made import AIMS, GOVERNS, LEADS, MEETS, TAKES_PART, graph

from graph import confidence
from graph.confidence import (
    DECISION,
    UNMEASURED,
    assess,
    at_least,
    lower_bound,
    of_rules,
    table,
    with_derived,
)
from graph.entities import merge_statements
from graph.errors import InputError
from graph.model import Confidence, Statement
from graph.pipeline import build, extract, load, trusted
from graph.projection import unproject
from graph.stores import open_store

KNOWN = table({"old": 90, "young": 3, "poor": 1}, {"old": 90, "young": 3, "poor": 10})


def test_small_counts_do_not_inflate() -> None:
    bounds = [lower_bound(n, n) for n in range(1, 200)]
    assert bounds == sorted(bounds)
    assert bounds[0] < 0.3 < bounds[2] < 0.9 < bounds[99] < 1
    assert lower_bound(99, 100) < lower_bound(100, 100)
    assert all(lower_bound(k, 20) < k / 20 for k in range(1, 21))


def test_the_bound_is_wilsons() -> None:
    # p̂ = 0.8, n = 50, z = 1.645, by hand: (0.8 + 0.02706 - 1.645·√(0.0032 + 0.000271)) / 1.05412
    assert lower_bound(40, 50) == pytest.approx(0.6927, abs=0.0006)


@pytest.mark.parametrize(("right", "judged"), [(0, 0), (2, 1), (-1, 3)])
def test_what_is_no_count_is_refused(right: int, judged: int) -> None:
    with pytest.raises(ValueError, match="cases"):
        lower_bound(right, judged)


@pytest.mark.parametrize(
    ("rules", "best"),
    [
        ("old", KNOWN["old"]),
        ("young; old", KNOWN["old"]),
        ("poor; never seen", UNMEASURED),
        ("llm: some-model:7b", UNMEASURED),
        ("", UNMEASURED),
        (DECISION, Confidence(1.0)),
        (f"{DECISION}; old", Confidence(1.0)),
    ],
)
def test_the_best_rule_counts(rules: str, best: Confidence) -> None:
    assert of_rules(rules, KNOWN) == best


def by(rule: str, statement: Statement) -> Statement:
    return replace(statement, rule=rule, confidence=None)


def value(statements: tuple[Statement, ...], key: tuple[str, ...]) -> float:
    (found,) = [s.confidence for s in statements if s.key == key]
    assert found is not None
    return found.value


def test_a_derived_statement_has_the_least_of_its_basis() -> None:
    old, young = by("old", LEADS), by("young", GOVERNS)
    step = replace(MEETS, basis=("shared area: 하늘", old.id, young.id))
    far = replace(AIMS, derived=True, basis=(step.id, old.id), evidence=())
    done = with_derived(graph(*assess([old, young, step, far], KNOWN))).statements
    assert value(done, old.key) == KNOWN["old"].value
    assert value(done, step.key) == value(done, far.key) == KNOWN["young"].value


def test_what_rests_on_nothing_on_itself_or_on_the_unknown_has_none() -> None:
    nothing = replace(MEETS, basis=("a reason",))
    circle = replace(AIMS, derived=True, basis=("x",), evidence=())
    circle = replace(circle, basis=(circle.id,))
    bare = by("old", GOVERNS)
    half = replace(TAKES_PART, derived=True, basis=(LEADS.id, bare.id), evidence=())
    done = with_derived(graph(nothing, circle, LEADS, bare, half)).statements
    assert {s.predicate: s.confidence for s in done if s.derived} == {
        "OVERLAPS_WITH": None,
        "TARGETS_YEAR": None,
        "PARTICIPATES_IN": None,
    }


def test_confidence_is_no_part_of_identity() -> None:
    assert replace(LEADS, confidence=KNOWN["old"]).id == LEADS.id


def test_a_threshold_leaves_out_what_has_less() -> None:
    done = tuple(assess([by("old", GOVERNS), by("poor", AIMS)], KNOWN))
    assert [s.rule for s in at_least(done, 0.9)] == ["old"]
    assert at_least(done, 0) == done
    bare = by(DECISION, AIMS), by("unknown", GOVERNS)
    assert at_least(bare, 0.5) == bare[:1], "without one, that of the rule counts"


def test_what_follows_only_from_the_weak_is_not_derived(examples: Path) -> None:
    whole, cut = (extract([examples], least=least).graph.statements for least in (0.0, 0.9))
    kept = {s.id for s in cut}
    assert kept < {s.id for s in whole} | {s.id for s in cut if s.derived}
    assert all(s.confidence and s.confidence.value >= 0.9 for s in cut if not s.derived)
    assert sum(s.derived for s in cut) < sum(s.derived for s in whole)
    for statement in cut:
        if statement.derived:
            assert {b for b in statement.basis if len(b) == 16 and " " not in b} <= kept
            assert statement.confidence
            assert statement.confidence.value >= 0.9


def test_building_asks_it_of_what_is_read_only(examples: Path) -> None:
    news, release = sorted(examples.glob("*-*"))
    with open_store(":memory:") as store:
        build([news], store)
        before = {s.id for s in unproject(store.read()).statements if not s.derived}
        build([release], store, least=0.99)
        after = {s.id for s in unproject(store.read()).statements if not s.derived}
    assert before == after


def test_loading_keeps_what_the_file_says() -> None:
    sure = replace(by("no such rule", LEADS), confidence=Confidence(0.99, 1, 1))
    with open_store(":memory:") as store:
        load(graph(sure, by(DECISION, TAKES_PART), GOVERNS), store, least=0.5)
        held = unproject(store.read()).statements
    assert {s.predicate: s.confidence for s in held} == {
        "LEADS": Confidence(0.99, 1, 1),
        "PARTICIPATES_IN": None,
    }


def test_of_statements_put_together_the_surer_counts() -> None:
    weak, sure = (replace(GOVERNS, confidence=c) for c in (KNOWN["young"], KNOWN["old"]))
    (one,) = merge_statements([weak, sure, GOVERNS])
    assert one.confidence == KNOWN["old"]


def test_a_store_is_cut_as_if_read_so(examples: Path) -> None:
    whole = extract([examples]).graph
    assert trusted(whole, 0.9).statements == extract([examples], least=0.9).graph.statements


def test_a_bad_row_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "precision.csv"
    path.write_text("rule,set,documents,right,judged\na,b,1,1,1\nc,d,1,x,1\n", encoding="utf-8")
    monkeypatch.setattr(confidence, "precision_file", lambda: path)
    with pytest.raises(InputError, match=r"precision\.csv:3: "):
        confidence.measured.__wrapped__()


@pytest.fixture(scope="module")
def examples() -> Path:
    return Path(__file__).resolve().parent.parent / "examples"
