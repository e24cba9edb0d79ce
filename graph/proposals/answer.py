"""What the model wrote → proposals, as far as it can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_FENCE = re.compile(r"^\s*```(?:json)?\s*(.*?)\s*```\s*$", re.DOTALL)
MOST = 200
"""Proposals read from one answer; who says more is babbling."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement as the model words it, unchecked."""

    subject: tuple[str, str]
    predicate: str
    object: tuple[str, str]
    quote: str
    qualifiers: dict[str, Any] = field(default_factory=dict)


def read_answer(text: str) -> Iterator[Proposal | str]:
    """Yield the proposals of an answer, and for each thing in it that is none why it is dropped."""
    fenced = _FENCE.match(text)
    try:
        found = json.loads(fenced.group(1) if fenced else text)
    except (ValueError, RecursionError):
        yield "broken JSON"
        return
    listed = found.get("statements") if isinstance(found, dict) else None
    if not isinstance(listed, list):
        yield "no list of statements"
        return
    for number, item in enumerate(listed):
        yield "too many" if number >= MOST else _proposal(item)


def _proposal(item: Any) -> Proposal | str:
    try:
        ends = [
            (str(item[end]["label"]), str(item[end]["name"]).strip())
            for end in ("subject", "object")
        ]
        quote, predicate = item["quote"], item["predicate"]
    except (KeyError, TypeError):
        return "not in the form asked for"
    qualifiers = item.get("qualifiers") or {}
    if (
        not isinstance(quote, str)
        or not isinstance(predicate, str)
        or not isinstance(qualifiers, dict)
    ):
        return "not in the form asked for"
    return Proposal(ends[0], predicate, ends[1], quote.strip(), qualifiers)
