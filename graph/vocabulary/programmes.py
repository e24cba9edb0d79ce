"""What in a programme's name tells it from others."""

from __future__ import annotations

import re

from graph.vocabulary import Vocabulary

_HEADS = re.compile(
    r"\s?(?:추진전략|추진방안|프로젝트|이니셔티브|프로그램|전략|사업|구상)$|\s(?:Project|Program|Programme|Initiative|Strategy|Challenge|Plan)$"
)
"""The word for a programme at the end of its name."""
LATIN_WORD = re.compile(r"[A-Za-z][\w]*(?:-[\w가-힣]+)*")
"""A word in Latin letters, which may go on in Korean: ``K-문샷``."""
_SHORTEST = 3
"""``R&D`` and ``AI`` stand in many names."""


def proper_name(programme: str) -> str:
    """Return a programme's name without its head noun: ``K-문샷 추진전략`` → ``K-문샷``."""
    return _HEADS.sub("", programme).strip() or programme


def distinctive(programme: str, vocabulary: Vocabulary) -> str:
    """Return the word that alone tells the programme: one with Latin letters, else nothing.

    In an English name of several words none does, nor does a plain word (Quantum) or a technology (SMR, AI).
    """
    name = proper_name(programme)
    if name.isascii() and (" " in name or re.fullmatch("[A-Z][a-z]+", name)):
        return ""
    words = [m.group() for m in LATIN_WORD.finditer(re.sub(r"\([^()]*\)", " ", name))]
    own = [w for w in words if len(w) >= _SHORTEST and not vocabulary.lookup(w, "Technology")]
    return own[-1] if own else ""
