"""Names of countries: from the packages, and from the file only what they lack."""

from __future__ import annotations

import pycountry
import pytest

from sumber.errors import LexiconError
from sumber.lexicon import countries
from sumber.lexicon.countries import country_by_name, country_name, parse_countries, seat_of
from sumber.lexicon.entries import alpha3_codes, index_names
from sumber.lexicon.institutions import institutions_by_name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("AS", "USA"),
        ("Amerika Serikat", "USA"),
        ("Amerika", "USA"),
        ("Inggris", "GBR"),
        ("Cina", "CHN"),
        ("China", "CHN"),
        ("Tiongkok", "CHN"),
        ("Korut", "PRK"),
        ("Korea Utara", "PRK"),
        ("KOREA SELATAN", "KOR"),
        ("Korsel", "KOR"),
        ("Saudi", "SAU"),
        ("Arab Saudi", "SAU"),
        ("UEA", "ARE"),
        ("Uni Emirat Arab", "ARE"),
        ("Birma", "MMR"),
        ("Myanmar", "MMR"),
        ("Palestina", "PSE"),
        ("Kosovo", "XKX"),
        ("Taiwan", "TWN"),
        ("Uni Soviet", "SUN"),
        ("Mesir", "EGY"),
        ("Belanda", "NLD"),
        ("Prancis", "FRA"),
        ("Perancis", "FRA"),
        ("Turki", "TUR"),
        ("Turkiye", "TUR"),
        ("Türkiye", "TUR"),
        ("Germany", "DEU"),
        ("RI", "IDN"),
        ("Pantai Gading", "CIV"),
        ("East Timor", "TLS"),
        ("Kongo", "COD"),
        ("Yordania", "JOR"),
    ],
)
def test_a_country_is_known_by_its_name(name: str, code: str) -> None:
    assert country_by_name(name) == code


@pytest.mark.parametrize(
    "words",
    [
        "as",
        "As",
        "ri",
        "Ri",
        "us",
        "peru",
        "mali",
        "Eropa",
        "Uni Eropa",
        "PBB",
        "Natal",
        "Man",
        "Korea",
        "Arab",
        "",
    ],
)
def test_what_is_no_country_is_none(words: str) -> None:
    assert country_by_name(words) is None


def test_every_country_in_force_is_found_by_the_name_that_is_shown() -> None:
    shown = {c.alpha_3: country_name(c.alpha_3) for c in pycountry.countries}
    lost = {c: n for c, n in shown.items() if country_by_name(n) != c}
    assert lost.keys() == countries.NEVER_BY_NAME


def test_every_code_has_a_name_in_both_languages() -> None:
    assert all(country_name(code) and country_name(code, "en") for code in alpha3_codes())


def test_a_shown_name_has_no_brackets_or_dashes() -> None:
    odd = {c.alpha_3 for c in pycountry.countries if set("()–") & set(country_name(c.alpha_3))}
    assert odd == {"CCK"}  # Kepulauan Cocos (Keeling) is its name


def test_the_file_holds_nothing_that_the_packages_know() -> None:
    pairs = [(n, c) for lang in ("id", "en") for c, n in countries._shown(lang).items()]
    known = index_names([*pairs, *countries._iso_names()])
    entries = countries.load_countries().names
    assert [e.name for e in entries if known.find(e.name)[:1] == (e.country,)] == []


def test_a_seat_says_whether_it_may_be_just_a_place() -> None:
    kinds = {
        name: seat.kind for name in ("Moskow", "Kremlin", "Senayan") if (seat := seat_of(name))
    }
    assert kinds == {"Moskow": "capital", "Kremlin": "seat", "Senayan": "area"}


@pytest.mark.parametrize(
    ("words", "country", "organisation"),
    [
        ("Washington", "USA", None),
        ("Gedung Putih", "USA", "Gedung Putih"),
        ("Pyongyang", "PRK", None),
        ("Istana", "IDN", "Istana Kepresidenan"),
        ("Pentagon", "USA", "Departemen Pertahanan Amerika Serikat"),
        ("Brussel", "BEL", "Uni Eropa"),
    ],
)
def test_a_seat_stands_for(words: str, country: str, organisation: str | None) -> None:
    seat = seat_of(words)
    assert seat is not None
    assert (seat.country, seat.organisation) == (country, organisation)


def test_a_seat_in_small_letters_is_none() -> None:
    assert seat_of("istana") is None


def test_every_seat_stands_for_a_body_that_is_known() -> None:
    stood_for = {seat.organisation for seat in countries.load_countries().seats}
    assert [name for name in stood_for if name and not institutions_by_name(name)] == []


def test_a_name_given_twice_is_refused() -> None:
    entry = '{ name = "XY", country = "USA" }'
    with pytest.raises(LexiconError, match="'XY'"):
        parse_countries(f'[[name]]\nwhy = "short"\nentries = [{entry}, {entry}]')


def test_a_name_to_show_needs_a_code() -> None:
    with pytest.raises(LexiconError, match="ZZZ"):
        parse_countries('[usual]\nZZZ = "Antah-berantah"')
