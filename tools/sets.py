"""The marked documents: folders of them in the repository, and those that may lie beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.loaders import find
from graph.marking import GoldLine, read_gold

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class MarkedSet:
    """Documents and their gold; ``own``: they are part of the repository."""

    name: str
    documents: Path
    gold: Path
    own: bool

    def files(self) -> list[Path]:
        """Return the documents, sorted."""
        found, _ = find([self.documents])
        return sorted(place for place in found if isinstance(place, Path))

    def lines(self) -> tuple[GoldLine, ...]:
        """Return the gold lines."""
        return read_gold(self.gold, [path.name for path in self.files()])


def marked_sets(shared: Path = SHARED) -> tuple[MarkedSet, ...]:
    """Return the sets that are here: seeds, dev and other sets in ``shared``, then our own by name."""
    beside = (
        MarkedSet("seeds", shared / "seeds", shared / "gold", own=False),
        MarkedSet("dev", shared / "dev" / "docs", shared / "dev" / "gold", own=False),
    )
    return (*(s for s in beside if s.documents.is_dir()), *_own())


def _own() -> Iterator[MarkedSet]:
    for folder in sorted((ROOT / "tests" / "documents").iterdir()):
        if (folder / "docs").is_dir() and (folder / "gold").is_dir():
            yield MarkedSet(folder.name, folder / "docs", folder / "gold", own=True)
