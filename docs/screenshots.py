"""Takes the pictures of the README from the demo's pages: ``python docs/screenshots.py CHROMIUM``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import graph

HERE = Path(__file__).resolve().parent
VIEWS = {"overlap": ["K-문샷", "NEXT"], "ecosystem": []}


def main(chromium: str) -> None:
    """Write a picture of each view beside this file."""
    known = graph.extract([HERE.parent / "examples"]).graph
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for view, arguments in VIEWS.items():
            page = Path(folder) / f"{view}.html"
            page.write_text(graph.render(known, view, arguments), encoding="utf-8")
            tab = browser.new_page(viewport={"width": 1440, "height": 900})
            tab.goto(page.as_uri())
            tab.wait_for_timeout(1000)
            tab.screenshot(path=HERE / f"{view}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
