"""Pages beyond the golden ones: unknown layouts, several pages of one article, hostile markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.article import InputOptions, article_from_html, read_inputs
from sumber.article.cleaning import (
    best_time,
    clean_authors,
    clean_headline,
    clean_time,
    tell_language,
)
from sumber.errors import InputError
from sumber.records import Article

ONE = "<p>GARUT - Petani di Garut mulai memanen padi pada Sabtu (2/11/2024) pagi, kata Wahyu.</p>"
TWO = "<p>Hasil panen di Kecamatan Leles naik seperlima dari tahun lalu, ujar Siti Aminah.</p>"


def page(body: str, *, head: str = "") -> str:
    return f"<html lang='id'><head>{head}</head><body>{body}</body></html>"


def canonical(url: str) -> str:
    return f"<link rel='canonical' href='{url}'>"


def test_an_unknown_layout_is_read_where_trafilatura_finds_the_text() -> None:
    menu = "<div class='x1'>" + "<a href='/a'>Ekonomi</a> <a href='/b'>Olahraga</a> " * 9 + "</div>"
    story = f"<div class='x2'><h2>Panen Raya</h2>{ONE}<blockquote>{TWO}</blockquote>{ONE}</div>"
    text = article_from_html(page(menu + story + menu), source="-").text
    assert "memanen padi" in text
    assert "seperlima" in text
    assert "Olahraga" not in text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://contoh.example/berita", "https://contoh.example/berita?page=2"),
        ("https://contoh.example/berita?page=1", "https://contoh.example/berita?page=2"),
        ("https://contoh.example/berita", "https://contoh.example/berita/halaman/2"),
        ("https://contoh.example/berita?a=1", "https://contoh.example/berita?a=1&halaman=2"),
    ],
)
def test_pages_of_one_article_given_together_are_joined(
    tmp_path: Path, first: str, second: str
) -> None:
    heading = "<article><h1>Panen Raya di Garut</h1>"
    (tmp_path / "a.html").write_text(page(heading + ONE, head=canonical(first)), encoding="utf-8")
    (tmp_path / "b.html").write_text(page(heading + TWO, head=canonical(second)), encoding="utf-8")
    (tmp_path / "c.html").write_text(
        page(heading + TWO, head=canonical(first + "x")), encoding="utf-8"
    )
    joined = [o.text.count("\n\n") for o in read_inputs([str(tmp_path)]) if isinstance(o, Article)]
    apart = list(read_inputs([str(tmp_path)], options=InputOptions(join_pages=False)))
    assert joined == [2, 1]
    assert len(apart) == 3


def test_the_current_page_of_a_list_tells_the_number(tmp_path: Path) -> None:
    """Where the canonical address is the same on all pages, as Radar outlets do."""
    for name, number, text in (("a", 1, ONE), ("b", 2, TWO)):
        paging = f"<div class='pagination'><span class='current'>{number}</span></div>"
        body = page(f"<article><h1>Panen Raya di Garut</h1>{text}</article>{paging}",
                    head=canonical("https://contoh.example/berita"))  # fmt: skip
        (tmp_path / f"{name}.html").write_text(body, encoding="utf-8")
    (article,) = read_inputs([str(tmp_path)])
    assert isinstance(article, Article)
    assert "seperlima" in article.text


def test_the_same_page_twice_is_two_articles(tmp_path: Path) -> None:
    for name in ("a", "b"):
        body = page(f"<article>{ONE}</article>", head=canonical("https://contoh.example/berita"))
        (tmp_path / f"{name}.html").write_text(body, encoding="utf-8")
    assert len(list(read_inputs([str(tmp_path)]))) == 2


def test_links_with_strange_addresses_do_no_harm() -> None:
    links = "".join(
        f"<p>Baca juga: <a href={url!r}>Harga Beras Naik Lagi</a></p>"
        for url in (
            "javascript:alert(1)",
            "http://[::1",
            "//contoh.example/a",
            "",
            "data:text/html,x",
            "/b",
        )
    )
    article = article_from_html(
        page(f"<article>{ONE}{links}{TWO}</article>"), source="-", url="https://a.example/x"
    )
    assert len(article.related) == 6
    urls = {r.url for r in article.related}
    assert urls == {None, "https://contoh.example/a", "https://a.example/b"}


MARKUP = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<br>",
            "<b>",
            "</b>",
            "<a href='/x'>",
            "</a>",
            "<!--",
            "-->",
        ),
        *(
            "<figcaption>",
            "</figcaption>",
            "<script>",
            "</script>",
            "<table><tr><td>",
            "&amp;",
            "&#0;",
        ),
        *(
            "<div class='baca-juga'>",
            "<article>",
            "Baca juga:",
            "Harga Beras Naik Lagi",
            "&#xD800;",
        ),
        *("JAKARTA, KOMPAS.com -", "kata Siti kepada Reuters. ", "<h1>Panen Raya di Garut</h1>"),
        *(
            "<script type='application/ld+json'>{\"@type\":",
            "<meta property='og:title' content='A'>",
        ),
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.one_of(MARKUP, st.text(max_size=8)), max_size=25).map("".join))
def test_any_markup_gives_an_article_or_an_error(markup: str) -> None:
    try:
        article = article_from_html(page(markup + ONE), source="-")
    except InputError:
        return
    at = 0
    for part in article.parts:
        assert at <= part.start < part.stop
        assert not article.text[at : part.start].strip()
        at = part.stop
    assert not article.text[at:].strip()
    assert all(article.text[r.start : r.stop] == r.title for r in article.related)
    article.text.encode()


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Harga Beras Turun - Kompas.com", "Harga Beras Turun"),
        ("Harga Beras Turun Halaman all - Kompas.com", "Harga Beras Turun"),
        ("Harga Beras Turun | Republika Online", "Harga Beras Turun"),
        ("Harga Beras Turun : Okezone Economy", "Harga Beras Turun : Okezone Economy"),
        (
            "Banjir Rob - Warga Semarang Utara Mengungsi",
            "Banjir Rob - Warga Semarang Utara Mengungsi",
        ),
        ("", None),
    ],
)
def test_headlines_lose_the_name_of_their_outlet(title: str, clean: str | None) -> None:
    assert clean_headline(title, site="Republika Online") == clean


def test_authors_are_persons() -> None:
    given_names = ["Redaksi", "Reporter : SITI AMINAH | Editor : Budi Santoso", "Tempo.co"]
    given_names += ["https://x.example/a", "@budi", "detikJabar", "admin@x.example"]
    given_names += ["Wahyu Hidayat dan Dewi Lestari"]
    assert clean_authors(given_names) == ("Siti Aminah", "Wahyu Hidayat", "Dewi Lestari")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-11-02T10:30:59+07:00", "2024-11-02T10:30+07:00"),
        ("2024-11-01T18:30:00Z", "2024-11-02T01:30+07:00"),
        ("2024-11-02 10:30:00", "2024-11-02"),
        ("2024-11-02", "2024-11-02"),
        ("Sabtu, 2 November 2024 | 10:30 WITA", "2024-11-02T10:30+08:00"),
        ("32/13/2024", None),
        ("besok", None),
        ("", None),
    ],
)
def test_published_times(text: str, iso: str | None) -> None:
    assert clean_time(text, indonesian=True) == iso


def test_local_time_stamped_as_utc_is_seen_through() -> None:
    """Some systems write 13:05 WIB as 13:05Z; the line that readers see says which."""
    seen = "Jumat 09 Aug 2024 13:05 WIB"
    assert best_time(["2024-08-09T13:05:00Z"], seen, indonesian=True) == "2024-08-09T13:05+07:00"
    assert best_time(["2024-08-09T06:05:00Z"], seen, indonesian=True) == "2024-08-09T13:05+07:00"
    assert best_time(["2024-08-09"], seen, indonesian=True) == "2024-08-09T13:05+07:00"
    assert best_time([], None, indonesian=True) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Warga di desa itu tidak bisa pulang karena banjir yang belum surut.", "id"),
        ("The people of that village cannot go home, for it is under water, it is said.", "en"),
        ("Beliau berkata bahawa polis boleh membantu kerana wang itu daripada kerajaan.", "ms"),
        ("Lorem ipsum dolor", None),
    ],
)
def test_languages_by_their_small_words(text: str, language: str | None) -> None:
    assert tell_language(text) == language
