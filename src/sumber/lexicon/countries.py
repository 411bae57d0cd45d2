"""Countries and what stands for them: names to ISO 3166 alpha-3 codes, codes to names, seats.

In: the Indonesian and English names of CLDR (Babel), the codes and names of ISO 3166 (pycountry),
and, for what neither knows, `data/countries.toml`. Out: codes, names, and `Seat`s, the capitals
and buildings that stand for a government. Used by `actors/` and `places/`. Everything is built at
the first call and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import pycountry
from babel import Locale

from sumber.errors import LexiconError
from sumber.lexicon.entries import (
    KOSOVO,
    Names,
    alpha3_codes,
    index_names,
    read_data,
    read_entries,
    read_table,
)

COUNTRIES = "countries.toml"
# CLDR gives these islands the names of Indonesian days, names and words: they are never in the
# news, and `Natal` and `Man` nearly always are something else.
NEVER_BY_NAME = frozenset({"BVT", "CXR", "IMN", "HMD", "UMI"})

NameReason = Literal["variant", "short", "foreign", "former", "past", "part"]
SeatKind = Literal["capital", "seat", "area"]


@dataclass(frozen=True, slots=True)
class CountryName:
    """A name that the packages lack, and why it stands in the file."""

    name: str
    country: str
    why: NameReason


@dataclass(frozen=True, slots=True)
class Seat:
    """A place that stands for a government or body.

    A `seat` is a building and nearly always the body; a `capital` (a city) or an `area` (a quarter
    or street) may as well be just the place.
    `organisation` is the name in `institutions.toml`; None where the whole government is meant.
    """

    name: str
    country: str
    kind: SeatKind
    organisation: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountryData:
    """What `countries.toml` holds: names to show by code, more names, seats."""

    usual: Mapping[str, str]
    names: tuple[CountryName, ...]
    seats: tuple[Seat, ...]


@cache
def load_countries() -> CountryData:
    """Give the data file's content. Raises: LexiconError if the file is broken."""
    return parse_countries(read_data(COUNTRIES))


def parse_countries(text: str) -> CountryData:
    """Read and check a file of countries. Raises: LexiconError naming the entry and its fault."""
    table = read_table(text, file=COUNTRIES)
    data = CountryData(
        usual=table.get("usual", {}),
        names=read_entries(table.get("name", ()), CountryName, file=COUNTRIES),
        seats=read_entries(table.get("seats", ()), Seat, file=COUNTRIES),
    )
    _check(data)
    return data


def country_by_name(words: str) -> str | None:
    """The alpha-3 code of a country's name, in Indonesian or English; None if it is none.

    An abbreviation counts in its capitals only; any other name must start with one.

    >>> country_by_name("Korea Utara"), country_by_name("AS"), country_by_name("Tiongkok")
    ('PRK', 'USA', 'CHN')
    >>> country_by_name("as")
    """
    found = _names().find(words)
    return found[0] if found else None


def country_name(alpha3: str, lang: Literal["id", "en"] = "id") -> str:
    """The usual name of a country. Raises: KeyError if there is no such code.

    >>> country_name("GBR"), country_name("GBR", "en"), country_name("MMR")
    ('Inggris', 'United Kingdom', 'Myanmar')
    """
    if lang == "id" and (usual := load_countries().usual.get(alpha3)):
        return usual
    return _shown(lang)[alpha3]


def seat_of(words: str) -> Seat | None:
    """The seat of that name; None if the words are none.

    >>> seat_of("Senayan").organisation
    'Dewan Perwakilan Rakyat'
    >>> seat_of("Moskow").country, seat_of("Moskow").organisation
    ('RUS', None)
    """
    found = _seats().find(words)
    return found[0] if found else None


def country_names() -> Iterator[tuple[str, str]]:
    """All names of countries with their codes, in the order in which they decide."""
    yield from ((entry.name, entry.country) for entry in load_countries().names)
    yield from ((name, code) for code, name in load_countries().usual.items())
    for lang in ("id", "en"):
        for code, name in _shown(lang).items():
            if code not in NEVER_BY_NAME:
                yield name, code
    yield from _iso_names()


def _iso_names() -> Iterator[tuple[str, str]]:
    for country in pycountry.countries:
        for key in ("name", "common_name", "official_name"):
            name = getattr(country, key, None)
            # `Korea, Republic of` is an index entry, and no name that a text has.
            if name and "," not in name and country.alpha_3 not in NEVER_BY_NAME:
                yield name, country.alpha_3


@cache
def _names() -> Names[str]:
    """Names to codes; the file's own names come first and so decide."""
    return index_names(country_names())


@cache
def _seats() -> Names[Seat]:
    return index_names((name, seat) for seat in load_countries().seats for name in _called(seat))


def _called(seat: Seat) -> tuple[str, ...]:
    return (seat.name, *seat.aliases)


@cache
def _shown(lang: str) -> Mapping[str, str]:
    """Alpha-3 codes to CLDR's names in a language, and ISO's for states that are no more."""
    past = {state.alpha_3: state.name for state in pycountry.historic_countries}
    names: Mapping[str, str] = Locale(lang).territories
    codes = {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": KOSOVO}
    return past | {codes[short]: name for short, name in names.items() if short in codes}


def _check(data: CountryData) -> None:
    if unknown := sorted(data.usual.keys() - set(alpha3_codes())):
        raise LexiconError(f"{COUNTRIES}: [usual] has {unknown}, which are no alpha-3 codes")
    _check_once([(entry.name, entry) for entry in data.names])
    _check_once([(name, seat) for seat in data.seats for name in _called(seat)])


def _check_once(pairs: list[tuple[str, Any]]) -> None:
    names = [name for name, _ in pairs]
    if twice := sorted(name for name in set(names) if names.count(name) > 1):
        raise LexiconError(f"{COUNTRIES}: {twice} are given more than once")
