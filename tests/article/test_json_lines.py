"""JSON records: in any encoding, streamed, bounded, each broken one named by its line."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
from pathlib import Path

import pytest

from inputs import PAGE, STORY, only_article, only_error, read
from sumber.article import read_inputs
from sumber.errors import InputError, NotAnArticle, TooLarge, UsageError
from sumber.records import Article


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


def test_a_bomb_of_blank_lines_is_one_error(tmp_path: Path) -> None:
    bomb = tmp_path / "bom.jsonl.gz"
    bomb.write_bytes(gzip.compress(b"\n" * 1_100_000))
    (error,) = read_inputs([str(bomb)])
    assert isinstance(error, InputError)
    assert error.met == "more than 1,000,000 blank lines on end"


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
