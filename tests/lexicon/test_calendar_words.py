"""The calendar's tables: as shipped, and what a broken file is told."""

from __future__ import annotations

from importlib import resources

import pytest

from sumber.errors import LexiconError
from sumber.lexicon.calendar_words import calendar_words, parse_calendar_words

SHIPPED = resources.files("sumber.lexicon").joinpath("data/dates.toml").read_text(encoding="utf-8")


def test_the_week_begins_on_monday_and_the_year_in_january() -> None:
    words = calendar_words()
    assert words.weekday_names[0] == "senin"
    assert (words.weekdays["ahad"], words.weekdays["jum'at"]) == (6, 4)
    assert (words.months["januari"], words.months["nopember"], words.month_short["sept"]) == (
        1,
        11,
        9,
    )


def test_a_short_form_never_means_another_month_than_a_full_one() -> None:
    words = calendar_words()
    assert not set(words.months) & set(words.month_short)


BROKEN = {
    "[weekdays]": ("[weekdays", "is no TOML"),
    'senin = ["senin"]': ('senin = ["Senin"]', "not lower case"),
    'senin = ["senin"]\n': ("", "6 entries, expected 7"),
    "jan = 1": ("jan = 13", "expected 1 to 12"),
    'hari = "day"': ('hari = "days"', "expected one of"),
    "year = 2001": ("tahun = 2001", "lacks 'year'"),
    "[numbers]": ("[numerals]", "[numbers] is missing"),
}


@pytest.mark.parametrize("piece", BROKEN)
def test_a_broken_file_names_its_table_and_its_fault(piece: str) -> None:
    replacement, message = BROKEN[piece]
    assert piece in SHIPPED
    with pytest.raises(LexiconError, match=r"dates\.toml") as raised:
        parse_calendar_words(SHIPPED.replace(piece, replacement, 1))
    assert message in str(raised.value)
