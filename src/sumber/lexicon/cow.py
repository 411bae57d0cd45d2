"""Countries in the Correlates of War list: ISO 3166 alpha-3 codes in, its numbers out.

In: `data/cow.toml`. Used by `tables/`, whose rows can so be joined with data sets of conflict.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sumber.errors import LexiconError
from sumber.lexicon.entries import alpha3_codes, read_data, read_table

FILE = "cow.toml"


def cow_number(alpha3: str) -> int | None:
    """The number of a state in the list; None where the list has no such state.

    >>> cow_number("IDN"), cow_number("PSE")
    (850, None)
    """
    return _numbers().get(alpha3)


@cache
def _numbers() -> Mapping[str, int]:
    return parse_numbers(read_data(FILE))


def parse_numbers(text: str) -> Mapping[str, int]:
    """Numbers by code. Raises: LexiconError for codes that are none and numbers given twice."""
    numbers: Mapping[str, int] = read_table(text, file=FILE).get("numbers", {})
    if odd := sorted(numbers.keys() - set(alpha3_codes())):
        raise LexiconError(f"{FILE}: {odd} are no ISO 3166 alpha-3 codes")
    held = list(numbers.values())
    if twice := sorted({number for number in held if held.count(number) > 1}):
        raise LexiconError(f"{FILE}: {twice} are given more than once")
    return numbers
