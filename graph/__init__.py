"""Moonshot Graph: national research programmes as a knowledge graph with verbatim evidence."""

__version__ = "0.1.0"
