from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import LoadError
from graph.loaders.encoding import decode

TEXT = "가나부는 하늘 지도를 만든다.\r\n끝 ①▲「」\n"
PATH = Path("a.txt")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "cp949"]
)
def test_encodings_are_told_without_a_mark(encoding: str) -> None:
    assert decode(PATH, TEXT.encode(encoding)) == TEXT


def test_syllables_beyond_euc_kr() -> None:
    text = "똠방각하와 펲시는 옛말이라고 하늘 신문이 적었다."
    assert decode(PATH, text.encode("cp949")) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("日本語のテキストです。これはテストです。", "shift_jis"),
        ("中文文本测试", "gbk"),
        ("Café déjà vu à Zürich", "latin-1"),
        ("Café déjà vu à Zürich", "gbk"),
    ],
)
def test_other_encodings_are_refused(text: str, encoding: str) -> None:
    with pytest.raises(LoadError, match="neither"):
        decode(PATH, text.encode(encoding))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04" + b"." * 26 + b"mimetypeapplication/hwp+zip", "HWPX"),
        (b"\xd0\xcf\x11\xe0" + b"." * 600 + b"HWP Document File", "an HWP file"),
        (b"{\\rtf1 abc}", "RTF"),
        (b"ab\x00d" * 9, "binary"),
        (b"\x01\x02\x03abc", "binary"),
        ((TEXT * 9).encode() + b"\xff", "broken UTF-8 text at byte"),
        (b"\xff\xfe" + b"a\x00\x00\xd8", "broken UTF-16-LE text"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(LoadError, match=reason):
        decode(PATH, data)


@given(st.text(min_size=1).filter(lambda t: t.strip() and t.isprintable()))
def test_utf8_is_always_read(text: str) -> None:
    if text.startswith(
        ("%PDF", "PK", "GIF8", "RIFF", "Rar!", "{\\rtf", "\ufeff", "HWP Doc", "SQLite")
    ):
        return
    assert decode(PATH, text.encode()) == text


@given(st.text(alphabet="가나다라마바하늘지도 .,\n0123①", min_size=2).filter(str.strip))
def test_korean_text_is_read_in_cp949(text: str) -> None:
    assert decode(PATH, text.encode("cp949")) == text
