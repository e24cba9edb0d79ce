"""Statements held against marked documents: what was found, missed, and wrongly said.

A marked document has a gold file beside it: what a careful analyst finds in it, one statement a line.
Lines are ``core`` (without it the graph is wrong) or ``ok`` (right, and no fault if absent).
"""

from graph.marking.attempts import Attempt, Named, named, nearest
from graph.marking.gold import End, GoldLine, Triple, read_gold
from graph.marking.judging import Claim, Figures, Judgement, Marked, figures, judge

__all__ = [
    "Attempt",
    "Claim",
    "End",
    "Figures",
    "GoldLine",
    "Judgement",
    "Marked",
    "Named",
    "Triple",
    "figures",
    "judge",
    "named",
    "nearest",
    "read_gold",
]
