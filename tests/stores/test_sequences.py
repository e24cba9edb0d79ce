"""Random sequences of building, changing, emptying, deciding and meddling, through every store and a plain model.

The model is the plainest there is: all documents read anew into nothing, with the decisions of the moment.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from graph.entities import Decision, parse_decisions
from graph.exactness import differences, kept
from graph.pipeline import build, extract, recompute
from graph.projection import project
from graph.stores import Store

STEPS = 6
HEAD = "kind,a,predicate,b,document,quote,qualifiers,by,date,why\n"
SENTENCES = (
    "□ 과학기술정보통신부(장관 홍길동, 이하 ‘과기정통부’)는 3일 「하늘 회의」를 개최했다.",
    "□ 과기정통부는 5일 「바다 회의」를 개최했다.",
    "□ 산업통상부(장관 김철수)는 6일 「강 회의」를 개최했다.",
    "□ 산업통상부는 'K-문샷'을 총괄한다.",
    "□ 서울대학교 총장 홍길림은 「강 회의」에 참석했다.",
    "□ 서울대학교 총장 홍길립이 답했다.",
    "□ 'K-문샷'은 양자, 인공지능, 첨단바이오 등 8대 분야를 포함한다.",
)
DECISIONS = (
    "same,산업통상부,,과학기술정보통신부,,,,김,,",
    "different,과기정통부,,과학기술정보통신부,,,,김,,옛 이름",
    "different,홍길림,,홍길립,,,,김,,",
    "wrong,과학기술정보통신부,HOSTS,하늘 회의,,,,김,,",
    "wrong,산업통상부,LEADS,K-문샷,,,,김,,",
    "missing,홍길림,PARTICIPATES_IN,강 회의,b.txt,홍길림은 「강 회의」에,,김,,",
)
DAMAGES = (
    "MATCH (a:Organization)-[r]->(e:Event) DELETE r",
    "MATCH (n:Event) SET n.name = n.name + '!'",
    "MATCH (p:Passage) DETACH DELETE p",
    "CREATE (:Law {id: 'law/x', name: 'x'})",
)


def check(store: Store, decisions: tuple[Decision, ...]) -> list[str]:
    """What ``info --check`` says of the store."""
    held = store.read()
    known, faults = kept(held)
    return [*faults, *differences(held, project(recompute(known, decisions)))]


class Model:
    """Documents in a folder, and the decisions of the moment."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        folder.mkdir()
        self.rng = random.Random(seed)
        self.decisions: tuple[Decision, ...] = ()

    def change(self) -> list[Path]:
        """Change a document or the decisions; return what has to be built."""
        if self.rng.random() < 0.4 and list(self.folder.iterdir()):
            rows = self.rng.sample(DECISIONS, self.rng.randint(0, 3))
            self.decisions = parse_decisions(HEAD + "\n".join(sorted(rows)), "d.csv")
            return [self.folder]
        path = self.folder / f"{self.rng.choice('abc')}.txt"
        said = self.rng.sample(SENTENCES, self.rng.randint(0, 4))
        day = f"2026-03-{self.rng.randint(1, 20):02}"
        path.write_text("\n\n".join(["소식", day, *said]) + "\n", encoding="utf-8")
        return [path] if self.rng.random() < 0.5 else [self.folder]


@pytest.mark.parametrize("seed", range(3))
def test_a_store_is_what_reading_all_anew_gives(store: Store, tmp_path: Path, seed: int) -> None:
    model = Model(tmp_path / "documents", seed)
    for _ in range(STEPS):
        build(model.change(), store, decisions=model.decisions)
        whole = extract([model.folder], decisions=model.decisions).graph
        assert store.read() == project(whole)
        assert check(store, model.decisions) == []
        meddled = model.rng.choice(DAMAGES)
        before = store.read()
        store.run(meddled, write=True)
        assert (store.read() == before) == (check(store, model.decisions) == [])
        # Not through the damaged graph: a build would trip over what is not there any more.
        store.write(before)
        assert check(store, model.decisions) == []
