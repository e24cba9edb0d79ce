"""What tests of the page do again and again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

Show = Callable[..., Any]


def block(page: Page) -> dict[str, Any]:
    """Return the data of the page."""
    found: dict[str, Any] = json.loads(page.locator("#data").text_content() or "")
    return found


def point(page: Page, name: str) -> tuple[float, float]:
    """Where the middle of the name's room stands on the screen."""
    data = block(page)
    number = next(n for n, node in enumerate(data["nodes"]) if node[2] == name)
    narrow = page.locator("#canvas").bounding_box()["width"] < 640  # type: ignore[index]
    layout = next(one for one in data["layouts"] if (one["width"] == "narrow") == narrow)
    _, x, y, width, height, mirrored = next(p for p in layout["places"] if p[0] == number)
    view_x, view_y, scale = map(
        float, (page.get_attribute("#canvas", "data-view") or "").split(",")
    )
    box = page.locator("#canvas").bounding_box()
    assert box
    at = x + (width - 24 if mirrored else 24)
    return (
        box["x"] + box["width"] / 2 + (at - view_x) * scale,
        box["y"] + box["height"] / 2 + (y + height / 2 - view_y) * scale,
    )


def find(page: Page, text: str) -> str:
    """Type into the search and return the first name that it offers."""
    page.fill("#search", text)
    return next(iter(page.locator("#found li span").all_text_contents()), "")


def choose(page: Page, name: str) -> None:
    """Choose an entity by search."""
    page.fill("#search", name)
    page.press("#search", "Enter")


def heading(page: Page) -> str:
    """What the panel is about."""
    return page.locator("#panel h2").text_content() or ""


def take(page: Page, what: str, folder: Path) -> Path:
    """Take something away by the menu; returns the file, by the name that the page gave it."""
    page.click("#taking summary")
    with page.expect_download() as started:
        page.click(f"[data-take={what}]")
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def count(page: Page, tab: str) -> int:
    """How many rows a table shows."""
    page.click(f"#tabs button[data-tab={tab}]")
    return page.locator(f"#{tab} tbody tr").count()
