"""A real Neo4j for the tests: the one at ``NEO4J_URI``, a container, or the server from Maven Central.

The last needs a JDK 17 or newer and Maven on the path; jars are kept in ``.cache/neo4j``. Another version
is tried with MOONSHOT_TEST_NEO4J=2026.08.1 and, since that needs Java 21, MOONSHOT_TEST_JAVA=/path/to/java.
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

PINNED = "5.26.16"
"""What docker-compose.yml runs."""
VERSION = os.environ.get("MOONSHOT_TEST_NEO4J", PINNED)
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
    with local() as running:
        yield Server(running.url, "neo4j", PASSWORD)


@contextmanager
def local(certificates: Path | None = None, **settings: str) -> Iterator[LocalServer]:
    """Yield a server from Maven Central that can be stopped; raises :class:`NoServerError`.

    ``certificates`` is a folder with ``private.key`` and ``public.crt``: it then takes encrypted
    connections only. ``settings`` are lines of neo4j.conf, with ``_`` for each dot.
    """
    with tempfile.TemporaryDirectory(prefix="neo4j-tests-") as home:
        running = LocalServer(Path(home))
        lines = [f"{name.replace('_', '.')}={value}" for name, value in settings.items()]
        if certificates:
            lines += [
                "server.bolt.tls_level=REQUIRED",
                "dbms.ssl.policy.bolt.enabled=true",
                f"dbms.ssl.policy.bolt.base_directory={certificates}",
            ]
        running.configure(lines)
        running.admin("dbms", "set-initial-password", PASSWORD)
        running.start()
        try:
            yield running
        finally:
            running.stop()


class LocalServer:
    """A server in a folder of its own, at one address however often it is stopped and started."""

    def __init__(self, home: Path) -> None:
        java = os.environ.get("MOONSHOT_TEST_JAVA") or shutil.which("java")
        if java is None:
            raise NoServerError(
                "no NEO4J_URI, no Docker engine and no java (17 or newer) on the path"
            )
        self.home = home
        self.port = _free_port()
        self._java = [java, "-cp", f"{jars()}/*"]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def configure(self, more: list[str]) -> None:
        (self.home / "conf").mkdir()
        (self.home / "logs").mkdir()
        lines = [
            "server.default_listen_address=127.0.0.1",
            f"server.bolt.listen_address=127.0.0.1:{self.port}",
            f"server.bolt.advertised_address=127.0.0.1:{self.port}",
            f"server.http.listen_address=127.0.0.1:{_free_port()}",
            "server.memory.pagecache.size=128m",
            "dbms.usage_report.enabled=false",
            *more,
        ]
        text = "\n".join(lines) + "\n"
        (self.home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")

    def admin(self, *arguments: str) -> str:
        """Run ``neo4j-admin`` on the server's files and return what it prints."""
        java, *path = self._java
        done = subprocess.run(
            [java, *_OPENS, *path, "org.neo4j.server.startup.Neo4jAdminCommand", *arguments],
            env={**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": f"{self.home}/conf"},
            capture_output=True,
            text=True,
        )
        if done.returncode:
            why = (done.stderr or done.stdout).strip()[-500:]
            raise NoServerError(f"neo4j-admin {' '.join(arguments[:2])}: {why}")
        return done.stdout

    def start(self) -> None:
        """Start and wait until it answers."""
        log = self.home / "logs" / "neo4j.log"
        log.unlink(missing_ok=True)
        java, *path = self._java
        self._process = subprocess.Popen(
            [
                *(java, "-Xmx1g", *_OPENS, *path, "org.neo4j.server.CommunityEntryPoint"),
                *(f"--home-dir={self.home}", f"--config-dir={self.home}/conf"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        _wait(self._process, log)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the server's process."""
        assert self._process is not None
        os.killpg(self._process.pid, number)

    def kill(self) -> None:
        """Stop it as a power cut would."""
        if self._process:
            self.signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        """Stop it as an administrator would."""
        if not self._process:
            return
        self.signal(signal.SIGTERM)
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self.signal(signal.SIGKILL)
            self._process.wait()
        self._process = None


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
