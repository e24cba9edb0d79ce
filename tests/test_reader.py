"""What has not changed is not read again, and the store is as if it had been."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph import loaders, pipeline, reader
from graph.entities import Decision
from graph.stores import Store, open_store

TEXTS = {
    "a.txt": "과학기술정보통신부는 '하늘 프로젝트'를 주관한다.\n",
    "b.txt": "산업통상부는 '하늘 프로젝트'에 참여한다.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are read from here on."""
    names: list[str] = []
    load: Callable[[Path], object] = loaders.load

    def noting(path: Path) -> object:
        names.append(path.name)
        return load(path)

    monkeypatch.setattr(pipeline, "load_document", noting)
    return names


def fresh(folder: Path) -> object:
    with open_store(":memory:") as store:
        pipeline.build([folder], store)
        return store.read()


def built(folder: Path, store: Store, least: float = 0.0) -> int:
    return pipeline.build([folder], store, least=least).kept


def test_only_what_changed_is_read(folder: Path, read: list[str]) -> None:
    with open_store(":memory:") as store:
        assert built(folder, store) == 0
        read.clear()
        assert built(folder, store) == 2
        assert read == []
        (folder / "b.txt").write_text(
            "해양수산부는 '하늘 프로젝트'에 참여한다.\n", encoding="utf-8"
        )
        assert built(folder, store) == 1
        assert read == ["b.txt"]
        assert store.read() == fresh(folder)


def test_another_reader_reads_all_again(
    folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(":memory:") as store:
        built(folder, store)
        read.clear()
        assert built(folder, store, least=0.1) == 0
        assert built(folder, store) == 0
        monkeypatch.setattr(reader, "_program", lambda: "another version")
        assert built(folder, store) == 0
        assert read == ["a.txt", "b.txt"] * 3


def test_a_quote_that_is_asked_for_now_is_looked_for(folder: Path, read: list[str]) -> None:
    quote = TEXTS["b.txt"].strip()
    missing = Decision("x.csv:2", "missing", "산업통상부", "하늘 프로젝트", "LEADS", "b.txt", quote)
    with open_store(":memory:") as store:
        built(folder, store)
        read.clear()
        first = pipeline.build([folder], store, decisions=[missing])
        assert first.kept == 1
        assert read == ["b.txt"]
        again = pipeline.build([folder], store, decisions=[missing])
        assert again.kept == 2
        assert again.graph == first.graph
        assert built(folder, store) == 2
        assert store.read() == fresh(folder)
