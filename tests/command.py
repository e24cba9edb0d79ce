"""What a command did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """Exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on standard error; fails where there is another number of them."""
        (line,) = self.err.splitlines()
        assert line.startswith("moonshot: "), line
        return line.removeprefix("moonshot: ")
