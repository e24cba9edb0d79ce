"""The pages, asked for as a browser does: what they show, whom they answer, many at a time."""

from __future__ import annotations

import html
import urllib.error
import urllib.request
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from email.message import Message
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

MINISTRY = "organization/과학기술정보통신부"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; MATCH (n) DETACH DELETE n //",
    "{{ 7 * 7 }}",
    "../../../etc/passwd",
    "\u202e\x00",
)
ASKED = ("/search?q={}", "/entity?id={}", "/ask/organization-profile?go=1&organization={}")


def get(
    address: str, path: str, headers: Mapping[str, str] | None = None, method: str = "GET"
) -> tuple[int, str, Message]:
    """Return the status, the text and the headers of an answer."""
    request = urllib.request.Request(
        address + quote(path, safe="/?=&%"), headers=dict(headers or {}), method=method
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), error.headers


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/", "Which organizations cover all of the given fields"),
        ("/search?q=과학기술정보", MINISTRY),
        ("/search?q=ㄱㅎㄱㅅㅈㅂ", MINISTRY),
        ("/search?q=", "Nothing has such a name"),
        (f"/entity?id={MINISTRY}", "<q>"),
        ("/ask/agencies-covering?field=quantum,AI&go=1", "<q>"),
        ("/ask/connection", "required"),
        ("/view/overlap", "/page?view=overlap"),
        ("/page?view=overlap", "K-문샷"),
        ("/page?view=query&query=agencies-covering", "양자"),
    ],
)
def test_a_page_shows(address: str, path: str, shown: str) -> None:
    status, text, _ = get(address, path)
    assert status == 200
    assert shown in unquote(html.unescape(text))


@pytest.mark.parametrize(
    "path",
    [
        "/ask/no-such-query",
        "/ask/organization-profile?go=1&organization=없는 기관",
        "/ask/targets-timeline?go=1&from=soon",
        "/entity?id=x",
        "/view/nowhere",
        "/page?view=nowhere",
        "/page?view=around&name=없는 것",
    ],
)
def test_what_goes_wrong_is_said_in_one_line(address: str, path: str) -> None:
    status, text, _ = get(address, path)
    assert status == 400
    assert 'role="alert"' in text
    assert "Traceback" not in text


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("path", ASKED)
def test_what_is_typed_is_text(address: str, demo_store: Path, path: str, hostile: str) -> None:
    before = demo_store.read_bytes()
    status, text, _ = get(address, path.format(quote(hostile, safe="")))
    assert status in (200, 400)
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "49" not in text.partition("Found:")[2].partition("</h1>")[0]
    assert demo_store.read_bytes() == before


def test_no_page_loads_from_elsewhere_or_is_framed_elsewhere(address: str) -> None:
    _, _, headers = get(address, "/")
    assert "default-src 'none'" in headers["content-security-policy"]
    _, _, headers = get(address, "/page?view=ecosystem")
    assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert headers["x-content-type-options"] == "nosniff"


def test_only_reading_under_the_name_that_was_meant(address: str) -> None:
    assert get(address, "/", method="POST")[0] == 405
    assert get(address, "/", method="DELETE")[0] == 405
    assert get(address, "/", {"Host": "evil.example"})[0] == 421
    assert get(address.replace("127.0.0.1", "localhost"), "/")[0] == 200
    assert get(address, "/search?q=" + "x" * 5000)[0] == 414


def test_others_need_the_token(guarded: str) -> None:
    assert get(guarded, "/")[0] == 403
    assert get(guarded, "/?token=바다")[0] == 403
    assert get(guarded, "/", {"Cookie": "moonshot=x"})[0] == 403


def test_fifty_at_a_time_get_the_right_answers(address: str) -> None:
    paths = ["/ask/agencies-covering?field=quantum,AI&go=1", "/search?q=양자", "/page?view=overlap"]
    alone = {path: get(address, path)[1] for path in paths}
    with ThreadPoolExecutor(50) as pool:
        found = list(pool.map(lambda n: (n, get(address, paths[n % 3])[1]), range(150)))
    assert all(text == alone[paths[n % 3]] for n, text in found)
