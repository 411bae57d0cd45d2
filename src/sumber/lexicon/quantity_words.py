"""Words of counts and amounts: numbers, what bounds them, what they count.

In: `data/quantity_words.toml` and the closed classes below, which the grammar of numbers is made
of. Out: a frozen `QuantityWords`. Used by `quantities/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sumber.lexicon.entries import read_data
from sumber.lexicon.lists import parse_lists

FILE = "quantity_words.toml"

DIGITS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
    )
}
SCALES: Mapping[str, float] = {
    "ribu": 1e3,
    "rb": 1e3,
    "juta": 1e6,
    "jt": 1e6,
    "miliar": 1e9,
    "milyar": 1e9,
    "triliun": 1e12,
    "trilyun": 1e12,
}
# `puluhan` is a number of tens and less than a hundred, and so on: "puluhan ribu" 20,000-99,999.
INDEFINITE: Mapping[str, tuple[float, float]] = {
    "belasan": (11, 19),
    "puluhan": (20, 99),
    "ratusan": (100, 999),
    "ribuan": (1_000, 9_999),
    "jutaan": (1e6, 9_999_999),
    "miliaran": (1e9, 9_999_999_999),
    "milyaran": (1e9, 9_999_999_999),
    "triliunan": (1e12, 9_999_999_999_999),
}
# In front of a number, and behind it: ISO 4217.
SYMBOLS: Mapping[str, str] = {
    "rp": "IDR",
    "us$": "USD",
    "usd": "USD",
    "$": "USD",
    "s$": "SGD",
    "sgd": "SGD",
    "a$": "AUD",
    "aud": "AUD",
    "rm": "MYR",
    "myr": "MYR",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "sar": "SAR",
    "idr": "IDR",
}
CURRENCIES: Mapping[str, str] = {
    "rupiah": "IDR",
    "dolar singapura": "SGD",
    "dollar singapura": "SGD",
    "dolar australia": "AUD",
    "dollar australia": "AUD",
    "dolar hong kong": "HKD",
    "dolar kanada": "CAD",
    "dolar as": "USD",
    "dollar as": "USD",
    "us dollar": "USD",
    "us dolar": "USD",
    "usd": "USD",
    "dolar": "USD",
    "dollar": "USD",
    "euro": "EUR",
    "poundsterling": "GBP",
    "pound sterling": "GBP",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "won": "KRW",
    "baht": "THB",
    "ringgit": "MYR",
    "peso": "PHP",
    "rupee": "INR",
    "rubel": "RUB",
    "riyal": "SAR",
    "dirham": "AED",
    "lira": "TRY",
    "hryvnia": "UAH",
    "franc swiss": "CHF",
}
AREAS: Mapping[str, str] = {
    "hektare": "ha",
    "hektar": "ha",
    "ha": "ha",
    "kilometer persegi": "km2",
    "km persegi": "km2",
    "km2": "km2",
    "km²": "km2",
    "meter persegi": "m2",
    "m2": "m2",
    "m²": "m2",
    "are": "are",
    "acre": "acre",
    "mil persegi": "mi2",
}


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """The lists of the file."""

    bounds_at_least: tuple[str, ...]
    bounds_at_most: tuple[str, ...]
    bounds_nearly: tuple[str, ...]
    bounds_about: tuple[str, ...]
    bounds_behind: tuple[str, ...]
    apart_before: tuple[str, ...]
    apart_behind: tuple[str, ...]
    apart_others: tuple[str, ...]
    apart_phrases: tuple[str, ...]
    counters_persons: tuple[str, ...]
    counters_things: tuple[str, ...]
    nouns_people: tuple[str, ...]
    nouns_troops: tuple[str, ...]
    nouns_dead: tuple[str, ...]
    nouns_displaced: tuple[str, ...]
    nouns_arrested: tuple[str, ...]
    nouns_weapons: tuple[str, ...]
    states_dead: tuple[str, ...]
    states_wounded: tuple[str, ...]
    states_missing: tuple[str, ...]
    states_displaced: tuple[str, ...]
    states_arrested: tuple[str, ...]
    acts_dead: tuple[str, ...]
    acts_wounded: tuple[str, ...]
    acts_displaced: tuple[str, ...]
    acts_arrested: tuple[str, ...]
    parts_of_whole: tuple[str, ...]
    parts_including: tuple[str, ...]
    sums_verbs: tuple[str, ...]


@cache
def load_quantity_words() -> QuantityWords:
    """Give the file's lists. Raises: LexiconError if it is broken."""
    return parse_lists(read_data(FILE), QuantityWords, FILE)


@cache
def kinds_of(table: str) -> Mapping[str, str]:
    """The words of a table to the kind of quantity that they tell.

    >>> kinds_of("nouns")["tentara"], kinds_of("acts")["menewaskan"]
    ('troops', 'dead')
    """
    words = load_quantity_words()
    fields = [field for field in words.__slots__ if field.startswith(f"{table}_")]
    return {w: field.removeprefix(f"{table}_") for field in fields for w in getattr(words, field)}
