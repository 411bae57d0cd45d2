"""The words around names of places: what they are, what speaks for them and what against.

In: `data/place_words.toml`. Out: a frozen `PlaceWords` of lower-case words and of names. Used by
`places/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sumber.lexicon.entries import plain_words, read_data
from sumber.lexicon.lists import parse_lists

FILE = "place_words.toml"


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of the file; `kind_*` are the words in front of each kind of place."""

    kind_regency: tuple[str, ...]
    kind_city: tuple[str, ...]
    kind_province: tuple[str, ...]
    kind_district: tuple[str, ...]
    kind_village: tuple[str, ...]
    kind_island: tuple[str, ...]
    kind_sea: tuple[str, ...]
    kind_strait: tuple[str, ...]
    kind_bay: tuple[str, ...]
    kind_mountain: tuple[str, ...]
    kind_water: tuple[str, ...]
    kind_peninsula: tuple[str, ...]
    implied_regency: tuple[str, ...]
    implied_city: tuple[str, ...]
    implied_province: tuple[str, ...]
    other_heads: tuple[str, ...]
    near_prepositions: tuple[str, ...]
    near_locative: tuple[str, ...]
    near_nouns: tuple[str, ...]
    near_small_offices: tuple[str, ...]
    territorial_heads: tuple[str, ...]
    whole_names: tuple[str, ...]
    clubs_names: tuple[str, ...]
    doubtful_names: tuple[str, ...]


@cache
def load_place_words() -> PlaceWords:
    """Give the file's lists. Raises: LexiconError if it is broken."""
    return parse_lists(read_data(FILE), PlaceWords, FILE)


@cache
def kind_words() -> Mapping[str, str]:
    """Words in front of a name to the kind of place that they announce.

    >>> kind_words()["kabupaten"], kind_words()["gunung"]
    ('regency', 'mountain')
    """
    return _by_word("kind_")


@cache
def implied_kinds() -> Mapping[str, str]:
    """Words in front of a name to the kind of unit that they are of.

    >>> implied_kinds()["bupati"]
    'regency'
    """
    return _by_word("implied_")


def _by_word(prefix: str) -> Mapping[str, str]:
    words = load_place_words()
    lists = [field for field in words.__slots__ if field.startswith(prefix)]
    return {word: each.removeprefix(prefix) for each in lists for word in getattr(words, each)}


@cache
def whole_names() -> frozenset[str]:
    """Names that hold a place's name and are none, folded."""
    return frozenset(plain_words(name).casefold() for name in load_place_words().whole_names)


@cache
def club_names() -> frozenset[str]:
    """Towns that are nearly always their club, folded."""
    return frozenset(plain_words(name).casefold() for name in load_place_words().clubs_names)


@cache
def doubtful_names() -> frozenset[str]:
    """Names of places that count with evidence only, folded."""
    return frozenset(plain_words(name).casefold() for name in load_place_words().doubtful_names)
