"""The faults of tools/faults.py: each yields, time after time, what became of the store."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from neo4j_server import PASSWORD, LocalServer, local
from proxy import Proxy

from graph.errors import MoonshotError
from graph.exports.jsonl import dumps, loads
from graph.files import write_file
from graph.model import KnowledgeGraph, PropertyGraph
from graph.pipeline import extract, load
from graph.projection import unproject
from graph.stores import Store, open_store

CORPUS = ("examples", "tests/documents/last/docs")
_DOCUMENTS = 6


class Bench:
    """Two states of a graph, before and after a load, and how to bring a store to either."""

    def __init__(self, root: Path, folder: Path, rng: random.Random) -> None:
        self.root = root
        self.folder = folder
        self.rng = rng
        self.file = folder / "after.jsonl"
        files = [f for part in CORPUS for f in sorted((root / part).iterdir()) if _is_text(f)]
        files = files[:_DOCUMENTS]
        write_file(self.file, dumps(extract(files).graph))
        self._first = extract(files[::2]).graph
        with open_store(":memory:") as store:
            self.set(store)
            self.before = store.read()
            load(self._known(), store)
            self.after = store.read()

    def _known(self) -> KnowledgeGraph:
        with self.file.open(encoding="utf-8") as lines:
            return loads(lines, str(self.file))

    def set(self, store: Store) -> None:
        """Let ``store`` hold what it holds before the load."""
        store.clear()
        load(self._first, store)

    def command(self, url: str) -> list[str]:
        """The command that is disturbed."""
        return ["load", str(self.file), "--store", url]

    def run(self, url: str, announce: int = 2) -> subprocess.Popen[str]:
        """Start the load; ``announce`` is told when its writing begins."""
        command = [sys.executable, "-m", "tools.victim", str(announce), *self.command(url)]
        return subprocess.Popen(
            command,
            cwd=self.root,
            pass_fds=(announce,),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def verdict(self, url: str) -> str:
        """Look at the store after a fault, then run the command again."""
        with open_store(url) as store:
            state = self._state(store.read())
        again = self.run(url)
        _, said = again.communicate()
        if again.returncode:
            return f"LOST: running again fails: {said.strip().splitlines()[-1]}"
        with open_store(url) as store:
            if store.read() != self.after:
                return "LOST: running again ends in another graph"
        return state

    def _state(self, found: PropertyGraph) -> str:
        if found == self.before:
            return "as before"
        if found == self.after:
            return "as after"
        return self._between(found)

    def _between(self, found: PropertyGraph) -> str:
        """Look at a state between before and after: every fact is whole, with all that it rests on."""
        try:
            statements = unproject(found).statements
        except (MoonshotError, KeyError, ValueError) as error:
            return f"LOST: half a fact: {error!r}"
        facts = {s.id: s for g in (self.before, self.after) for s in unproject(g).statements}
        held = {s.id for s in statements}
        for statement in statements:
            known = facts.get(statement.id)
            if known is None or (not statement.derived and not statement.evidence):
                return f"LOST: unknown fact {statement.id}"
            # A basis is statements by their ids, and words.
            if not set(statement.basis) & facts.keys() <= held:
                return f"LOST: {statement.id} without what it rests on"
        quotes = {n.properties.get("quote") for g in (self.before, self.after) for n in g.nodes}
        wrong = [n.id for n in found.nodes if n.properties.get("quote") not in quotes]
        return f"LOST: unknown quote {wrong[:3]}" if wrong else "some documents, each whole"


def _is_text(file: Path) -> bool:
    return file.suffix in {".txt", ".md"}


@contextmanager
def _place(bench: Bench, store: str) -> Iterator[tuple[str, LocalServer | None]]:
    """Yield the address of a store of that kind, and the server behind it."""
    if store == "embedded":
        yield str(bench.folder / "store.kgl"), None
        return
    with local() as server:
        os.environ["NEO4J_PASSWORD"] = PASSWORD
        yield server.url, server


def kill(bench: Bench, store: str, times: int) -> Iterator[str]:
    """Kill -9 the load: four times in five while it writes, else anywhere."""
    with _place(bench, store) as (url, _):
        whole, window = _measured(bench, url)
        for _ in range(times):
            with open_store(url) as opened:
                bench.set(opened)
            aimed = bench.rng.random() < 0.8
            with _announced(bench, url) as (child, begun):
                if aimed:
                    begun()
                time.sleep(bench.rng.uniform(0, window if aimed else whole))
                child.kill()
                code = child.wait()
            yield bench.verdict(url) + ("" if code else " (it was done already)")


def _measured(bench: Bench, url: str) -> tuple[float, float]:
    """Return how long a load takes in all, and from the beginning of its writing."""
    with open_store(url) as opened:
        bench.set(opened)
    start = time.monotonic()
    with _announced(bench, url) as (child, begun):
        begun()
        written = time.monotonic()
        child.wait()
    return time.monotonic() - start, time.monotonic() - written


@contextmanager
def _announced(
    bench: Bench, url: str
) -> Iterator[tuple[subprocess.Popen[str], Callable[[], object]]]:
    """Start a load; yield it and what waits until it begins to write."""
    reading, writing = os.pipe()
    child = bench.run(url, writing)
    os.close(writing)
    try:
        yield child, lambda: select.select([reading], [], [], 60)
    finally:
        child.kill()
        child.communicate()
        os.close(reading)


def stop(bench: Bench, store: str, times: int) -> Iterator[str]:
    """Stop, kill or freeze the server while it is written to, and start it again after a while."""
    if store == "embedded":
        return
    with _place(bench, store) as (url, server):
        assert server is not None
        _, window = _measured(bench, url)
        for number in range(times):
            with open_store(url) as opened:
                bench.set(opened)
            way = ("stopped", "killed", "frozen")[number % 3]
            with _announced(bench, url) as (child, begun):
                begun()
                time.sleep(bench.rng.uniform(0, window))
                _down_and_up(server, way)
                try:
                    _, said = child.communicate(timeout=120)
                except subprocess.TimeoutExpired:
                    yield f"{way}: LOST: the load hangs"
                    continue
            lines = said.strip().splitlines()
            ended = "it went on" if child.returncode == 0 else f"one line: {len(lines) == 1}"
            yield f"{way}: {ended}: {bench.verdict(url)}"


def _down_and_up(server: LocalServer, way: str) -> None:
    if way == "frozen":
        server.signal(signal.SIGSTOP)
        time.sleep(8)
        server.signal(signal.SIGCONT)
        return
    server.kill() if way == "killed" else server.stop()
    server.start()


def cut(bench: Bench, store: str, times: int) -> Iterator[str]:
    """Cut the connection, once or for good, after a random number of bytes."""
    if store == "embedded":
        return
    with _place(bench, store) as (url, server), Proxy(server.port if server else 0) as proxy:
        proxy.cut_after(None)
        _measured(bench, proxy.url)
        total = proxy.carried
        for number in range(times):
            with open_store(url) as opened:
                bench.set(opened)
            once = number % 2 == 0
            proxy.cut_after(bench.rng.randrange(total), once=once)
            child = bench.run(proxy.url)
            try:
                _, said = child.communicate(timeout=120)
            except subprocess.TimeoutExpired:
                child.kill()
                yield "LOST: the load hangs"
                continue
            lines = said.strip().splitlines()
            ended = "it went on" if child.returncode == 0 else f"one line: {len(lines) == 1}"
            yield f"{'once' if once else 'for good'}: {ended}: {bench.verdict(url)}"


def two(bench: Bench, store: str, times: int) -> Iterator[str]:
    """Two builders at once, of one document each: nobody's document may be lost."""
    files = [f for f in sorted((bench.root / "examples").iterdir()) if _is_text(f)]
    with open_store(":memory:") as memory:
        load(extract(files).graph, memory)
        whole = {n.id for n in memory.read().nodes if n.label == "Document"}
    graphs = []
    for number, file in enumerate(files):
        graphs.append(bench.folder / f"{number}.jsonl")
        write_file(graphs[-1], dumps(extract([file]).graph))
    with _place(bench, store) as (url, _):
        for _ in range(times):
            with open_store(url) as opened:
                opened.clear()
            commands = [["load", str(graph), "--store", url] for graph in graphs]
            children = [
                subprocess.Popen(
                    [sys.executable, "-m", "graph", *command],
                    cwd=bench.root,
                    stderr=subprocess.DEVNULL,
                )
                for command in commands
            ]
            codes = [child.wait() for child in children]
            with open_store(url) as opened:
                found = {n.id for n in opened.read().nodes if n.label == "Document"}
            both = "both documents" if found == whole else f"LOST: {whole - found}"
            yield f"{both}, exit codes {codes}"


