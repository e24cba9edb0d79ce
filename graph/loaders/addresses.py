"""https://… → bytes, from public hosts only, within limits of size, time and redirects."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from threading import Timer
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from graph.errors import LoadError

MOST_SECONDS = 60
"""From the first byte to the last, for each hop."""
MOST_REDIRECTS = 5
_SILENCE = 15
_CHUNK = 65536
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = (301, 302, 303, 307, 308)
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_HEADERS = {
    "User-Agent": "moonshot-graph",
    "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
    "Accept-Encoding": "identity",
}
_UNPACKED = ("", "identity")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the bytes, what the server calls them, the path that they came from."""

    data: bytes
    kind: str
    path: str


def fetch(url: str, most: int) -> Fetched:
    """Return what is at ``url``, ``most`` bytes at most. Raises :class:`LoadError`.

    At every hop the host is looked up once, all its addresses must be public, and the connection
    goes to the address that was checked: what the name means a moment later does not matter.
    """
    at = url
    for _ in range(MOST_REDIRECTS + 1):
        parts = _split(url, at)
        host = _address(url, parts)
        with _answer(url, parts, host) as answer:
            if answer.status in _REDIRECTS and (target := answer.getheader("Location")):
                at = urljoin(at, target)
                continue
            if answer.status != http.client.OK:
                raise LoadError(url, f"the server answers {answer.status}; check the address")
            if (answer.getheader("Content-Encoding") or "").lower() not in _UNPACKED:
                raise LoadError(url, "the server sends it packed; download it and give the file")
            kind = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
            return Fetched(_body(url, answer, most), kind, parts.path)
    raise LoadError(url, f"leads through more than {MOST_REDIRECTS} redirects; check the address")


def _split(url: str, at: str) -> SplitResult:
    """Return the parts of ``at``, where ``url`` has led."""
    try:
        parts = urlsplit(quote(at, safe=_SAFE))
        port = parts.port
    except ValueError as error:
        raise LoadError(url, "is no valid address; check it") from error
    if parts.scheme not in _PORTS:
        raise LoadError(url, f"leads to {parts.scheme or 'no'}://; only http and https are read")
    if not parts.hostname or port == 0:
        raise LoadError(url, "is no valid address; check it")
    if parts.username is not None or parts.password is not None:
        raise LoadError("address", "holds a user name or password; download the file and give it")
    return parts


def _address(url: str, parts: SplitResult) -> str:
    """Return one address of the host; all that it has must be public."""
    name = str(parts.hostname)
    port = parts.port or _PORTS[parts.scheme]
    try:
        known = socket.getaddrinfo(_ascii(name), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise LoadError(url, f"the host {name} is not known; check the address") from error
    found = [str(entry[4][0]) for entry in known]
    if not found or not all(map(is_public, found)):
        raise LoadError(url, f"the host {name} is not public; download the file and give it")
    return found[0]


def _ascii(host: str) -> str:
    """The host's name as it is looked up; ``%ED…`` of a Korean one is taken back first."""
    return unquote(host).encode("idna").decode("ascii")


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the public internet, also one that wraps an IPv4 address.

    >>> is_public("8.8.8.8"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_global(one) for one in (found, *_wrapped(found)))


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _wrapped(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address]:
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            yield address.ipv4_mapped
        if address.sixtofour:
            yield address.sixtofour
        if address.teredo:
            yield from address.teredo
        if address.packed.startswith(bytes.fromhex("0064ff9b")) or not any(address.packed[:12]):
            yield IPv4Address(address.packed[12:])


@contextmanager
def _answer(url: str, parts: SplitResult, host: str) -> Iterator[http.client.HTTPResponse]:
    """Yield the answer to a request to the checked address; the clock cuts the line when time is up."""
    port = parts.port or _PORTS[parts.scheme]
    name = _ascii(str(parts.hostname))
    try:
        with closing(socket.create_connection((host, port), _SILENCE)) as raw:
            timer = Timer(MOST_SECONDS, _cut, (raw,))
            timer.daemon = True
            timer.start()
            try:
                connection = http.client.HTTPConnection(name, port, timeout=_SILENCE)
                connection.sock = _secured(raw, name) if parts.scheme == "https" else raw
                target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
                connection.request("GET", target, headers=_HEADERS)
                with closing(connection.sock), connection.getresponse() as answer:
                    yield answer
            finally:
                timer.cancel()
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise LoadError(url, f"cannot be fetched: {_reason(error)}") from error


def _secured(raw: socket.socket, name: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(raw, server_hostname=name)


def _cut(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold ({error.verify_message})"
    if isinstance(error, TimeoutError):
        return "the server does not answer in time; try again later"
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(said.split()) or "the connection broke; try again later"


def _body(url: str, answer: http.client.HTTPResponse, most: int) -> bytes:
    declared = answer.getheader("Content-Length") or ""
    found = bytearray()
    while chunk := answer.read1(_CHUNK):
        found += chunk
        if len(found) > most:
            raise LoadError(url, f"more than {most:,} bytes; download it and split it")
    if declared.isdecimal() and len(found) != int(declared):
        raise LoadError(url, "came only in part; try again later")
    return bytes(found)
