"""The notebook extension: ``%load_ext graph.notebook``.

========================================  ================================================
``%moonshot [STORE] [>> name]``           connect to a file, ``bolt://…``, ``neo4j://…``
``%%cypher [--write] [>> name]``          run the cell; ``$name`` is the Python variable
``%ask [QUERY NAME=VALUE …] [>> name]``   run a canned query; alone, list them
========================================  ================================================

``>> name`` keeps what it returns in the variable ``name`` instead of showing it: a
:class:`graph.connection.Connection`, or a :class:`graph.connection.Answer` with ``.to_frame()``,
``.graph()`` and ``.to_networkx()``. The Tab key completes labels, types, properties, names of entities
and of queries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Register the magics and their completion: what ``%load_ext graph.notebook`` calls."""
    from graph.notebook.completion import register_completion
    from graph.notebook.magics import register_magics

    register_completion(shell, register_magics(shell))
