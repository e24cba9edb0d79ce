"""Writers of one Neo4j take turns: nobody's facts are lost, and a killed writer leaves no lock behind.

A build reads a database, settles what it read together with its own documents, and writes the whole.
Two at once would each withdraw what the other wrote. So while anybody writes a node of its own counts the
writing transactions: each of them moves the count on from the number that its writer saw, or is not done
at all, and that writer reads the database anew. The last writer takes the node away again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from graph.errors import QueryError, StoreError
from graph.model import Result

_T = TypeVar("_T")

MARK = "MoonshotGraph"
"""The label of the node that counts; no part of the graph."""

CONSTRAINT = (
    f"CREATE CONSTRAINT moonshot_graph_id IF NOT EXISTS FOR (w:{MARK}) REQUIRE w.id IS UNIQUE"
)
START = f"MERGE (w:{MARK} {{id: 'writes'}}) ON CREATE SET w.number = 0 RETURN w.number AS number"
LOOK = f"MATCH (w:{MARK} {{id: 'writes'}}) RETURN w.number AS number"
END = f"MATCH (w:{MARK} {{id: 'writes'}}) WHERE w.number = $turn DELETE w"
"""What the last writer does, whom nobody overtook."""
TAKE = (
    f"MATCH (w:{MARK} {{id: 'writes'}}) SET w.locked = true WITH w WHERE w.number = $turn "
    "SET w.number = $turn + 1 REMOVE w.locked RETURN w.number AS number"
)
"""The first statement of each writing transaction: it locks the node, then looks at its number."""

_TRIES = 60
_POLL_SECONDS = 0.25
_QUIET_POLLS = 4


class OvertakenError(Exception):
    """Somebody else wrote since the database was read; what was planned is out of date."""


class Turns:
    """The count of one database.

    ``run`` asks the database, ``start`` makes the count where there is none and returns it, ``end`` takes
    it away; ``state`` is what is another whenever somebody has written.
    """

    def __init__(
        self,
        address: str,
        run: Callable[[str], Result],
        start: Callable[[], int],
        end: Callable[[int], object],
        state: Callable[[], str],
    ):
        self._address = address
        self._run = run
        self._start = start
        self._end = end
        self._state = state
        self._turn: int | None = None

    @property
    def turn(self) -> int:
        """The number that the next writing transaction has to find."""
        assert self._turn is not None
        return self._turn

    def moved(self) -> None:
        """A writing transaction is done: the count has moved on by one."""
        self._turn = self.turn + 1

    def exclusively(self, work: Callable[[], _T], *, again: bool = True) -> _T:
        """Return what ``work`` returns, which reads and writes as if nobody else did.

        It is run again where somebody else wrote meanwhile, if it can be (``again``). Raises
        :class:`StoreError` where that goes on and on.
        """
        if self._turn is not None:
            return work()
        for _ in range(_TRIES):
            try:
                self._turn = self._start()
                return work()
            except OvertakenError as error:
                if not again:
                    raise StoreError(f"{self._address}: others write it; run it again") from error
                self._wait()
            finally:
                self._finish()
        raise StoreError(f"{self._address}: other programs keep writing it; try again later")

    def _finish(self) -> None:
        """Take the count away, if it is still ours; where the server is gone the next writer will."""
        turn, self._turn = self._turn, None
        if turn is not None:
            with suppress(StoreError, QueryError):
                self._end(turn)

    def consistently(self, read: Callable[[], _T]) -> _T:
        """Return what ``read`` returns, read while nobody wrote: no half of one state, half of another."""
        for _ in range(_TRIES):
            before = self._number(), self._state()
            found = read()
            if (self._number(), self._state()) == before:
                return found
            self._wait()
        raise StoreError(f"{self._address}: other programs keep writing it; try again later")

    def _number(self) -> object:
        rows = self._run(LOOK).rows
        return rows[0][0] if rows else None

    def _wait(self) -> None:
        """Let the other writer finish: wait until the count stands still."""
        last, quiet = self._number(), 0
        while quiet < _QUIET_POLLS:
            time.sleep(_POLL_SECONDS)
            number = self._number()
            last, quiet = number, quiet + 1 if number == last else 0
