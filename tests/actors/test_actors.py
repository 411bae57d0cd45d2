"""Actors: one for each identity, under its fullest name, with all that it is called."""

from __future__ import annotations

import pytest

from marks import unmark
from sumber.actors import find_actors
from sumber.records import Actor, Article


def actors_of(text: str) -> tuple[Actor, ...]:
    return find_actors(Article("1", None, None, None, None, None, (), "id", text))


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
        {"a1": ("Rudi Hartawan", None, None)},
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
    ["Ia lahir di Kelurahan Pondok Pinang.", "Beberapa kali Rina datang.", "Pada Rabu ia tidur."],
)
def test_places_and_counts_are_no_actors(text: str) -> None:
    assert actors_of(text) == ()
