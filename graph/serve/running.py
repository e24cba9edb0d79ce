"""Runs the application on a socket of its own."""

from __future__ import annotations

import socket
from collections.abc import Callable

from graph.connection import Connection
from graph.errors import InputError, MissingExtraError

try:
    import uvicorn

    from graph.serve.app import make_app
    from graph.serve.guard import LOOPBACK, names_of
except ImportError as error:
    raise MissingExtraError("serve", "serve") from error


def serve(
    connection: Connection, host: str, port: int, token: str, say: Callable[[str], None]
) -> None:
    """Serve ``connection`` at ``host`` and ``port`` until it is interrupted; ``say`` gets the address.

    ``port`` 0 takes any that is free. Raises :class:`InputError` for a host that others reach without a
    token, and for a host or port that cannot be had.
    """
    if host not in LOOPBACK and not token:
        raise InputError(f"--host {host}: others reach it; give --token too, which they then need")
    listening = _listen(host, port)
    taken = listening.getsockname()[1]
    app = make_app(connection, names_of(host, taken), token)
    shown = f"[{host}]" if ":" in host else host
    say(f"http://{shown}:{taken}/{'?token=…' if token else ''}")
    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        lifespan="off",
        limit_concurrency=200,
        timeout_keep_alive=5,
    )
    uvicorn.Server(config).run(sockets=[listening])


_WAITING = 128
"""So many may wait until they are answered."""


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(_WAITING)
    except (OSError, OverflowError) as error:
        listening.close()
        why = getattr(error, "strerror", None) or error
        raise InputError(f"{host}:{port}: {why}; choose another with --port") from error
    return listening
