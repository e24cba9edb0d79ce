"""Who may ask, and how: only to read, from this machine or with the token, under the name that was meant."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.responses import PlainTextResponse, RedirectResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""Hosts that only this machine reaches."""
_COOKIE = "moonshot"
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-src 'self'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}
_LONGEST = 4096
"""So many letters an address may have behind the host."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets a request through to ``app`` or answers it in one line.

    ``names`` are the values of the Host header that are meant: a page elsewhere that makes its own name
    point here (DNS rebinding) has another. With a ``token`` it is that which counts.
    """

    app: ASGIApp
    names: frozenset[str]
    token: str = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI has it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_added(message["headers"])]
            await send(message)

        await self.app(scope, receive, with_headers)

    def _refused(self, scope: Scope) -> Response | None:
        headers = dict(scope["headers"])
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("this page only reads\n", 405)
        if len(scope["query_string"]) > _LONGEST:
            return PlainTextResponse("this address is too long\n", 414)
        if not self.token:
            host = headers.get(b"host", b"").decode("latin-1").lower()
            known = host in self.names
            return None if known else PlainTextResponse("not under this name\n", 421)
        return self._without_token(scope, headers)

    def _without_token(self, scope: Scope, headers: dict[bytes, bytes]) -> Response | None:
        given = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        for name, value in given:
            if name == "token" and hmac.compare_digest(value.encode(), self.token.encode()):
                rest = urlencode([(n, v) for n, v in given if n != "token"])
                answer = RedirectResponse(f"{scope['path']}{'?' if rest else ''}{rest}", 303)
                answer.set_cookie(_COOKIE, _sealed(self.token), httponly=True, samesite="strict")
                return answer
        if hmac.compare_digest(_kept(headers).encode(), _sealed(self.token).encode()):
            return None
        return PlainTextResponse("open this page by its address with ?token=…\n", 403)


def _sealed(token: str) -> str:
    """What a browser keeps instead of the token; a cookie holds no letters beyond ASCII."""
    return hashlib.sha256(token.encode()).hexdigest()


def names_of(host: str, port: int) -> frozenset[str]:
    """Return the values of the Host header under which ``host`` is meant."""
    hosts = LOOPBACK if host in LOOPBACK else (host,)
    written = [f"[{h}]" if ":" in h else h for h in hosts]
    return frozenset({*(f"{h}:{port}" for h in written), *(written if port == _HTTP else ())})


_HTTP = 80


def _kept(headers: dict[bytes, bytes]) -> str:
    try:
        cookie = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1"))
    except CookieError:
        return ""
    return cookie[_COOKIE].value if _COOKIE in cookie else ""


def _added(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    there = {name.lower() for name, _ in headers}
    wanted = {**HEADERS, "content-security-policy": _POLICY}
    return [
        (name.encode(), value.encode())
        for name, value in wanted.items()
        if name.encode() not in there
    ]
