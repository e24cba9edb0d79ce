from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph import loaders
from graph.errors import LoadError
from graph.loaders import find, load


def test_a_file_given_twice_is_found_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("가", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    files, errors = find([Path("."), Path("a.txt"), tmp_path / "a.txt"])
    assert (files, errors) == ((Path("a.txt"),), ())


def test_a_folder_that_may_not_be_read_is_named_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("가", encoding="utf-8")
    locked = tmp_path / "locked"
    locked.mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if os.fspath(path) == str(locked):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    files, errors = find([tmp_path])
    assert files == (tmp_path / "a.txt",)
    assert [str(e) for e in errors] == [f"{locked}: cannot be read: Permission denied"]


@pytest.mark.parametrize("name", ["x" * 300, "a\0b.txt", "a.txt/b.txt"])
def test_impossible_paths_are_errors_of_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("가", encoding="utf-8")
    files, errors = find([tmp_path / name])
    assert not files
    assert "\n" not in str(errors[0])
    with pytest.raises(LoadError):
        load(tmp_path / name)


def test_hidden_files_and_other_kinds_are_left_out(tmp_path: Path) -> None:
    for name in (".hidden.txt", "a.XLS", "README", "b.TXT", ".git/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("가", encoding="utf-8")
    assert [p.name for p in find([tmp_path])[0]] == ["b.TXT"]


def test_large_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaders, "MOST_BYTES", 10)
    (tmp_path / "a.txt").write_text("가나다라마바", encoding="utf-8")
    with pytest.raises(LoadError, match="more than 10 bytes"):
        load(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["보도자료", "보도자료 2026. 6. 18", "v1.2"])
def test_names_without_a_suffix_are_read_as_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("가나다", encoding="utf-8")
    assert load(tmp_path / name).text == "가나다"


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(b"x")
    with pytest.raises(LoadError, match=r"unknown kind of file '\.xls'"):
        load(tmp_path / "a.xls")
