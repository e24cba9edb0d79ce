"""What an earlier commit's code reads in the same documents, kept in .cache/score."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from graph.exports.jsonl import loads
from graph.model import Statement
from tools.sets import ROOT, MarkedSet

CACHE = ROOT / ".cache" / "score"


class NoCommitError(Exception):
    """The commit cannot be had or cannot read; the text says why."""


def statements_at(revision: str, marked: MarkedSet) -> tuple[Statement, ...]:
    """Return what the code of ``revision`` states of the documents as they are now.

    The result is kept under the code's tree and the documents' hash. Raises :class:`NoCommitError`.
    """
    tree = _git("rev-parse", "--verify", f"{revision}:graph").decode().strip()
    kept = CACHE / f"{tree[:16]}-{_hash(marked)}.jsonl"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        _extract(revision, marked, kept)
    with kept.open(encoding="utf-8") as lines:
        return loads(lines, str(kept)).statements


def _extract(revision: str, marked: MarkedSet, target: Path) -> None:
    archive = _git("archive", "--format=tar", revision, "graph")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
        out = Path(folder) / "out.jsonl"
        # Run from the folder, "python -m graph" takes the code that lies there.
        command = [sys.executable, "-m", "graph", "extract", str(marked.documents.resolve())]
        done = subprocess.run(
            [*command, "-o", str(out)], cwd=folder, capture_output=True, text=True
        )
        if done.returncode:
            raise NoCommitError(f"the code of {revision} fails: {done.stderr.strip()}")
        target.write_bytes(out.read_bytes())


def _hash(marked: MarkedSet) -> str:
    found = hashlib.sha256()
    for path in marked.files():
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:16]


def _git(*arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True)
    except OSError as error:
        raise NoCommitError(f"git cannot be run: {error}") from error
    if done.returncode:
        raise NoCommitError(done.stderr.decode(errors="replace").strip().splitlines()[-1])
    return done.stdout
