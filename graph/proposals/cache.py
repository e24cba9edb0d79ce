"""Answers that were given once: the same question need not be asked again, and gives the same bytes."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import InputError
from graph.files import write_file
from graph.proposals.client import Answer


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder with a file for each question, named by what was asked of whom."""

    folder: Path

    def get(self, model: str, messages: list[dict[str, str]]) -> Answer | None:
        """Return the kept answer; a file that cannot be read counts as none."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            kept = json.loads(self._path(model, messages).read_text(encoding="utf-8"))
            return Answer(kept["text"], int(kept["tokens_in"]), int(kept["tokens_out"]))
        return None

    def put(self, model: str, messages: list[dict[str, str]], answer: Answer) -> None:
        """Keep ``answer``. Raises :class:`InputError` where the folder cannot be written."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"{self.folder}: cannot be made: {error.strerror or error}") from error
        line = json.dumps(asdict(answer), ensure_ascii=False, sort_keys=True) + "\n"
        write_file(self._path(model, messages), [line])

    def _path(self, model: str, messages: list[dict[str, str]]) -> Path:
        asked = json.dumps([model, messages], ensure_ascii=False, sort_keys=True)
        return self.folder / f"{hashlib.sha256(asked.encode()).hexdigest()[:32]}.json"
