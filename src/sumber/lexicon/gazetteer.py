"""The gazetteer: names to places with positions.

In: `data/gazetteer.sqlite` (GeoNames: countries, first-order units, Indonesia's regencies and
cities, towns; made by `training/gazetteer.py`) and `data/places.toml` (seas, islands, quarters,
and Indonesian names). Out: frozen `Spot`s by name. Used by `places/`. The table of towns stays on
disk: a look-up reads a page or two, and what was asked before is kept.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any, Literal, get_args

from sumber.errors import LexiconError
from sumber.lexicon.countries import country_by_name, country_names
from sumber.lexicon.entries import (
    Names,
    index_names,
    is_abbreviation,
    plain_words,
    read_data,
    read_entries,
    read_table,
)

PLACES = "places.toml"
GAZETTEER = "gazetteer.sqlite"
LONGEST_ABBREVIATION = 3  # letters; from four on, capitals may be a headline's
KEPT = 20_000  # names asked for that are remembered, found or not

SpotKind = Literal[
    "country",
    "province",
    "regency",
    "city",
    "town",
    "continent",
    "region",
    "island",
    "sea",
    "ocean",
    "strait",
    "bay",
    "peninsula",
    "mountain",
    "water",
    "district",
    "quarter",
    "site",
]


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the gazetteer.

    `country` is ISO 3166 alpha-3, None for what lies in several; `region` the first-order unit;
    `lat`, `lon` WGS 84; `population` 0 where unknown; `geonames` GeoNames' number. `word`: the
    name is more often something else. `usual`: the name to show is set by hand.
    """

    name: str
    kind: SpotKind
    lat: float
    lon: float
    country: str | None = None
    region: str | None = None
    population: int = 0
    geonames: int | None = None
    aliases: tuple[str, ...] = ()
    word: bool = False
    usual: bool = False

    @property
    def identifier(self) -> str | None:
        """`geonames:524901`, or None."""
        return f"geonames:{self.geonames}" if self.geonames else None


@dataclass(frozen=True, slots=True)
class NamedSpot:
    """What a place of GeoNames is called in Indonesian news."""

    name: str
    geonames: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceData:
    """What `places.toml` holds, without the positions that only the recipe needs."""

    named: tuple[NamedSpot, ...]
    features: tuple[Spot, ...]


@cache
def load_places() -> PlaceData:
    """Give the data file's content. Raises: LexiconError if the file is broken."""
    return parse_places(read_data(PLACES))


def parse_places(text: str) -> PlaceData:
    """Read and check a file of places. Raises: LexiconError naming the entry and its fault."""
    table = read_table(text, file=PLACES)
    data = PlaceData(
        named=read_entries(table.get("named", ()), NamedSpot, file=PLACES),
        features=tuple(
            replace(spot, usual=True)
            for spot in read_entries(table.get("feature", ()), Spot, file=PLACES)
        ),
    )
    for spot in data.features:
        if not (-90 <= spot.lat <= 90 and -180 <= spot.lon <= 180):
            raise LexiconError(f"{PLACES}: {spot.name!r} lies at {spot.lat}, {spot.lon}")
    return data


@lru_cache(maxsize=KEPT)
def spots_called(words: str) -> tuple[Spot, ...]:
    """All places of that name; empty if there is none, or the words are no name.

    An abbreviation counts in its capitals only; any other name must start with one.

    >>> [(spot.name, spot.identifier) for spot in spots_called("Moskow")]
    [('Moskow', 'geonames:524901')]
    >>> [spot.kind for spot in spots_called("Laut Cina Selatan")]
    ['sea']
    >>> spots_called("selatan")
    ()
    """
    first = next((letter for letter in words if letter.isalpha()), "")
    if not first.isupper():
        return ()
    found = list(_by_hand().find(words))
    code = None if found else country_by_name(words)  # the Gaza Strip is not all Palestine
    if code and (country := _countries().get(code)):
        found.append(country)
    if len(words) > LONGEST_ABBREVIATION or not is_abbreviation(words):  # `AS` is no town `Aš`
        found.extend(_filed(plain_words(words).casefold()))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=KEPT)
def longest_name(word: str) -> int:
    """How many words the longest name has that begins with this word; 0 if none does.

    >>> longest_name("Laut"), longest_name("Menurut")
    (3, 0)
    """
    key = plain_words(word).casefold()
    first = key.split()[0] if key else ""
    row = _base().execute("SELECT words FROM opening WHERE word = ?", (first,)).fetchone()
    return max(row[0] if row else 0, _openings().get(first, 0))


@cache
def _openings() -> Mapping[str, int]:
    """First words of the names that are not in the table, to the words of the longest."""
    data = load_places()
    hand = [name for spot in data.features for name in (spot.name, *spot.aliases)]
    hand += [name for named in data.named for name in (named.name, *named.aliases)]
    longest: dict[str, int] = {}
    for name in (*hand, *(name for name, _ in country_names())):
        words = plain_words(name).casefold().split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


@cache
def _countries() -> Mapping[str, Spot]:
    """All countries by their codes."""
    rows = _base().execute("SELECT * FROM place WHERE kind = 'country'")
    return {spot.country: spot for spot in map(_spot, rows) if spot.country}


def _filed(key: str) -> Iterator[Spot]:
    """The rows of the gazetteer that are called so."""
    ask = "SELECT place.* FROM called JOIN place ON place.id = called.place WHERE called.name = ?"
    for row in _base().execute(ask, (key,)):
        yield _spot(row)


def _spot(row: tuple[Any, ...]) -> Spot:
    number, name, kind, country, region, lat, lon, population = row
    usual = _usual_names().get(number)
    return Spot(
        name=usual or name,
        kind=kind,
        lat=lat,
        lon=lon,
        country=country,
        region=region,
        population=population,
        geonames=number,
        usual=usual is not None,
    )


@cache
def _usual_names() -> Mapping[int, str]:
    return {named.geonames: named.name for named in load_places().named}


@cache
def _by_hand() -> Names[Spot]:
    """The features and, under their Indonesian names, the places of GeoNames."""
    pairs = [(n, s) for s in load_places().features for n in (s.name, *s.aliases)]
    for named in load_places().named:
        spot = _numbered(named.geonames)
        pairs.extend((name, spot) for name in (named.name, *named.aliases))
    return index_names(pairs)


def _numbered(number: int) -> Spot:
    row = _base().execute("SELECT * FROM place WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise LexiconError(f"{PLACES}: the gazetteer has no place geonames:{number}")
    return _spot(row)


def _base() -> sqlite3.Connection:
    """The gazetteer, opened once in each process: SQLite's connections do not survive a fork."""
    return _open(os.getpid())


@cache
def _open(_process: int) -> sqlite3.Connection:
    with as_file(files("sumber.lexicon") / "data" / GAZETTEER) as path:
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(address, uri=True, check_same_thread=False)


def spot_kinds() -> tuple[str, ...]:
    """All kinds of places."""
    return get_args(SpotKind)
