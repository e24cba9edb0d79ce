"""The server as an assistant meets it: a process of its own, spoken to by the official client."""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
from mcp import Client, StdioServerParameters

HOSTILE = ("'; MATCH (n) DETACH DELETE n //", "*/ CREATE (:Law) /*", "$x", "<script>", "\u202e\0")


def talk(demo_store: Path, said: Callable[[Client], Awaitable[Any]]) -> Any:
    """Return what ``said`` returns of a client of the server for the store."""
    command = ["-m", "graph", "mcp", "--store", str(demo_store)]
    server = StdioServerParameters(command=sys.executable, args=command)

    async def run() -> Any:
        async with Client(server, read_timeout_seconds=120) as client:
            return await said(client)

    # In a thread of its own: the tests in a browser have a loop in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, run).result()


def test_an_assistant_finds_the_tools_and_that_they_only_read(demo_store: Path) -> None:
    async def said(client: Client) -> Any:
        return await client.list_tools()

    found = {tool.name: tool for tool in talk(demo_store, said).tools}
    assert {"find", "explain", "program-overlap"} <= set(found)
    assert all(t.annotations and t.annotations.read_only_hint for t in found.values())


def test_an_answer_is_rows_with_quotes(demo_store: Path) -> None:
    async def said(client: Client) -> Any:
        return await client.call_tool("agencies-covering", {"field": ["양자", "인공지능"]})

    answer = talk(demo_store, said)
    assert not answer.is_error
    rows = answer.structured_content["rows"]
    assert rows
    assert json.loads(answer.content[0].text)["rows"] == rows
    assert any(key.startswith("quote") for key in rows[0])


def test_what_goes_wrong_is_one_line_and_the_server_goes_on(demo_store: Path) -> None:
    async def said(client: Client) -> list[Any]:
        calls = [
            ("organization-profile", {"organization": "없는 기관"}),
            ("organization-profile", {}),
            ("organization-profile", {"organisation": "MSIT"}),
            ("no-such-tool", {}),
        ]
        answers = [await client.call_tool(name, given) for name, given in calls]
        return [*answers, await client.call_tool("find", {"text": "MSIT"})]

    *wrong, right = talk(demo_store, said)
    for answer in wrong:
        assert answer.is_error
        assert "\n" not in answer.content[0].text
    assert right.structured_content["rows"]


def test_nothing_can_be_written(demo_store: Path) -> None:
    before = demo_store.read_bytes()

    async def said(client: Client) -> None:
        for text in HOSTILE:
            await client.call_tool("find", {"text": text})
            await client.call_tool("organization-profile", {"organization": text})
            await client.call_tool("evidence", {"about": text})

    talk(demo_store, said)
    assert demo_store.read_bytes() == before
