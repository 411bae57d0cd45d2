"""A reading in the terminal: whole with colour and without, at any width, deaf to escapes."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import Literal

import pytest
from rich.cells import cell_len
from rich.console import Console

from sample import hostile_reading, sample_reading
from sumber.cli.terminal import render, view_of
from sumber.records import Reading
from sumber.web.labels import LANGUAGES, Language, load_labels

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def shown(
    reading: Reading,
    *,
    width: int = 80,
    system: Literal["standard"] | None = None,
    language: Language = "en",
) -> str:
    file = io.StringIO()
    console = Console(
        file=file, width=width, color_system=system, force_terminal=system is not None
    )
    console.print(render(reading, view_of(console, load_labels(language))))
    return file.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("reading", [sample_reading(), hostile_reading()], ids=["good", "hostile"])
def test_no_line_is_wider_than_the_terminal(reading: Reading, width: int) -> None:
    assert max(cell_len(line) for line in shown(reading, width=width).split("\n")) <= width


def test_without_colour_brackets_stand_for_it() -> None:
    text = " ".join(line[6:].strip() for line in shown(sample_reading()).split("\n"))
    assert "[Kepala Dinas Euis Komariah]" in text
    assert "<!Kamis (31/8)!> (→2024-10-31)" in text
    assert "\x1b" not in shown(sample_reading())


def test_the_margin_numbers_statements_and_points_at_findings() -> None:
    lines = shown(sample_reading()).split("\n")
    assert any(line.startswith("!  1│ “Stok kami cukup") for line in lines)
    assert any(line.startswith('!  2│ "Tidak cukup') for line in lines)


def test_colour_changes_no_words() -> None:
    plain = ESCAPE.sub("", shown(sample_reading(), system="standard"))
    assert "Kepala Dinas Euis Komariah" in plain
    assert "[Kepala" not in plain
    assert "\x1b[" in shown(sample_reading(), system="standard")


@pytest.mark.parametrize("system", ["standard", None])
def test_an_article_cannot_command_the_terminal(system: Literal["standard"] | None) -> None:
    text = ESCAPE.sub("", shown(hostile_reading(), system=system))
    assert not [c for c in text if unicodedata.category(c) == "Cc" and c != "\n"]
    assert "\u202e" not in text
    assert "[bold" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_said_what_when_and_what_to_check(language: Language) -> None:
    text = shown(sample_reading(), language=language, width=120)
    labels = load_labels(language)
    for key in ("statements", "times", "findings"):
        assert labels[key].upper() in text
    for words in ("Euis Komariah", "Antara", "Kamis (31/8)", "2024-10-31", labels["unnamed"]):
        assert words in text


def test_the_headline_is_not_said_twice() -> None:
    assert shown(sample_reading()).count("Harga Beras Naik") == 1


def test_an_ascii_terminal_gets_ascii_drawing() -> None:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding="ascii", errors="replace")
    console = Console(file=file, width=80, color_system=None)
    console.print(render(sample_reading(), view_of(console, load_labels("en"))))
    file.flush()
    drawn = raw.getvalue().decode("ascii")
    assert drawn.startswith("=====")
    assert "  1| ?Stok kami cukup,?" in drawn
