"""Writers of one store take turns: what others wrote meanwhile is not lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph import build
from graph.stores import Store, open_store
from graph.stores.kglite import KgliteStore

SAID = {
    "a.txt": "소식\n2026-03-03\n\n□ 국방부(장관 홍길동)는 3일 「하늘 회의」를 개최했다.\n",
    "b.txt": "소식\n2026-03-04\n\n□ 교육부(장관 김하늘)는 4일 「바다 회의」를 개최했다.\n",
    "c.txt": "소식\n2026-03-05\n\n□ 외교부(장관 박구름)는 5일 「강 회의」를 개최했다.\n",
}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in SAID.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


def held(store: Store) -> set[str]:
    return {str(n.properties["name"]) for n in store.read().nodes if n.label == "Document"}


def shared(store: Store) -> bool:
    return store.address != ":memory:"


def test_a_writer_keeps_what_another_wrote_after_it_had_looked(
    store: Store, files: list[Path]
) -> None:
    if not shared(store):
        pytest.skip("a store in memory has one user")
    with open_store(store.address) as other:
        other.read()
        build(files[:1], store)
        build(files[1:2], other)
        build(files[2:], store)
    assert held(store) == set(SAID)


def test_many_at_once_lose_nothing(store: Store, files: list[Path]) -> None:
    if not shared(store):
        pytest.skip("a store in memory has one user")

    def one(file: Path) -> None:
        with open_store(store.address) as own:
            build([file], own)

    with ThreadPoolExecutor(len(files)) as pool:
        list(pool.map(one, files))
    with open_store(store.address) as after:
        assert held(after) == set(SAID)
        assert not after.run("MATCH (w:MoonshotGraph) RETURN w").rows


def test_who_was_overtaken_works_again(store: Store, files: list[Path]) -> None:
    if isinstance(store, KgliteStore):
        pytest.skip("a file is locked while somebody writes: nobody is overtaken")
    calls = 0
    with open_store(store.address) as other:

        def work() -> None:
            nonlocal calls
            calls += 1
            if calls == 1:
                build(files[:1], other)
            build(files[1:2], store)

        store.exclusively(work)
    assert calls == 2
    assert held(store) == {"a.txt", "b.txt"}


def test_what_a_killed_writer_left_is_cleared_away(tmp_path: Path, files: list[Path]) -> None:
    path = tmp_path / "test.kgl"
    left = tmp_path / "test.kgl.new"
    left.write_bytes(b"half a file")
    with open_store(str(path)) as store:
        build(files, store)
        assert held(store) == set(SAID)
    assert not left.exists()
