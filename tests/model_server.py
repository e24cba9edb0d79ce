"""A small server on this machine that speaks the chat protocol, and misbehaves when it is told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[dict[str, Any]], str | tuple[int, str]]
"""What the model says to a request: its words, or a status and a raw body."""


@dataclass
class Model:
    """The server's address, what it answers, and what it was asked."""

    url: str
    reply: Reply
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)

    def says(self, *statements: dict[str, Any]) -> None:
        """Answer with these statements in the form asked for."""
        self.reply = lambda _: json.dumps({"statements": statements}, ensure_ascii=False)


@contextmanager
def serve() -> Iterator[Model]:
    """Yield a server that is up."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            served.asked.append(body)
            served.keys.append(self.headers.get("Authorization", ""))
            said = served.reply(body)
            status, text = said if isinstance(said, tuple) else (200, completion(said))
            data = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served = Model(f"http://127.0.0.1:{server.server_port}/v1", lambda _: '{"statements": []}')
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        served.release.set()
        server.shutdown()
        server.server_close()
        thread.join()


def completion(text: str | None, **message: Any) -> str:
    """Return a whole answer of the protocol around ``text``."""
    return json.dumps(
        {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": "small",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": "stop",
                    "message": {"role": "assistant", "content": text, **message},
                }
            ],
            "usage": {"prompt_tokens": 700, "completion_tokens": 30, "total_tokens": 730},
        }
    )
