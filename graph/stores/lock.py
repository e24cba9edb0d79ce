"""The lock of a store file: one writer at a time, and none left behind by a writer that was killed."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from graph.errors import StoreError

WAIT_SECONDS = 60.0
"""How long a writer waits for another one to finish."""


class StoreLock:
    """The lock beside a store file; taken again by its holder, it is one lock."""

    def __init__(self, address: str, path: Path | None) -> None:
        from filelock import FileLock

        self._address = address
        self._path = path
        self._lock = FileLock(f"{path}.lock") if path else None

    def __enter__(self) -> bool:
        """Take it; true unless it was held by us already. Raises :class:`StoreError`."""
        if self._lock is None or self._path is None:
            return False
        from filelock import Timeout

        if not self._path.parent.is_dir():
            raise StoreError(
                f"{self._address}: no folder {self._path.parent.name!r} to write it in"
            )
        first = not self._lock.is_locked
        try:
            self._lock.acquire(timeout=WAIT_SECONDS)
        except Timeout as error:
            raise StoreError(
                f"{self._address}: another program is writing it; try again"
            ) from error
        except OSError as error:
            raise StoreError(f"{self._address}: cannot be written: {error.strerror}") from error
        return first

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._lock is not None:
            self._lock.release()
