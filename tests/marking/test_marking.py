"""Statements held against marked lines: the same figures as the tool beside the project, and why a line was missed."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from made import AIMS, GOVERNS, LEADS, MEETS, TAKES_PART, graph, passage, said
from reading import document

from graph.errors import InputError
from graph.exports.jsonl import dumps
from graph.marking import End, GoldLine, Triple, figures, judge, named, nearest, read_gold
from graph.mentions import find_names
from graph.model import Entity, Statement, entity_id
from graph.pipeline import extract
from graph.vocabulary import vocabulary
from tools.sets import MarkedSet, marked_sets


def end(entity: Entity, *others: str) -> End:
    return End(entity.label, (entity.name, *others))


def line(
    statement: Statement, core: bool = True, document: str = "a", **qualifiers: Any
) -> GoldLine:
    triple = Triple(end(statement.subject), statement.predicate, end(statement.object), qualifiers)
    return GoldLine(document, core, triple)


@pytest.mark.parametrize("marked", marked_sets(), ids=lambda s: s.name)
def test_the_figures_are_those_of_the_tool(shared: Path, tmp_path: Path, marked: MarkedSet) -> None:
    read = extract([marked.documents]).graph
    out = tmp_path / "out.jsonl"
    out.write_text("".join(dumps(read)), encoding="utf-8")
    tool = [sys.executable, str(shared / "tools" / "score.py"), str(out)]
    folders = [str(marked.gold), str(marked.documents)]
    done = subprocess.run([*tool, *folders, "--json"], capture_output=True, check=True)
    total = json.loads(done.stdout)["total"]
    judged = judge(marked.lines(), read.statements)
    found = figures(judged.claims, judged.lines)
    assert (found.claims, found.core) == (total["statements"], total["core"])
    assert found.precision == pytest.approx(total["precision"])
    assert found.recall == pytest.approx(total["recall"])
    assert found.strict_f1 == pytest.approx(total["strict_f1"])


def test_a_claim_counts_once_in_each_document() -> None:
    both = judge([line(TAKES_PART), line(TAKES_PART, document="b")], [TAKES_PART])
    assert [(c.document, c.right) for c in both.claims] == [("a", True), ("b", True)]
    one = judge([line(TAKES_PART)], [TAKES_PART])
    assert [(c.document, c.right) for c in one.claims] == [("a", True), ("b", False)]


def test_derived_statements_are_not_judged() -> None:
    assert judge([], [MEETS]).claims == ()


@pytest.mark.parametrize(
    ("marked", "said_", "same"),
    [
        ("사업 운영", "운영", True),
        ("운영", "사업의 운영", True),
        ("총괄 운영 기관", "운영을 맡은 총괄 기관", True),
        ("주관", "+운영", False),
        ("주관", None, False),
    ],
)
def test_qualifiers_are_compared_by_their_words(marked: str, said_: str | None, same: bool) -> None:
    qualifiers = {} if said_ is None else {"role": said_}
    statement = said(TAKES_PART.subject, "PARTICIPATES_IN", TAKES_PART.object, passage("a.txt"))
    statement = Statement(
        statement.subject, "PARTICIPATES_IN", statement.object, qualifiers, statement.evidence
    )
    (mark,) = judge([line(statement, role=marked)], [statement]).lines
    assert mark.by == statement
    assert mark.strict == same


def test_other_encodings_and_other_values_count() -> None:
    triple = Triple(end(GOVERNS.subject), "GOVERNS", end(GOVERNS.object))
    other = Triple(end(LEADS.subject), "LEADS", end(LEADS.object))
    (mark,) = judge([GoldLine("a", True, triple, (other,))], [LEADS]).lines
    assert mark.by == LEADS
    (claim,) = judge([GoldLine("a", True, triple, (other,))], [LEADS]).claims
    assert not claim.right, "the other encoding is a line of its own, or it is not right"
    accepted = Triple(
        end(AIMS.subject),
        "TARGETS_YEAR",
        end(AIMS.object),
        {"goal": "우주"},
        {"goal": ("세계 최고",)},
    )
    assert judge([GoldLine("a", True, accepted)], [AIMS]).lines[0].strict


def test_figures_count_core_lines_only() -> None:
    judged = judge([line(LEADS), line(AIMS, core=False)], [AIMS])
    found = figures(judged.claims, judged.lines)
    assert (found.claims, found.right, found.core, found.found) == (1, 1, 1, 0)
    assert (found.precision, found.recall, found.f1) == (1, 0, 0)


def test_nothing_said_is_nothing_wrong() -> None:
    empty = figures([], [])
    assert (empty.precision, empty.recall, empty.f1) == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "Expecting"),
        ("[]", "list"),
        ('{"tier": "core"}', "subject"),
        ('{"tier": "core", "subject": {"label": "x", "names": []}}', "range"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "a.jsonl").write_text("\n" + text, encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.jsonl:2: ") as caught:
        read_gold(tmp_path, ["a.txt"])
    assert why in str(caught.value)


def test_a_folder_that_marks_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="marks none"):
        read_gold(tmp_path, ["a.txt"])


TEXT = "과학기술정보통신부는 누리호를 개발한다. 산업통상부는 2031년에 출범식을 연다."


def missed(subject: tuple[str, str], predicate: str, object_: tuple[str, str]) -> GoldLine:
    ends = (End(label, (name,)) for label, name in (subject, object_))
    one, two = ends
    return GoldLine("test", True, Triple(one, predicate, two))


def stated(subject: tuple[str, str], predicate: str, object_: tuple[str, str]) -> Statement:
    one, two = (Entity(label, entity_id(label, name), name) for label, name in (subject, object_))
    return said(one, predicate, two, passage("a.txt"))


MSIT, MOTIE = ("Organization", "과학기술정보통신부"), ("Organization", "산업통상부")


@pytest.mark.parametrize(
    ("gold", "statements", "kind", "says"),
    [
        (
            missed(MSIT, "HOSTS", ("Event", "누리 사업 출범식")),
            [stated(MSIT, "HOSTS", ("Event", "사업 출범식")), stated(MOTIE, "HOSTS", ("Event", "회의"))],
            "wording",
            "사업 출범식",
        ),
        (
            missed(MSIT, "LEADS", ("Program", "누리")),
            [stated(MSIT, "PARTICIPATES_IN", ("Program", "누리"))],
            "predicate",
            "PARTICIPATES_IN",
        ),
        (missed(MSIT, "LEADS", ("Program", "한빛 계획")), [], "unnamed", "Program 한빛 계획"),
        (missed(MSIT, "LEADS", ("Program", "산업통상부")), [], "label", "Organization"),
        (missed(MSIT, "PARTICIPATES_IN", MOTIE), [], "unrelated", "13 characters apart"),
    ],
)  # fmt: skip
def test_the_nearest_attempt_says_why(
    gold: GoldLine, statements: list[Statement], kind: str, says: str
) -> None:
    read = document(TEXT)
    attempt = nearest(gold, statements, named(TEXT, find_names(read, vocabulary())))
    assert attempt.kind == kind
    assert says in attempt.text


def test_years_are_named_where_they_are_written() -> None:
    read = document(TEXT)
    known = named(TEXT, find_names(read, vocabulary()))
    assert [TEXT[n.span.start : n.span.end] for n in known if n.label == "Year"] == ["2031"]


def test_the_tool_is_not_copied(shared: Path) -> None:
    """Its text stays where it is."""
    lines = {
        text.strip()
        for text in (shared / "tools" / "score.py").read_text(encoding="utf-8").splitlines()
        if len(text.strip()) > 60
    }
    ours = Path(str(importlib.util.find_spec("graph.marking").origin)).parent  # type: ignore[union-attr]
    for path in ours.glob("*.py"):
        assert not [t for t in path.read_text(encoding="utf-8").splitlines() if t.strip() in lines]


def test_a_graph_of_its_own_gold_is_perfect() -> None:
    whole = graph(LEADS, GOVERNS, AIMS)
    lines = [
        line(s, document=e.document.removesuffix(".txt"))
        for s in whole.statements
        for e in s.evidence
    ]
    judged = judge(lines, whole.statements)
    assert figures(judged.claims, judged.lines).strict_f1 == 1
