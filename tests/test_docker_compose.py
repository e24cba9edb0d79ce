"""docker-compose.yml: pinned, on this machine only, without a password that works by default."""

from __future__ import annotations

import re
from pathlib import Path

import neo4j_server

TEXT = (Path(__file__).resolve().parent.parent / "docker-compose.yml").read_text(encoding="utf-8")


def test_image_is_the_one_that_is_tested() -> None:
    assert re.findall(r"image: (\S+)", TEXT) == [f"neo4j:{neo4j_server.PINNED}-community"]


def test_ports_are_on_loopback_only() -> None:
    ports = re.findall(r'- "([\d.:]+)"', TEXT)
    assert len(ports) == 2
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_password_has_no_default() -> None:
    assert re.findall(r"NEO4J_AUTH: (.*)", TEXT)[0].startswith('"neo4j/${NEO4J_PASSWORD:?')
