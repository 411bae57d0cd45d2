"""Offices are known whatever their capitals, and phrases with them come apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.errors import LexiconError
from sumber.lexicon.institutions import load_institutions
from sumber.lexicon.offices import load_offices, office_by_name, parse_offices, read_office


@pytest.mark.parametrize(
    ("words", "name", "sector"),
    [
        ("Menlu", "menteri luar negeri", "GOV"),
        ("menteri luar negeri", "menteri luar negeri", "GOV"),
        ("MENLU", "menteri luar negeri", "GOV"),
        ("Menko Polhukam", "menteri koordinator bidang politik, hukum, dan keamanan", "GOV"),
        ("Kapolri", "kepala kepolisian negara Republik Indonesia", "COP"),
        ("Walikota", "wali kota", "GOV"),
        ("PM", "perdana menteri", "GOV"),
        ("KSAD", "kepala staf angkatan darat", "MIL"),
        ("Kombes Pol", "komisaris besar", "COP"),
        ("Letjen TNI", "letnan jenderal", "MIL"),
        ("politisi", "politikus", "PTY"),
        ("kuasa hukum", "kuasa hukum", "JUD"),
        ("Ustaz", "ustaz", "REL"),
        ("Jubir", "juru bicara", None),
    ],
)
def test_an_office_is_known_by(words: str, name: str, sector: str | None) -> None:
    office = office_by_name(words)
    assert office is not None
    assert (office.name, office.sector) == (name, sector)


@pytest.mark.parametrize("words", ["pm", "Ksad", "menulis", ""])
def test_what_is_no_office_is_none(words: str) -> None:
    assert office_by_name(words) is None


@pytest.mark.parametrize(
    ("words", "effects", "office", "of", "sector"),
    [
        ("Menteri Luar Negeri Rusia", (), "menteri luar negeri", "Rusia", "GOV"),
        ("mantan Menlu", ("former",), "menteri luar negeri", "", "GOV"),
        ("Plt Bupati Garut", ("acting",), "bupati", "Garut", "GOV"),
        ("pelaksana tugas Gubernur Aceh", ("acting",), "gubernur", "Aceh", "GOV"),
        ("Wakil Menteri Perdagangan", ("deputy",), "menteri perdagangan", "", "GOV"),
        ("mantan Wakil Ketua DPR", ("former", "deputy"), "ketua DPR", "", "LEG"),
        ("wakil presiden", (), "wakil presiden", "", "GOV"),
        ("calon wakil presiden", (), "calon wakil presiden", "", "PTY"),
        ("anggota Komisi III DPR", (), "anggota komisi", "III DPR", "LEG"),
        ("Ketua Komisi III DPR", (), "ketua", "Komisi III DPR", "LEG"),
        ("Ketua Umum Golkar", (), "ketua umum", "Golkar", "PTY"),
        ("Ketua Umum Kadin", (), "ketua umum", "Kadin", "BUS"),
        ("Kabid Humas Polda Riau", (), "kepala bidang hubungan masyarakat", "Polda Riau", "COP"),
        ("juru bicara Kemenlu", (), "juru bicara", "Kemenlu", "GOV"),
        ("jubir Taliban", (), "juru bicara", "Taliban", "REB"),
        ("Ketua DPR AS", (), "ketua DPR AS", "", "LEG"),
        ("Ketua paguyuban", (), "ketua", "paguyuban", None),
    ],
)
def test_a_phrase_comes_apart(
    words: str, effects: tuple[str, ...], office: str, of: str, sector: str | None
) -> None:
    held = read_office(words)
    assert held is not None
    assert (held.effects, held.office.name, held.of, held.sector) == (effects, office, of, sector)


@pytest.mark.parametrize("words", ["", "mantan", "Rusia", "seorang menteri"])
def test_a_phrase_that_starts_with_no_office_is_none(words: str) -> None:
    assert read_office(words) is None


@given(
    st.lists(st.sampled_from(["mantan", "wakil", "Plt", "ketua", "DPR", "Rusia", "-"]), max_size=9)
)
def test_no_word_is_lost_or_made(words: list[str]) -> None:
    held = read_office(" ".join(words))
    assert held is None or " ".join(words).endswith(held.of)


def test_every_organisation_of_an_office_is_known() -> None:
    known = {body.name for body in load_institutions().institutions}
    named = {office.organisation for office in load_offices().offices} - {None}
    assert named <= known


def test_there_are_enough_offices_and_no_modifier_is_an_office_of_two_effects() -> None:
    assert len(load_offices().offices) >= 150
    words = [word for entry in load_offices().modifiers for word in entry.words]
    assert len(words) == len(set(words))
    assert all(word == word.casefold() for word in words)


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('{ name = "juru kunci", kind = "hobi" }', "'hobi'"),
        (
            '{ name = "juru kunci", kind = "office" }, { name = "JURU KUNCI", kind = "rank" }',
            "drop one",
        ),
    ],
)
def test_a_broken_entry_is_refused(entry: str, fault: str) -> None:
    with pytest.raises(LexiconError, match=r"offices\.toml: ") as raised:
        parse_offices(f"[[group]]\nentries = [{entry}]")
    assert fault in str(raised.value)
