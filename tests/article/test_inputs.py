"""Whatever a user names gives articles or one-line errors, in order; never a traceback."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest

from sumber.article import InputOptions, article_from_html, count_inputs, read_inputs
from sumber.errors import InputError, NotAnArticle, NotText, TooLarge, UsageError
from sumber.records import Article

STORY = (
    "Panen Raya Dimulai di Karawang\n\n"
    "KARAWANG - Petani di Karawang mulai memanen padi pada Sabtu (2/11/2024) pagi.\n\n"
    '"Hasilnya lebih baik dari tahun lalu," kata Wahyu Hidayat kepada wartawan.\n'
)
PAGE = (
    "<html><body><article><h1>Panen Raya Dimulai di Karawang</h1>"
    "<p>KARAWANG - Petani di Karawang mulai memanen padi pada Sabtu (2/11/2024) pagi.</p>"
    "</article></body></html>"
)


def read(path: Path | str, **options: object) -> list[Article | InputError]:
    return list(read_inputs([str(path)], options=InputOptions(**options)))  # type: ignore[arg-type]


def only_article(path: Path | str, **options: object) -> Article:
    (article,) = read(path, **options)
    assert isinstance(article, Article), article
    return article


def only_error(path: Path | str, **options: object) -> InputError:
    (error,) = read(path, **options)
    assert isinstance(error, InputError)
    assert "\n" not in str(error)
    assert str(path) in str(error)
    return error


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


def test_broken_lines_are_named_and_the_others_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    lines = [
        json.dumps({"text": STORY, "id": "satu"}),
        '{"text": "terpotong',
        "",
        json.dumps(["text"]),
        json.dumps({"headline": "Tanpa Isi"}),
        json.dumps({"text": 7}),
        json.dumps({"text": "  \n "}),
        json.dumps({"text": STORY, "headline": ["x"]}),
        '{"text": "separuh \\ud83d huruf"}',
        "[" * 100_000,
        '{"text": "\xff"}',
        json.dumps({"text": STORY, "id": 9}),
    ]
    file.write_bytes("\n".join(lines).encode("latin-1"))
    outcomes = read(file)
    assert [o.id for o in outcomes if isinstance(o, Article)] == ["satu", "9"]
    errors = [str(o) for o in outcomes if isinstance(o, InputError)]
    for number, met in zip(
        (2, 4, 5, 6, 7, 8, 9, 10, 11),
        ("broken JSON", "no object", "no field 'text'", "(a number)", "white space", "'headline'",
         "lone surrogate", "nested too deeply", "not UTF-8"),
        strict=True,
    ):  # fmt: skip
        assert any(f"line {number}: met" in e and met in e for e in errors), (number, met, errors)


def test_json_lines_are_streamed(tmp_path: Path) -> None:
    """An endless file gives its first articles at once."""
    pipe = tmp_path / "pipa.jsonl"
    os.mkfifo(pipe)
    writer = os.open(pipe, os.O_RDWR)
    os.write(writer, (json.dumps({"text": STORY}) + "\n").encode() * 3)
    outcomes = read_inputs([str(pipe)])
    assert isinstance(next(outcomes), Article)
    os.close(writer)


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.json"])
def test_a_line_over_the_bound_is_skipped(tmp_path: Path, name: str) -> None:
    lines = [json.dumps({"text": "a" * 5000}), json.dumps({"text": STORY})]
    data = "\n".join(lines).encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    outcomes = read(tmp_path / name, max_bytes=2000)
    kinds = [type(o) for o in outcomes]
    assert kinds == ([TooLarge] if name == "a.json" else [TooLarge, Article])


def test_json_of_one_object_or_a_list(tmp_path: Path) -> None:
    one, many = tmp_path / "a.json", tmp_path / "b.json"
    one.write_text(json.dumps({"text": STORY}, indent=1), encoding="utf-8")
    many.write_text(json.dumps([{"text": STORY}, {"x": 1}]), encoding="utf-8")
    assert only_article(one).text == STORY
    assert [type(o) for o in read(many)] == [Article, NotAnArticle]


def test_utf16_json_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(
        f"{json.dumps({'text': STORY})}\n{json.dumps({'text': STORY})}".encode("utf-16")
    )
    assert [o.text for o in read(file) if isinstance(o, Article)] == [STORY, STORY]


def test_standard_input_is_told_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, expected in (
        (STORY, STORY),
        (PAGE, "Panen Raya Dimulai di Karawang\n\nKARAWANG - Petani"),
        (json.dumps({"text": STORY}) + "\n", STORY),
        (json.dumps({"text": STORY}, indent=2), STORY),
    ):
        stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(content.encode())))
        monkeypatch.setattr(sys, "stdin", stream)
        assert only_article("-").text.startswith(expected)


def test_directories_globs_and_their_order(tmp_path: Path) -> None:
    for name in ("b-10.txt", "b-2.txt", "a.html", "catatan.md", ".tersembunyi.txt"):
        (tmp_path / name).write_text(
            PAGE if name.endswith("html") else f"{name} {STORY}", encoding="utf-8"
        )
    (tmp_path / "lagi").mkdir()
    (tmp_path / "lagi" / "c.txt").write_text(STORY, encoding="utf-8")
    texts = [o.text.split()[0] for o in read(tmp_path) if isinstance(o, Article)]
    assert texts == ["Panen", "b-2.txt", "b-10.txt", "Panen"]
    assert len(read(tmp_path / "b-*.txt")) == 2
    assert len(read(f"{tmp_path}/**/*.txt")) == 3
    assert count_inputs([str(tmp_path), str(tmp_path / "a.html")]) == 5


def test_counts_that_only_reading_shows_are_unknown(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}", encoding="utf-8")
    assert count_inputs(["-"]) is None
    assert count_inputs([str(tmp_path)]) is None
    assert count_inputs(["https://contoh.example/a"]) == 1


def test_names_that_lead_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "putar.txt").symlink_to(tmp_path / "putar.txt")
    (tmp_path / "gantung.txt").symlink_to(tmp_path / "tiada")
    assert "no file of that name" in str(only_error(tmp_path / "tiada.txt"))
    assert "no file that matches" in str(only_error(tmp_path / "*.xyz"))
    assert "a directory without articles" in str(only_error(tmp_path / "kosong"))
    assert "cannot be read" in str(only_error(tmp_path / "putar.txt"))
    assert "cannot be read" in str(only_error(tmp_path / "gantung.txt"))
    assert "no file of that name" in str(only_error("a\x00b.txt"))


def test_a_directory_that_links_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "lagi").symlink_to(tmp_path, target_is_directory=True)
    assert len(read(tmp_path)) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(STORY, encoding="utf-8")
    file.chmod(0)
    assert "permission denied" in str(only_error(file))


def test_the_given_date_stands_in_only_where_there_is_none(tmp_path: Path) -> None:
    day = dt.date(2024, 11, 3)
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    records = [
        {"text": STORY},
        {"text": STORY, "published": "2024-11-02"},
        {"text": STORY, "published": "32/13"},
    ]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    dates = [o.published for o in read(tmp_path, published=day) if isinstance(o, Article)]
    assert dates == ["2024-11-03", "2024-11-03", "2024-11-02", "2024-11-03"]


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    names = [
        str(tmp_path / "tiada.txt"),
        str(tmp_path / "a.txt"),
        "ftp://contoh.example/x",
        str(tmp_path / "a.txt"),
    ]
    assert [type(o) for o in read_inputs(names)] == [NotAnArticle, Article, NotAnArticle, Article]


def test_a_page_without_a_story(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(
        "<html><body><nav><a href='/'>Beranda</a></nav></body></html>", encoding="utf-8"
    )
    assert "without a story" in str(only_error(file))


def test_a_bomb_of_blank_lines_is_one_error(tmp_path: Path) -> None:
    bomb = tmp_path / "bom.jsonl.gz"
    bomb.write_bytes(gzip.compress(b"\n" * 1_100_000))
    (error,) = read_inputs([str(bomb)])
    assert isinstance(error, InputError)
    assert error.met == "more than 1,000,000 blank lines on end"


def test_an_element_of_a_hundred_thousand_attributes_is_refused_at_once() -> None:
    page = "<article " + " ".join(f'a{n}="x"' for n in range(100_000)) + "><p>Naik.</p></article>"
    with pytest.raises(InputError, match="more than 5000 attributes"):
        article_from_html(page, source="berita.html")


def test_a_pipe_in_a_directory_blocks_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Harga beras naik, kata Budi Santosa.", "utf-8")
    pipe, article = read_inputs([str(tmp_path)])
    assert isinstance(pipe, InputError)
    assert pipe.met == "a pipe or device, not a file"
    assert isinstance(article, Article)


def test_a_glob_does_not_follow_links_that_loop(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Harga beras naik, kata Budi Santosa.", "utf-8")
    for name in ("satu", "dua"):
        (tmp_path / name).symlink_to(tmp_path)
    assert len(list(read_inputs([f"{tmp_path}/**/*.txt"]))) == 1


def test_all_members_of_a_gzip_file_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt.gz"
    file.write_bytes(gzip.compress(b"Harga naik. ") + gzip.compress(b"Harga turun."))
    (article,) = read_inputs([str(file)])
    assert isinstance(article, Article)
    assert article.text == "Harga naik. Harga turun."


RECORDS = [{"id": "a1", "text": "Panen di Garut."}, {"id": "a2", "text": "René di Depok."}]
ROWS = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_json_lines_are_the_same_in_every_unicode_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "berita.jsonl"
    file.write_bytes(ROWS.encode(encoding))
    assert [a.text for a in read(file) if isinstance(a, Article)] == [r["text"] for r in RECORDS]


def test_the_encoding_that_a_user_gives_binds_for_json_lines(tmp_path: Path) -> None:
    file = tmp_path / "berita.jsonl"
    file.write_bytes(ROWS.encode("cp1252"))
    first, second = read(file, encoding="cp1252")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert second.text == "René di Depok."
    with pytest.raises(UsageError, match="encoding 'klingon' is unknown"):
        read(file, encoding="klingon")
    assert "bytes that are not ascii" in str(read(file, encoding="ascii")[-1])


def test_wide_json_lines_are_streamed_and_bounded(tmp_path: Path) -> None:
    file = tmp_path / "berita.jsonl"
    long = json.dumps({"id": "a3", "text": "a" * 5000}) + "\n"
    file.write_bytes((ROWS + long + ROWS.replace("a1", "a4")).encode("utf-16"))
    kinds = [type(o).__name__ for o in read(file, max_bytes=500)]
    assert kinds == ["Article", "Article", "TooLarge", "Article", "Article"]


@pytest.mark.parametrize(
    ("data", "met"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "a PNG image"),
        (PAGE.encode() * 3, "markup instead of JSON"),
        (bytes(range(1, 256)) * 400, "10 lines on end that are no JSON"),
        (STORY.replace("\n\n", "\n").encode() * 40, "10 lines on end that are no JSON"),
    ],
)
def test_a_file_that_is_no_json_lines_is_one_error(tmp_path: Path, data: bytes, met: str) -> None:
    file = tmp_path / "berita.jsonl"
    file.write_bytes(data)
    assert f"met {met}" in str(only_error(file))


def test_a_few_broken_lines_at_the_start_are_said_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "berita.jsonl"
    file.write_text("{rusak\nlagi\n" + ROWS, "utf-8")
    kinds = [type(o).__name__ for o in read(file)]
    assert kinds == ["BrokenLine", "BrokenLine", "Article", "Article"]


@pytest.mark.parametrize("authors", [3, ["Siti", 4], {"name": "Siti"}])
def test_authors_of_another_type_are_an_error_like_any_field(
    tmp_path: Path, authors: object
) -> None:
    file = tmp_path / "berita.json"
    file.write_text(json.dumps({"text": "Panen.", "authors": authors}), "utf-8")
    assert "'authors' that are no list of strings" in str(only_error(file))


def test_one_author_may_be_a_string(tmp_path: Path) -> None:
    file = tmp_path / "berita.json"
    file.write_text(json.dumps({"text": "Panen.", "authors": "Siti Aminah"}), "utf-8")
    assert only_article(file).authors == ("Siti Aminah",)


def test_a_text_of_invisible_characters_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "berita.txt"
    file.write_text("\u200b\u200d\n\ufeff\u2060\u00ad \u202e", "utf-8")
    assert "nothing but white space" in str(only_error(file))


@pytest.mark.parametrize(
    ("name", "met"),
    [
        ("", "'': met an empty name"),
        ("www.contoh.id/berita", "if it is an address, give https://www.contoh.id/berita"),
        ("contoh.id/berita/1", "if it is an address, give https://contoh.id/berita/1"),
        (
            "file:///tmp/berita%201.html",
            "met an address of a file; give its path: /tmp/berita 1.html",
        ),
        ("ftp://contoh.id/a", "met an address that is not of the web"),
        ("http://", "met the address 'http://'; give one such as https://contoh.id/berita"),
        ("berita.html", "met no file of that name; check the path"),
    ],
)
def test_a_name_that_leads_nowhere_says_what_was_meant(name: str, met: str) -> None:
    (error,) = read_inputs([name])
    assert isinstance(error, InputError)
    assert met in str(error)


def test_a_record_may_give_the_hour_of_publication(tmp_path: Path) -> None:
    file = tmp_path / "berita.json"
    record = {
        "text": "Panen padi dimulai di Garut.",
        "outlet": "Kompas.com",
        "published": "2024-11-02",
    }
    file.write_text(json.dumps(record | {"time": "16:23"}), "utf-8")
    assert only_article(file).published == "2024-11-02T16:23+07:00"
    file.write_text(json.dumps(record | {"time": "sore"}), "utf-8")
    assert only_article(file).published == "2024-11-02"
