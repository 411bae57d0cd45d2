"""Golden pairs: a page in the manner of an outlet, and the whole article that is read from it.

`python tests/article/test_pages.py` writes the JSON anew; review each difference by eye.
"""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from sumber.article import article_from_html
from sumber.records import Article

PAGES = sorted((Path(__file__).parent.parent / "pages").glob("*.html"))


def as_json(article: Article) -> str:
    return json.dumps(msgspec.to_builtins(article), indent=1, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_reads_as_its_golden_article(page: Path) -> None:
    article = article_from_html(page.read_bytes(), source=page.name)
    golden = msgspec.json.decode(page.with_suffix(".json").read_bytes(), type=Article)
    assert msgspec.to_builtins(article) == msgspec.to_builtins(golden)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_nothing_of_the_page_around_the_story_is_in_it(page: Path) -> None:
    text = article_from_html(page.read_bytes(), source=page.name).text.casefold()
    for strange in ("dataLayer", "Beranda", "Terpopuler", "tanggung jawab", "rekomendasi", "tweet"):
        assert strange.casefold() not in text


def test_there_are_pages_of_at_least_twelve_outlets() -> None:
    outlets = {article_from_html(p.read_bytes(), source=p.name).outlet for p in PAGES}
    assert len(outlets) == len(PAGES) >= 12


if __name__ == "__main__":
    for golden_page in PAGES:
        read = article_from_html(golden_page.read_bytes(), source=golden_page.name)
        golden_page.with_suffix(".json").write_text(as_json(read), encoding="utf-8")
