"""The page in a real browser: keyboard, pointer, no script but its own, no request to anywhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sample import hostile_reading, sample_reading
from sumber.records import Reading
from sumber.web.page import Page as ReadingPage

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="needs chromium (apt-get install chromium)"
)


@dataclass(slots=True)
class Opened:
    """An open page and what it tried."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def lit(self) -> list[str]:
        """The words that are highlighted, in the order of the text."""
        return self.page.locator(".text .m.on").all_text_contents()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


def show(browser: Browser, path: Path, *readings: Reading, width: int = 1280) -> Opened:
    with ReadingPage("en") as page, path.open("w", encoding="utf-8") as file:
        for reading in readings:
            page.add(reading)
        page.write(file)
    tab = browser.new_page(viewport={"width": width, "height": 800})
    opened = Opened(tab)
    tab.on("console", lambda message: opened.said.append(message.text))
    tab.on("pageerror", lambda error: opened.said.append(str(error)))
    tab.on("request", lambda request: opened.asked.append(request.url))
    tab.goto(path.as_uri())
    return opened


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    shown = show(browser, tmp_path / "page.html", sample_reading())
    yield shown
    assert shown.said == []
    assert [url for url in shown.asked if not url.startswith(("file:", "data:"))] == []
    shown.page.close()


def test_a_click_on_words_shows_all_of_their_statement(opened: Opened) -> None:
    opened.page.locator(".text .m.quoted").first.click()
    assert "".join(opened.lit()) == (
        "“Stok kami cukup,”kataKepala Dinas Euis Komariah“sampai Kamis (31/8).”"
    )
    assert opened.page.locator("#r1-s1").get_attribute("class") == "entry numbered on"


def test_a_second_click_goes_on_to_the_speaker_then_to_nothing(opened: Opened) -> None:
    words = opened.page.locator(".text .m.cue")
    words.click()
    assert "kata" in opened.lit()
    words.click()
    assert opened.lit() == []


def test_a_click_on_a_speaker_shows_all_that_he_said(opened: Opened) -> None:
    opened.page.locator(".text .m.speaker").click()
    assert opened.page.locator("#r1-a1.on").count() == 1
    assert "“Stok kami cukup,”" in opened.lit()


def test_a_click_on_an_entry_shows_its_words(opened: Opened) -> None:
    opened.page.locator("#r1-f1 .go").click()
    assert opened.lit() == ["Kamis (31/8)"]


def test_the_keyboard_reaches_and_chooses_every_mark(opened: Opened) -> None:
    page = opened.page
    page.locator("#r1").evaluate("e => { e.tabIndex = -1; e.focus(); }")
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.dataset.of || ''").split(" ")[0])
    reached = {stop for stop in stops if stop}
    assert {"r1-c1", "r1-s1", "r1-a1", "r1-f1", "r1-l1", "r1-s2"} <= reached
    page.locator(".text .badge").first.focus()
    page.keyboard.press("Enter")
    assert "kata" in opened.lit()
    page.keyboard.press("Escape")
    assert opened.lit() == []


def test_arrow_keys_walk_through_text_and_lists(opened: Opened) -> None:
    page = opened.page
    page.locator(".text .badge").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == "Kepala Dinas Euis Komariah"
    page.locator("#r1-s1 .go").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.entry") == "r1-s2"
    assert "Tidak cukup" in "".join(opened.lit())


def test_the_language_of_labels_can_be_changed(opened: Opened) -> None:
    page = opened.page
    assert page.get_by_role("heading", name="Who said what").is_visible()
    page.get_by_text("Bahasa Indonesia").click()
    assert page.get_by_role("heading", name="Siapa berkata apa").is_visible()
    assert not page.get_by_text("Who said what").is_visible()
    assert page.evaluate("document.documentElement.lang") == "id"


def test_a_phone_shows_what_was_chosen_at_its_foot(browser: Browser, tmp_path: Path) -> None:
    opened = show(browser, tmp_path / "page.html", sample_reading(), width=360)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not opened.page.locator("#dock").is_visible()
    opened.page.locator(".text .badge").first.click()
    assert "Euis Komariah" in opened.page.locator("#dock").inner_text()
    opened.page.locator("#dock-close").click()
    assert not opened.page.locator("#dock").is_visible()
    opened.page.close()


def test_what_an_article_says_is_inert(browser: Browser, tmp_path: Path) -> None:
    opened = show(browser, tmp_path / "page.html", hostile_reading(), sample_reading())
    assert "hacked" not in opened.page.title().split("·")[1]
    assert opened.page.evaluate("document.images.length") == 0
    for mark in opened.page.locator("#r1 .text .m").all()[:6]:
        mark.click()
    assert opened.said == []
    assert [url for url in opened.asked if not url.startswith(("file:", "data:"))] == []
    opened.page.close()


def test_without_scripts_the_page_is_whole(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    show(browser, path, sample_reading()).page.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    page.locator(".text .badge").first.click()
    assert page.url.endswith("#r1-s1")
    page.get_by_text("Bahasa Indonesia").click()
    assert page.get_by_role("heading", name="Siapa berkata apa").is_visible()
    context.close()


def test_a_word_without_end_does_not_widen_a_phone(browser: Browser, tmp_path: Path) -> None:
    reading = sample_reading(headline="a" * 3000, outlet="b" * 300)
    opened = show(browser, tmp_path / "page.html", reading, width=360)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360
