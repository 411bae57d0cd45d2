"""Cues and titles: the shipped files are sound, a user's file is added, a broken one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from sumber.errors import LexiconError
from sumber.lexicon.cues import load_cues, parse_cues
from sumber.lexicon.entries import read_data
from sumber.lexicon.titles import load_titles, parse_titles


@pytest.mark.parametrize(
    ("word", "root", "voice", "size"),
    [
        ("ujarnya", "ujar", "bare", 4),
        ("Kata", "kata", "bare", 4),
        ("mengatakan", "kata", "active", 10),
        ("disampaikannya", "sampai", "passive", 11),
        ("menurutnya", "menurut", "source", 7),
    ],
)
def test_forms_are_found_with_and_without_clitic(
    word: str, root: str, voice: str, size: int
) -> None:
    found = load_cues().find(word)
    assert found is not None
    assert (found[0].root, found[0].voice, found[1]) == (root, voice, size)


def test_other_words_are_no_cues() -> None:
    assert load_cues().find("berlari") is None


def test_a_users_file_adds_cues(tmp_path: Path) -> None:
    more = tmp_path / "cues.toml"
    more.write_text('[[verb]]\nroot = "cerocos"\nexample = "Ya, cerocos Rina."\n', "utf-8")
    found = load_cues(more=[more]).find("cerocosnya")
    assert found is not None
    assert found[0].root == "cerocos"
    assert load_cues().find("cerocosnya") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[[verb]]\nroot = "Kata"\nexample = "x"', "Kata"),
        ('[[verb]]\nroot = "kata"', "example"),
        ('[[verb]]\nroot = "kata"\nactive = "mengatakan"\nexample = "x"', "active"),
        ("[[verb]\n", "TOML"),
    ],
)
def test_a_broken_file_is_named(text: str, named: str) -> None:
    with pytest.raises(LexiconError, match=named):
        parse_cues(text)


def test_titles_are_checked() -> None:
    titles, ordinary = read_data("titles.toml"), read_data("ordinary.toml")
    assert "kombes" in load_titles().honorifics
    with pytest.raises(LexiconError, match="offices"):
        parse_titles(titles.replace("[offices]", "[office]"), ordinary)
    with pytest.raises(LexiconError, match="lower case"):
        parse_titles(titles.replace('"presiden"', '"Presiden"', 1), ordinary)
