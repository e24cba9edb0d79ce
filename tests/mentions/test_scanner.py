"""Known names in running text, and where they begin and end."""

from __future__ import annotations

import pytest
from reading import named

from graph.mentions.identity import named as entity
from graph.mentions.scanner import Scanner

SCANNER = Scanner(
    (name, entity("Technology", name)) for name in ("구름 센서", "ADD", "구름", "Cloud Sensor")
)


def found(text: str, scanner: Scanner = SCANNER) -> list[str]:
    return [text[s.start : s.end] for s, _ in scanner.find(text, lambda *_: False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("구름 센서는 크다.", ["구름 센서", "구름"]),
        ("구름센서를 산다.", ["구름센서"]),
        ("cloud sensor and CLOUDSENSOR", ["cloud sensor", "CLOUDSENSOR"]),
        ("ADD가 왔다.", ["ADD"]),
        # A word, not the abbreviation.
        ("We add to it.", []),
        # Within other words.
        ("뭉게구름이 떴다.", []),
        ("구름판을 밟았다.", []),
        ("LADDER", []),
        # A line break parts two cells.
        ("구름\n센서", ["구름"]),
    ],
)
def test_names_whatever_their_spacing(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_an_end_may_be_accepted() -> None:
    text = "구름판을 밟았다."
    spans = SCANNER.find(text, lambda text, end, _: text.startswith("판", end))
    assert [text[s.start : s.end] for s, _ in spans] == ["구름"]


def test_own_names_count_before_those_beyond() -> None:
    own = Scanner([("구름", entity("Technology", "우리 구름"))], SCANNER)
    assert [e.name for _, e in own.find("구름과 ADD", lambda *_: False)] == ["우리 구름", "ADD"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("과기정통부는 말했다.", ["과학기술정보통신부"]),
        ("KIST와 KISTI가 만났다.", ["한국과학기술연구원", "한국과학기술정보연구원"]),
        ("네이버클라우드와 네이버 클라우드", ["네이버 클라우드", "네이버 클라우드"]),
        ("산업부문의 성장", []),
    ],
)
def test_known_organizations(text: str, expected: list[str]) -> None:
    assert named(text, "Organization") == expected
