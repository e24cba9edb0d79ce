"""How alike two names are: the one measure behind every score of a merge."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

from graph.model import name_key


def likeness(a: str, b: str) -> float:
    """Return from 0 to 1 how alike two names are, Hangul compared letter by letter; 1 for equal.

    It is twice the number of letters that both share in order, over the letters of both (Ratcliff and
    Obershelp), without spaces, case and punctuation. It decides nothing: a rule does, and the score says
    how much of the names speaks for it.

    >>> likeness("K-문샷", "K 문샷"), likeness("홍길림", "홍길립")
    (1.0, 0.89)
    """
    # The matcher's answer may depend on the order of its arguments.
    first, second = sorted((_spelled(a), _spelled(b)))
    return round(SequenceMatcher(None, first, second, autojunk=False).ratio(), 2)


def _spelled(name: str) -> str:
    return unicodedata.normalize("NFD", name_key(name))
