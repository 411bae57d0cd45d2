"""Who is who, what is one statement, and whose text it is, across articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made import made_readings
from sumber.records import Actor, Article, Credit, Part, Quantity, Reading, Span, Statement
from sumber.stories.acts import acts_around, find_acts, group_acts
from sumber.stories.cast import find_cast, spelling
from sumber.stories.numbers import find_numbers_told, group_numbers
from sumber.stories.origins import find_origins, find_tellings
from sumber.stories.sayings import find_sayings, group_sayings, sayings_around


def reading(name: str, text: str = "", *actors: Actor, **fields: object) -> Reading:
    article = Article(name, None, None, None, "2019-09-14", None, (), "id", text)
    return Reading("0", replace(article, **fields), actors=actors)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Joko Widodo", "Jokowi"),
        ("Soekarno", "Sukarno"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Rina Hartati", "Hartati"),
    ],
)
def test_a_person_is_one_in_every_spelling(one: str, other: str) -> None:
    cast = find_cast(
        [
            reading("a", "", Actor("a1", one, "person")),
            reading("b", "", Actor("a1", other, "person")),
        ]
    )
    assert len(cast.actors) == 1


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Rusia", "Federasi Rusia", "state"),
        ("KPK", "Komisi Pemberantasan Korupsi", "organisation"),
        ("buruh", "buruh pabrik", "group"),
    ],
)
def test_states_bodies_and_groups_are_one_under_their_names(
    one: str, other: str, kind: str
) -> None:
    actors = [Actor("a1", name, kind) for name in (one, other)]  # type: ignore[arg-type]
    cast = find_cast([reading("a", "", actors[0]), reading("b", "", actors[1])])
    assert len(cast.actors) == 1


def test_a_short_name_that_two_bear_stays_alone() -> None:
    names = ["Rina Hartati", "Budi Hartati", "Hartati"]
    cast = find_cast([reading(n, "", Actor("a1", n, "person")) for n in names])
    assert len(cast.actors) == 3


def test_unnamed_sources_are_never_one() -> None:
    unnamed = Actor("a1", "seorang pejabat", "unnamed")
    cast = find_cast([reading("a", "", unnamed), reading("b", "", unnamed)])
    assert len(cast.actors) == 2


def test_a_quotation_here_is_the_indirect_speech_there() -> None:
    said = "Stok beras di gudang Cipinang cukup sampai akhir tahun"
    rina = Actor("a1", "Rina Hartati", "person")
    pair = [
        replace(
            reading(name, text, rina),
            statements=(Statement("s1", kind, (Span(0, len(text)),), speakers=("a1",)),),  # type: ignore[arg-type]
        )
        for name, kind, text in (
            ("a", "direct", said),
            ("b", "indirect", f"{said.lower()}, meski kemarau panjang"),
            ("c", "indirect", "impor gula diturunkan mulai tahun depan"),
        )
    ]
    groups = group_sayings(find_sayings(pair, find_cast(pair)))
    assert [[s.article for s in group] for group in groups] == [["a", "b"], ["c"]]


def number(name: str, kind: str, low: float, of: str) -> Reading:
    counted = Quantity("q1", 0, 1, low, low, False, kind, of)  # type: ignore[arg-type]
    return replace(reading(name, "1"), quantities=(counted,))


def test_the_dead_of_one_event_are_one_number_and_other_things_by_their_words() -> None:
    told = [
        number("a", "dead", 12, "orang"),
        number("b", "dead", 14, "penumpang kapal"),
        number("c", "people", 100, "penumpang kapal"),
        number("d", "people", 300, "demonstran"),
    ]
    groups = group_numbers(find_numbers_told(told))
    assert [[n.article for n in group] for group in groups] == [["a", "b"], ["c"], ["d"]]


def test_an_outlet_is_marked_with_its_owner() -> None:
    told = [reading("a", outlet="Okezone"), reading("b", outlet="SINDOnews")]
    tellings = find_tellings(told, ())
    assert [t.owner for t in tellings] == ["MNC", "MNC"]
    assert [(o.kind, o.name) for o in find_origins(told, tellings)] == [
        ("outlet", "Okezone"),
        ("outlet", "SINDOnews"),
    ]


def test_an_agency_that_prints_itself_is_the_origin() -> None:
    told = [reading("a", outlet="Antara"), reading("b", credits=(Credit("Antara", 0, 0),))]
    origins = find_origins(told, find_tellings(told, ()))
    assert [(o.kind, o.articles) for o in origins] == [("agency", ("a", "b"))]


def test_an_advertised_text_is_the_release_of_whom_its_first_speaker_speaks_for() -> None:
    text = "(adv)"
    speaker = Actor("a1", "Rina", "person", role="Kepala Dinas Perhubungan")
    told = replace(
        reading("a", text, speaker, parts=(Part("credit", 0, 5),)),
        statements=(Statement("s1", "direct", (Span(0, 5),), speakers=("a1",)),),
    )
    (origin,) = find_origins([told], find_tellings([told], ()))
    assert (origin.kind, origin.name) == ("release", "Dinas Perhubungan")


def test_spellings_do_not_make_other_names_one() -> None:
    names = {actor.name for made in made_readings() for actor in made.actors}
    assert len({spelling(name) for name in names}) == len({name.casefold() for name in names})


def test_the_group_of_one_alone_is_that_which_all_have() -> None:
    readings = made_readings()
    cast = find_cast(readings)
    sayings, acts = find_sayings(readings, cast), find_acts(readings, cast)
    whole = [{s.key for s in group} for group in group_sayings(sayings)]
    assert max(map(len, whole)) > 2
    for saying in sayings:
        (alone,) = sayings_around(sayings, {saying.key})
        assert [{s.key for s in alone}] == [keys for keys in whole if saying.key in keys]
    told = [{a.key for a in group} for group in group_acts(acts)]
    assert max(map(len, told)) > 2
    for act in acts:
        (drawn,) = acts_around(acts, {act.key})
        assert [{a.key for a in drawn}] == [keys for keys in told if act.key in keys]
    every = sayings_around(sayings, {saying.key for saying in sayings})
    assert [{s.key for s in group} for group in every] == whole
