"""The pages in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


pytestmark = pytest.mark.browser


@pytest.fixture
def faults() -> list[str]:
    """What the browser complained of."""
    return []


@pytest.fixture
def page(chromium: Browser, faults: list[str]) -> Iterator[Page]:
    with chromium.new_context() as context:
        opened = context.new_page()
        opened.on("console", lambda message: faults.append(message.text))
        opened.on("pageerror", lambda error: faults.append(str(error)))
        yield opened


def test_from_a_search_to_the_evidence(page: Page, address: str, faults: list[str]) -> None:
    page.goto(address)
    page.fill("#q", "MSIT")
    page.press("#q", "Enter")
    page.click(".found a")
    assert "과학기술정보통신부" in (page.text_content("h1") or "")
    assert page.locator("q").count() > 0
    frame = page.frame_locator("iframe")
    frame.locator("#canvas").wait_for()
    assert faults == []


def test_a_question_is_a_form_with_known_names(page: Page, address: str, faults: list[str]) -> None:
    page.goto(f"{address}/ask/organization-profile")
    assert page.locator("#organization-names option").count() > 10
    page.fill("#organization", "KAIST")
    page.click("button[name=go]")
    assert page.locator("tbody tr").count() > 0
    page.click("td a >> nth=0")
    assert "/entity" in page.url
    assert faults == []


def test_with_the_token_in_the_address_once(page: Page, guarded: str) -> None:
    page.goto(f"{guarded}/search?q=KAIST&token=하늘")
    assert "token" not in page.url
    page.click(".found a")
    assert page.locator("q").count() > 0


def test_nothing_for_axe_to_find(page: Page, address: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for path in ("/", "/search?q=KAIST", "/ask/agencies-covering", "/view/overlap"):
        page.goto(address + path)
        found = axe.run(page, options={"iframes": False}).response["violations"]
        assert [f["id"] for f in found] == [], path
