"""Bytes become the text that was meant, or one error that names what they are."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from inputs import STORY, only_article, only_error, read
from sumber.article import read_inputs
from sumber.errors import NotText, TooLarge, UsageError
from sumber.records import Article


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_text_is_the_same_in_every_unicode_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "berita.txt"
    file.write_bytes(STORY.encode(encoding))
    assert only_article(file).text == STORY


def test_windows_1252_is_read(tmp_path: Path) -> None:
    file = tmp_path / "berita.txt"
    file.write_bytes("Jumat pagi “cerah”, kata René – warga Depok.".encode("cp1252"))
    assert only_article(file).text == "Jumat pagi “cerah”, kata René – warga Depok."


def test_a_few_broken_bytes_do_not_make_utf8_another_encoding(tmp_path: Path) -> None:
    file = tmp_path / "berita.txt"
    file.write_bytes("“Cerah,” kata Siti. “Hujan,” kata ".encode() + b"\xe2\x80" + b" Budi.")
    assert only_article(file).text == "“Cerah,” kata Siti. “Hujan,” kata \ufffd Budi."


def test_the_encoding_that_a_user_gives_binds(tmp_path: Path) -> None:
    file = tmp_path / "berita.txt"
    file.write_bytes("kata René di Depok".encode("cp1252"))
    assert only_article(file, encoding="cp1252").text == "kata René di Depok"
    assert isinstance(only_error(file, encoding="ascii"), NotText)
    with pytest.raises(UsageError, match="encoding 'klingon' is unknown"):
        read(file, encoding="klingon")


def test_a_text_is_never_changed(tmp_path: Path) -> None:
    text = "\r\n \u200fBaris satu\u00a0panjang.\r\n\r\n\x07Baris\u2028dua.\t\r\n"
    file = tmp_path / "berita.txt"
    file.write_bytes(text.encode())
    assert only_article(file).text == text


@pytest.mark.parametrize(
    ("data", "met"),
    [
        (b"", "no bytes at all"),
        (b" \r\n\t ", "nothing but white space"),
        ("\u00a0\u2003\n".encode(), "nothing but white space"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (bytes(range(256)) * 40, "binary data"),
        (b"berita\x00\x01\x02" * 50, "binary data"),
        (b"\x1f\x8b\x08broken", "broken gzip data"),
        (gzip.compress(STORY.encode())[:-12], "gzip data cut short"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a"])
def test_what_is_no_text_is_named(tmp_path: Path, name: str, data: bytes, met: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert met in str(only_error(file))


def test_gzip_is_unpacked_under_any_name(tmp_path: Path) -> None:
    for name in ("berita.txt", "berita.txt.gz"):
        (tmp_path / name).write_bytes(gzip.compress(STORY.encode()))
        assert only_article(tmp_path / name).text == STORY


def test_a_gzip_bomb_is_met_at_the_bound(tmp_path: Path) -> None:
    file = tmp_path / "bom.html.gz"
    file.write_bytes(gzip.compress(b"<p>" + b"a" * 50_000_000))
    error = only_error(file, max_bytes=1_000_000)
    assert isinstance(error, TooLarge)
    assert "more than 1,000,000 bytes" in str(error)


def test_all_members_of_a_gzip_file_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt.gz"
    file.write_bytes(gzip.compress(b"Harga naik. ") + gzip.compress(b"Harga turun."))
    (article,) = read_inputs([str(file)])
    assert isinstance(article, Article)
    assert article.text == "Harga naik. Harga turun."


def test_a_text_of_invisible_characters_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "berita.txt"
    file.write_text("\u200b\u200d\n\ufeff\u2060\u00ad \u202e", "utf-8")
    assert "nothing but white space" in str(only_error(file))
