"""`sumber add` as a shell runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sample import sample_reading
from sumber import dump
from sumber.archive import open_archive

ROOT = Path(__file__).resolve().parents[2]


def add(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `sumber add` in a directory."""
    done = subprocess.run(
        [sys.executable, "-c", "from sumber.cli import main; main()", "add", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A file of 300 readings."""
    many = (sample_reading(url=f"https://a.example/{n}") for n in range(300))
    path = tmp_path / "readings.jsonl"
    path.write_bytes(b"".join(dump(one) + b"\n" for one in many))
    return path


def test_pages_texts_and_lines_are_read_and_kept(tmp_path: Path) -> None:
    done = add(str(ROOT / "examples"), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("archive.db: 4 new")
    assert add(str(ROOT / "examples"), cwd=tmp_path).stdout.startswith("archive.db: 4 known")


def test_readings_are_kept_by_several_processes_in_their_order(tmp_path: Path, lines: Path) -> None:
    done = add(str(lines), "--json", "--jobs", "2", "--to", "arsip.db", cwd=tmp_path)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["article"] for one in told] == list(range(1, 301))
    with open_archive(tmp_path / "arsip.db") as archive:
        assert archive.count("statements") == 600


def test_what_cannot_be_read_is_kept_aside_until_it_can(tmp_path: Path) -> None:
    (tmp_path / "kosong.txt").write_text("")
    (tmp_path / "rusak.jsonl").write_text('{"sumber": 1}\n{"text": "Harga naik."}\n{broken\n')
    done = add("kosong.txt", "rusak.jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 3
    with open_archive(tmp_path / "archive.db") as archive:
        assert len(archive.refused()) == 3
    assert add("--retry", cwd=tmp_path).returncode == 1
    (tmp_path / "kosong.txt").write_text("Harga turun.")
    (tmp_path / "rusak.jsonl").write_text('{"text": "Harga naik."}\n')
    add("--retry", cwd=tmp_path)
    with open_archive(tmp_path / "archive.db") as archive:
        assert archive.refused() == []
        assert archive.count("articles") == 2


def test_a_name_that_leads_to_nothing_is_told_and_not_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Harga beras naik.")
    done = add("tiada.txt", "*.htm", "a.txt", "--json", cwd=tmp_path)
    told = [json.loads(line)["outcome"] for line in done.stdout.splitlines()]
    assert (done.returncode, sorted(told)) == (1, ["missing", "missing", "new"])
    assert "tiada.txt: met no file of that name" in done.stderr
    with open_archive(tmp_path / "archive.db") as archive:
        assert archive.refused() == []


def test_what_was_kept_aside_and_is_gone_is_let_go(tmp_path: Path) -> None:
    (tmp_path / "kosong.txt").write_text("")
    add("kosong.txt", cwd=tmp_path)
    (tmp_path / "kosong.txt").unlink()
    assert add("--retry", cwd=tmp_path).returncode == 1
    with open_archive(tmp_path / "archive.db") as archive:
        assert archive.refused() == []


def test_entries_of_a_researcher_are_filed(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text(
        '[[group]]\ntype = "ACCUSE"\nmode = "disapprove"\n'
        'entries = [{ verb = "semprit", example = "Iran menyemprit Israel." }]\n'
    )
    (tmp_path / "a.txt").write_text("Iran menyemprit Israel pada Senin (4/11/2024).")
    assert add("a.txt", "--codebook", "my.toml", cwd=tmp_path).returncode == 0
    with open_archive(tmp_path / "archive.db") as archive:
        assert [event.type for event in archive.events(type="ACCUSE")] == ["ACCUSE"]
    broken = add("a.txt", "--codebook", "tiada.toml", cwd=tmp_path)
    assert (broken.returncode, "cannot be read" in broken.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ([], 2, "name what to add"),
        (["x.txt", "--jobs", "0"], 2, "jobs"),
        (["x.txt", "--to", "mysql://x/y"], 2, "postgresql://"),
        (["x.txt", "--to", "/tidak/ada/arsip.db"], 1, "no directory"),
        (["x.txt", "--to", "."], 1, "directory"),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, arguments: list[str], status: int, words: str) -> None:
    done = add(*arguments, cwd=tmp_path)
    assert done.returncode == status
    assert words in done.stderr
