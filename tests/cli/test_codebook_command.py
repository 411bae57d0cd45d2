"""`sumber codebook` as a shell runs it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from sumber.cli import main

ENTRY = """
[[group]]
type = "PROTEST"
mode = "demo"
entries = [{ verb = "geruduk", example = "Ormas itu menggeruduk kantor KPK." }]
"""


def run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["sumber", "codebook", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capfd.readouterr()
    return int(ended.value.code or 0), out, err


def test_a_sentence_is_explained_with_entry_and_parties(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(monkeypatch, capfd, "explain", "--json", "Iran menuding Israel.")
    act = json.loads(out)
    assert status == 0
    assert (act["type"], act["actors"], act["recipients"]) == ("ACCUSE", ["Iran"], ["Israel"])
    assert act["rule"] == "ACCUSE.allege/tuding active"


def test_a_file_of_ones_own_is_joined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "my.toml"
    mine.write_text(ENTRY)
    sentence = "Ormas itu menggeruduk kantor KPK."
    asked = ("explain", "--json", "--codebook", str(mine), sentence)
    assert json.loads(run(monkeypatch, capfd, *asked)[1])["type"] == "PROTEST"


def test_a_broken_file_is_told_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "my.toml"
    mine.write_text(ENTRY.replace("verb", "verbs"))
    status, _, err = run(monkeypatch, capfd, "list", "--codebook", str(mine))
    assert status == 2
    assert "verbs" in err
    assert "Traceback" not in err


def test_entries_are_listed_by_type(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(monkeypatch, capfd, "list", "--type", "protest", "--json")
    assert status == 0
    assert {json.loads(line)["type"] for line in out.splitlines()} == {"PROTEST"}


def test_tables_speak_the_language_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(monkeypatch, capfd, "list", "--word", "menuding", "--lang", "id")
    assert "Entri" in out
    monkeypatch.setenv("SUMBER_LANG", "id")
    _, out, _ = run(monkeypatch, capfd, "explain", "Ini bukan tindakan apa-apa.")
    assert "Tidak ada entri" in out
