"""Places: which words are a place's, and which place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost import is_linear
from marks import unmark
from parses import parse
from sumber.places import find_places
from sumber.records import Article, Part, Place


def places_of(text: str, *parts: Part) -> tuple[Place, ...]:
    article = Article("1", None, None, None, None, None, (), "id", text, parts=parts)
    return find_places(article, parse(text))


# The note of a mark is the usual name of the place, where it is not the marked words.
EXAMPLES = {
    "town, country": "Menteri tiba di [p:Moskow], [p:Rusia], Jumat pagi.",
    "exonyms": "Rombongan singgah di [p:Kairo], [p:Jenewa], dan [p:Wina].",
    "seas": "Kapal itu berlayar dari [p:Laut China Selatan] ke [p:Selat Malaka].",
    "strip and bank": "Bantuan masuk ke [p:Jalur Gaza] dan [p:Tepi Barat].",
    "regency": "Banjir merendam tiga desa di [p:Kabupaten Garut], [p:Jawa Barat].",
    "abbreviated province": "Warga [p=Jawa Tengah:Jateng] dan [p=Sulawesi Barat:Sulbar] mengungsi.",
    "office of a place": "Bupati [p=Kabupaten Garut:Garut] Rina Hartati membuka pasar itu.",
    "mayor": "Wali Kota [p:Bandung] Asep Suryana hadir.",
    "foreign minister": "Menteri Luar Negeri [p:Rusia] Sergey Ivanov tiba.",
    "body of a place": "Polres [p=Kabupaten Garut:Garut] menahan dua orang.",
    "club": "Persija Jakarta menang atas Bali United.",
    "outlet": "Demikian ditulis Radar Bandung.",
    "outlet in capitals": "RADAR JABAR memuat berita itu.",
    "games in a city": "Mereka tampil di Tokyo Game Show.",
    "university": "Ia dosen Universitas Indonesia.",
    "street": "Kebakaran terjadi di Jalan Surabaya, [p:Menteng], [p:Jakarta Pusat].",
    "person": "Kata Bambang Sulawesi, harga turun.",
    "bank": "Bank Indonesia menahan suku bunga.",
    "union": "Uni Eropa menunda pertemuan.",
    "acting capital": "Washington menuduh lawannya berbohong.",
    "capital as place": "Unjuk rasa pecah di [p:Washington].",
    "mountain": "Pendaki hilang di [p:Gunung Semeru].",
    "village is not the city": "Warga Desa Bandung menolak.",
    "word": "Rumah Batu itu roboh.",
    "word with evidence": "Kebakaran terjadi di [p:Batu], [p:Jawa Timur].",
    "palace": "Presiden menerima tamu di [p:Istana Negara], [p:Jakarta].",
    "small town held": "Rumah itu terletak di [p:Cibinong], [p:Kabupaten Bogor].",
    "country abbreviation": "Kedua negara, [p=Amerika Serikat:AS] dan [p=Tiongkok:China], sepakat.",
    "word of an office": "Duta Besar [p:Australia] tiba.",
    "council": "DPRK [p=Kabupaten Aceh Tengah:Aceh Tengah] bersidang.",
    "football club": "AS Roma kalah.",
}


@pytest.mark.parametrize("marked", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_a_place_is_found_and_named(marked: str) -> None:
    text, marks = unmark(marked)
    wanted = [
        (m.start, m.stop, m.note or text[m.start : m.stop])
        for m in sorted(marks, key=lambda m: m.start)
        if m.stop > m.start
    ]
    assert [(p.start, p.stop, p.name) for p in places_of(text)] == wanted


def test_kind_in_front_tells_city_from_regency() -> None:
    city, regency = places_of("Gempa terasa di Kota Bekasi dan Kabupaten Bekasi.")
    assert (city.name, regency.name) == ("Bekasi", "Kabupaten Bekasi")
    assert city.identifier != regency.identifier


def test_a_bare_name_means_the_unit_that_is_named_in_full() -> None:
    first, second = places_of("Polisi Kabupaten Kediri bergerak. Warga di Kediri mengungsi.")
    assert first.identifier == second.identifier


def test_the_unit_behind_a_name_decides_among_namesakes() -> None:
    """Depok is a city by Jakarta and a district of Sleman."""
    near_jakarta = places_of("Ia tinggal di Depok, Jawa Barat.")[0]
    in_sleman = places_of("Ia tinggal di Depok, Sleman, Yogyakarta.")[0]
    assert near_jakarta.region == "Jawa Barat"
    assert in_sleman.region == "Daerah Istimewa Yogyakarta"


def test_a_country_spoken_of_draws_its_towns() -> None:
    places = places_of("Tentara Inggris berlatih di Birmingham. Pemerintah Inggris senang.")
    assert [p.country for p in places if p.name == "Birmingham"] == ["GBR"]


def test_every_place_has_position_and_country_or_lies_in_several() -> None:
    for place in places_of("Dari Jakarta ke Laut Arab, Moskow, dan Selat Sunda."):
        assert place.lat is not None
        assert place.lon is not None
        assert place.country or place.name == "Laut Arab"


def test_what_others_tell_is_passed_over() -> None:
    text = "BACA JUGA: Banjir di Garut\nHarga beras naik di Bandung."
    related = Part("related", 0, 26)
    assert [p.name for p in places_of(text, related)] == ["Bandung"]


def test_a_foreign_place_shows_its_indonesian_name_at_all_mentions() -> None:
    places = places_of("Ia pergi ke Cairo. Kairo ramai, dan warga Kairo senang.")
    assert {p.name for p in places} == {"Kairo"}


PIECES = [
    "Kota",
    "Bandung",
    "di",
    ",",
    "Jakarta",
    "Kabupaten",
    "(",
    ")",
    "Jalan",
    "Batu",
    "ß",
    "Al-",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_spans_lie_in_the_text_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words) or "x"
    places = places_of(text)
    assert all(0 <= p.start < p.stop <= len(text) for p in places)
    assert all(a.stop <= b.start for a, b in pairwise(places))


@pytest.mark.parametrize(
    "unit", ["Kota Bandung, ", "JAWA ", "Al-", "Kabupaten ", "X. ", "Garut Garut. "]
)
def test_cost_grows_with_length_only(unit: str) -> None:
    parsed = parse("x")

    def work(text: str) -> object:
        article = Article("1", None, None, None, None, None, (), "id", text)
        return find_places(article, parsed)

    assert is_linear(work, unit, 4_000)
