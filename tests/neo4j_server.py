"""A real Neo4j for the tests: the one at ``NEO4J_URI``, a container, or the server from Maven Central.

The last needs a JDK 17 or newer and Maven on the path; jars are kept in ``.cache/neo4j``.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

VERSION = "5.26.16"
PASSWORD = "for-tests-only"
_CACHE = Path(__file__).resolve().parent.parent / ".cache" / "neo4j" / VERSION
_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>tests</groupId><artifactId>neo4j</artifactId><version>1</version><dependencies>
<dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{VERSION}</version></dependency>
<dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version></dependency>
</dependencies></project>
"""
_OPENS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
)
_START_SECONDS = 120


class NoServerError(Exception):
    """No Neo4j can be had here; the message says why."""


@dataclass(frozen=True)
class Server:
    """Where a Neo4j answers and how to log in."""

    url: str
    user: str
    password: str


@contextmanager
def server() -> Iterator[Server]:
    """Yield a running server; raises :class:`NoServerError` where none can be had."""
    if url := os.environ.get("NEO4J_URI"):
        yield Server(
            url, os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
        )
    elif _docker_answers():
        yield from _container()
    else:
        yield from _from_maven()


def _docker_answers() -> bool:
    docker = shutil.which("docker")
    if docker is None:
        return False
    try:
        return subprocess.run([docker, "info"], capture_output=True, timeout=15).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def _container() -> Iterator[Server]:
    from testcontainers.neo4j import Neo4jContainer

    with Neo4jContainer(f"neo4j:{VERSION}-community", password=PASSWORD) as container:
        yield Server(container.get_connection_url(), "neo4j", PASSWORD)


def _from_maven() -> Iterator[Server]:
    java = shutil.which("java")
    if java is None:
        raise NoServerError("no NEO4J_URI, no Docker engine and no java (17 or newer) on the path")
    classpath = f"{jars()}/*"
    with tempfile.TemporaryDirectory(prefix="neo4j-tests-") as home:
        port = _configure(Path(home))
        admin = [java, "-cp", classpath, "org.neo4j.server.startup.Neo4jAdminCommand"]
        environment = {**os.environ, "NEO4J_HOME": home, "NEO4J_CONF": f"{home}/conf"}
        done = subprocess.run(
            [*admin, "dbms", "set-initial-password", PASSWORD],
            env=environment,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise NoServerError(f"Neo4j takes no first password: {done.stderr.strip()[-300:]}")
        command = [
            java,
            "-Xmx1g",
            *_OPENS,
            "-cp",
            classpath,
            "org.neo4j.server.CommunityEntryPoint",
        ]
        process = subprocess.Popen(
            [*command, f"--home-dir={home}", f"--config-dir={home}/conf"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            _wait(process, Path(home) / "logs" / "neo4j.log")
            yield Server(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def jars() -> Path:
    """The folder of the server's jars, fetched once; raises :class:`NoServerError`."""
    folder = _CACHE / "lib"
    if (_CACHE / "complete").exists():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise NoServerError(
            "no NEO4J_URI, no Docker engine and no mvn on the path to get the server with"
        )
    _CACHE.mkdir(parents=True, exist_ok=True)
    pom = _CACHE / "pom.xml"
    pom.write_text(_POM, encoding="utf-8")
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={folder}"]
    done = subprocess.run(
        [maven, "-q", "-B", "-f", str(pom), *goal], capture_output=True, text=True
    )
    if done.returncode:
        raise NoServerError(f"Maven cannot get Neo4j {VERSION}: {done.stdout.strip()[-300:]}")
    (_CACHE / "complete").touch()
    return folder


def _configure(home: Path) -> int:
    bolt, http = _free_port(), _free_port()
    (home / "conf").mkdir()
    (home / "logs").mkdir()
    lines = [
        "server.default_listen_address=127.0.0.1",
        f"server.bolt.listen_address=127.0.0.1:{bolt}",
        f"server.http.listen_address=127.0.0.1:{http}",
        "server.memory.pagecache.size=128m",
        "dbms.usage_report.enabled=false",
    ]
    (home / "conf" / "neo4j.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return bolt


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        if log.exists() and "Started." in log.read_text(encoding="utf-8"):
            return
        if process.poll() is not None:
            break
        time.sleep(0.2)
    tail = log.read_text(encoding="utf-8")[-300:] if log.exists() else "no log"
    raise NoServerError(f"Neo4j did not start: {tail}")
