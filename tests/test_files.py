from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.files import write_file


def test_writes_utf8_with_the_line_ends_given(tmp_path: Path) -> None:
    write_file(tmp_path / "x", ["가\n", "나\r\n"])
    assert (tmp_path / "x").read_bytes() == "가\n나\r\n".encode()


def test_what_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        yield "new"
        raise RuntimeError("half way")

    (tmp_path / "x").write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        write_file(tmp_path / "x", lines())
    assert [(p.name, p.read_text(encoding="utf-8")) for p in tmp_path.iterdir()] == [("x", "old")]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    write_file(tmp_path / "link", ["new"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(os.devnull, ["gone"])
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(("target", "why"), [(".", "is a folder"), ("none/x", "cannot be written")])
def test_where_nothing_can_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=f"^{target}: {why}"):
        write_file(target, ["x"])
    assert not list(tmp_path.iterdir())
