"""All rules together: each can be read aloud and is tested, and none breaks on a mutilated document."""

from __future__ import annotations

import re
import runpy
from functools import cache
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from reading import NOTHING, SKY, Fact, document, statements

from graph.statements import RULES, Rule

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent.parent / "examples"

Cases = dict[Rule, list[tuple[str, set[Fact]]]]


def name_of(rule: Rule) -> str:
    """The rule as it is written in RULES: ``laws.classes``."""
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"


@cache
def cases() -> Cases:
    """The tables of the test modules beside this one, each of which tests the rules of its module."""
    found: Cases = {}
    for path in sorted(HERE.glob("test_*.py")):
        if path != Path(__file__).resolve():
            found |= runpy.run_path(str(path)).get("CASES", {})
    return found


@cache
def texts() -> tuple[str, ...]:
    """The texts that every rule reads something in, and the examples paragraph by paragraph."""
    of_rules = [text for rows in cases().values() for text, _ in rows]
    paragraphs = [
        piece
        for path in sorted(EXAMPLES.iterdir())
        for piece in re.split(r"\n{2,}", path.read_text(encoding="utf-8"))
    ]
    return (*of_rules, *paragraphs)


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_a_rule_says_in_one_sentence_what_it_stands_on(rule: Rule) -> None:
    first = (rule.__doc__ or "").partition("\n")[0]
    told = re.sub(r"``.*?``|[^\x00-\x7f]+", "", first)
    assert first.endswith("."), "the first line of its docstring is a sentence"
    assert len(re.findall(r"[a-z]+", told)) >= 4, "and says what holds, not only an example"


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_a_rule_has_positive_and_negative_examples(rule: Rule) -> None:
    expected = [facts for _, facts in cases().get(rule, [])]
    assert any(facts != NOTHING for facts in expected), f"no text in which {name_of(rule)} reads"
    assert expected.count(NOTHING) >= 2, f"too few texts that {name_of(rule)} leaves"


def test_only_rules_that_run_are_tested() -> None:
    assert set(cases()) == set(RULES)


def quoted(text: str) -> bool:
    """Whether every passage of what is read in ``text`` stands where it says."""
    read = document(text).text
    passages = [e for s in statements(text) for e in s.evidence]
    return all(e.quote and read[e.start : e.end] == e.quote for e in passages)


def test_every_statement_quotes_its_document() -> None:
    assert all(quoted(text) for text in texts())


CUTS = st.integers(min_value=0, max_value=400)
NOISE = st.text(alphabet="가을는은이 (),.·「」‘’'\"▲-:|\t\n\\*②20’30년까지AI등", max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.data(), CUTS, CUTS, NOISE)
def test_no_rule_breaks_on_a_mutilated_document(
    data: st.DataObject, cut: int, end: int, noise: str
) -> None:
    first, second = (data.draw(st.sampled_from(texts())) for _ in range(2))
    assert quoted(SKY + first[:cut] + noise + second[end:])
    assert quoted(first + noise + second[:cut] + second[cut + 3 :])
