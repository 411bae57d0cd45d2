"""One actor under all that the article calls it, and nobody under what is no name."""

from __future__ import annotations

import pytest

from parses import parse
from sumber.actors import find_actors
from sumber.actors.spellings import nicknames, same_initials
from sumber.records import Actor, Article


def named(text: str) -> dict[str, Actor]:
    """The actors of a text of September 2019 by name."""
    article = Article("1", None, None, None, "2019-09-20", None, (), "id", text)
    return {actor.name: actor for actor in find_actors(article, parse(text))}


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        (
            "Kata Kepala Badan Restorasi Gambut (BRG) Nazir Hartono, air surut.",
            "Nazir Hartono",
            ["Nazir Hartono"],
        ),
        (
            "Direktur Utama PermataBank, Ridha DM Wirakarta mengatakan hal itu. Kata Ridha, aman.",
            "Ridha DM Wirakarta",
            ["Ridha DM Wirakarta", "Ridha"],
        ),
        (
            'Warga panik. "Takut," tambah warga lainnya, Nirma Retnasari.',
            "Nirma Retnasari",
            ["Nirma Retnasari"],
        ),
        (
            "Wakil Bupati Alexander Hartono tiba. Kata Alex, air surut.",
            "Alexander Hartono",
            ["Alexander Hartono", "Alex"],
        ),
        (
            "Sekda Muhammad Surya datang. Kata M Surya, air surut.",
            "Muhammad Surya",
            ["Muhammad Surya", "M Surya"],
        ),
        (
            "Komisi Pemberantasan Korupsi bekerja. Lembaga antirasuah itu memeriksa saksi.",
            "Komisi Pemberantasan Korupsi",
            ["Komisi Pemberantasan Korupsi", "Lembaga antirasuah"],
        ),
        (
            "Pemerintah Provinsi DKI setuju. Pemprov DKI Jakarta menambah dana.",
            "Pemerintah Provinsi DKI",
            ["Pemerintah Provinsi DKI", "Pemprov DKI Jakarta"],
        ),
        (
            "Kepolisian Daerah (Polda) Jawa Timur memeriksa saksi. Polda Jatim menyita truk.",
            "Kepolisian Daerah Jawa Timur",
            ["Kepolisian Daerah (Polda) Jawa Timur", "Polda", "Polda Jatim"],
        ),
        (
            "PT Transjakarta menambah bus. Transjakarta menyatakan siap.",
            "PT Transjakarta",
            ["PT Transjakarta", "Transjakarta"],
        ),
        (
            "Bek Manchester United Victor Hartono pulang. Kata Hartono, cukup.",
            "Victor Hartono",
            ["Victor Hartono", "Hartono"],
        ),
        (
            "Penyanyi Chelsea Hartati tiba. Kata Chelsea, acara dimulai.",
            "Chelsea Hartati",
            ["Chelsea Hartati", "Chelsea"],
        ),
        (
            "Tentara Nasional Indonesia (TNI) tiba. TNI menyesal.",
            "Tentara Nasional Indonesia",
            ["Tentara Nasional Indonesia", "TNI", "TNI"],
        ),
        (
            "Gubernur DKI Jakarta, menyatakan setuju. “Kami siap,” kata Anies Baswedan.",
            "Anies Baswedan",
            ["Gubernur DKI Jakarta", "Anies Baswedan"],
        ),
        (
            "Joko Widodo tiba bersama Rina Jokowi. Jokowi menyatakan setuju.",
            "Joko Widodo",
            ["Joko Widodo", "Jokowi"],
        ),
    ],
)
def test_one_actor(text: str, name: str, forms: list[str]) -> None:
    mentions = named(text)[name].mentions
    assert [text[m.start : m.stop] for m in mentions] == forms


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Menteri Komunikasi dan Informatika Surya Hartono mengatakan, jaringan pulih.",
            "Surya Hartono",
            "Menteri Komunikasi dan Informatika",
        ),
        (
            "Menteri Koordinator Bidang Politik, Hukum dan Keamanan Surya Hartono tiba.",
            "Surya Hartono",
            "Menteri Koordinator Bidang Politik, Hukum dan Keamanan",
        ),
        (
            "Kata juru bicara Kementerian Luar Negeri Iran, Abbas Hartono, itu tidak benar.",
            "Abbas Hartono",
            "juru bicara Kementerian Luar Negeri Iran",
        ),
    ],
)
def test_an_office_is_whole(text: str, name: str, role: str) -> None:
    assert named(text)[name].role == role


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Warga berkumpul. Jalan Jenderal Sudirman ditutup, kata Rina Hartati.", "Sudirman"),
        ("Nilai proyek itu US$15 juta, kata Rina Hartati.", "US"),
        ("Liga 1 Indonesia dimulai besok, kata Rina Hartati.", "Indonesia"),
        ("Ratusan warga pulang, kata Rina Kamis.", "Rina Kamis"),
    ],
)
def test_nobody(text: str, nobody: str) -> None:
    assert nobody not in named(text)


def test_names_on_both_sides_of_a_slash_are_whole() -> None:
    found = named(
        "Kata Rinov Hartono/Pitha Lestari Dewi, laga berat. Kata Pitha Lestari Dewi, siap."
    )
    assert {"Rinov Hartono", "Pitha Lestari Dewi"} <= set(found)


def test_another_countrys_ministry_is_none_of_indonesia() -> None:
    text = "Serangan di Riyadh gagal. Kementerian Pertahanan{} menyatakan, gudang terbakar."
    assert named(text.format(" setempat"))["Kementerian Pertahanan"].country is None
    assert named(text.format(""))["Kementerian Pertahanan"].country == "IDN"


def test_a_suspect_is_not_whoever_has_his_initials() -> None:
    found = named("Polisi menangkap JK (43) di rumahnya. Kata JK, ia menyesal.")
    assert (found["JK"].country, found["JK"].role) == (None, None)


def test_a_deputy_is_not_his_superior() -> None:
    text = "Wakil Ketua KPK Rina Hartati tiba. Kata Ketua KPK, sidang ditunda."
    mentions = named(text)["Rina Hartati"].mentions
    assert [text[m.start : m.stop] for m in mentions] == ["Rina Hartati"]


def test_a_country_behind_a_rank_can_be_a_first_name() -> None:
    actor = named("Kolonel Turki al-Fahd tiba. Kata al-Fahd, gudang terbakar.")["Turki al-Fahd"]
    assert (actor.country, len(actor.mentions)) == (None, 2)


def test_a_nickname_of_two_is_nobodys() -> None:
    assert nicknames(["Alexander Hartono", "Alexandra Dewi", "Alex"]) == {}
    assert nicknames(["Alex", "Alexander Hartono"]) == {}  # he would have been introduced first
    assert same_initials(["Adi Surya", "Ade Surya", "A. Surya"]) == {2: 0}
