"""Draws the pictures of the README from the examples: `.venv/bin/python docs/img/draw.py`.

Needs chromium for the page; the terminal is drawn by Rich.
"""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from rich.console import Console

import sumber
from sumber.cli.terminal import render, view_of
from sumber.records import Reading
from sumber.web.labels import load_labels
from sumber.web.page import Page

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)  # Rich's names a host; ours names none


def draw_terminal(reading: Reading, target: Path) -> None:
    """The reading in a terminal of 80 columns, as SVG."""
    console = Console(
        record=True, width=80, file=io.StringIO(), force_terminal=True, color_system="standard"
    )
    console.print(render(reading, view_of(console, load_labels("en"))))
    drawn = console.export_svg(title="sumber read banjir-juwana.jsonl")
    target.write_text(FONT_FACE.sub("", drawn), "utf-8")


def draw_page(reading: Reading, target: Path) -> None:
    """The page of a reading with one statement chosen, as PNG."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        with Page("en") as page, path.open("w", encoding="utf-8") as file:
            page.add(reading)
            page.write(file)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        tab = browser.new_page(viewport={"width": 1240, "height": 860})
        tab.emulate_media(reduced_motion="reduce")
        tab.goto(path.as_uri())
        tab.locator(".text .m.quoted").nth(1).click()
        tab.screenshot(path=target)
        browser.close()


def main() -> None:
    """Draw both."""
    page, terminal = (
        next(one for one in sumber.read(EXAMPLES / name) if isinstance(one, Reading))
        for name in ("1-kereta-barang-patimban.html", "3-banjir-juwana.jsonl")
    )
    draw_page(page, HERE / "page.png")
    draw_terminal(terminal, HERE / "terminal.svg")


if __name__ == "__main__":
    main()
