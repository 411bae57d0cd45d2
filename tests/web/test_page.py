"""One self-contained page: whole, well-formed, and deaf to what the articles' own text asks."""

from __future__ import annotations

import hashlib
import io
import re
from base64 import b64encode
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from sample import hostile_reading, sample_reading
from sumber.records import Article, Reading, Span, Statement
from sumber.web.page import GENERATOR, Page, safe_url


def page_of(*readings: Reading) -> str:
    file = io.StringIO()
    with Page("en") as page:
        for reading in readings:
            page.add(reading)
        page.write(file)
    return file.getvalue()


def select(tree: Any, path: str) -> list[Any]:
    """What an XPath finds; lxml's own type is a union of all that one can find."""
    return list(tree.xpath(path))


@pytest.fixture(scope="module")
def written() -> str:
    return page_of(sample_reading(), hostile_reading())


def test_it_says_who_made_it(written: str) -> None:
    assert GENERATOR in written[:2000]


def test_only_its_own_style_and_script_may_act(written: str) -> None:
    tree = lxml_html.document_fromstring(written)
    (policy,) = select(tree, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", written, re.DOTALL)
        digest = b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy


def test_nothing_is_fetched_from_anywhere(written: str) -> None:
    tree = lxml_html.document_fromstring(written)
    assert select(tree, "//@src | //@srcset | //@style | //@onclick | //@onerror") == []
    assert [h for h in select(tree, "//link/@href") if not h.startswith("data:")] == []
    assert "url(" not in written.split("</style>", maxsplit=1)[0]
    assert "@import" not in written


def test_markup_of_an_article_is_text(written: str) -> None:
    tree = lxml_html.document_fromstring(written)
    assert len(select(tree, "//script")) == len(select(tree, "//style")) == 1
    assert (
        select(tree, "//img | //iframe | //object | //embed | //b[contains(@class, 'red')]") == []
    )
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert "‹U+202E›" in written


def test_links_lead_to_the_web_or_into_the_page(written: str) -> None:
    tree = lxml_html.document_fromstring(written)
    ids = set(select(tree, "//@id"))
    for link in select(tree, "//a"):
        target = link.get("href")
        if target.startswith("#"):
            assert target[1:] in ids, target
        else:
            assert re.match(r"https?://", target)
            assert link.get("rel") == "noopener noreferrer nofollow"


def test_ids_are_unique_and_labels_exist(written: str) -> None:
    tree = lxml_html.document_fromstring(written)
    ids = select(tree, "//@id")
    assert len(ids) == len(set(ids))
    labels = select(tree, "//@aria-labelledby")
    assert {i for label in labels for i in label.split()} <= set(ids)
    assert len(labels) == len(set(labels))
    assert {i for about in select(tree, "//@data-of") for i in about.split()} <= set(ids)
    assert set(select(tree, "//@data-entry")) <= set(ids)


def test_every_reading_is_on_the_page_and_in_the_index(written: str) -> None:
    tree = lxml_html.document_fromstring(written)
    assert select(tree, "//article/@id") == ["r1", "r2"]
    assert select(tree, "//nav//a/@href") == ["#r1", "#r2"]


def test_one_reading_needs_no_index() -> None:
    assert "<nav" not in page_of(sample_reading())


def test_the_text_is_all_there_in_its_order() -> None:
    """But for a line that repeats the headline, the numbers, and the dates that were meant."""
    reading = sample_reading()
    tree = lxml_html.document_fromstring(page_of(reading))
    for extra in select(tree, "//*[contains(@class,'badge') or contains(@class,'fix')]"):
        extra.drop_tree()
    (text,) = select(tree, "//section[@class='text']/div")
    lines = [" ".join(p.text_content().split()) for p in select(text, "./p")]
    expected = [" ".join(line.split()) for line in reading.article.text.split("\n") if line.strip()]
    assert lines == expected[1:]


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
@settings(max_examples=40)
def test_any_text_gives_a_page_that_holds_it(text: str, start: int, stop: int) -> None:
    article = Article("x", None, None, text, text, None, (), None, text)
    said = Statement("s1", "direct", (Span(start, stop),))
    tree = lxml_html.document_fromstring(page_of(Reading("0", article, statements=(said,))))
    assert len(select(tree, "//article")) == 1


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://antaranews.com/berita/1?x=1&y=2", True),
        ("http://localhost:8000/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//antaranews.com", False),
        ("https:/antaranews.com", False),
        ("https://a b.id", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, *, safe: bool) -> None:
    assert (safe_url(url) is not None) == safe


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        *((words, "paper") for words in ("ink", "soft", "said", "who", "when", "from", "warn")),
        *((words, "said-ground") for words in ("ink", "who", "when", "from")),
        *((words, "warn-ground") for words in ("ink", "warn")),
        ("paper", "said"),
        ("paper", "warn"),
        ("paper", "on-line"),
        ("on-ink", "on"),
        ("ink", "sheet"),
    ],
)
def test_words_stand_out_from_their_ground(scheme: int, words: str, ground: str) -> None:
    """WCAG AA: a contrast of 4.5 to 1 at least."""
    style = (files("sumber.web") / "assets" / "page.css").read_text("utf-8")
    schemes = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", schemes[scheme]))
    low, high = sorted((luminance(colours[words]), luminance(colours[ground])))
    assert (high + 0.05) / (low + 0.05) >= 4.5
