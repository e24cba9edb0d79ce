"""--decisions and explain, as an analyst uses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command import Outcome

Moonshot = Callable[..., Outcome]
HEAD = "kind,a,predicate,b,document,quote,qualifiers,by,date,why\n"
SAME = HEAD + "same,산업통상부,,과기정통부,,,,김,2026-07-01,합쳤다\n"


def write(text: str, encoding: str = "utf-8") -> str:
    Path("d.csv").write_bytes(text.encode(encoding))
    return "d.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_decisions_are_read_as_spreadsheets_save_them(
    moonshot: Moonshot, documents: Path, encoding: str
) -> None:
    done = moonshot("build", documents, "--decisions", write(SAME, encoding))
    assert done.code == 0
    assert "(decided by 김, 2026-07-01: 합쳤다; 1)" in done.err


def test_decisions_may_come_from_the_environment(
    moonshot: Moonshot, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = moonshot("extract", documents).out
    monkeypatch.setenv("MOONSHOT_GRAPH_DECISIONS", write(SAME))
    decided = moonshot("extract", documents)
    assert (decided.code, decided.err) == (0, "")
    assert decided.out != plain
    assert moonshot("extract", documents, "--decisions", "").out == plain


def test_a_decision_that_does_not_apply_is_named_and_the_rest_is_done(
    moonshot: Moonshot, documents: Path
) -> None:
    rows = write(SAME + "wrong,없음,LEADS,K-문샷,,,,,,\n")
    for done in (
        moonshot("build", documents, "--decisions", rows),
        moonshot("extract", documents, "-o", "x.jsonl", "--decisions", rows),
        moonshot("load", "x.jsonl", "--store", "y.kgl", "--decisions", write(HEAD + "\n\n" + "wrong,없음,LEADS,K-문샷\n")),
    ):  # fmt: skip
        assert done.code == 1
        (line,) = (x for x in done.err.splitlines() if x.startswith("moonshot: "))
        assert line.startswith("moonshot: d.csv:")
        assert line.endswith("not applied: wrong 없음 LEADS K-문샷: nothing is called '없음' here")


@pytest.mark.parametrize("command", ["build", "extract", "load"])
@pytest.mark.parametrize(
    ("text", "why"),
    [(HEAD + "like,가,,나\n", "d.csv:2: unknown kind"), (None, "d.csv: cannot be read")],
)
def test_a_malformed_file_stops_before_anything_is_written(
    moonshot: Moonshot, documents: Path, command: str, text: str | None, why: str
) -> None:
    if text:
        write(text)
    before = sorted(Path().iterdir())
    done = moonshot(command, documents, "--decisions", "d.csv")
    assert (done.code, done.out) == (2, "")
    assert done.complaint.startswith(why)
    assert sorted(Path().iterdir()) == before


def test_a_decision_withdrawn_leaves_no_trace_though_only_one_document_is_built_again(
    moonshot: Moonshot, documents: Path
) -> None:
    moonshot("build", documents)
    plain = moonshot("export", "statements").out
    assert moonshot("build", documents / "one.txt", "--decisions", write(SAME)).code == 0
    assert moonshot("export", "statements").out != plain
    undone = moonshot("build", documents / "two.txt").err
    assert "undone: 1 effect of decisions that are not given any more or do not apply" in undone
    assert moonshot("export", "statements").out == plain


def test_a_missing_statement_lasts_while_its_document_is_not_at_hand(
    moonshot: Moonshot, documents: Path
) -> None:
    row = write(HEAD + "missing,이산,HOLDS_POSITION,산업통상부,two.txt,답했,title=차관,,,\n")
    assert moonshot("build", documents, "--decisions", row).code == 0
    assert moonshot("build", documents / "one.txt", "--decisions", row).code == 0
    assert "이산" in moonshot("export", "statements").out
    assert moonshot("verify", documents).code == 0
    moonshot("build", documents / "one.txt")
    assert "이산" not in moonshot("export", "statements").out


def test_load_says_that_a_file_holds_decisions_that_it_cannot_undo(
    moonshot: Moonshot, documents: Path
) -> None:
    moonshot("extract", documents, "-o", "x.jsonl", "--decisions", write(SAME))
    done = moonshot("load", "x.jsonl")
    assert done.code == 0
    assert "x.jsonl: holds 1 effect of decisions made when it was written" in done.err


def test_explain_tells_how_a_wording_became_a_node(moonshot: Moonshot, documents: Path) -> None:
    moonshot("build", documents, "--decisions", write(SAME))
    shown = moonshot("explain", "산업통상부")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("과학기술정보통신부 (Ministry of Science and ICT)\n")
    assert (
        "산업통상부 ← vocabulary 1: row 산업통상부 of organizations.csv; "
        "then decision 1: decided by 김, 2026-07-01: 합쳤다\n"
    ) in shown.out
    assert "two.txt, once (at 0)\n        “산업통상부(장관 김철수)는 답했다.”" in shown.out
    assert "HOLDS_POSITION as object: 2 (post-in-text 2)" in shown.out
    assert moonshot("explain", "MSIT").out == moonshot("explain", "organization/산업통상부").out
    (found,) = json.loads(moonshot("explain", "MSIT", "--format", "json").out)
    assert found["id"] == "organization/과학기술정보통신부"
    joins = {w["text"]: [(j["rule"], j["score"]) for j in w["joins"]] for w in found["wordings"]}
    assert joins["산업통상부"] == [("vocabulary", 1.0), ("decision", 1.0)]


def test_explain_tells_all_of_a_name_apart(moonshot: Moonshot) -> None:
    Path("a.txt").write_text(
        "□ 김민수 산업통상부 장관과 김민수 보건복지부 장관은 「하늘 회의」를 개최했다.\n",
        encoding="utf-8",
    )
    moonshot("build", "a.txt")
    shown = moonshot("explain", "김민수").out
    assert shown.startswith("김민수 may mean 2 entities:\n")
    assert (
        "[person/산업통상부/김민수] 1: of the same name, but of 산업통상부, not of 보건복지부"
        in shown
    )


def test_explain_shows_what_a_decision_split(moonshot: Moonshot) -> None:
    Path("a.txt").write_text(
        "□ 과학기술정보통신부(장관 홍길동, 이하 ‘과기정통부’)는 3일 「하늘 회의」를 개최했다.\n\n"
        "□ 과기정통부는 5일 「바다 회의」를 개최했다.\n",
        encoding="utf-8",
    )
    moonshot("build", "a.txt")
    assert (
        "과기정통부 ← introduced 1: the document defines it: "
        in moonshot("explain", "과기정통부").out
    )
    rows = write(HEAD + "different,과기정통부,,과학기술정보통신부,,,,김,,옛 이름\n")
    assert moonshot("build", "a.txt", "--decisions", rows).code == 1
    found = json.loads(moonshot("explain", "과기정통부", "--format", "json").out)
    assert [e["id"] for e in found] == [
        "organization/과기정통부",
        "organization/과학기술정보통신부",
    ]
    assert found[0]["wordings"][0]["joins"][0]["reason"] == "decided by 김: 옛 이름"
    assert found[1]["near"][0]["why"] == "decided by 김: 옛 이름"


def test_explain_names_what_is_near_an_unknown_name(moonshot: Moonshot, documents: Path) -> None:
    moonshot("build", documents)
    done = moonshot("explain", "과기정통뷰")
    assert (done.code, done.out) == (1, "")
    assert "near it: 과기정통부 (과학기술정보통신부)" in done.complaint
