"""Canned queries: found, listed, checked and run."""

from graph.catalogue.folders import Catalogue
from graph.catalogue.header import Parameter, Query, read_query
from graph.catalogue.run import Given, ask, check
from graph.catalogue.search import search

__all__ = ["Catalogue", "Given", "Parameter", "Query", "ask", "check", "read_query", "search"]
