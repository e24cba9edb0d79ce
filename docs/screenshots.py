"""Takes the pictures of the README from the demo's pages: ``python docs/screenshots.py CHROMIUM``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import graph

HERE = Path(__file__).resolve().parent
PICTURES = {
    "overlap": ("overlap", ["K-문샷", "NEXT"], ""),
    "ecosystem": ("ecosystem", [], ""),
    "connection": ("ecosystem", [], "#a=organization/한국과학기술연구원&b=technology/양자컴퓨터"),
}
"""By file: the view, its arguments, and the address that opens it."""


def main(chromium: str) -> None:
    """Write each picture beside this file."""
    known = graph.extract([HERE.parent / "examples"]).graph
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (view, arguments, address) in PICTURES.items():
            page = Path(folder) / f"{name}.html"
            page.write_text(graph.render(known, view, arguments), encoding="utf-8")
            tab = browser.new_page(viewport={"width": 1440, "height": 900})
            tab.goto(page.as_uri() + address)
            tab.wait_for_timeout(1000)
            tab.screenshot(path=HERE / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
