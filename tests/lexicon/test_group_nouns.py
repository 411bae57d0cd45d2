"""The nouns for parties without a name: what a file must hold, and what the shipped one says."""

from __future__ import annotations

import pytest

from sumber.errors import LexiconError
from sumber.lexicon.entries import read_data
from sumber.lexicon.groups import GROUPS, group_by_words, longest_group, parse_groups

SHIPPED = read_data(GROUPS)


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("polisi", "COP"),
        ("pihak kepolisian", "COP"),
        ("tentara", "MIL"),
        ("massa", "CVL"),
        ("mahasiswa", "EDU"),
        ("hakim", "JUD"),
        ("wakil rakyat", "LEG"),
        ("kelompok bersenjata", "UAF"),
        ("pencari suaka", "REF"),
    ],
)
def test_sectors(words: str, sector: str) -> None:
    group = group_by_words(tuple(words.split()))
    assert group is not None
    assert group.sector == sector


def test_words_that_mean_the_same_are_one_group() -> None:
    assert group_by_words(("kepolisian",)) == group_by_words(("aparat", "kepolisian"))


def test_names_are_found_from_their_first_word() -> None:
    assert longest_group("petugas") == 3
    assert longest_group("meja") == 0


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ('[[group]]\nkind = "group"\nentries = [{ name = "polisi" }]', "drop one"),
        ('[[group]]\nkind = "crowd"\nentries = [{ name = "meja" }]', "'meja'"),
        ('[[group]]\nkind = "group"\nsector = "XXX"\nentries = [{ name = "meja" }]', "'meja'"),
    ],
)
def test_a_broken_file_is_refused_with_its_entry(extra: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        parse_groups(f"{SHIPPED}\n{extra}\n")


def test_a_missing_list_is_refused() -> None:
    with pytest.raises(LexiconError, match="light"):
        parse_groups(SHIPPED.replace("light = ", "lights = "))
