"""A notebook exported to HTML and mailed: opened in a real browser that cannot go online."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from nbconvert import HTMLExporter

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NOTEBOOK = Path(__file__).resolve().parent.parent.parent / "notebooks" / "03-overlap.ipynb"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]


def test_the_page_in_an_exported_notebook_works_offline(chromium: Browser, tmp_path: Path) -> None:
    exported, _ = HTMLExporter().from_filename(str(NOTEBOOK))  # type: ignore[no-untyped-call]
    file = tmp_path / "mailed.html"
    file.write_text(exported, encoding="utf-8")
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto(file.as_uri(), wait_until="commit")
    frame = page.frame_locator("iframe")
    frame.locator("body[data-ready]").wait_for()
    assert frame.locator("h1").text_content() == "K-문샷 × NEXT"
    frame.locator("#search").fill("KIST")
    assert frame.locator("#found li").count() > 0
    # The page can reach nothing of the notebook around it.
    inner = page.frames[-1]
    assert (
        inner.evaluate("(() => { try { return !!parent.document } catch { return 'kept out' } })()")
        == "kept out"
    )
    table = page.locator("iframe ~ details")
    assert not table.locator("tbody").is_visible()
    table.locator("summary").click()
    count = table.locator("tbody tr").count()
    assert count > 100
    assert f"({count})" in (table.locator("summary").text_content() or "")
    context.close()
