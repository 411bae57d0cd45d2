"""Actors: one for each identity, under its fullest name, with all that it is called."""

from __future__ import annotations

import pytest

from cost import is_linear
from marks import unmark
from parses import parse
from sumber.actors import find_actors, is_certain, members_of
from sumber.records import Actor, Article, Span


def actors_of(text: str) -> tuple[Actor, ...]:
    return on("", text)


def on(day: str, text: str) -> tuple[Actor, ...]:
    article = Article("1", None, None, None, day or None, None, (), "id", text)
    return find_actors(article, parse(text))


# Marks carry the id of the actor; every mention of these actors is marked.
EXAMPLES: dict[str, tuple[str, dict[str, tuple[str, str | None, str | None]]]] = {
    "short-name": (
        (
            "Menteri Keuangan [a1:Sri Hartati Wulandari] hadir. Menurut [a1:Sri Hartati], harga "
            "turun. [a1:Wulandari] pulang."
        ),
        {"a1": ("Sri Hartati Wulandari", "person", "Menteri Keuangan")},
    ),
    "office-comma-name": (
        (
            "Menteri Luar Negeri Rusia, [a1:Sergey Lavrov], tiba. [a1:Lavrov] diam. "
            "Kata [a1:menteri itu], cuaca baik."
        ),
        {"a1": ("Sergey Lavrov", "person", "Menteri Luar Negeri Rusia")},
    ),
    "abbreviation-in-brackets": (
        "[a1:Komisi Pemberantasan Korupsi] ([a1:KPK]) bekerja. Gedung itu milik [a1:KPK].",
        {"a1": ("Komisi Pemberantasan Korupsi", "organisation", None)},
    ),
    "rank": (
        "Kapolres Garut AKBP [a1:Budi Satria] datang. AKBP [a1:Budi] pulang.",
        {"a1": ("Budi Satria", "person", "Kapolres Garut AKBP")},
    ),
    "office-in-small-letters": (
        "Demikian kata jaksa KPK, [a1:Wawan Setiadi].",
        {"a1": ("Wawan Setiadi", "person", "jaksa KPK")},
    ),
    "sentence-opener": (
        "Menurut [a1:Rudi Hartawan], air surut. Sementara [a1:Rudi] menunggu, kata [a1:Rudi].",
        {"a1": ("Rudi Hartawan", "person", None)},
    ),
    "particle": (
        "Pangeran [a1:Abdullah bin Fahd] berkata. Kata [a1:Abdullah], cukup.",
        {"a1": ("Abdullah bin Fahd", "person", "Pangeran")},
    ),
    "office-with-abbreviation": (
        "Ketua Komisi Yudisial (KY) [a1:Rina Hartati] tiba. Kata [a1:Ketua KY], sidang ditunda.",
        {"a1": ("Rina Hartati", "person", "Ketua Komisi Yudisial (KY)")},
    ),
    "place-before-name": (
        "Kata Bupati Lamandau [a1:Hendra Lesmana], air surut.",
        {"a1": ("Hendra Lesmana", "person", "Bupati Lamandau")},
    ),
    "initials": (
        "Presiden ke-3 [a1:BJ Habibie] dikenang.",
        {"a1": ("BJ Habibie", "person", "Presiden ke-3")},
    ),
    "ordinary-first-name": (
        "Anggota DPRD H. [a1:Anda Suhanda] hadir.",
        {"a1": ("Anda Suhanda", "person", "Anggota DPRD H.")},
    ),
    "nickname-in-quotes": (
        'Pengusaha [a1:Asep "Abah" Suryana] datang. Kata [a1:Abah], siap.',
        {"a1": ('Asep "Abah" Suryana', "person", "Pengusaha")},
    ),
    "office-as-long-as-it-is": (
        "Direktur Jenderal Perkeretaapian [a1:Wirya Kusumah] tiba. [a1:Wirya] diam.",
        {"a1": ("Wirya Kusumah", "person", "Direktur Jenderal Perkeretaapian")},
    ),
    "envoy": (
        "Duta Besar Jepang untuk Indonesia [a1:Kenji Morita] mengatakan siap.",
        {"a1": ("Kenji Morita", "person", "Duta Besar Jepang untuk Indonesia")},
    ),
    "unnamed": (
        "Kata [a1:seorang pejabat AS], cukup.",
        {"a1": ("seorang pejabat AS", "unnamed", None)},
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_identities(name: str) -> None:
    marked, expected = EXAMPLES[name]
    for name_of in expected:
        marked = marked.replace(f"[{name_of}:", "[actor:")
    text, marks = unmark(marked)
    found = actors_of(text)
    main = {a.name: a for a in found}
    for full, kind, role in expected.values():
        actor = main[full]
        assert (actor.kind, actor.role) == (kind, role)
        assert [(m.start, m.stop) for m in actor.mentions] == [(m.start, m.stop) for m in marks]


@pytest.mark.parametrize(
    "word", ["Menurut", "Sementara", "Kamis", "Namun", "Senin", "Juli", "Baca"]
)
def test_ordinary_words_are_no_names(word: str) -> None:
    """A reader must not meet them as an actor, whatever stands beside them."""
    text = f"{word} Rudi Hartawan mengatakan siap. {word}, kata Rudi. Pada {word}, ia menjelaskan."
    names = [actor.name for actor in actors_of(text)]
    assert names == ["Rudi Hartawan"]


def test_states_have_their_country() -> None:
    found = actors_of("Korea Utara mengecam Jepang.")
    assert [(a.name, a.kind, a.country) for a in found] == [
        ("Korea Utara", "state", "PRK"),
        ("Jepang", "state", "JPN"),
    ]


def test_ids_follow_first_mention() -> None:
    found = actors_of("Kata Rudi Hartawan, siap. Kata Rina Hartati, belum. Kata Rudi, besok.")
    assert [(a.id, a.name) for a in found] == [("a1", "Rudi Hartawan"), ("a2", "Rina Hartati")]


def test_names_that_the_lexicon_knows_as_one_are_one() -> None:
    found = actors_of("AS menarik diri. Amerika Serikat (AS) lalu diam.")
    assert [(a.name, a.country, len(a.mentions)) for a in found] == [("Amerika Serikat", "USA", 3)]


@pytest.mark.parametrize(
    "text",
    ["Ia lahir di Kelurahan Pondok Pinang.", "Beberapa kali hujan turun.", "Pada Rabu ia tidur."],
)
def test_places_and_counts_are_no_actors(text: str) -> None:
    assert actors_of(text) == ()


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Washington menolak usul itu.", "USA"),
        ("Menurut Moskow, usul itu ditolak.", "RUS"),
        ("Kata pemerintah Suriah, perang usai.", "SYR"),
    ],
)
def test_capitals_and_governments_that_act_are_the_state(text: str, country: str) -> None:
    assert [(a.kind, a.country) for a in actors_of(text)] == [("state", country)]


