"""Addresses: what public hosts give is read; nothing leads into the network that we stand in."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from graph.errors import LoadError
from graph.loaders import addresses, find, load
from graph.loaders.addresses import fetch, is_public
from graph.loaders.places import Address

PAGE = "<meta charset=utf-8><article><p>가나부(장관 김하늘)는 하늘 지도를 만든다고 밝혔다.</p></article>".encode()


class Site(BaseHTTPRequestHandler):
    """Answers by path; notes who was asked for."""

    hosts: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.hosts.append(self.headers["Host"])
        path, _, rest = self.path.partition("?")
        headers = {"Content-Type": "text/html; charset=utf-8"}
        status, body = 200, PAGE
        if path == "/to":
            status, body, headers = 302, b"", {"Location": rest}
        elif path == "/loop":
            status, body, headers = 302, b"", {"Location": "/loop"}
        elif path == "/none":
            status = 404
        elif path == "/packed":
            headers["Content-Encoding"] = "gzip"
        elif path == "/large":
            body = b"x" * 5000
        elif path == "/zip":
            body = b"PK\x03\x04"
        elif path == "/part":
            headers["Content-Length"] = "9999"
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A site at ``http://docs.example``, whose address passes for public."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    known = {"docs.example": "127.0.0.1", "inner.example": "10.0.0.5"}

    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        if host not in known:
            raise OSError("unknown")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (known[host], port))]

    really = is_public
    monkeypatch.setattr(addresses, "is_public", lambda a: a == "127.0.0.1" or really(a))
    monkeypatch.setattr(socket, "getaddrinfo", _but_for_addresses(look_up))
    Site.hosts.clear()
    yield f"http://docs.example:{server.server_port}"
    server.shutdown()
    server.server_close()


def _but_for_addresses(look_up: object) -> object:
    real = socket.getaddrinfo

    def wrapped(host: str, port: int, *args: object, **named: object) -> object:
        if host[0] in "0123456789:":
            return real(host, port, *args, **named)  # type: ignore[arg-type]
        return look_up(host, port)  # type: ignore[operator]

    return wrapped


def test_a_page_is_read_and_named_by_its_address(site: str) -> None:
    (place,), errors = find([f"{site}/a?b=1#c"])
    assert not errors
    document = load(place)
    assert document.name == f"{site}/a?b=1"
    assert document.text == "가나부(장관 김하늘)는 하늘 지도를 만든다고 밝혔다.\n"
    assert Site.hosts == [site.removeprefix("http://")]


def test_an_archive_is_to_be_downloaded(site: str) -> None:
    with pytest.raises(LoadError, match="is an archive; download it"):
        load(Address(f"{site}/zip"))


def test_redirects_are_followed(site: str) -> None:
    assert fetch(f"{site}/to?{site}/to?/a", 10_000).data == PAGE


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/loop", "more than 5 redirects"),
        ("/none", "answers 404"),
        ("/packed", "sends it packed"),
        ("/large", "more than 1,000 bytes"),
        ("/part", "only in part"),
        ("/to?http://inner.example/", "inner.example is not public"),
        ("/to?http://192.168.0.1/", "192.168.0.1 is not public"),
        ("/to?http://[::1]/", "is not public"),
        ("/to?file:///etc/passwd", "only http and https"),
        ("/to?http://unknown.example/", "unknown.example is not known"),
        ("/to?http://a:b@docs.example/", "user name or password"),
    ],
)
def test_what_is_refused_says_why_in_one_line(site: str, path: str, reason: str) -> None:
    with pytest.raises(LoadError) as caught:
        fetch(site + path, 1000)
    assert reason in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_the_connection_goes_to_the_address_that_was_checked(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: str, *args: object, **named: object) -> object:
        asked.append(host)
        if asked.count("docs.example") > 1:
            raise AssertionError("looked up a second time")
        return real(host, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert fetch(f"{site}/a", 1000).data == PAGE
    assert asked.count("docs.example") == 1


def test_a_host_with_one_private_address_among_others_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [(0, 0, 0, "", (ip, 80)) for ip in ("8.8.8.8", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(LoadError, match="not public"):
        fetch("http://docs.example/", 1000)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::a00:1",
        "2002:7f00:1::", "::127.0.0.1", "nonsense",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


def test_a_server_that_says_nothing_is_left(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "MOST_SECONDS", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(LoadError, match="cannot be fetched"):
            fetch(f"http://docs.example:{port}/", 1000)


@pytest.mark.parametrize(
    "given", ["https://a.example/b", "HTTPS:/a.example/b", "https:/a.example/b"]
)
def test_what_is_taken_for_an_address(given: str) -> None:
    assert find([given]) == ((Address("https://a.example/b"),), ())
