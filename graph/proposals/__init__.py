"""An optional language model, on a leash: it may propose statements, the text and the ontology decide.

Document → windows of text → questions → answers (asked once, then kept) → proposals → statements.
A proposal becomes a statement only where its quote stands in the document word for word, its ends are
named in that quote and known by the same finders as everything else, and the ontology allows it. All
else is dropped and counted. Statements made so carry the rule ``llm: MODEL``.
"""

from graph.proposals.cache import Cache
from graph.proposals.client import settings_from
from graph.proposals.proposer import Proposed, Proposer
from graph.proposals.report import Report, summary

__all__ = ["Cache", "Proposed", "Proposer", "Report", "settings_from", "summary"]
