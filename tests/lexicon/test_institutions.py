"""Institutions are found by name, abbreviation and local pattern, the more usual first."""

from __future__ import annotations

import pytest

from sumber.errors import LexiconError
from sumber.lexicon.institutions import (
    Institution,
    institutions_by_name,
    load_institutions,
    parse_institutions,
)


def first(words: str) -> Institution:
    return institutions_by_name(words)[0]


@pytest.mark.parametrize(
    ("words", "name", "sector"),
    [
        ("KPK", "Komisi Pemberantasan Korupsi", "JUD"),
        ("Kemenlu", "Kementerian Luar Negeri", "GOV"),
        ("KLHK", "Kementerian Lingkungan Hidup dan Kehutanan", "GOV"),
        ("DPR RI", "Dewan Perwakilan Rakyat", "LEG"),
        ("DPR-RI", "Dewan Perwakilan Rakyat", "LEG"),
        ("BIN", "Badan Intelijen Negara", "SPY"),
        ("POLRI", "Kepolisian Negara Republik Indonesia", "COP"),
        ("TNI-AL", "TNI Angkatan Laut", "MIL"),
        ("Densus 88", "Detasemen Khusus 88 Antiteror", "COP"),
        ("PDI-P", "Partai Demokrasi Indonesia Perjuangan", "PTY"),
        ("Nasdem", "Partai NasDem", "PTY"),
        ("OPM", "Organisasi Papua Merdeka", "REB"),
        ("JAD", "Jamaah Ansharut Daulah", "UAF"),
        ("NATO", "Pakta Pertahanan Atlantik Utara", "MIL"),
        ("Garda Revolusi", "Korps Garda Revolusi Islam", "MIL"),
        ("Amnesty International", "Amnesty International", "SOC"),
        ("Pentagon", "Departemen Pertahanan Amerika Serikat", "MIL"),
    ],
)
def test_an_institution_is_known_by(words: str, name: str, sector: str) -> None:
    assert (first(words).name, first(words).sector) == (name, sector)


@pytest.mark.parametrize(
    "words", ["bin", "Bin", "pan", "Pan", "ma", "is", "Is", "bank dunia", "act", "Polda", ""]
)
def test_a_word_is_no_institution(words: str) -> None:
    assert institutions_by_name(words) == ()


def test_pbb_is_the_united_nations_first_and_then_the_party() -> None:
    names = [found.name for found in institutions_by_name("PBB")]
    assert names == ["Perserikatan Bangsa-Bangsa", "Partai Bulan Bintang"]
    assert not institutions_by_name("PBB")[0].needs_cue("PBB")
    assert institutions_by_name("PBB")[1].needs_cue("PBB")


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("Polda Sumatera Utara", "COP"),
        ("Polres Metro Jakarta Selatan", "COP"),
        ("Kodim 0735", None),
        ("Kodam Cenderawasih", "MIL"),
        ("Pengadilan Negeri Jakarta Pusat", "JUD"),
        ("Pemkab Garut", "GOV"),
        ("DPRD Kota Bekasi", "LEG"),
        ("KPU Kabupaten Bogor", "GOV"),
        ("KBRI Kairo", "GOV"),
        ("Polda lain", None),
    ],
)
def test_a_local_body_is_known_by_its_head(words: str, sector: str | None) -> None:
    found = institutions_by_name(words)
    assert [body.sector for body in found] == ([sector] if sector else [])


def test_the_longest_head_keeps_the_words_as_name() -> None:
    assert first("Polres Metro  Depok").name == "Polres Metro Depok"
    assert first("Polda Metro Jaya").country == "IDN"


def test_there_are_enough_and_each_has_a_country_or_stands_above_them() -> None:
    known = load_institutions().institutions
    assert len(known) >= 300
    assert all(body.country or body.body for body in known)
    assert {body.kind for body in known} == {"organisation", "group"}


def test_only_known_names_have_several_bearers() -> None:
    # A name that comes to mean two bodies must be decided on, not slip in.
    names = {name for body in load_institutions().institutions for name in body.names}
    shared = {name for name in names if len(institutions_by_name(name)) > 1}
    assert shared == {"PBB", "LSI"}


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('{ name = "A", kind = "band", country = "IDN" }', "'band'"),
        ('{ name = "A", kind = "group", country = "IDN", sector = "POL" }', "'POL'"),
        ('{ name = "A", kind = "group" }', "neither country nor body"),
        ('{ name = "A", kind = "group", country = "IDN", common = ["B"] }', "not called"),
        ('{ name = "A-B", kind = "group", country = "IDN", aliases = ["A B"] }', "twice"),
        ('{ name = "A", kind = "group", body = "NGO" }, ' * 2, "more than once"),
    ],
)
def test_a_broken_entry_is_refused(entry: str, fault: str) -> None:
    with pytest.raises(LexiconError, match=r"institutions\.toml: ") as raised:
        parse_institutions(f"[[group]]\nentries = [{entry}]")
    assert fault in str(raised.value)
