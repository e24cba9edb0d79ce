"""What a row leaves out, because it is merged with the row above, is never quoted from that row."""

from __future__ import annotations

import pytest
from reading import statements


@pytest.mark.parametrize(
    ("text", "predicate", "name"),
    [
        (
            "K-하늘 프로젝트의 과제는 다음과 같다.\n\n"
            "분야\t과제\t담당\n양자\t컴퓨터 개발\t가나부\n\t통신망 구축\t다라부\n",
            "HAS_FIELD",
            "양자",
        ),
        (
            "K-하늘 프로젝트를 추진한다.\n\n"
            "핵심 기술\t기간\t목표\nHBM\t2026~2028년\t하나\n\t2029~2030년\t둘\n",
            "INVOLVES",
            "HBM",
        ),
    ],
)
def test_each_passage_holds_the_name(text: str, predicate: str, name: str) -> None:
    found = [s for s in statements(text) if s.predicate == predicate and s.object.name == name]
    assert found
    assert all(name in passage.quote for s in found for passage in s.evidence)


def test_an_organization_merged_downwards_is_quoted_from_where_it_stands() -> None:
    text = "기관\t직위\t성명\n가나전자\t회장\t김하늘\n\t사장\t이바다\n"
    found = {
        s.subject.name: [e.quote for e in s.evidence]
        for s in statements(text)
        if s.predicate == "HOLDS_POSITION" and s.object.name == "가나전자"
    }
    assert found == {"김하늘": ["가나전자\t회장\t김하늘"], "이바다": ["가나전자", "사장\t이바다"]}
