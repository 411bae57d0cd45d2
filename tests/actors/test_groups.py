"""Groups: parties without a name are told by what they are, once each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost import is_linear
from parses import parse
from sumber.actors import find_actors, is_certain
from sumber.records import Actor, Article


def actors_of(text: str) -> tuple[Actor, ...]:
    article = Article("1", None, None, None, None, None, (), "id", text)
    return find_actors(article, parse(text))


@pytest.mark.parametrize(
    ("text", "name", "kind", "sector"),
    [
        ("Ratusan mahasiswa berunjuk rasa di alun-alun.", "ratusan mahasiswa", "group", "EDU"),
        ("Kapal itu disita oleh petugas bea cukai.", "petugas bea cukai", "organisation", "GOV"),
        ("Bupati memberi sanksi kepada 43 perusahaan.", "43 perusahaan", "organisation", "BUS"),
        ("Desa itu diserang kelompok bersenjata.", "kelompok bersenjata", "group", "UAF"),
        ("Polisi menangkap puluhan buruh.", "puluhan buruh", "group", "LAB"),
        ("Polisi menangkap puluhan buruh.", "polisi", "organisation", "COP"),
        ("Para nelayan menolak reklamasi itu.", "para nelayan", "group", "AGR"),
        ("Warga menuntut pemerintah daerah.", "pemerintah daerah", "organisation", "GOV"),
        ("Tersangka diserahkan kepada jaksa.", "jaksa", "unnamed", "JUD"),
        ("Massa membakar ban di depan kantor itu.", "massa", "group", "CVL"),
        ("Kapal itu ditembaki tentara Mesir.", "tentara Mesir", "organisation", "MIL"),
    ],
)
def test_parties_without_a_name(text: str, name: str, kind: str, sector: str) -> None:
    found = {actor.name: actor for actor in actors_of(text)}
    assert (found[name].kind, found[name].sector) == (kind, sector)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ratusan mahasiswa datang. Para mahasiswa itu lalu pulang.", ["ratusan mahasiswa"]),
        ("Polisi datang. Pihak kepolisian lalu pergi.", ["polisi"]),
        ("Warga desa menolak. Warga kota setuju.", ["warga desa", "warga kota"]),
        ("Kata pemerintah Suriah, perang usai. Pemerintah lalu diam.", ["pemerintah Suriah"]),
        ("Sejumlah warga menolak, kata sejumlah warga. Lalu warga pulang.", ["sejumlah warga"]),
    ],
)
def test_one_party_is_one_actor(text: str, names: list[str]) -> None:
    assert [actor.name for actor in actors_of(text)] == names


def test_an_office_in_small_letters_is_its_holder() -> None:
    (found,) = actors_of("Gubernur Riau Budi Santosa tiba. Pada Senin gubernur pulang.")
    assert (found.name, len(found.mentions)) == ("Budi Santosa", 2)


@pytest.mark.parametrize(
    "text",
    [
        "Ia ditetapkan sebagai tersangka.",
        "Api membakar kantor polisi.",
        "Ia menjadi guru.",
        "Jumlah orang bertambah.",
    ],
)
def test_what_somebody_is_or_owns_is_no_party(text: str) -> None:
    assert actors_of(text) == ()


def test_an_office_before_a_name_is_no_second_actor() -> None:
    found = actors_of("Demikian kata jaksa KPK, Wawan Setiadi.")
    assert [a.name for a in found] == ["KPK", "Wawan Setiadi"]


def test_nobody_without_a_name_is_certain() -> None:
    found = actors_of("Perusahaan tambang itu menggugat pemerintah daerah dan kelompok tani.")
    assert found
    assert not any(is_certain(actor) for actor in found)


WORDS = st.sampled_from(
    ["Polisi", "warga", "para", "43", "puluhan orang", "kelompok bersenjata", "pihak", "itu",
     "kepolisian", "kantor", "sebagai", "seorang", "nya", ".", ",", "\n", "Rudi Hartono",
     "gubernur", "Riau", "Suriah", "pemerintah", "menangkap", "oleh"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=30).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_mentions_lie_in_the_text_and_belong_to_one(text: str) -> None:
    found = actors_of(text)
    assert all(0 <= m.start < m.stop <= len(text) for a in found for m in a.mentions)
    assert all("\n" not in text[m.start : m.stop] for a in found for m in a.mentions)
    assert all(a.name.strip() == a.name and a.name for a in found)
    assert [a.id for a in found] == [f"a{n}" for n in range(1, len(found) + 1)]


@pytest.mark.parametrize("unit", ["para ", "polisi ", "seorang warga itu ", "pihak ", "43 orang "])
def test_hostile_text_costs_no_more_than_its_length(unit: str) -> None:
    assert is_linear(actors_of, unit, 2000)


def test_a_body_by_name_behind_pihak_is_one_actor() -> None:
    found = actors_of("Menurut warga, pihak Polda Riau menolak. Lalu Polda Riau diam.")
    assert [actor.name for actor in found] == ["warga", "Polda Riau"]


def test_both_states_are_those_named_before() -> None:
    found = actors_of("Jepang menemui Iran. Pada Senin kedua negara itu sepakat.")
    assert [actor.name for actor in found] == ["Jepang", "Iran"]
