"""Questions to a store from Python, and their answers as tables, records, pages and networks.

What a notebook and a script have in common; neither Jupyter nor pandas is needed for it.
"""

from graph.connection.answer import Answer
from graph.connection.connecting import Connection, connect
from graph.connection.page import Page
from graph.connection.record import Record

__all__ = ["Answer", "Connection", "Page", "Record", "connect"]