@pytest.mark.parametrize(
    "text",
    ["Ia tiba di Moskow.", "Ia terbang ke Rusia.", "Warga Suriah mengungsi.", "Rapat di Kremlin."],
)
def test_a_country_as_a_place_or_adjective_is_no_actor(text: str) -> None:
    assert [a for a in actors_of(text) if a.kind in {"state", "organisation"}] == []


def test_a_body_of_a_state_is_not_the_state() -> None:
    (found,) = actors_of("Pada Senin militer Suriah menembak.")
    assert (found.name, found.country, found.sector) == ("militer Suriah", "SYR", "MIL")


def test_a_known_alias_is_one_actor_with_the_office_of_that_day() -> None:
    (found,) = on("2019-09-14", "Jokowi tiba. Joko Widodo mengatakan siap.")
    assert (found.name, found.country, found.sector, found.role, len(found.mentions)) == (
        ("Joko Widodo", "IDN", "GOV", "Presiden", 2)
    )


def test_a_listed_body_is_no_part_of_a_longer_name() -> None:
    found = actors_of("Dewan Pengawas KPK menolak. KPK diam.")
    assert [a.name for a in found] == ["Dewan Pengawas KPK", "KPK"]


def test_letters_that_shorten_a_bill_are_no_party() -> None:
    assert actors_of("RUU Penghapusan Kekerasan Seksual (PKS) dibahas.") == ()


@pytest.mark.parametrize("words", ["kedua negara itu", "Kedua pihak"])
def test_collectives_mean_the_last_named(words: str) -> None:
    found = actors_of("Jepang, Rusia dan Iran bertemu.")
    assert members_of(words, 32, found) == ("a2", "a3")
    assert members_of(words, 3, found) == ()
    assert members_of("kedua menteri", 32, found) == ()


@pytest.mark.parametrize(
    ("actor", "certain"),
    [
        (Actor("a1", "Rina Hartati", "person"), False),
        (Actor("a1", "Rina Hartati", "person", role="Menteri"), True),
        (Actor("a1", "Rina Hartati", "person", mentions=(Span(0, 12), Span(20, 27))), True),
        (Actor("a1", "Nasir DPR", "person"), False),
        (Actor("a1", "Yayasan", "organisation"), False),
        (Actor("a1", "seorang warga", "unnamed"), False),
    ],
)
def test_what_is_certain(actor: Actor, certain: bool) -> None:
    assert is_certain(actor) is certain


@pytest.mark.parametrize("unit", ["Moskow ", 'Asep "Abah" ', "kedua Rusia (AS) dan ", "KPK ("])
def test_hostile_text_costs_no_more_than_its_length(unit: str) -> None:
    assert is_linear(actors_of, unit, 4000)


def test_a_ministry_ends_behind_its_last_word() -> None:
    (found,) = actors_of("Hari ini Kementerian Pemuda dan Olahraga (Kemenpora) menolak.")
    assert (found.name, found.sector) == ("Kementerian Pemuda dan Olahraga", "GOV")
