"""The registry of outlets, and the lists of words: found as they should be, checked on load."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from sumber.errors import LexiconError
from sumber.lexicon.credit_cues import load_credit_cues, parse_credit_cues
from sumber.lexicon.lists import any_of
from sumber.lexicon.outlets import (
    KINDS,
    load_outlets,
    outlet_by_domain,
    outlet_by_name,
    parse_outlets,
)
from sumber.lexicon.pages import load_page_patterns, parse_page_patterns

ENTRY = """
[[outlet]]
name = "Warta Contoh"
domains = ["wartacontoh.example"]
kind = "online"
country = "IDN"
"""


def test_the_registry_is_wide_enough() -> None:
    outlets = load_outlets()
    assert sum(o.country == "IDN" and o.kind != "agency" for o in outlets) >= 45
    assert sum(o.kind == "agency" or o.country != "IDN" for o in outlets) >= 28
    assert {o.kind for o in outlets} <= KINDS
    assert load_outlets() is outlets


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.kompas.com", "Kompas.com"),
        ("regional.kompas.com", "Kompas.com"),
        ("KOMPAS.ID.", "Kompas"),
        ("jabar.tribunnews.com", "Tribun Jabar"),
        ("www.tribunnews.com", "Tribunnews"),
        ("radarjabar.disway.id", "Radar Jabar"),
        ("disway.id", "Disway"),
        ("jakarta.suara.com", "SuaraJakarta.id"),
        ("en.antaranews.com", "Antara"),
        ("news.sky.com", "Sky News"),
    ],
)
def test_a_host_belongs_to_the_longest_known_name(host: str, name: str) -> None:
    outlet = outlet_by_domain(host)
    assert outlet is not None
    assert outlet.name == name


@pytest.mark.parametrize(
    "host", ["", "com", "notkompas.com", "kompas.com.contoh.example", "127.0.0.1"]
)
def test_an_unknown_host_has_no_outlet(host: str) -> None:
    assert outlet_by_domain(host) is None


def test_names_and_aliases_are_found_whatever_their_capitals() -> None:
    names = [
        "antara",
        "ANTARA  News",
        "kantor berita pusat korea",
        "Detik.com",
        "tempo.co",
        "bbc news",
    ]
    found = [outlet_by_name(name) for name in names]
    assert [o.name if o else None for o in found] == [
        "Antara",
        "Antara",
        "KCNA",
        "detikcom",
        "Tempo",
        "BBC",
    ]
    assert outlet_by_name("Warta Tiada") is None
    assert outlet_by_name("") is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[outlet", "not valid TOML"),
        (ENTRY + ENTRY, r"\['Warta Contoh'\] are given more than once"),
        (ENTRY.replace('"online"', '"koran"'), "is of kind 'koran'"),
        (ENTRY.replace('"IDN"', '"ID"'), "country 'ID' is no alpha-3 code"),
        (ENTRY.replace('kind = "online"\n', ""), r"lacks \['kind'\]"),
        (ENTRY + 'pemilik = "x"\n', r"unknown fields \['pemilik'\]"),
        (ENTRY.replace('["wartacontoh.example"]', '"wartacontoh.example"'), "of the wrong type"),
        (ENTRY + "common = 1\n", "of the wrong type"),
        (ENTRY.replace("wartacontoh", "Https://WartaContoh"), "no lower-case domain"),
        (
            ENTRY + ENTRY.replace("Warta Contoh", "Warta Lain"),
            "stands for 'Warta Contoh' and 'Warta Lain'",
        ),
    ],
)
def test_a_broken_registry_names_the_fault(text: str, fault: str) -> None:
    with pytest.raises(LexiconError, match=fault):
        parse_outlets(text)


@pytest.mark.parametrize("parse", [parse_page_patterns, parse_credit_cues])
@pytest.mark.parametrize(
    ("text", "fault"),
    [("[a", "not valid TOML"), ("[tak]\nada = ['x']", "differ from those expected")],
)
def test_broken_lists_name_the_fault(parse: Callable[[str], object], text: str, fault: str) -> None:
    with pytest.raises(LexiconError, match=fault):
        parse(text)


def test_the_lists_are_loaded_once() -> None:
    assert load_page_patterns() is load_page_patterns()
    assert load_credit_cues() is load_credit_cues()


def test_any_of_prefers_the_longest_phrase_over_any_white_space() -> None:
    found = re.match(any_of(["baca", "baca juga", "[gambas"]), "baca \n juga ini")
    assert found is not None
    assert found[0] == "baca \n juga"
