"""Quantities: how many of what, and on whose word."""

from __future__ import annotations

import pytest

from cost import is_linear
from marks import unmark
from parses import parse
from sumber.quantities import find_quantities
from sumber.records import Article, Part, Quantity, Span, Statement


def quantities_of(
    text: str, *statements: Statement, parts: tuple[Part, ...] = ()
) -> tuple[Quantity, ...]:
    article = Article("1", None, None, None, None, None, (), "id", text, parts=parts)
    return find_quantities(article, parse(text), statements)


# The note of a mark: kind and value; money and area with their unit.
EXAMPLES = {
    "dead and wounded": (
        "Gempa itu menewaskan sedikitnya [q=dead 12 -:12 orang] dan melukai "
        "[q=wounded 30 30:30] lainnya."
    ),
    "state behind": "[q=dead 3 3:Tiga orang] dilaporkan tewas.",
    "state only": "Polisi mencatat [q=dead 3 3:tiga] tewas.",
    "sum": "Korban tewas mencapai [q=dead 15 15:15 orang].",
    "missing": "[q=missing 2 2:Dua] nelayan hilang.",
    "displaced": "[q=displaced 100 999:Ratusan] warga mengungsi.",
    "arrested": "Polisi menangkap [q=arrested 13 13:tiga belas] mahasiswa.",
    "who arrests is not arrested": "Sebanyak [q=people 200 200:200] polisi dikerahkan ke lokasi.",
    "troops": "Negara itu mengirim [q=troops 10000 10000:10.000] tentara.",
    "weapons": "Mereka menyita [q=weapons 20 20:20 pucuk] senjata.",
    "things": "Api merusak [q=other 40 40:40 unit] rumah.",
    "rupiah": "Kerugian mencapai [q=money 5000000 5000000 IDR:Rp 5 juta].",
    "dollars": "Utangnya [q=money 2000000000 2000000000 USD:US$ 2 miliar].",
    "currency behind": "Hadiahnya [q=money 500 500 USD:500 dolar AS].",
    "hectares": "Lahan seluas [q=area 10 10 ha:10 hektare] terbakar.",
    "square kilometres": "Kota seluas [q=area 20 20 km2:20 kilometer persegi] itu padam.",
    "share of people": "[q=people 25 25 %:25 persen] warga menolak.",
    "no share of things": "Laba naik 5 persen.",
    "date and hour": "Rapat dimulai Kamis (10/9/2019) pukul 10.30 WIB.",
    "age": "Pria berusia 25 tahun itu pulang.",
    "law": "Ia dijerat Pasal 338, 340 dan 351 KUHP.",
    "name": "Siswa SMAN 3 Bandung menang.",
    "score": "Laga berakhir dengan skor 2-1.",
    "length": "Jembatan sepanjang 40 meter itu roboh.",
    "ordinal": "Ia finis di posisi 14.",
    "an article": "Seorang pria dan satu rumah terlihat.",
}


@pytest.mark.parametrize("marked", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_a_quantity_is_found(marked: str) -> None:
    text, marks = unmark(marked)
    found = []
    for q in quantities_of(text):
        values = ["-" if v is None else f"{v:.0f}" for v in (q.low, q.high)]
        found.append((q.start, q.stop, " ".join([q.kind, *values, *([q.unit] if q.unit else [])])))
    assert found == [(mark.start, mark.stop, mark.note) for mark in marks]


def test_a_share_points_at_its_whole_and_is_of_its_kind() -> None:
    whole, share = quantities_of(
        "Ada 10.000 tentara Korea Utara, 8.000 di antaranya di garis depan."
    )
    assert (whole.of, share.part_of, share.kind) == ("tentara Korea Utara", whole.id, "troops")


def test_one_of_five_is_a_share_and_what_became_is_said_of_it() -> None:
    share, whole = quantities_of("Satu dari lima pelaku ditangkap.")
    assert (share.kind, share.part_of) == ("arrested", whole.id)
    assert (whole.kind, whole.low) == ("people", 5)


def test_what_is_included_is_a_share() -> None:
    whole, share = quantities_of("Sebanyak 12 orang luka-luka, termasuk dua anak.")
    assert share.part_of == whole.id


def test_a_quantity_is_on_the_word_of_the_innermost_statement() -> None:
    text = "Menurut polisi, 12 orang tewas."
    outer = Statement("s1", "indirect", (Span(0, len(text)),))
    inner = Statement("s2", "indirect", (Span(16, 30),))
    assert quantities_of(text, outer, inner)[0].statement == "s2"
    assert quantities_of(text)[0].statement is None


def test_what_others_tell_is_passed_over() -> None:
    text = "BACA JUGA: 12 orang tewas\nLima orang luka."
    assert [q.low for q in quantities_of(text, parts=(Part("related", 0, 25),))] == [5]


@pytest.mark.parametrize("unit", ["12 orang, ", "dua ", "1.000", "Rp ", "puluhan ribu dari "])
def test_cost_grows_with_length_only(unit: str) -> None:
    def work(text: str) -> object:
        article = Article("1", None, None, None, None, None, (), "id", text)
        return find_quantities(article, parse(text), ())

    assert is_linear(work, unit, 3_000)