def corrupt(bench: Bench, store: str, times: int) -> Iterator[str]:
    """Cut off, flip or blank a part of the file: it is refused, or reads as it was."""
    if store != "embedded":
        return
    url = str(bench.folder / "store.kgl")
    with open_store(url) as opened:
        bench.set(opened)
    sound = Path(url).read_bytes()
    for number in range(times):
        damaged = bytearray(sound)
        place = bench.rng.randrange(len(sound) - 64)
        if number % 3 == 0:
            del damaged[place:]
        elif number % 3 == 1:
            damaged[place] ^= 1 << bench.rng.randrange(8)
        else:
            damaged[place : place + 64] = bytes(64)
        Path(url).write_bytes(damaged)
        way = ("cut off", "one bit flipped", "64 bytes blanked")[number % 3]
        try:
            with open_store(url) as opened:
                same = opened.read() == bench.before
            yield f"{way}: " + ("read as it was" if same else "LOST: read as something else")
        except MoonshotError as error:
            yield f"{way}: refused" + (": LOST: many lines" if "\n" in str(error) else "")


def full(bench: Bench, store: str, times: int) -> Iterator[str]:
    """A disk that has room for the store as it is, but not quite for the new one."""
    if store != "embedded":
        return
    disk = bench.folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "faults", str(disk)], check=True)
    try:
        url = str(disk / "store.kgl")
        for _ in range(times):
            (disk / "fill").unlink(missing_ok=True)
            with open_store(url) as opened:
                bench.set(opened)
            room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_bsize
            (disk / "fill").write_bytes(bytes(room - bench.rng.randrange(0, 200_000)))
            child = bench.run(url)
            _, said = child.communicate()
            held = sorted(p.name for p in disk.iterdir())
            (disk / "fill").unlink()
            ended = (
                "it fitted" if child.returncode == 0 else f"one line: {said.count(chr(10)) == 1}"
            )
            left = "" if held == ["fill", "store.kgl", "store.kgl.lock"] else f" LOST: left {held}"
            yield f"{ended}: {bench.verdict(url)}{left}"
    finally:
        subprocess.run(["umount", str(disk)], check=True)
