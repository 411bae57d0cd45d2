"""Files of named entries say what is wrong with them, and names are found as news writes them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.errors import LexiconError
from sumber.lexicon.entries import index_names, plain_words, read_entries, read_table


@dataclass(frozen=True, slots=True)
class Body:
    """An entry of a file made up here."""

    name: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


def read(text: str) -> tuple[Body, ...]:
    return read_entries(read_table(text, file="x.toml")["group"], Body, file="x.toml")


def test_an_entry_takes_what_its_group_says_and_its_own_field_wins() -> None:
    text = """
        [[group]]
        country = "IDN"
        entries = [{ name = "Badan Contoh" }, { name = "Kantor Lain", country = "RUS" }]
    """
    assert [body.country for body in read(text)] == ["IDN", "RUS"]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('{ name = "A", conutry = "IDN" }', "unknown fields ['conutry']"),
        ('{ country = "IDN" }', "lacks ['name']"),
        ('{ name = "A", country = "IND0" }', "no ISO 3166 alpha-3 code"),
        ('{ name = "A", aliases = "B" }', "Expected `array`"),
        ('{ name = "A", aliases = ["B "] }', "loose blanks"),
        ('{ name = "A", since = "2014-13" }', "is not YYYY"),
        ('{ name = "A", since = "2019", until = "2014" }', "ends 2014 before"),
    ],
)
def test_a_fault_names_the_file_and_what_is_wrong(entry: str, fault: str) -> None:
    with pytest.raises(LexiconError) as raised:
        read(f"[[group]]\nentries = [{entry}]")
    assert str(raised.value).startswith("x.toml: ")
    assert fault in str(raised.value)


def test_a_fault_names_the_entry() -> None:
    with pytest.raises(LexiconError, match="'Badan Contoh'"):
        read('[[group]]\nentries = [{ name = "Badan Contoh", since = "kemarin" }]')


def test_what_is_no_toml_is_said_so() -> None:
    with pytest.raises(LexiconError, match=r"x\.toml: not valid TOML"):
        read_table("[[group", file="x.toml")


NAMES = index_names(
    [("AS", 1), ("Kim Jong-un", 2), ("Bank Dunia", 3), ("Unicef", 4), ("UNICEF", 4)]
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("AS", (1,)),
        ("As", ()),
        ("as", ()),
        ("Kim Jong Un", (2,)),
        ("KIM JONG-UN", (2,)),
        ("Bank  Dunia", (3,)),
        ("bank dunia", ()),
        ("Unicef", (4,)),
        ("UNICEF", (4,)),
        ("", ()),
    ],
)
def test_names_are_found_as_news_writes_them(words: str, found: tuple[int, ...]) -> None:
    assert NAMES.find(words) == found


def test_a_name_of_several_gives_all_in_order() -> None:
    assert index_names([("PBB", "dunia"), ("PBB", "partai")]).find("PBB") == ("dunia", "partai")


@given(st.text())
def test_any_words_can_be_looked_up(words: str) -> None:
    NAMES.find(words)
    plain = plain_words(words)
    assert plain == " ".join(plain.split())
