"""Limits on what a query may take, on every store."""

from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.stores import Store
from graph.stores.base import Limits
from graph.stores.py2neo import Py2neoStore

ENDLESS = "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN sum(a * b % (c + 1)) AS n"


@pytest.mark.parametrize(("rows", "cut"), [(3, True), (5, False), (9, False), (None, False)])
def test_no_more_rows_than_allowed(store: Store, rows: int | None, cut: bool) -> None:
    found = store.run("UNWIND range(1, 5) AS n RETURN n ORDER BY n", limits=Limits(rows=rows))
    assert [row[0] for row in found.rows] == [1, 2, 3, 4, 5][:rows]
    assert found.cut == cut


def test_no_longer_than_allowed(store: Store) -> None:
    if isinstance(store, Py2neoStore):
        pytest.skip("py2neo cannot limit the time of a query")
    with pytest.raises(QueryError, match="--timeout"):
        store.run(ENDLESS, limits=Limits(seconds=1))
    assert store.run("RETURN 1 AS n").rows == ((1,),)
