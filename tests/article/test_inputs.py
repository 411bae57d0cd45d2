"""Whatever a user names gives articles or one-line errors, in order; never a traceback."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from inputs import PAGE, STORY, only_article, only_error, read
from sumber.article import count_inputs, read_inputs
from sumber.errors import InputError, NoSuchInput
from sumber.records import Article


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


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    names = [
        str(tmp_path / "tiada.txt"),
        str(tmp_path / "a.txt"),
        "ftp://contoh.example/x",
        str(tmp_path / "a.txt"),
    ]
    kinds = [NoSuchInput, Article, NoSuchInput, Article]
    assert [type(o) for o in read_inputs(names)] == kinds


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


@pytest.mark.parametrize(
    ("name", "met"),
    [
        ("", "'': met an empty name"),
        ("www.contoh.id/berita", "if it is an address, give https://www.contoh.id/berita"),
        ("contoh.id/berita/1", "if it is an address, give https://contoh.id/berita/1"),
        (
            "file:///arsip/berita%201.html",
            "met an address of a file; give its path: /arsip/berita 1.html",
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
