"""Pages that are long, deep, broken or out to harm are read through, or refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from inputs import PAGE, only_article, only_error
from sumber.article import article_from_html
from sumber.errors import InputError


def test_a_line_of_three_megabytes_is_read(tmp_path: Path) -> None:
    text = "Warga Depok mengeluh, kata Siti kepada Reuters. " * 65_000
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<body><p>{text}</p></body>", encoding="utf-8")
    assert only_article(tmp_path / "a.txt").text == text
    assert "kata Siti" in only_article(tmp_path / "b.html").text


def test_20_000_nested_elements_are_read_through(tmp_path: Path) -> None:
    file = tmp_path / "dalam.html"
    story = "<p>Petani di Karawang mulai memanen padi pada Sabtu (2/11/2024) pagi, kata Wahyu.</p>"
    file.write_text("<html><body>" + "<div>" * 20_000 + story + "</div>" * 20_000, encoding="utf-8")
    assert "mulai memanen padi" in only_article(file).text


def test_entities_that_name_files_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia"
    secret.write_text("ISI RAHASIA", encoding="utf-8")
    file = tmp_path / "a.html"
    file.write_text(
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
        "<html><body><p>Petani di Karawang mulai memanen padi. &x; Selesai.</p></body></html>",
        encoding="utf-8",
    )
    assert "RAHASIA" not in only_article(file).text


def test_scripts_and_styles_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    body = PAGE.replace(
        "</article>", "<script>alert('padi padi padi')</script><style>p{}</style></article>"
    )
    file.write_text(body, encoding="utf-8")
    assert "alert" not in only_article(file).text


def test_a_page_without_a_story(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(
        "<html><body><nav><a href='/'>Beranda</a></nav></body></html>", encoding="utf-8"
    )
    assert "without a story" in str(only_error(file))


def test_an_element_of_a_hundred_thousand_attributes_is_refused_at_once() -> None:
    page = "<article " + " ".join(f'a{n}="x"' for n in range(100_000)) + "><p>Naik.</p></article>"
    with pytest.raises(InputError, match="more than 5000 attributes"):
        article_from_html(page, source="berita.html")
