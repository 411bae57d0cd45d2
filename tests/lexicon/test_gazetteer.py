"""The gazetteer: its file, what is added by hand, and looking up."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pycountry
import pytest
from babel import Locale

from sumber.errors import LexiconError
from sumber.lexicon.countries import country_name
from sumber.lexicon.entries import plain_words
from sumber.lexicon.gazetteer import (
    load_places,
    longest_name,
    parse_places,
    spot_kinds,
    spots_called,
)
from sumber.lexicon.place_words import load_place_words

DOCS = Path(__file__).parents[2] / "docs" / "places.md"
BASE = files("sumber.lexicon") / "data" / "gazetteer.sqlite"


@pytest.mark.parametrize(
    ("words", "name", "country", "kind", "number"),
    [
        ("Moskow", "Moskow", "RUS", "town", 524901),
        ("Pyongyang", "Pyongyang", "PRK", "town", 1871859),
        ("Korea Utara", "Korea Utara", "PRK", "country", 1873107),
        ("AS", "Amerika Serikat", "USA", "country", 6252001),
        ("Laut Cina Selatan", "Laut China Selatan", None, "sea", None),
        ("Tepi Barat", "Tepi Barat", "PSE", "region", None),
        ("Jalur Gaza", "Jalur Gaza", "PSE", "region", None),
        ("Kabupaten Garut", "Kabupaten Garut", "IDN", "regency", 1644408),
        ("Jabar", "Jawa Barat", "IDN", "province", 1642672),
        ("Papua Pegunungan", "Papua Pegunungan", "IDN", "province", 12503512),
        ("Selat Malaka", "Selat Malaka", None, "strait", None),
        ("JAKARTA SELATAN", "Jakarta Selatan", "IDN", "city", 1642905),
    ],
)
def test_a_name_gives_its_place(
    words: str, name: str, country: str | None, kind: str, number: int | None
) -> None:
    assert (name, country, kind, number) in [
        (spot.name, spot.country, spot.kind, spot.geonames) for spot in spots_called(words)
    ]


def test_small_letters_are_no_name_and_an_abbreviation_is_as_printed() -> None:
    assert not spots_called("batu")
    assert [spot.kind for spot in spots_called("AS")] == ["country"]


def test_all_provinces_of_iso_3166_are_there() -> None:
    """38 provinces, under the names of ISO 3166-2 or a longer one of their own."""
    base = sqlite3.connect(str(BASE))
    ask = "SELECT count(*) FROM place WHERE kind = 'province' AND country = 'IDN'"
    iso = [s for s in pycountry.subdivisions if s.country_code == "ID" and s.parent_code]
    assert base.execute(ask).fetchone() == (len(iso),) == (38,)


def test_regencies_and_cities_of_indonesia_are_there() -> None:
    """514 by law: 416 regencies and 98 cities, six of which are parts of Jakarta."""
    base = sqlite3.connect(str(BASE))
    ask = "SELECT kind, count(*) FROM place WHERE country = 'IDN' GROUP BY kind"
    counts = dict(base.execute(ask).fetchall())
    assert 410 <= counts["regency"] <= 420
    assert 95 <= counts["city"] <= 98


def test_every_country_has_a_position_that_is_its_own() -> None:
    base = sqlite3.connect(str(BASE))
    rows = base.execute("SELECT name, country, lat, lon FROM place WHERE kind = 'country'")
    for name, country, lat, lon in rows:
        assert name == country_name(country)
        assert -90 <= lat <= 90
        assert -180 <= lon <= 180


def test_the_file_names_its_sources_and_licence() -> None:
    rows = sqlite3.connect(str(BASE)).execute("SELECT data, licence FROM source").fetchall()
    assert rows == [("GeoNames", "CC BY 4.0")] * 2


def test_all_kinds_are_known() -> None:
    base = sqlite3.connect(str(BASE))
    kinds = {kind for (kind,) in base.execute("SELECT DISTINCT kind FROM place")}
    kinds |= {spot.kind for spot in load_places().features}
    assert kinds <= set(spot_kinds())


def test_names_added_by_hand_are_found_and_reached_from_their_first_word() -> None:
    data = load_places()
    named = [(each.name, each.aliases) for each in data.named]
    for usual, aliases in (*named, *((each.name, each.aliases) for each in data.features)):
        for name in (usual, *aliases):
            assert spots_called(name)[0].name == usual, name
            assert longest_name(name.split()[0]) >= len(plain_words(name).split()), name


def test_units_added_by_hand_lie_in_regions_of_the_gazetteer() -> None:
    base = sqlite3.connect(str(BASE))
    regions = set(base.execute("SELECT country, region FROM place WHERE region NOT NULL"))
    provinces = {region for country, region in regions if country == "IDN"}
    for spot in load_places().features:
        if spot.country == "IDN" and spot.region:
            assert spot.region in provinces, spot.name


def test_countries_are_found_under_all_their_indonesian_names() -> None:
    from_words = {"CX", "IM"}  # CLDR's names of these are nearly always something else
    uninhabited = {"BV", "HM", "UM", "AQ", "GS", "TF", "IO", *from_words}
    for code, name in Locale("id").territories.items():
        country = pycountry.countries.get(alpha_2=code)
        if country and code not in uninhabited and name == country_name(country.alpha_3):
            assert spots_called(name), name


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[[feature]]\nentries = [{ name = "X", kind = "sea", lat = 91, lon = 0 }]', "lies at"),
        ('[[feature]]\nentries = [{ name = "X", kind = "moon", lat = 1, lon = 0 }]', "moon"),
        ('[[named]]\nentries = [{ name = "X" }]', "geonames"),
        ("[[named", "TOML"),
    ],
)
def test_a_broken_file_says_what_is_wrong(text: str, fault: str) -> None:
    with pytest.raises(LexiconError, match=fault):
        parse_places(text)


def test_lists_of_words_do_not_contradict_each_other() -> None:
    words = load_place_words()
    for one, other in pairwise([words.territorial_heads, words.other_heads]):
        assert not set(one) & set(other) - {"plaza"}


def test_the_docs_count_what_the_files_hold() -> None:
    base = sqlite3.connect(str(BASE))
    counts = dict(base.execute("SELECT kind, count(*) FROM place GROUP BY kind").fetchall())
    data = load_places()
    by_hand = f"{len(data.features)} and {len(data.named)}"
    rows = [
        f"| countries and territories | {counts['country']:,} |",
        f"| first-order units | {counts['province']:,} |",
        f"| Indonesia's regencies and cities | {counts['regency'] + counts['city']:,} |",
        f"| towns | {counts['town']:,} |",
        f"| by hand: features, and names of places of GeoNames | {by_hand} |",
    ]
    page = DOCS.read_text("utf-8")
    assert [row for row in rows if row not in page] == []
