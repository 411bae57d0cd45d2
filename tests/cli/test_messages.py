"""Messages in Indonesian: none is missing, none is left over, all is filled in."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoken import find_spoken
from sumber.cli.languages import ASKED
from sumber.cli.speaking import catalogue, entries, in_indonesian, say

PLACE = re.compile(r"\{\d\}")


def test_every_message_of_the_source_has_its_indonesian_and_no_other_has() -> None:
    told = dict(entries())
    assert find_spoken() - told.keys() == set()
    assert told.keys() - find_spoken() == set()


def test_what_is_filled_in_is_filled_in_both() -> None:
    for english, indonesian in entries():
        assert indonesian
        assert sorted(PLACE.findall(english)) == sorted(PLACE.findall(indonesian)), english


@given(st.text(max_size=300))
def test_any_message_can_be_said(message: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ASKED, "id")
        said = say(f"berita.html: met {message}; check the path")
    assert said.startswith("berita.html")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["read", "tiada.html", "--lang", "id"],
            "tiada.html: tidak ada berkas bernama itu",
        ),
        (
            ["story", "x", "--from", "tiada.db", "--lang", "id"],
            "tidak ada arsip itu; buatlah dengan",
        ),
        (["search", "--lang", "id", "--since", "kemarin"], "bukan tanggal; tulis"),
        (["add", "tiada.txt", "--to", "a.db", "--lang", "id"], "tidak ada berkas bernama itu"),
        (["export", "articles", "-o", "x", "--from", "b.db", "--lang", "id"], "tidak ada arsip"),
        (["code", "tiada.txt", "-o", "t.csv", "--lang", "id"], "tidak ada berkas bernama itu"),
        (["search", "--since", "kemarin"], "is no date; write"),
    ],
)
def test_messages_are_in_the_language_of_the_labels(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from sumber.cli import main; main()", *arguments],
        cwd=tmp_path,
        env={"COLUMNS": "200", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (1, 2)
    assert words in done.stderr


def test_what_another_program_said_stays_whole() -> None:
    reason = "(Expecting value: line 1 column 2)"
    said = in_indonesian(f"a.jsonl line 2: met broken JSON {reason}; give one JSON object a line")
    assert said.startswith("a.jsonl baris 2")
    assert reason in said


def test_a_library_that_asks_for_no_language_speaks_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in (ASKED, "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert all(say(english) == english for english in catalogue()[0])
