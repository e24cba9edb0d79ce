"""A small TCP proxy on this machine that cuts connections when it is told to."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self


class Proxy:
    """Passes bytes on to a port of this machine, until so many have gone by."""

    def __init__(self, port: int) -> None:
        self._target = ("127.0.0.1", port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._left: int | None = None
        self._once = True
        self._down = False
        self.carried = 0

    @property
    def url(self) -> str:
        return f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"

    def cut_after(self, left: int | None, *, once: bool = True) -> None:
        """Cut all connections after so many bytes more; after that pass on again, or refuse for good."""
        with self._lock:
            self._left, self._once, self._down, self.carried = left, once, False, 0

    def _take(self, number: int) -> int:
        """How many of so many bytes may pass."""
        with self._lock:
            self.carried += number
            if self._left is None:
                return number
            passed = min(number, self._left)
            self._left -= passed
            if passed < number:
                self._left, self._down = None, not self._once
            return passed

    def _serve(self) -> None:
        while True:
            try:
                ours, _ = self._listener.accept()
            except OSError:
                return
            if self._down:
                ours.close()
                continue
            try:
                theirs = socket.create_connection(self._target)
            except OSError:
                ours.close()
                continue
            self._open += [ours, theirs]
            for pair in ((ours, theirs), (theirs, ours)):
                threading.Thread(target=self._pass_on, args=pair, daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                passed = self._take(len(data))
                sink.sendall(data[:passed])
                if passed < len(data):
                    self._cut_all()
                    return
        for end in (source, sink):
            _cut(end)

    def _cut_all(self) -> None:
        with self._lock:
            ends, self._open = self._open, []
        for end in ends:
            _cut(end)

    def __enter__(self) -> Self:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        _cut(self._listener)
        self._cut_all()


def _cut(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
