"""The columns of a table: their names, and under which of them a row's cells belong.

A merged cell is written once; in the rows below it is left out, sometimes with its tab, so that the
cells of a row slip to the left. What the cells look like (a name, a post, a time) puts them back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.loaders.rows import Cells
from graph.vocabulary import vocabulary

_NOUNS = (
    "구분|분류|부문|단체|맡은일|참고|관련기술|기체|직위|직책|직함|직급|성명|이름|시간|시각|비고|번호|순번|연번|장소|발표자|위원|주관|"
    "분과|분과위원회|그룹|작업반|분과장|그룹장|팀장|단장|위원장|좌장|간사|총괄|참여|구성|안건|의제|소관|품목|제품|금액|예산액|성과|현황|법률|법령|근거법|"
    "역할|예산|전화|연락처|담당|담당자|책임자|부서|컨소시엄|사업단|PD|소속|일시|국가|지역|대상|규모"
)
_LAST_NOUNS = (
    "기관|기업|부처|대학|분야|임무|과제|미션|목표|연도|시기|기간|단계|일정|내용|기술|사업|계획|(?:기관|기업|분야|과제|기술|사업|"
    "컨소시엄|사업단|연구단|팀|위원|제품|품목)명"
)
_ENGLISH = (
    r"(?:[A-Z]?[a-z]+\s?){0,2}(?:Program|Programme|Project|Field|Area|Mission|Task|Target|Goal|Year|Technology|Technologies|Agency|"
    r"Institution|Organization|Company|Role|Region|Stage|Phase|Period|Budget|Name|Title|Lead|Partner|Ends)s?"
)
_NAMES = re.compile(
    rf"(?i:{_ENGLISH.replace(' ', '')})|(?:{_NOUNS})|[가-힣A-Za-z·/]{{0,6}}(?:{_LAST_NOUNS})(?:\([^()]*\))?"
)
_NAME_LENGTH = 12
_GROUPS = re.compile(r"구분|분류|부문|분야")
_OPTIONAL = re.compile(r"비고|참고|기타|특이사항|메모|연락처|전화")
_DATA = re.compile(r"\d{3}|<b>|\*\*|다\.$")
_MOST_COLUMNS = 40

_TIME = re.compile(r"[’'‘]?\d{1,2}\s?(?::|시)")
_SHAPES = (
    (re.compile(r"성명|이름|성함|위원명"), "name"),
    (re.compile(r"직위|직책|직함|직급|보직"), "post"),
    (re.compile(r"시간|시각"), "time"),
    (re.compile(r"번호|순번|연번|No\.?"), "number"),
    (re.compile(r"연도|기간|시기|목표연도"), "year"),
)


def is_header(cells: Sequence[str], ruled: bool) -> bool:
    """Say whether the first row names the columns: by its words, or by the rule of dashes below it."""
    names = [re.sub(r"\s|<[^<>]{1,8}>|\*\*", "", c) for c in cells]
    if len(names) < 2 or any(not n for n in names):
        return False
    known = sum(bool(_NAMES.fullmatch(n)) for n in names)
    if known * 2 >= len(names) and all(len(n) <= _NAME_LENGTH for n in names):
        return True
    short = all(len(n) <= 2 * _NAME_LENGTH for n in names)
    return short and (
        names[0] == "구분" or (ruled and not any(_DATA.search(c) for c in (*names, *cells)))
    )


def is_second_header(first: Cells, second: Cells, cells: Sequence[str]) -> bool:
    """The second row divides columns that the first one names together."""
    named = {column for column, _ in first.places}
    shared = {c for c in range(max(first.width, 1)) if c not in named}
    shared |= {c - 1 for c in shared}
    columns = [column for column, _ in second.places]
    return (
        len(columns) > 1
        and 0 not in columns
        and shared.issuperset(columns)
        and all(len(c) <= _NAME_LENGTH for c in cells)
    )


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table: the shape of what each holds, and which may stay empty."""

    shapes: tuple[str, ...]
    required: frozenset[int]
    groups: int
    shift: int = 0

    @staticmethod
    def of(rows: Sequence[Cells], written: Sequence[Sequence[str]], heads: int) -> Columns:
        """Read the columns from the header and the rows; no header gives no columns."""
        if not heads:
            return Columns((), frozenset(), 0)
        below = [row for row in rows[heads:] if len(row.places) > 1]
        names = {
            c: re.sub(r"\s", "", w) for (c, _), w in zip(rows[0].places, written[0], strict=True)
        }
        shift = _shift(names, below)
        names = {c + shift if c else c: n for c, n in names.items()}
        width = max(names) + 1
        shapes = tuple(_shape_under(names.get(c, "")) for c in range(width))
        groups = _groups(below, shapes)
        required = frozenset(
            c for c, n in names.items() if c >= groups and not _OPTIONAL.fullmatch(n)
        )
        return Columns(shapes, required, groups, shift)

    def header(self, cells: Cells) -> list[int]:
        """Return the columns that the header's cells stand in."""
        return [c + self.shift if c else c for c, _ in cells.places]

    def place(self, cells: Cells, written: Sequence[str]) -> list[int]:
        """Return the column of each cell of a row."""
        as_written = [c for c, _ in cells.places]
        width = len(self.shapes)
        if len(as_written) < 2 or len(as_written) > width or width > _MOST_COLUMNS:
            return as_written
        missing = max(self.groups, width - cells.width)
        required = frozenset(c for c in self.required if c >= missing)
        fits = [[_fit(shape, text) for shape in self.shapes] for text in written]
        inside = as_written[-1] < width and required <= set(as_written)
        if inside and all(fits[j][c] >= 0 for j, c in enumerate(as_written)):
            return as_written
        return _best(as_written, fits, required)


