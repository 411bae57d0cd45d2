"""How words of a search are read: bounded, safe, and told apart from operators of a database."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.archive.querying import find_matches, match_expression, parse_words
from sumber.errors import UsageError


@pytest.mark.parametrize(
    ("written", "all_", "none"),
    [
        ("harga beras", [["harga"], ["beras"]], []),
        ('"harga beras"', [["harga beras"]], []),
        ("“harga beras” naik", [["harga beras"], ["naik"]], []),
        ("beras OR gabah naik", [["beras", "gabah"], ["naik"]], []),
        ("a OR b OR c", [["a", "b", "c"]], []),
        ("beras -impor", [["beras"]], ["impor"]),
        ('beras -"beras impor"', [["beras"]], ["beras impor"]),
        ("covid-19", [["covid 19"]], []),
        ("or AND NOT near", [["or"], ["and"], ["not"], ["near"]], []),
        ("Café words:x {facets}*", [["cafe"], ["words x"], ["facets"]], []),
    ],
)
def test_words_phrases_alternatives_and_exclusions(
    written: str, all_: list[list[str]], none: list[str]
) -> None:
    sought = parse_words(written)
    assert [[" ".join(term) for term in terms] for terms in sought.all] == all_
    assert [" ".join(term) for term in sought.none] == none


@pytest.mark.parametrize(
    ("written", "met"),
    [
        ("", "no word"),
        ("!!! …", "no word"),
        ("-impor", "must not be there"),
        ('"harga', "quotation mark"),
        ("OR beras", "OR"),
        ("beras OR", "OR"),
        ("beras OR OR gabah", "OR"),
        ("beras OR -gabah", "OR"),
        ("a " * 400, "at most 32"),
        ("a" * 1001, "at most 1,000"),
    ],
)
def test_a_search_that_cannot_be_is_told_how_to_be_written(written: str, met: str) -> None:
    with pytest.raises(UsageError, match=met) as error:
        parse_words(written)
    assert "word OR word" in str(error.value)


@given(st.text(max_size=60))
def test_nothing_typed_reaches_the_database_as_an_operator(written: str) -> None:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE i USING fts5(words, facets)")
    try:
        sought = parse_words(written)
    except UsageError:
        pass
    else:
        index.execute(
            "SELECT rowid FROM i WHERE i MATCH ?", (f"words : {match_expression(sought)}",)
        ).fetchall()
    index.close()


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("naik", "Harga [naik] dan [dinaikkan] lagi"),
        ('"harga naik"', "[Harga naik] dan dinaikkan lagi"),
        ("harga OR lagi -dan", "[Harga] naik dan dinaikkan [lagi]"),
        ('harga "harga naik"', "[Harga naik] dan dinaikkan lagi"),
    ],
)
def test_what_matches_is_marked(words: str, marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    shown = text
    for start, stop in reversed(find_matches(text, parse_words(words))):
        shown = f"{shown[:start]}[{shown[start:stop]}]{shown[stop:]}"
    assert shown == marked
