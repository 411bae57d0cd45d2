"""`sumber story` and `sumber timeline`: what users see of a story, and what programs get."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from made import made_readings
from sumber.archive import open_archive
from sumber.cli.app import app
from sumber.filing import file_readings, prepare_reading
from sumber.records import Account

EXAMPLE = Path(__file__).parents[2] / "docs/examples/unjuk-rasa-morantai.jsonl"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive of the twelve made articles."""
    path = str(tmp_path_factory.mktemp("arsip") / "archive.db")
    with open_archive(path, create=True) as archive:
        prepared = [prepare_reading(reading, archive) for reading in made_readings()]
        list(file_readings(archive, prepared))
    return path


def run(*words: str, status: int = 0, width: str = "80") -> str:
    result = CliRunner(env={"COLUMNS": width, "LANG": "en_US.UTF-8"}).invoke(app, words)
    assert result.exit_code == status, result.output
    return result.output


def test_a_story_shows_texts_origins_and_differences_within_80_columns(place: str) -> None:
    shown = run("story", "m01", "--from", place)
    assert "12 articles · 8 distinct texts · 8 independent origins" in shown
    for words in ("Antara", "release", "PT Sagara Nikel", "12.000", "not mentioned in", "Denied"):
        assert words in shown
    assert max(map(cell_len, shown.splitlines())) <= 80


def test_labels_are_indonesian_on_request(place: str) -> None:
    shown = run("story", "m01", "--from", place, "--lang", "id")
    assert "8 asal independen" in shown
    assert "tidak disebut di" in shown


def test_json_is_the_record(place: str) -> None:
    account = msgspec.json.decode(run("story", "m01", "--from", place, "--json"), type=Account)
    assert (len(account.tellings), account.texts, len(account.differences)) == (12, 8, 6)
    steps = run("timeline", "m01", "--from", place, "--json").splitlines()
    assert [json.loads(step)["kind"] for step in steps] == [m.kind for m in account.timeline]


def test_a_timeline_begins_with_the_first_report(place: str) -> None:
    shown = run("timeline", "m07", "--from", place)
    assert shown.index("Kabar Morantai") < shown.index("Lensa Timur") < shown.index("Kilas Bisnis")


def test_a_passive_word_does_not_turn_the_parties_round(place: str) -> None:
    steps = run("timeline", "m01", "--from", place, "--json").splitlines()
    told = [step["text"] for step in map(json.loads, steps) if step["kind"] == "event"]
    assert all(": " in text.partition(" → ")[2] for text in told if " → " in text)
    assert any(" → " in text for text in told)


def test_without_a_name_the_largest_stories_are_shown(place: str) -> None:
    assert "Ribuan Buruh Nikel Morantai" in run("story", "--from", place)
    assert "No story" in run("story", "--from", place, "--since", "2026-01-01")


def test_what_is_not_there_is_said_in_one_line(place: str) -> None:
    shown = run("story", "tidak-ada", "--from", place, status=1)
    assert "'tidak-ada' is no story and no article" in shown
    assert len(shown.splitlines()) == 1


def test_the_example_holds_the_made_articles() -> None:
    held = [json.loads(line) for line in EXAMPLE.read_text("utf-8").splitlines()]
    made = [reading.article for reading in made_readings()]
    assert [(a["id"], a["text"]) for a in held] == [(a.id, a.text) for a in made]


@pytest.mark.parametrize("width", ["30", "63", "64", "80"])
def test_no_word_is_cut_or_spelled_downwards(place: str, width: str) -> None:
    for command in (["story", "m01"], ["timeline", "m01"], ["story"]):
        shown = run(*command, "--from", place, width=width)
        assert all(cell_len(line.rstrip()) <= int(width) for line in shown.splitlines())
        assert "Morantai" in shown