def _shift(names: Mapping[int, str], rows: Sequence[Cells]) -> int:
    """By how much the header lies too far left: its first name stands over several columns.

    Then only one tab is left of that name, and rows reach beyond the last name.
    """
    width = max(names) + 1
    beyond = sum(row.places[-1][0] >= width for row in rows)
    fullest = max((len(row.places) for row in rows), default=0)
    is_short = fullest > width and beyond > 1 and _GROUPS.fullmatch(names.get(0, ""))
    return fullest - width if is_short else 0


def _groups(rows: Sequence[Cells], shapes: Sequence[str]) -> int:
    """How many columns on the left may be left out, because their cells are merged downwards."""
    width = len(shapes)
    left = [row.places[0][0] for row in rows if row.width >= width]
    if "name" in shapes or "post" in shapes:
        # The shapes put such rows right; elsewhere a short row may as well lack its last cells.
        left += [width - row.width for row in rows]
    return max((e for e in left if 0 < e < width - 1), default=0)


def _best(
    as_written: Sequence[int], fits: Sequence[Sequence[int]], required: frozenset[int]
) -> list[int]:
    """The placing, left to right, that fits best: few moves, and no column empty that should not be.

    Each state is (score, how little was moved, columns), so that of equals the least moved wins.
    """
    width = len(fits[0])

    def skipped(start: int, end: int) -> int:
        return 2 * sum(c in required for c in range(start, end))

    states: dict[int, tuple[int, int, list[int]]] = {}
    for c in range(width):
        moved = abs(c - as_written[0])
        states[c] = (fits[0][c] - skipped(0, c) - bool(moved), -moved, [c])
    for j in range(1, len(as_written)):
        gap = as_written[j] - as_written[j - 1]
        following: dict[int, tuple[int, int, list[int]]] = {}
        for c in range(j, width):
            moved = abs(c - as_written[j])
            following[c] = max(
                (
                    score + fits[j][c] - skipped(before + 1, c) - (c - before != gap),
                    still - moved,
                    [*columns, c],
                )
                for before, (score, still, columns) in states.items()
                if before < c
            )
        states = following
    return max(
        (score - skipped(c + 1, width), still, columns)
        for c, (score, still, columns) in states.items()
    )[2]


def _shape_under(name: str) -> str:
    return next((shape for pattern, shape in _SHAPES if pattern.fullmatch(name)), "")


def _fit(shape: str, text: str) -> int:
    """Say how well a cell suits a column: 2 it looks so, -1 it does not, 0 nothing is known."""
    squeezed = re.sub(r"\s", "", text)
    if shape == "name":
        known = vocabulary()
        return 2 if known.is_personal_name(squeezed) and not known.title_of(squeezed) else -1
    if shape == "post":
        first = re.split(r"\s?(?:겸|\()\s?", text)[0]
        words = (squeezed, text.strip(), first.strip(), text.split()[0])
        return 2 if any(vocabulary().title_of(w) for w in words) else -1
    if shape == "time":
        return 2 if _TIME.match(text) else -1
    if shape == "number":
        return 2 if re.fullmatch(r"[\d.()]+|[①-⑳]", squeezed) else -1
    if shape == "year":
        return 1 if re.search(r"\d", text) else -1
    return -1 if _TIME.match(text) else 0
