"""What every store can do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self, TypeVar

from graph.model import PropertyGraph, Result
from graph.stores.parts import Part

Parameters = Mapping[str, object]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a query may take, in seconds, and how many rows its answer may have; None is no limit.

    Rows beyond are left out, and the result says so. Through py2neo there is no limit of time.
    """

    seconds: float | None = None
    rows: int | None = None


UNLIMITED = Limits()


@dataclass(frozen=True, slots=True)
class WriteReport:
    """How many nodes and relationships a write added, changed, removed and left as they were."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0


class Closing:
    """Closes itself at the end of a ``with`` block."""

    def close(self) -> None:
        """Let go of files and connections."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Store(Protocol):
    """A property graph that can be written whole, read back and asked in Cypher."""

    @property
    def address(self) -> str:
        """Where it is, without credentials; for messages."""

    def write(self, graph: PropertyGraph | Iterable[Part]) -> WriteReport:
        """Make the store hold exactly ``graph``; what is equal is not touched.

        A graph too large for memory may come as its parts, by the names of their documents. A document's
        facts are not parted between transactions. Raises :class:`StoreError`.
        """

    def exclusively(self, work: Callable[[], _T]) -> _T:
        """Return what ``work`` returns, which reads and then writes as if nobody else did.

        It may be run more than once. Raises :class:`StoreError` where others do not stop writing.
        """

    def state(self) -> str:
        """Return what is another whenever the store has been written to meanwhile."""

    def read(self, links: bool = True) -> PropertyGraph:
        """Return all nodes and relationships, sorted as ``project`` sorts them.

        Without ``links`` what follows from evidence (MENTIONED_IN, FROM) is left out: most of a graph.
        """

    def run(
        self,
        cypher: str,
        parameters: Parameters | None = None,
        *,
        write: bool = False,
        limits: Limits = UNLIMITED,
    ) -> Result:
        """Run one Cypher statement; it cannot change anything unless ``write``.

        Raises :class:`QueryError` for a statement that cannot be run or takes longer than ``limits``,
        :class:`StoreError` when the database fails.
        """

    def clear(self) -> None:
        """Remove everything."""

    def close(self) -> None:
        """Let go of files and connections."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
